import 'flinks-upload/define';
import { Show, createSignal } from 'solid-js';

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
const getAuthorizeToken = async () => (await fetch('/authorize-token', { method: 'POST' })).text();

export function Income() {
  const [loginId, setLoginId] = createSignal(null);
  return (
    <Show when={loginId()} fallback={
      <flinks-upload
        instance="toolbox"
        mode="fallback"
        params="demo=true"
        prop:getAuthorizeToken={getAuthorizeToken}
        on:upload-complete={({ detail }) => setLoginId(detail.loginId)}
      />
    }>
      <p role="status">Thank you. Your reference: {loginId()}</p>
    </Show>
  );
}
