import { FlinksUpload } from 'flinks-upload/react';
import { useState } from 'react';

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
const getAuthorizeToken = async () => (await fetch('/authorize-token', { method: 'POST' })).text();

/** Rendered on the server as the plain tag. */
export default function Income() {
  const [loginId, setLoginId] = useState(null);
  return (
    <main>
      <h1>Confirm your income</h1>
      {loginId ? (
        <p role="status">Thank you. Your reference: {loginId}</p>
      ) : (
        <FlinksUpload
          instance="toolbox"
          mode="fallback"
          params="demo=true"
          getAuthorizeToken={getAuthorizeToken}
          onUploadComplete={({ detail }) => setLoginId(detail.loginId)}
        />
      )}
    </main>
  );
}
