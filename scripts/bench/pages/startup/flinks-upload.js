import 'flinks-upload/define';
