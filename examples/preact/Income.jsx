import 'flinks-upload/define';
import { useState } from 'preact/hooks';

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
const getAuthorizeToken = async () => (await fetch('/authorize-token', { method: 'POST' })).text();

export function Income() {
  const [loginId, setLoginId] = useState(null);
  if (loginId) return <p role="status">Thank you. Your reference: {loginId}</p>;
  return (
    <flinks-upload
      instance="toolbox"
      mode="fallback"
      params="demo=true"
      getAuthorizeToken={getAuthorizeToken}
      onupload-complete={({ detail }) => setLoginId(detail.loginId)}
    />
  );
}
