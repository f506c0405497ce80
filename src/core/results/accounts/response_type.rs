//! The `ResponseType` of a webhook.
//!
//! Source: the provider's documentation. `GetAccountsDetail` has the body of a 200 answer of that call, `KYC` comes before
//! it with the holder alone. Fraud alerts for uploads exist, but neither their type nor their body is documented: they
//! come as [`ResponseType::Unknown`].

use super::{
    decode_error::{DecodeError, JsonPath},
    lenient_struct::FromJson,
};
use crate::core::string_enum::string_enum;
use serde_json::Value;

string_enum! {
    /// What a webhook is about. Answers of the API have no such field.
    pub enum ResponseType {
        /// The documents were processed: accounts and transactions.
        GetAccountsDetail = "GetAccountsDetail",
        /// The holder's identity, sent before the accounts.
        Kyc = "KYC",
    }
}

impl FromJson for ResponseType {
    fn from_json(value: Value, path: &JsonPath<'_>) -> Result<Self, DecodeError> {
        String::from_json(value, path).map(|text| Self::from_text(&text))
    }
}
