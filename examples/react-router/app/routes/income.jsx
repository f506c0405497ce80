import { FlinksUpload } from 'flinks-upload/react';
import { useState } from 'react';

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
const getAuthorizeToken = async () => {
  const response = await fetch('/authorize-token', { method: 'POST' });
  if (!response.ok) throw new Error(`/authorize-token answered ${response.status}`);
  return response.text();
};

/** Rendered on the server as the plain tag. */
export default function Income() {
  const [received, setReceived] = useState(null);
  return (
    <main>
      <h1>Confirm your income</h1>
      {received ? (
        <p role="status">Thank you. Your reference: {received.requestId ?? 'none'}</p>
      ) : (
        <FlinksUpload
          instance="toolbox"
          mode="fallback"
          params="demo=true"
          getAuthorizeToken={getAuthorizeToken}
          onUploadComplete={({ detail }) => setReceived(detail)}
        />
      )}
    </main>
  );
}
