//! The typed form of `GetAccountsDetail`, for servers.

use super::{answer::ResponseType, record::record};
use serde_json::{Map, Number, Value};

record! {
    /// What `GetAccountsDetail` answers with status 200, and what a webhook of that type brings.
    ///
    /// ```
    /// use flinks_upload::core::results::accounts::AccountsDetail;
    /// let detail = AccountsDetail::parse(br#"{"Accounts":[{"AccountNumber":"0041238"}],"Tag":"t","New":1}"#)?;
    /// assert_eq!(detail.accounts.iter().flatten().next().and_then(|a| a.account_number.as_deref()), Some("0041238"));
    /// assert_eq!(detail.other.get("New"), Some(&1.into()));
    /// # Ok::<(), flinks_upload::core::results::accounts::Malformed>(())
    /// ```
    #[expect(missing_docs, reason = "the provider's own words")]
    pub struct AccountsDetail {
        http_status_code: u16 = "HttpStatusCode",
        /// In webhooks only.
        response_type: ResponseType = "ResponseType",
        accounts: Vec<Account> = "Accounts",
        login: Login = "Login",
        institution_id: Number = "InstitutionId",
        institution: String = "Institution",
        request_id: String = "RequestId",
        /// The tag that was given to Connect.
        tag: String = "Tag",
    }
}

record! {
    /// One account.
    #[expect(missing_docs, reason = "the provider's own words")]
    pub struct Account {
        transactions: Vec<Transaction> = "Transactions",
        transit_number: String = "TransitNumber",
        institution_number: String = "InstitutionNumber",
        overdraft_limit: Number = "OverdraftLimit",
        title: String = "Title",
        account_number: String = "AccountNumber",
        last_four_digits: String = "LastFourDigits",
        balance: Balance = "Balance",
        category: String = "Category",
        /// `Type`.
        kind: String = "Type",
        currency: String = "Currency",
        holder: Holder = "Holder",
        id: String = "Id",
    }
}

record! {
    /// One line of a statement.
    #[expect(missing_docs, reason = "the provider's own words")]
    pub struct Transaction {
        date: String = "Date",
        code: String = "Code",
        description: String = "Description",
        debit: Number = "Debit",
        credit: Number = "Credit",
        balance: Number = "Balance",
        id: String = "Id",
    }
}

record! {
    /// What an account holds.
    #[expect(missing_docs, reason = "the provider's own words")]
    pub struct Balance {
        available: Number = "Available",
        current: Number = "Current",
        limit: Number = "Limit",
    }
}

record! {
    /// Whose account it is.
    #[expect(missing_docs, reason = "the provider's own words")]
    pub struct Holder {
        name: String = "Name",
        address: Map<String, Value> = "Address",
        email: String = "Email",
        phone_number: String = "PhoneNumber",
    }
}

record! {
    /// The link to an institution.
    #[expect(missing_docs, reason = "the provider's own words")]
    pub struct Login {
        username: String = "Username",
        is_scheduled_refresh: bool = "IsScheduledRefresh",
        last_refresh: String = "LastRefresh",
        /// `Type`.
        kind: String = "Type",
        id: String = "Id",
    }
}
