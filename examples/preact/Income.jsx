import 'flinks-upload/define';
import { useState } from 'preact/hooks';

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
const getAuthorizeToken = async () => {
  const response = await fetch('/authorize-token', { method: 'POST' });
  if (!response.ok) throw new Error(`/authorize-token answered ${response.status}`);
  return response.text();
};

export function Income() {
  const [received, setReceived] = useState(null);
  if (received) return <p role="status">Thank you. Your reference: {received.requestId ?? 'none'}</p>;
  return (
    <flinks-upload
      instance="toolbox"
      mode="fallback"
      params="demo=true"
      getAuthorizeToken={getAuthorizeToken}
      onupload-complete={({ detail }) => setReceived(detail)}
    />
  );
}
