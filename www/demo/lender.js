// What a lender's page does around the element with a server of its own (examples/relay): a tag for the upload, tokens, the
// event stream, and the accounts once they are there. Without that server the page works, too; it just never hears more.

/** The server's part of one upload, or null where the server is not there. */
export async function begin(relay) {
  const ask = (path, more) => fetch(`${relay}${path}`, { credentials: 'include', ...more });
  let answer;
  try {
    answer = await ask('/uploads', { method: 'POST' });
  } catch {
    return null;
  }
  if (!answer.ok) return null;
  const { tag } = await answer.json();
  return {
    tag,
    statusUrl: `${relay}/uploads/${tag}/events`,
    authorizeToken: async () => (await ask('/authorize-token', { method: 'POST' })).text(),
    submitted: (requestId) =>
      ask(`/uploads/${tag}/submitted`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ requestId }) }),
    accounts: async () => (await ask(`/uploads/${tag}/accounts`)).json(),
  };
}

/** The accounts, from what the server made of Flinks' answer. */
export function accountsView(accounts, { language, theme }) {
  const view = document.createElement('flinks-accounts');
  Object.assign(view, { accounts, language, theme });
  return view;
}
