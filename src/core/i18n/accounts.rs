//! The keys of the texts of `<flinks-accounts>`. That element is plain JavaScript: in Rust these texts are only for the
//! generated files.

use super::key::keys;

keys! {
    /// One text of `<flinks-accounts>`.
    pub enum AccountsKey {
        Title = "accounts-title",
        Count = "accounts-count" {accounts},
        Pending = "accounts-pending",
        Failed = "accounts-failed",
        Unavailable = "accounts-unavailable",
        Empty = "accounts-empty",
        NotSetUp = "accounts-not-set-up",
        Member = "accounts-member" {member},
        Others = "accounts-others",
        Account = "accounts-account",
        Ending = "accounts-ending" {digits},
        Kind = "accounts-type",
        Chequing = "accounts-chequing",
        Savings = "accounts-savings",
        Additional = "accounts-additional",
        Holder = "accounts-holder",
        Balance = "accounts-balance",
        Available = "accounts-available",
        Limit = "accounts-limit",
        Transactions = "accounts-transactions",
        Period = "accounts-period",
        Unknown = "accounts-unknown",
    }
}
