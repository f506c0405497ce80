import 'flinks-upload/define';
import { forwardEvents } from 'flinks-upload/webview';

const upload = document.querySelector('flinks-upload');

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
upload.getAuthorizeToken = async () => {
  const response = await fetch('/authorize-token', { method: 'POST' });
  if (!response.ok) throw new Error(`/authorize-token answered ${response.status}`);
  return response.text();
};

// What the app last heard may say where to go on: see docs/mobile.md.
const query = new URLSearchParams(location.search);
for (const name of ['mode', 'institution']) if (query.has(name)) upload[name] = query.get(name);

try {
  forwardEvents(upload);
} catch (error) {
  // Outside of the app the page works by itself.
  console.info(error.message);
}

upload.addEventListener('upload-complete', ({ detail }) => {
  const thanks = document.createElement('p');
  thanks.role = 'status';
  thanks.textContent = `Thank you. Your reference: ${detail.requestId ?? 'none'}`;
  upload.replaceWith(thanks);
});
