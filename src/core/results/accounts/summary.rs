//! The part of `GetAccountsDetail` that a page shows.
//!
//! It decides which fields are shown and masks numbers. It never passes on a whole account number, an address or a single
//! transaction. `www/accounts/summary.js` does the same for pages; `tests/accounts.json` holds both to the same results.

use super::{
    classify::{ResponseKind, classify},
    decode_error::{DecodeError, JsonType},
    reader::Reader,
};
use crate::core::redacted::partial_debug;
use crate::core::results::member::{MemberAccountKind, MemberNumber, member_number};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;

/// How many digits of an account number may be shown; the others are masked.
const MAX_VISIBLE_DIGITS: usize = 4;
/// The most digits of a member number's suffix, which counts accounts. `12-3456789` is a transit and an account number.
const MAX_SUFFIX_DIGITS: usize = 2;
/// Written in place of the digits that are not shown.
const MASK: &str = "••••";

/// One account, as a page shows it.
#[derive(Clone, PartialEq, Serialize)]
pub struct AccountSummary {
    /// The provider's id of the account.
    pub id: Option<String>,
    /// What the institution calls the account.
    pub title: Option<String>,
    /// Masked: at most the last four digits, `••••1238`, and the suffix of a member number, `xxxx2354-0`.
    pub number: Option<String>,
    /// The number of the membership, masked in the same way; only for accounts of a credit union.
    pub member: Option<String>,
    /// `chequing`, `savings` or `additional` by the suffix of the member number; otherwise the provider's `Type`, with
    /// `Chequing` and `Savings` in lower case.
    pub kind: Option<String>,
    /// The ISO 4217 code of the currency, such as `CAD`.
    pub currency: Option<String>,
    /// The balances.
    pub balance: BalanceSummary,
    /// The name of the person that the account belongs to.
    pub holder: Option<String>,
    /// How many transactions there are, and of which days.
    pub transactions: TransactionsSummary,
}

/// The balances of an account, in its currency.
#[derive(Clone, PartialEq, Serialize)]
pub struct BalanceSummary {
    /// What can be spent.
    pub available: Option<f64>,
    /// What is in the account.
    pub current: Option<f64>,
    /// The credit limit.
    pub limit: Option<f64>,
}

partial_debug! {
    AccountSummary { kind, currency }
    BalanceSummary {}
}

/// How many transactions there are, and of which days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct TransactionsSummary {
    /// The number of transactions, including those whose date has another form.
    pub count: usize,
    /// The earliest day, as `2025-01-31`.
    pub from: Option<String>,
    /// The latest day.
    pub to: Option<String>,
}

/// Sums up the accounts of a response of `GetAccountsDetail` or of a webhook of that type. Accounts of one membership
/// follow each other, at the place of the first; the others keep their order. A result without accounts is an empty list.
///
/// # Errors
/// If the response is pending or an error ([`classify`]), or a field has another type than documented. The error names
/// the field and never quotes its value.
///
/// ```
/// use flinks_upload::core::results::accounts::accounts;
/// let detail = serde_json::json!({"Accounts": [{"AccountNumber": "7641238", "Type": "Chequing"}]});
/// let accounts = accounts(&detail)?;
/// assert_eq!(accounts.first().and_then(|account| account.number.as_deref()), Some("••••1238"));
/// # Ok::<(), flinks_upload::core::results::accounts::DecodeError>(())
/// ```
pub fn accounts(response: &Value) -> Result<Vec<AccountSummary>, DecodeError> {
    let root = Reader::root(response);
    let Value::Object(body) = response else {
        return Err(root.error("an object, as GetAccountsDetail answers"));
    };
    let list = root.field("Accounts");
    match classify(body, 200) {
        ResponseKind::Unrecognized if list.json_type() != JsonType::Array => return Err(list.error("a list")),
        // An unrecognized list has an item that is not an object: reading the items names it.
        ResponseKind::Accounts(_) | ResponseKind::NoAccounts | ResponseKind::Unrecognized => {}
        ResponseKind::OtherType(_) => {
            return Err(DecodeError {
                received: "another one",
                ..root.field("ResponseType").error("GetAccountsDetail")
            });
        }
        ResponseKind::Pending | ResponseKind::DocumentsFailed | ResponseKind::Error(_) => {
            return Err(DecodeError { received: "an error or a pending answer", ..root.error("accounts") });
        }
    }
    let summaries: Result<Vec<_>, _> = list.items()?.map(|account| summary(&account)).collect();
    Ok(group(summaries?))
}

