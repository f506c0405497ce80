//! The little of `GetAccountsDetail` that a page shows.

use super::{
    malformed::{At, Malformed, Shape},
    node::Node,
};
use crate::core::results::member::{MemberAccountKind, MemberNumber, member_number};
use serde::Serialize;
use serde_json::Value;
use std::collections::HashMap;

/// More of a number is not for showing. In digits.
const SHOWN: usize = 4;
/// `12-3456789` is a transit and an account number, no member number: a suffix counts accounts. In digits.
const LONGEST_SUFFIX: usize = 3;
/// Stands for the digits that are not shown.
const MASK: &str = "••••";

/// One account, for showing.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct AccountSummary {
    /// The provider's id of it.
    pub id: Option<String>,
    /// What the institution calls it.
    pub title: Option<String>,
    /// Masked: at most the last four digits, `••••1238`, and the suffix of a member number, `xxxx2354-0`.
    pub number: Option<String>,
    /// The membership, masked like the number, if it is one of a credit union's.
    pub member: Option<String>,
    /// `chequing`, `savings` or `additional` by the suffix of the member number; else the provider's `Type`, of which
    /// the first two are written in the same way.
    pub kind: Option<String>,
    /// The currency's code.
    pub currency: Option<String>,
    /// What it holds.
    pub balance: BalanceSummary,
    /// The name of whose account it is.
    pub holder: Option<String>,
    /// What there is of its transactions.
    pub transactions: TransactionsSummary,
}

/// What an account holds.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[expect(missing_docs, reason = "the provider's own words")]
pub struct BalanceSummary {
    pub available: Option<f64>,
    pub current: Option<f64>,
    pub limit: Option<f64>,
}

/// How many transactions, from when to when (`2025-01-31`). A date of another form is counted, but not among these.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
#[expect(missing_docs, reason = "the words say it")]
pub struct TransactionsSummary {
    pub count: usize,
    pub from: Option<String>,
    pub to: Option<String>,
}

/// The accounts of an answer of `GetAccountsDetail`, or of a webhook of that type, for showing. Those of one membership
/// stand together, where the first of them stood; otherwise they keep their order.
///
/// # Errors
/// Names where something is not as expected, without the value.
///
/// ```
/// use flinks_upload::core::results::accounts::accounts;
/// let detail = serde_json::json!({"Accounts": [{"AccountNumber": "7641238", "Type": "Chequing"}]});
/// let accounts = accounts(&detail)?;
/// assert_eq!(accounts.first().and_then(|account| account.number.as_deref()), Some("••••1238"));
/// # Ok::<(), flinks_upload::core::results::accounts::Malformed>(())
/// ```
pub fn accounts(answer: &Value) -> Result<Vec<AccountSummary>, Malformed> {
    let answer = Node { value: answer, at: At::Answer };
    if answer.shape() != Shape::Object {
        return Err(answer.refuse("an object, as GetAccountsDetail answers"));
    }
    let list = answer.field("Accounts");
    if list.shape() == Shape::Nothing && answer.field("FlinksCode").shape() != Shape::Nothing {
        return Err(Malformed { received: "an error or a pending answer", ..answer.refuse("accounts") });
    }
    let found: Result<Vec<_>, _> = list.items()?.map(|account| summary(&account)).collect();
    Ok(group(found?))
}

type Membership = Option<String>;

fn summary(account: &Node<'_>) -> Result<(Membership, AccountSummary), Malformed> {
    if account.shape() != Shape::Object {
        return Err(account.refuse("an object"));
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

fn membership(number: &str) -> Option<MemberNumber> {
    let suffix = number.rsplit('-').next()?.trim();
    member_number(number).filter(|_| suffix.len() <= LONGEST_SUFFIX)
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

/// A number that shows no more than four digits stays as it came: masked by the institution, or short.
fn mask(number: &str) -> String {
    let digits: String = number.chars().filter(char::is_ascii_digit).collect();
    match digits.len().checked_sub(SHOWN) {
        None | Some(0) => number.to_owned(),
        Some(hidden) => format!("{MASK}{}", digits.get(hidden..).unwrap_or_default()),
    }
}

fn transactions(list: &Node<'_>) -> Result<TransactionsSummary, Malformed> {
    let items = list.items()?;
    let count = items.len();
    let mut days = Vec::new();
    for transaction in items {
        days.extend(transaction.object()?.field("Date").text()?.as_deref().and_then(day));
    }
    // Days of this form are in the order of their letters.
    Ok(TransactionsSummary { count, from: days.iter().min().cloned(), to: days.into_iter().max() })
}

/// The day of `2025-01-31`, also when a time follows or when it is written with slashes.
fn day(date: &str) -> Option<String> {
    let day = date.get(..10)?.replace('/', "-");
    let fits = |(at, byte): (usize, u8)| if at == 4 || at == 7 { byte == b'-' } else { byte.is_ascii_digit() };
    day.bytes().enumerate().all(fits).then_some(day)
}

/// Puts the accounts of a membership where its first one stands.
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
