// What must compile of the bridge, and what must not.
import { forwardEvents, readMessage } from 'flinks-upload/webview';
import type { WebViewMessage } from 'flinks-upload/webview';

const stop: () => void = forwardEvents(document.createElement('flinks-upload'), { name: 'lender', onError: ({ message }) => console.error(message) });
// @ts-expect-error the element, not its id
forwardEvents('upload');

function heard(message: WebViewMessage | null): string | number | undefined {
  switch (message?.type) {
    case 'upload-complete':
      // @ts-expect-error no address passes
      message.detail.url;
      return message.detail.loginId;
    case 'upload-check':
      // @ts-expect-error no report passes
      message.detail.coverage;
      return message.detail.findings[0] ?? message.detail.files;
    case 'upload-handoff':
      return message.detail.files;
    case 'connect-event':
      return message.detail.step;
    default:
      return undefined;
  }
}

export const result = heard(readMessage('{}'));
export { stop };
