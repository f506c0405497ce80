import { FlinksUpload } from 'flinks-upload/react';
import { createElement, useState } from 'react';

/** The same page in React. */
export function IncomePage() {
  const [received, setReceived] = useState(null);
  if (received) return createElement('p', { role: 'status' }, `Thank you. Your reference: ${received.requestId ?? 'none'}`);
  return createElement(FlinksUpload, { instance: 'toolbox', maxFiles: 3, onUploadComplete: ({ detail }) => setReceived(detail) });
}