/// The whole number of the membership, by which accounts are grouped; it is not shown.
type Membership = Option<String>;

fn summary(account: &Reader<'_>) -> Result<(Membership, AccountSummary), DecodeError> {
    if account.json_type() != JsonType::Object {
        return Err(account.error("an object"));
    }
    let number = account.field("AccountNumber").text()?;
    let member = number.as_deref().and_then(membership);
    let shown = match (&member, number) {
        (Some(member), _) => Some(format!("{}-{}", mask(&member.member), member.suffix)),
        (None, Some(number)) => Some(mask(&number)),
        (None, None) => account.field("LastFourDigits").text()?.map(|digits| mask(&format!("{MASK}{digits}"))),
    };
    let balance = account.field("Balance").object()?;
    let summary = AccountSummary {
        id: account.field("Id").text()?,
        title: account.field("Title").text()?,
        number: shown,
        member: member.as_ref().map(|member| mask(&member.member)),
        kind: kind_of(member.as_ref(), account.field("Type").text()?),
        currency: account.field("Currency").text()?,
        balance: BalanceSummary {
            available: balance.field("Available").number()?,
            current: balance.field("Current").number()?,
            limit: balance.field("Limit").number()?,
        },
        holder: account.field("Holder").object()?.field("Name").text()?,
        transactions: transactions(&account.field("Transactions"))?,
    };
    Ok((member.map(|member| member.member), summary))
}

/// The parts of a member number. One with more hyphens or a longer suffix is an account number: all but its last digits are
/// masked.
fn membership(number: &str) -> Option<MemberNumber> {
    let (member, suffix) = number.rsplit_once('-')?;
    member_number(number).filter(|_| suffix.trim().len() <= MAX_SUFFIX_DIGITS && !member.contains('-'))
}

fn kind_of(member: Option<&MemberNumber>, kind: Option<String>) -> Option<String> {
    let known = match member.map(|member| member.kind) {
        Some(MemberAccountKind::Chequing) => Some("chequing"),
        Some(MemberAccountKind::Savings) => Some("savings"),
        Some(MemberAccountKind::Additional) => Some("additional"),
        None => ["chequing", "savings"]
            .into_iter()
            .find(|known| kind.as_ref().is_some_and(|kind| kind.eq_ignore_ascii_case(known))),
    };
    known.map(str::to_owned).or(kind)
}

/// Masks a number. One with at most four digits is unchanged: it is short, or the institution masked it.
fn mask(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.len().checked_sub(MAX_VISIBLE_DIGITS) {
        None | Some(0) => number.to_owned(),
        Some(hidden) => format!("{MASK}{}", digits.get(hidden..).unwrap_or_default()),
    }
}

fn transactions(list: &Reader<'_>) -> Result<TransactionsSummary, DecodeError> {
    let items = list.items()?;
    let count = items.len();
    let mut days = Vec::new();
    for transaction in items {
        days.extend(transaction.object()?.field("Date").text()?.as_deref().and_then(day));
    }
    // Days of this form sort as text.
    Ok(TransactionsSummary { count, from: days.iter().min().cloned(), to: days.into_iter().max() })
}

/// The day of `2025-01-31`, also when a time follows or slashes separate the parts.
fn day(date: &str) -> Option<String> {
    let day = date.get(..10)?.replace('/', "-");
    let fits = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    day.bytes().enumerate().all(fits).then_some(day)
}

/// Moves the accounts of a membership to its first one.
fn group(found: Vec<(Membership, AccountSummary)>) -> Vec<AccountSummary> {
    let mut places: HashMap<String, usize> = HashMap::new();
    let mut groups: Vec<Vec<AccountSummary>> = Vec::new();
    for (member, account) in found {
        let place = member.map_or(groups.len(), |member| *places.entry(member).or_insert(groups.len()));
        match groups.get_mut(place) {
            Some(group) => group.push(account),
            None => groups.push(vec![account]),
        }
    }
    groups.into_iter().flatten().collect()
}
