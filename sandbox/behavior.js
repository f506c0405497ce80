// What the mock does, without a page: documented behavior of Connect's sandbox, as far as it is documented.

export const INSTITUTIONS = [
  'FlinksCapital',
  'BMO',
  'Fédération des caisses Desjardins',
  'M&T Bank',
  'Neo Financial',
  "President's Choice",
  'RBC / HSBC',
  'Scotiabank',
  'TD',
];

/** The answer to a login: `{code}` or `{next: 'mfa'}`. A scenario decides before the credentials do. */
export function logIn({ username, password, scenario }) {
  if (scenario) return { code: scenario };
  const [, wanted] = /^test_code_([A-Za-z_]+)$/.exec(username) ?? [];
  if (wanted) return { code: wanted };
  if (username === 'test_disabled_account') return { code: 'DISABLED_LOGIN' };
  if (username === 'test_service_unavailable') return { code: 'RETRY_LATER' };
  if (username !== 'Greatday') return { code: 'INVALID_USERNAME' };
  return password === 'Everyday' ? { next: 'mfa' } : { code: 'INVALID_PASSWORD' };
}

/** The answer to a security question; any answer is right but two. */
export function answerQuestion(answer) {
  if (answer === 'wrong') return { code: 'INVALID_SECURITY_RESPONSE', retry: true };
  if (answer === 'wrong-no-retry') return { code: 'INVALID_SECURITY_RESPONSE_NO_RETRY' };
  return { next: 'accounts' };
}

/** REDIRECT: with a `redirectUrl` in the older shape, whose ids stand only inside its url. */
export function redirect({ institution, redirectUrl, tag, loginId, requestId }) {
  if (!redirectUrl) return { step: 'REDIRECT', loginId, requestId, institution, ...(tag && { tag }) };
  const query = new URLSearchParams({ loginId, institution, ...(tag && { tag }) });
  return { step: 'REDIRECT', institution, url: `${redirectUrl}${redirectUrl.includes('?') ? '&' : '?'}${query}` };
}

/** The screen for a path: `/v2/`, `/v2/Upload` or `/v2/upload/[Institution]`. */
export function screenFor(path) {
  const [, segment] = /\/upload(?:\/([^/]*))?\/?$/i.exec(path) ?? [];
  if (!/\/upload(\/|$)/i.test(path)) return { name: 'selector' };
  return { name: 'upload', institution: segment ? decodeURIComponent(segment) : null };
}
