import 'flinks-upload/define';
import { LitElement, html } from 'lit';

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
const getAuthorizeToken = async () => (await fetch('/authorize-token', { method: 'POST' })).text();

class IncomePage extends LitElement {
  static properties = { loginId: { state: true } };

  render() {
    if (this.loginId) return html`<p role="status">Thank you. Your reference: ${this.loginId}</p>`;
    return html`<flinks-upload
      instance="toolbox"
      mode="fallback"
      params="demo=true"
      .getAuthorizeToken=${getAuthorizeToken}
      @upload-complete=${({ detail }) => (this.loginId = detail.loginId)}
    ></flinks-upload>`;
  }
}
customElements.define('income-page', IncomePage);
