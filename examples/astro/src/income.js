import 'flinks-upload/define';

const upload = document.querySelector('flinks-upload');

// Asked just before each address is opened: a token lives 30 minutes, and only your server can make one.
upload.getAuthorizeToken = async () => (await fetch('/authorize-token', { method: 'POST' })).text();

upload.addEventListener('upload-complete', ({ detail }) => {
  const thanks = document.createElement('p');
  thanks.role = 'status';
  thanks.textContent = `Thank you. Your reference: ${detail.loginId}`;
  upload.replaceWith(thanks);
});
