//! The number of the account that a statement is of, as far as it is shown.
//!
//! It decides which number on the page is the account's: one behind a label, one that is masked, or one behind the name of
//! an account. It keeps the last four digits and, for credit unions, the member number and its suffix. It never keeps more.

use super::{
    date,
    fold::{Folded, longest_prefix, trim_end, trim_start, words},
    page_mark,
    row::{Row, RowCell, below},
};
use crate::{
    core::results::member::{MemberAccountKind, suffix_behind},
    pdf::search::{find, find_last},
};
use serde::Serialize;

/// The most digits of an account or card number, with its branch.
const MAX_DIGITS: usize = 22;
/// Fewer are no number.
const MIN_DIGITS: usize = 3;
/// So many digits at the end are kept.
const KEPT_DIGITS: usize = 4;
/// A number of so many digits is whole.
const WHOLE_DIGITS: usize = 7;
/// The name of who issued a statement stands in this part of its first page.
const HEAD: f32 = 0.3;
/// How many numbers of a document are compared.
const MAX_NUMBERS: usize = 64;

/// Labels that name an account or card number for certain.
const STRONG: &str = "\
    accountnumber accountno accountnum acctno acctnumber acct# account# numerodecompte numeroducompte nodecompte \
    noducompte nocompte nodevotrecompte numrodecompte num?rodecompte n?decompte compteno cardnumber cardno card# \
    numerodecarte numerodelacarte nodecarte accountending cardending primaryaccount folio";
/// Labels of a credit union's member number.
const MEMBER: &str = "membernumber memberno member# membership member/account numerodemembre nodemembre";
/// Labels that name one if the number stands beside them.
const WEAK: &str = "account compte carte card checking chequing savings epargne member membre";
/// What stands before the last digits.
const ENDING_IN: &str = "endingin seterminantpar finissantpar";
/// What may stand between a label and its number.
const LEADS: &str = "number numero ending endingin no in (s) s:";
/// Numbers of the branch, beside which the account's may stand in the same cell.
const BRANCH: &str = "transit routing";
/// The account's own number stands right behind these.
const DIRECT: &str = "account account: compte compte:";
/// Numbers of something else.
const OTHER: &str = "\
    invoice facture employ telephone reference confirmation transfer virement customer \
    socialsecurity identification questions depositto depotdirect directdeposit";
const OTHER_WORDS: &str = "branch succ succursale phone tel call to from vers";

/// The number of an account, as far as it is kept.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct AccountNumber {
    /// The last digits that are shown, four at most. Of a credit union, those of the member number.
    pub digits: String,
    /// The member number as it is printed, with its mask. Only of credit unions.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub member: Option<String>,
    /// The number of the account under the membership. `None` if the statement lists several.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub suffix: Option<u32>,
    /// The kind of account that the suffix names.
    #[serde(rename = "type", skip_serializing_if = "Option::is_none")]
    pub kind: Option<MemberAccountKind>,
}

/// A number that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
struct Number {
    /// As printed, without spaces.
    text: String,
    digits: String,
    is_masked: bool,
    rank: i32,
    mentions: u32,
    /// Whether it is labeled as a member number.
    is_member: bool,
}

