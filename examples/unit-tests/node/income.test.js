// Node's own test runner, with a page of jsdom. Its globals come before the package, whose elements extend `HTMLElement`.
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { JSDOM } from 'jsdom';

const { window } = new JSDOM('<main></main>');
const { CustomEvent, File, HTMLElement, customElements, document } = window;
Object.assign(globalThis, { CustomEvent, File, HTMLElement, customElements, document });
const { fire } = await import('flinks-upload/testing/define');
const { showUpload } = await import('../income.js');

test('the page thanks for the documents', () => {
  showUpload(document.querySelector('main'));
  fire(document.querySelector('flinks-upload'), 'upload-complete', { loginId: '5e115eab', requestId: 'r-2' });
  assert.equal(document.body.textContent, 'Thank you. Your reference: r-2');
});

test('a page that opens the upload screen itself', () => {
  showUpload(document.querySelector('main'));
  const upload = document.querySelector('flinks-upload');
  upload.addFiles([new File(['%PDF-'], 'march.pdf')]);
  upload.addEventListener('upload-handoff', (event) => event.preventDefault());
  assert.equal(fire(upload, 'upload-handoff'), false);
});
