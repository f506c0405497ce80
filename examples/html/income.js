import 'flinks-upload/define';

const upload = document.querySelector('flinks-upload');

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
upload.getAuthorizeToken = async () => {
  const response = await fetch('/authorize-token', { method: 'POST' });
  if (!response.ok) throw new Error(`/authorize-token answered ${response.status}`);
  return response.text();
};

upload.addEventListener('upload-complete', ({ detail }) => {
  const thanks = document.createElement('p');
  thanks.role = 'status';
  thanks.textContent = `Thank you. Your reference: ${detail.requestId ?? 'none'}`;
  upload.replaceWith(thanks);
});