/// The account of some rows, which are those of one statement, and whether it is sure. `has_members` says that the
/// institution is a credit union, so that what follows a hyphen is a suffix.
pub(super) fn account(rows: &[Row], has_members: bool) -> Option<(AccountNumber, bool)> {
    let first_page = rows.first()?.page;
    let mut numbers: Vec<Number> = Vec::new();
    for (at, row) in rows.iter().enumerate().filter(|(_, row)| !row.is_entry) {
        for (index, cell) in row.cells.iter().enumerate() {
            if numbers.len() >= MAX_NUMBERS {
                break;
            }
            let Some((number, rank)) = in_cell(rows, at, row, index, cell) else { continue };
            let rank = rank + i32::from(row.page == first_page) + i32::from(row.top <= 0.5);
            add(&mut numbers, Number { rank, ..number }, has_members);
        }
    }
    // Of equal ones the first counts.
    let strength = |number: &&Number| (number.rank + i32::from(number.mentions > 1), number.is_masked);
    let best = numbers.iter().rev().max_by_key(strength)?;
    // A full number and its masked form are the same one.
    let rivals = numbers.iter().rev().filter(|other| {
        other.rank >= best.rank && !best.digits.ends_with(&other.digits) && !other.digits.ends_with(&best.digits)
    });
    let rival = rivals.max_by_key(strength);
    if rival.is_some_and(|rival| !has_members || membership(&rival.text).0 != membership(&best.text).0) {
        return None;
    }
    // A good label is one hint; a mask, the length of a whole number or another mention is the second.
    let is_shaped = best.is_masked || best.digits.len() >= WHOLE_DIGITS;
    let is_sure = best.mentions > 1 || (best.rank >= 5 && is_shaped);
    let is_membership = best.is_member || membership(&best.text).1.is_some();
    if has_members && is_membership {
        return Some((member_account(best, &numbers), is_sure));
    }
    let account = AccountNumber { digits: last(&best.digits), member: None, suffix: None, kind: None };
    Some((account, is_sure))
}

/// Whether rows look like those of a credit union: by a label of its numbers, or its name at the head. Elsewhere it may be a payee.
pub(super) fn is_credit_union(rows: &[Row]) -> bool {
    let first_page = rows.first().map(|row| row.page);
    rows.iter().filter(|row| !row.is_entry).any(|row| {
        let is_head = Some(row.page) == first_page && row.top <= HEAD && !row.has_amount;
        row.joined.has_any("membernumber membershipnumber") || is_head && row.joined.has("creditunion")
    })
}

/// The member number with its suffix, if all of the same membership that have one agree.
fn member_account(best: &Number, numbers: &[Number]) -> AccountNumber {
    let (member, own) = membership(&best.text);
    let mut suffixes: Vec<(u32, MemberAccountKind)> = own.into_iter().collect();
    for number in numbers {
        if let (other, Some(suffix)) = membership(&number.text)
            && other == member
            && !suffixes.contains(&suffix)
        {
            suffixes.push(suffix);
        }
    }
    let only = if let [only] = suffixes.as_slice() { Some(*only) } else { None };
    let digits: String = member.chars().filter(char::is_ascii_digit).collect();
    AccountNumber {
        digits: last(&digits),
        member: Some(member),
        suffix: only.map(|(suffix, _)| suffix),
        kind: only.map(|(_, kind)| kind),
    }
}

/// The membership of a number, and what stands behind its hyphen.
fn membership(text: &str) -> (String, Option<(u32, MemberAccountKind)>) {
    if let Some(at) = find_last(text.as_bytes(), b"-")
        && let (Some(member), Some(suffix)) = (text.get(..at), text.get(at + 1..))
        && let Some(number @ 0..100) = suffix_behind(member, suffix)
        && !member.ends_with('-')
    {
        return (member.to_owned(), Some((number, MemberAccountKind::of_suffix(number))));
    }
    (text.to_owned(), None)
}

fn last(digits: &str) -> String {
    digits.get(digits.len().saturating_sub(KEPT_DIGITS)..).unwrap_or(digits).to_owned()
}

fn add(numbers: &mut Vec<Number>, number: Number, has_members: bool) {
    let same = |known: &&mut Number| {
        let is_same_text = known.text == number.text;
        is_same_text
            || (!has_members && (known.is_masked || number.is_masked) && last(&known.digits) == last(&number.digits))
    };
    match numbers.iter_mut().find(same) {
        Some(known) => {
            known.rank = known.rank.max(number.rank);
            known.mentions += 1;
            known.is_masked |= number.is_masked;
            known.is_member |= number.is_member;
        }
        None => numbers.push(number),
    }
}

