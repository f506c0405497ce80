// How <flinks-accounts> writes amounts and days, in the locale of its texts.

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
