import { fire } from 'flinks-upload/testing';
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { IncomePage } from '../IncomePage.js';
import { showUpload } from '../income.js';

const upload = () => document.querySelector('flinks-upload');

beforeEach(() => {
  globalThis.IS_REACT_ACT_ENVIRONMENT = true;
  document.body.replaceChildren(document.createElement('main'));
});

test('the page thanks for the documents', () => {
  showUpload(document.querySelector('main'));
  fire(upload(), 'upload-complete', { loginId: '5e115eab', requestId: 'r-2' });
  expect(document.body.textContent).toBe('Thank you. Your reference: r-2');
});

test('the React page, too', async () => {
  await act(async () => createRoot(document.querySelector('main')).render(createElement(IncomePage)));
  expect(upload().maxFiles).toBe('3');
  await act(async () => fire(upload(), 'upload-complete', { loginId: '5e115eab', requestId: 'r-2' }));
  expect(document.querySelector('[role="status"]').textContent).toBe('Thank you. Your reference: r-2');
});
