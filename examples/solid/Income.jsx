import 'flinks-upload/define';
import { Show, createSignal } from 'solid-js';

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
const getAuthorizeToken = async () => {
  const response = await fetch('/authorize-token', { method: 'POST' });
  if (!response.ok) throw new Error(`/authorize-token answered ${response.status}`);
  return response.text();
};

export function Income() {
  const [received, setReceived] = createSignal(null);
  return (
    <Show when={received()} fallback={
      <flinks-upload
        instance="toolbox"
        mode="fallback"
        params="demo=true"
        prop:getAuthorizeToken={getAuthorizeToken}
        on:upload-complete={({ detail }) => setReceived(detail)}
      />
    }>
      <p role="status">Thank you. Your reference: {received().requestId ?? 'none'}</p>
    </Show>
  );
}
