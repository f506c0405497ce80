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

const WORDS = {
  en: { title: 'What we read', balance: 'Balance', none: 'Nothing yet.' },
  fr: { title: 'Ce que nous avons lu', balance: 'Solde', none: 'Rien pour le moment.' },
};

function make(tag, text, ...children) {
  const element = document.createElement(tag);
  element.append(...(text === undefined ? [] : [text]), ...children);
  return element;
}

/** A list of accounts, from what `accounts()` makes of Flinks' answer. */
export function accountList(accounts, language) {
  const words = WORDS[language];
  const money = (amount, currency) => new Intl.NumberFormat(`${language}-CA`, { style: 'currency', currency: currency ?? 'CAD' }).format(amount);
  const rows = accounts.map(({ title, number, currency, balance }) => {
    const name = make('span', title ?? number ?? '', ...(title && number ? [make('small', ` ${number}`)] : []));
    const amount = balance.current ?? balance.available;
    return make('li', undefined, name, make('strong', amount === null ? '–' : money(amount, currency)));
  });
  const section = make('section', undefined, make('h2', words.title), rows.length > 0 ? make('ul', undefined, ...rows) : make('p', words.none));
  section.className = 'results';
  return section;
}