/// The number that a cell names, and how good its label is.
fn in_cell(rows: &[Row], at: usize, row: &Row, index: usize, cell: &RowCell) -> Option<(Number, i32)> {
    let text = &cell.text;
    let found = |labels: &'static str| {
        words(labels)
            .filter_map(|label| text.find_last(label).map(|place| (place, place + label.len())))
            .max_by_key(|(place, end)| (*end, end - place))
    };
    let member = found(MEMBER);
    let labeled = |number: Number| (Number { is_member: member.is_some(), ..number }, 5);
    if let Some((place, end)) = member.or_else(|| found(STRONG)) {
        let before = text.slice(0, place);
        if before.has_any(OTHER) {
            return None;
        }
        if let Some(number) = number_behind(text, end) {
            return Some(labeled(number));
        }
        let rest = text.slice(end, text.squashed.len());
        let is_label = rest.squashed.bytes().filter(u8::is_ascii_alphanumeric).count() <= 8;
        if is_label {
            let right = row.cells.get(index + 1).and_then(|right| number_behind(&right.text, 0));
            let under = || {
                let (row, cell) = below(rows, at, cell)?;
                number_behind(&rows.get(row)?.cells.get(cell)?.text, 0)
            };
            return right.or_else(under).map(labeled);
        }
        return None;
    }
    if row.has_amount && super::row::has_amount(text) {
        return None;
    }
    if text.has_any(OTHER) || row.top > 0.6 && !text.has_any(WEAK) {
        return None;
    }
    // "the account ending in 3016 is ready"
    let ending = words(ENDING_IN).find_map(|label| text.find(label, 0).map(|at| at + label.len()));
    if let Some(number) = ending.and_then(|end| number_behind(text, end)) {
        return Some((number, 5));
    }
    // A masked number says by itself what it is, and so does one behind the name of an account.
    let number = trailing_number(text)?;
    let before = text.squashed.get(..text.squashed.len().saturating_sub(number.text.len())).unwrap_or("");
    let has_label = words(WEAK).any(|label| find(before.as_bytes(), label.as_bytes()).is_some());
    if text.has_any_word(OTHER_WORDS) && !number.is_masked {
        return None;
    }
    if text.has_any(BRANCH) && !words(DIRECT).any(|label| before.ends_with(label)) {
        return None;
    }
    let is_beside_label = words("carte: card: compte: account:").any(|label| before.ends_with(label));
    match (number.is_masked, has_label) {
        (true, true) => Some((number, 5)),
        (true, false) if number.text.len() >= 7 || row.top <= 0.5 => Some((number, 4)),
        (false, true) if number.digits.len() >= 6 => Some((number, 4)),
        (false, true) if is_beside_label => Some((number, 3)),
        _ => None,
    }
}

/// A number at a place of the squashed form, behind what may lead to it.
fn number_behind(text: &Folded, at: usize) -> Option<Number> {
    let mut at = at;
    loop {
        let rest = text.squashed_from(at);
        let mark = rest.bytes().take_while(|byte| matches!(byte, b':' | b'|' | b'#' | b'(' | b')' | b'-')).count();
        let is_full_stop = rest.starts_with('.') && !rest.starts_with("..");
        let step = mark.max(longest_prefix(rest, LEADS)).max(usize::from(is_full_stop));
        if step == 0 {
            break;
        }
        at += step;
    }
    number(text.spaced_from(at))
}

/// The number at the end of a text, behind a bracket perhaps.
fn trailing_number(text: &Folded) -> Option<Number> {
    let trimmed = trim_end(&text.spaced, |byte| matches!(byte, b')' | b'.' | b' '));
    let len = trimmed.bytes().rev().take_while(|byte| is_of_number(*byte) || *byte == b' ').count();
    number(trim_start(trimmed.get(trimmed.len() - len..)?, |byte| matches!(byte, b'-' | b' ')))
}

fn is_of_number(byte: u8) -> bool {
    byte.is_ascii_digit() || matches!(byte, b'x' | b'*' | b'-' | b'.' | b'#')
}

