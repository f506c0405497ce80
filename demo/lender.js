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
    /** A server that is just starting again, and one that waits for Flinks, are asked again, for half a minute. */
    accounts: async () => {
      let status = 503;
      for (let tries = 0; tries < 15; tries += 1) {
        const answer = await ask(`/uploads/${tag}/accounts`).catch(() => null);
        status = answer?.status ?? 503;
        if (answer !== null && status !== 202) return answer.json();
        await new Promise((resolve) => setTimeout(resolve, 2000));
      }
      return { HttpStatusCode: status };
    },
  };
}

/** The accounts, from what the server made of Flinks' answer. */
export function accountsView(accounts, { language, theme }) {
  const view = document.createElement('flinks-accounts');
  Object.assign(view, { accounts, language, theme });
  return view;
}
