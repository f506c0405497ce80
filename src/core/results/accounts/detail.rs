//! The typed form of `GetAccountsDetail`, for servers.
//!
//! Source: the provider's documentation, whose names the fields keep. Nearly every field may be null. Values that look
//! like numbers are strings (`TransitNumber`, `AccountNumber`), so that leading zeros stay; amounts are JSON numbers,
//! in the currency of the account, kept with the digits that came.

use super::{lenient_struct::lenient_struct, response_type::ResponseType};
use serde_json::{Map, Number, Value};

lenient_struct! {
    /// The body of a response of `GetAccountsDetail` with status 200, and of a webhook of that type.
    ///
    /// ```
    /// use flinks_upload::core::results::accounts::AccountsDetail;
    /// let detail = AccountsDetail::parse(br#"{"Accounts":[{"AccountNumber":"0041238"}],"Tag":"t","New":1}"#)?;
    /// assert_eq!(detail.accounts.iter().flatten().next().and_then(|a| a.account_number.as_deref()), Some("0041238"));
    /// assert_eq!(detail.other.get("New"), Some(&1.into()));
    /// # Ok::<(), flinks_upload::core::results::accounts::DecodeError>(())
    /// ```
    pub struct AccountsDetail {
        /// The HTTP status, repeated in the body.
        http_status_code: u16 = "HttpStatusCode",
        /// Present in webhooks only.
        response_type: ResponseType = "ResponseType",
        /// The accounts that were found in the documents.
        accounts: Vec<Account> = "Accounts",
        /// The login at the institution.
        login: Login = "Login",
        /// The provider's number for the institution.
        institution_id: Number = "InstitutionId",
        /// The name of the institution, such as `FlinksCapital`.
        institution: String = "Institution",
        /// The id of the request; it expires.
        request_id: String = "RequestId",
        /// The `tag` that was given to Connect.
        tag: String = "Tag",
    }
}

lenient_struct! {
    /// One account.
    pub struct Account {
        /// The transactions, in no promised order.
        transactions: Vec<Transaction> = "Transactions",
        /// The branch, with leading zeros: `00347`.
        transit_number: String = "TransitNumber",
        /// The institution's number, with leading zeros: `777`.
        institution_number: String = "InstitutionNumber",
        /// How far the account may be overdrawn.
        overdraft_limit: Number = "OverdraftLimit",
        /// What the institution calls the account: `Chequing CAD`.
        title: String = "Title",
        /// The number, with leading zeros, possibly masked. A credit union's is a member number (`results::member`).
        account_number: String = "AccountNumber",
        /// The last four digits, where only these are known.
        last_four_digits: String = "LastFourDigits",
        /// The balances.
        balance: Balance = "Balance",
        /// The provider's category: `Operations`.
        category: String = "Category",
        /// The provider's `Type`: `Chequing`.
        kind: String = "Type",
        /// The ISO 4217 code of the currency: `CAD`.
        currency: String = "Currency",
        /// The person that the account belongs to.
        holder: Holder = "Holder",
        /// The provider's id of the account.
        id: String = "Id",
    }
}

lenient_struct! {
    /// One line of a statement.
    pub struct Transaction {
        /// The day, as `2025-01-31`.
        date: String = "Date",
        /// The institution's code for the kind of transaction.
        code: String = "Code",
        /// The text of the line.
        description: String = "Description",
        /// The amount that left the account; null for a credit.
        debit: Number = "Debit",
        /// The amount that came into the account; null for a debit.
        credit: Number = "Credit",
        /// The balance after it.
        balance: Number = "Balance",
        /// The provider's id of the transaction.
        id: String = "Id",
    }
}

lenient_struct! {
    /// The balances of an account, in its currency.
    pub struct Balance {
        /// What can be spent, which may include an overdraft.
        available: Number = "Available",
        /// What is in the account.
        current: Number = "Current",
        /// The credit limit.
        limit: Number = "Limit",
    }
}

lenient_struct! {
    /// The person that an account belongs to.
    pub struct Holder {
        /// The full name.
        name: String = "Name",
        /// The address, whose fields are kept as they come.
        address: Map<String, Value> = "Address",
        /// The e-mail address.
        email: String = "Email",
        /// The phone number, in no fixed form.
        phone_number: String = "PhoneNumber",
    }
}

lenient_struct! {
    /// The login at an institution.
    pub struct Login {
        /// The username at the institution; null after an upload.
        username: String = "Username",
        /// Whether the provider refreshes the accounts by itself.
        is_scheduled_refresh: bool = "IsScheduledRefresh",
        /// When the accounts were refreshed last, as `2025-02-01T10:00:00`.
        last_refresh: String = "LastRefresh",
        /// The provider's `Type`: `Personal`.
        kind: String = "Type",
        /// The id of the login, a GUID; it does not expire.
        id: String = "Id",
    }
}
