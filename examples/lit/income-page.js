import 'flinks-upload/define';
import { LitElement, html } from 'lit';

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
const getAuthorizeToken = async () => {
  const response = await fetch('/authorize-token', { method: 'POST' });
  if (!response.ok) throw new Error(`/authorize-token answered ${response.status}`);
  return response.text();
};

class IncomePage extends LitElement {
  static properties = { received: { state: true } };

  render() {
    if (this.received) return html`<p role="status">Thank you. Your reference: ${this.received.requestId ?? 'none'}</p>`;
    return html`<flinks-upload
      instance="toolbox"
      mode="fallback"
      params="demo=true"
      .getAuthorizeToken=${getAuthorizeToken}
      @upload-complete=${({ detail }) => (this.received = detail)}
    ></flinks-upload>`;
  }
}
customElements.define('income-page', IncomePage);
