//! The little of a webhook, or of an answer, that a server acts on: how it ended, and for whom.
//!
//! It takes any object: a field that is not as documented must not keep a server from hearing that the documents were
//! processed. Who wants the whole reads it with [`super::read_answer`].

use super::{
    answer::ResponseType,
    malformed::Malformed,
    record::{Object, parse},
};
use crate::core::connect::error_code::ErrorCode;
use serde_json::Value;

/// How it ended.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The accounts are there; how many.
    Ready(usize),
    /// Status 202: not yet.
    Pending,
    /// It failed, with this code.
    Failed(ErrorCode),
    /// A webhook about something else.
    Other(ResponseType),
}

/// How it ended, and for whom.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Notice {
    /// How it ended.
    pub outcome: Outcome,
    /// The tag that was given to Connect.
    pub tag: Option<String>,
    /// The id of the request; it expires.
    pub request_id: Option<String>,
    /// The id of the link to the institution; it does not expire.
    pub login_id: Option<String>,
}

/// Reads a webhook or an answer; `status` is the one it came with, which counts only where the body names none.
///
/// # Errors
/// If it is no JSON object.
///
/// ```
/// use flinks_upload::core::results::accounts::{Outcome, read_notice};
/// let notice = read_notice(br#"{"ResponseType":"GetAccountsDetail","Accounts":[{}],"Tag":"t"}"#, 200)?;
/// assert_eq!((notice.outcome, notice.tag.as_deref()), (Outcome::Ready(1), Some("t")));
/// # Ok::<(), flinks_upload::core::results::accounts::Malformed>(())
/// ```
pub fn read_notice(body: &[u8], status: u16) -> Result<Notice, Malformed> {
    let map: Object = parse(body)?;
    let text = |name: &str| map.get(name).and_then(Value::as_str).filter(|text| !text.is_empty()).map(str::to_owned);
    let login = map.get("Login").and_then(|login| login.get("Id")?.as_str()).map(str::to_owned);
    Ok(Notice { outcome: outcome(&map, status), tag: text("Tag"), request_id: text("RequestId"), login_id: login })
}

fn outcome(map: &Object, status: u16) -> Outcome {
    let text = |name: &str| map.get(name).and_then(Value::as_str);
    let status = map.get("HttpStatusCode").and_then(Value::as_u64).unwrap_or(status.into());
    let accounts = map.get("Accounts").and_then(Value::as_array).map(Vec::len);
    match (text("ResponseType").map(ResponseType::from_text), status, accounts) {
        (Some(kind), _, _) if kind != ResponseType::GetAccountsDetail => Outcome::Other(kind),
        (_, 202, _) => Outcome::Pending,
        (_, 200, Some(accounts)) => Outcome::Ready(accounts),
        (_, 200, None) if text("FlinksCode").is_none() => Outcome::Ready(0),
        _ => Outcome::Failed(ErrorCode::from_text(text("FlinksCode").unwrap_or_default())),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn outcome_of(text: &str) -> Outcome {
        read_notice(text.as_bytes(), 200).unwrap().outcome
    }

    #[test]
    fn every_outcome_is_told_apart() {
        assert_eq!(outcome_of(r#"{"Accounts":[{},{}]}"#), Outcome::Ready(2));
        assert_eq!(outcome_of(r#"{"Accounts":null}"#), Outcome::Ready(0));
        assert_eq!(outcome_of(r#"{"HttpStatusCode":202,"FlinksCode":"OPERATION_PENDING"}"#), Outcome::Pending);
        let failed = Outcome::Failed(ErrorCode::DocumentProcessingFailed);
        assert_eq!(outcome_of(r#"{"FlinksCode":"Document_Processing_Failed"}"#), failed);
        assert_eq!(
            outcome_of(r#"{"HttpStatusCode":400,"FlinksCode":"Document_Processing_Failed","Accounts":[]}"#),
            failed
        );
        assert_eq!(outcome_of(r#"{"HttpStatusCode":500}"#), Outcome::Failed(ErrorCode::Unknown(String::new())));
        assert_eq!(outcome_of(r#"{"ResponseType":"KYC"}"#), Outcome::Other(ResponseType::Kyc));
        assert_eq!(read_notice(b"{}", 202).unwrap().outcome, Outcome::Pending);
    }

    #[test]
    fn fields_of_another_kind_do_not_hide_the_outcome() {
        let body = br#"{"Accounts":[7],"Login":[],"Holder":"x","Tag":"t","RequestId":{},"HttpStatusCode":"200"}"#;
        let notice = read_notice(body, 200).unwrap();
        assert_eq!((notice.outcome, notice.tag.as_deref()), (Outcome::Ready(1), Some("t")));
        assert_eq!((notice.request_id, notice.login_id), (None, None));
    }

    #[test]
    fn only_an_object_is_a_notice() {
        for text in ["", "[]", "7", "null", "{"] {
            assert!(read_notice(text.as_bytes(), 200).is_err(), "{text:?}");
        }
    }
}
