import 'flinks-upload/define';

/** Puts the element into a place of the page, and its result into that place. */
export function showUpload(place) {
  const upload = document.createElement('flinks-upload');
  upload.instance = 'toolbox';
  upload.mode = 'fallback';
  upload.getAuthorizeToken = async () => {
    const response = await fetch('/authorize-token', { method: 'POST' });
    if (!response.ok) throw new Error(`/authorize-token answered ${response.status}`);
    return response.text();
  };
  upload.addEventListener('upload-complete', ({ detail }) => {
    place.textContent = `Thank you. Your reference: ${detail.requestId ?? 'none'}`;
  });
  place.replaceChildren(upload);
}