/// Reads a number from the start of a spaced text: groups of digits and masks with spaces between them.
fn number(spaced: &str) -> Option<Number> {
    let mut text = String::new();
    let mut at = 0;
    for (index, word) in spaced.split(' ').take(16).enumerate() {
        let is_group = !word.is_empty() && word.bytes().all(is_of_number);
        if !is_group {
            // Letters around a number: WK12345678CAD.
            if index == 0 {
                text = lettered(word)?;
            }
            break;
        }
        // Behind a whole number: "1234567 1 of 3", "1234567 31 January 2025".
        let is_whole = text.bytes().filter(u8::is_ascii_digit).count() >= WHOLE_DIGITS;
        if is_whole && spaced.get(at..).is_some_and(begins_date_or_page_mark) {
            break;
        }
        text.push_str(word);
        at += word.len() + 1;
    }
    let text = trim_end(&text, |byte| !byte.is_ascii_digit());
    let digits: String = text.chars().filter(char::is_ascii_digit).collect();
    if !(MIN_DIGITS..=MAX_DIGITS).contains(&digits.len()) || text.len() > 2 * MAX_DIGITS {
        return None;
    }
    let is_masked =
        text.starts_with("...") || words("xx ** ##").any(|mask| find(text.as_bytes(), mask.as_bytes()).is_some());
    let folded = Folded::new(text, text.len());
    let is_date = date::at(&folded, 0).is_some_and(|(_, end)| end == text.len());
    let is_decimal =
        text.split_once('.').is_some_and(|(whole, cents)| !whole.is_empty() && !is_masked && cents.len() <= 2);
    let is_phone = digits.len() >= 10 && digits.starts_with('1') && text.starts_with("1-");
    if is_date || is_decimal || is_phone {
        return None;
    }
    Some(Number { text: text.to_owned(), digits, is_masked, rank: 0, mentions: 1, is_member: false })
}

/// Whether a date or a page mark begins there.
fn begins_date_or_page_mark(spaced: &str) -> bool {
    let text = Folded::new(spaced, 40);
    date::at(&text, 0).is_some() || page_mark::fraction(&text, 0).is_some()
}

/// The number within a word of letters and digits: two letters, six digits and more, and perhaps a currency. Or the end of
/// a word, where punctuation follows.
fn lettered(word: &str) -> Option<String> {
    let front = word.bytes().take_while(u8::is_ascii_alphabetic).count();
    let rest = word.get(front..)?;
    let len = rest.bytes().take_while(|byte| is_of_number(*byte) && *byte != b'x').count();
    let (number, behind) = rest.split_at_checked(len)?;
    let is_end = behind.bytes().all(|byte| matches!(byte, b',' | b'.' | b')' | b';' | b'|'));
    let is_currency = matches!(behind, "cad" | "usd");
    let is_number = if front == 0 { is_end } else { front == 2 && (is_end || is_currency) && len >= 6 };
    let masked = trim_end(word, |byte| matches!(byte, b',' | b')' | b';' | b'|' | b'.'));
    if !is_number && front > 0 && masked.bytes().all(is_of_number) {
        return Some(masked.to_owned());
    }
    is_number.then(|| number.to_owned())
}

/// The account in the line of magnetic ink at the foot of a cheque: number, transit, account.
pub(super) fn of_cheque(rows: &[Row]) -> Option<AccountNumber> {
    rows.iter().rev().find_map(|row| {
        let (front, back) = row.joined.spaced.split_at_checked(find_last(row.joined.spaced.as_bytes(), b":")?)?;
        let is_ink = front.as_bytes().contains(&b':') && front.bytes().filter(u8::is_ascii_digit).count() >= 8;
        let number = number(trim_start(back, |byte| matches!(byte, b':' | b' ')))?;
        is_ink.then(|| AccountNumber { digits: last(&number.digits), member: None, suffix: None, kind: None })
    })
}

#[cfg(test)]
mod tests;
