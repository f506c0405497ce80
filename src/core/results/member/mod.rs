//! The member numbers of credit unions, which name several accounts under one membership.
//!
//! It decides what is a member number and what kind of account the suffix names. It never masks: what is shown of a number
//! is decided in `results::accounts::summary`.
//!
//! `www/accounts/member.js` is the same function for pages; `tests/member_numbers.json` is the table of cases that holds both.
//!
//! Source: the integration guide. `xxxx2354-0` is the chequing (share draft) account, `-1` the savings account, `-2`,
//! `-3` and so on are additional ones. Length and masking characters are not documented, so any are accepted.

use crate::core::redacted::partial_debug;
use serde::Serialize;

/// The kind of an account under a membership, by the suffix of its number.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum MemberAccountKind {
    /// Suffix 0: chequing, in the United States share draft.
    Chequing,
    /// Suffix 1.
    Savings,
    /// Suffix 2 and above.
    Additional,
}

impl MemberAccountKind {
    /// The kind that a suffix names.
    pub fn of_suffix(suffix: u32) -> Self {
        match suffix {
            0 => Self::Chequing,
            1 => Self::Savings,
            _ => Self::Additional,
        }
    }
}

/// The parts of a member number.
#[derive(Clone, PartialEq, Eq, Serialize)]
pub struct MemberNumber {
    /// The number of the membership, masked or not, as it came.
    pub member: String,
    /// The number of the account under it.
    pub suffix: u32,
    /// The kind of account that the suffix names.
    pub kind: MemberAccountKind,
}

partial_debug! {
    MemberNumber { suffix, kind }
}

/// Splits a member number into its parts; `None` for a number without a suffix. Blanks around the parts are dropped.
///
/// ```
/// use flinks_upload::core::results::member::{MemberAccountKind, member_number};
/// let number = member_number("xxxx2354-0").ok_or("no member number")?;
/// assert_eq!((number.member.as_str(), number.suffix), ("xxxx2354", 0));
/// assert_eq!(number.kind, MemberAccountKind::Chequing);
/// # Ok::<(), &str>(())
/// ```
pub fn member_number(text: &str) -> Option<MemberNumber> {
    let (member, suffix) = text.trim().rsplit_once('-')?;
    let (member, suffix) = (member.trim_end(), suffix.trim_start());
    if member.chars().any(char::is_control) {
        return None;
    }
    let suffix = suffix_behind(member, suffix)?;
    Some(MemberNumber { member: member.to_owned(), suffix, kind: MemberAccountKind::of_suffix(suffix) })
}

/// The suffix behind a member number, without blanks around either.
pub(crate) fn suffix_behind(member: &str, suffix: &str) -> Option<u32> {
    let is_member = member.bytes().any(|byte| byte.is_ascii_digit());
    let is_suffix = suffix.bytes().all(|byte| byte.is_ascii_digit());
    if is_member && is_suffix { suffix.parse().ok() } else { None }
}

#[cfg(test)]
mod tests;
