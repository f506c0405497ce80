import { FlinksUpload } from 'flinks-upload/react';
import { createElement } from 'react';

export const page = (props) =>
  createElement(FlinksUpload, {
    instance: 'toolbox', maxFiles: 3, params: { demo: 'true', tag: '7' }, className: 'wide', id: 'upload', mode: undefined, theme: null,
    getAuthorizeToken: async () => 'token', onUploadOffer: () => {}, ...props,
  }, createElement('p', { slot: 'demand' }, 'The last 90 days'));
