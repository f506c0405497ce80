// The member numbers of credit unions, which name several accounts under one membership: what `core::results::member` is in
// Rust. `tests/member_numbers.json` holds both to the same results.

/** By the suffix of the member number; any other suffix is an additional account. */
export const KINDS = ['chequing', 'savings'];

/** The largest suffix that Rust reads. */
const MAX_SUFFIX = 0xffff_ffff;

/** The parts of a member number; `null` for a number without a suffix. Blanks around the parts are dropped. */
export function memberNumber(text) {
  // Not `\s`, which takes other characters for blanks than Rust does.
  const parts = /^\p{White_Space}*(\P{White_Space}(?:.*\P{White_Space})?)\p{White_Space}*-\p{White_Space}*([0-9]+)\p{White_Space}*$/su;
  const [, member, digits] = parts.exec(text) ?? [];
  const suffix = Number(digits);
  if (member === undefined || !/[0-9]/.test(member) || /\p{Control}/u.test(member) || suffix > MAX_SUFFIX) return null;
  return { member, suffix, kind: KINDS[suffix] ?? 'additional' };
}
