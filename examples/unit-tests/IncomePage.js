import { FlinksUpload } from 'flinks-upload/react';
import { createElement, useState } from 'react';

/** The same page in React. */
export function IncomePage() {
  const [loginId, setLoginId] = useState(null);
  if (loginId) return createElement('p', { role: 'status' }, `Thank you. Your reference: ${loginId}`);
  return createElement(FlinksUpload, { instance: 'toolbox', maxFiles: 3, onUploadComplete: ({ detail }) => setLoginId(detail.loginId) });
}
