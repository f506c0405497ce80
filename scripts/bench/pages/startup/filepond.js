import { create, registerPlugin } from 'filepond';
import FileValidateSize from 'filepond-plugin-file-validate-size';
import FileValidateType from 'filepond-plugin-file-validate-type';
import 'filepond/dist/filepond.min.css';

registerPlugin(FileValidateSize, FileValidateType);
create(document.querySelector('#here'), { allowMultiple: true, maxFiles: 24, maxTotalFileSize: '180MB', acceptedFileTypes: ['application/pdf'] });
