// What <flinks-accounts> says, in English and Canadian French, and how it writes amounts and days.

/** By the plural category of the count: French has one form for 0 and 1. */
const counted = (locale, one, other) => {
  const rules = new Intl.PluralRules(locale);
  const format = new Intl.NumberFormat(locale);
  return (count) => `${format.format(count)}\u00a0${rules.select(count) === 'one' ? one : other}`;
};

export const WORDS = {
  en: {
    locale: 'en-CA',
    title: 'Accounts',
    count: counted('en-CA', 'account', 'accounts'),
    states: {
      pending: 'The accounts are not ready yet. This can take a while.',
      failed: 'The documents could not be read. Other files may help, such as the original PDFs from the bank.',
      unavailable: 'The accounts can’t be shown right now.',
      empty: 'The documents hold no account.',
      setup: 'This part of the page is not set up correctly yet.',
    },
    member: 'Member',
    others: 'Other accounts',
    account: 'Account',
    ending: 'ending in',
    kind: 'Type',
    kinds: { chequing: 'Chequing', savings: 'Savings', additional: 'Additional account' },
    holder: 'Holder',
    balance: 'Balance',
    available: 'Available',
    limit: 'Limit',
    transactions: 'Transactions',
    period: 'Period',
    unknown: 'Not known',
  },
  fr: {
    locale: 'fr-CA',
    title: 'Comptes',
    count: counted('fr-CA', 'compte', 'comptes'),
    states: {
      pending: 'Les comptes ne sont pas encore prêts. Cela peut prendre un certain temps.',
      failed: 'Les documents n’ont pas pu être lus. D’autres fichiers pourraient aider, comme les PDF originaux de la banque.',
      unavailable: 'Les comptes ne peuvent pas être affichés pour le moment.',
      empty: 'Les documents ne contiennent aucun compte.',
      setup: 'Cette partie de la page n’est pas encore bien configurée.',
    },
    member: 'Membre',
    others: 'Autres comptes',
    account: 'Compte',
    ending: 'se terminant par',
    kind: 'Type',
    kinds: { chequing: 'Chèques', savings: 'Épargne', additional: 'Compte supplémentaire' },
    holder: 'Titulaire',
    balance: 'Solde',
    available: 'Disponible',
    limit: 'Limite',
    transactions: 'Opérations',
    period: 'Période',
    unknown: 'Inconnu',
  },
};

/** An amount in its own currency. Without one it stays a plain number: which currency it is, is not for us to guess. */
export function money({ locale }, amount, currency) {
  try {
    return new Intl.NumberFormat(locale, { style: 'currency', currency: currency ?? '' }).format(amount);
  } catch {
    const plain = new Intl.NumberFormat(locale, { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(amount);
    return currency ? `${plain}\u00a0${currency}` : plain;
  }
}

/** From the first day to the last. A day that no calendar has is shown as it came. */
export function days({ locale }, from, to) {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  try {
    return format.formatRange(new Date(`${from}T00:00:00Z`), new Date(`${to}T00:00:00Z`));
  } catch {
    return `${from} – ${to}`;
  }
}
