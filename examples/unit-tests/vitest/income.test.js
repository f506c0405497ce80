import { fire, report } from 'flinks-upload/testing';
import { act, createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { beforeEach, expect, test, vi } from 'vitest';
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

test('the token comes from the server', async () => {
  vi.stubGlobal('fetch', vi.fn(async () => new Response('token-of-server')));
  showUpload(document.querySelector('main'));
  expect(await upload().getAuthorizeToken()).toBe('token-of-server');
  expect(fetch).toHaveBeenCalledWith('/authorize-token', { method: 'POST' });
});

test('a page hears of the files as it does of real ones', () => {
  showUpload(document.querySelector('main'));
  const onCheck = vi.fn();
  upload().addEventListener('upload-check', ({ detail }) => onCheck(detail.totals, detail.canContinue));
  upload().addFiles([new File(['%PDF-'], 'march.pdf')]);
  expect(onCheck).toHaveBeenLastCalledWith({ files: 1, ready: 1, bytes: 5, readyBytes: 5 }, true);
  fire(upload(), 'upload-check', report([{ name: 'march.pdf', findings: [{ code: 'password-required', severity: 'error' }] }]));
  expect(onCheck).toHaveBeenLastCalledWith({ files: 1, ready: 0, bytes: 100_000, readyBytes: 0 }, false);
  expect(upload().report.files[0].status).toBe('rejected');
});

test('the React page, too', async () => {
  await act(async () => createRoot(document.querySelector('main')).render(createElement(IncomePage)));
  expect(upload().maxFiles).toBe('3');
  await act(async () => fire(upload(), 'upload-complete', { loginId: '5e115eab', requestId: 'r-2' }));
  expect(document.querySelector('[role="status"]').textContent).toBe('Thank you. Your reference: r-2');
});
