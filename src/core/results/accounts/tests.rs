//! Responses as the provider documents them, and what hostile or later ones may look like.

use super::{
    classify::{ResponseKind, classify},
    detail::AccountsDetail,
    response::{AccountsResponse, read_response},
    response_type::ResponseType,
    summary::accounts,
    webhook::read_notification,
};
use crate::core::{connect::error_code::ErrorCode, results::status::UploadStatus};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

/// As documented, with names of our own.
fn documented() -> Value {
    json!({
        "HttpStatusCode": 200,
        "Accounts": [{
            "Transactions": [
                {"Date": "2025-01-31", "Code": null, "Description": "PAYROLL", "Debit": null, "Credit": 1500.25, "Balance": 5105.6, "Id": "t-1"},
                {"Date": "2024-12-02", "Code": null, "Description": "RENT", "Debit": 900, "Credit": null, "Balance": 3605.35, "Id": "t-2"}
            ],
            "TransitNumber": "00347", "InstitutionNumber": "777", "OverdraftLimit": 0, "Title": "Chequing CAD",
            "AccountNumber": "0041238", "LastFourDigits": null,
            "Balance": {"Available": 5405.5, "Current": 5105.5, "Limit": null},
            "Category": "Operations", "Type": "Chequing", "Currency": "CAD",
            "Holder": {"Name": "Ada Example", "Address": {"CivicAddress": "1 Example St", "PostalCode": "H1H 1H1"},
                "Email": "ada@example.com", "PhoneNumber": "(514) 333-7777"},
            "Id": "a-1"
        }],
        "Login": {"Username": "Greatday", "IsScheduledRefresh": false, "LastRefresh": "2025-02-01T10:00:00", "Type": "Personal", "Id": "l-1"},
        "InstitutionId": 14, "Institution": "FlinksCapital", "RequestId": "r-1", "Tag": "t"
    })
}

fn detail(value: &Value) -> AccountsDetail {
    AccountsDetail::parse(value.to_string().as_bytes()).unwrap()
}

fn numbered(numbers: &[&str]) -> Value {
    let accounts: Vec<Value> =
        numbers.iter().enumerate().map(|(id, number)| json!({"Id": id, "AccountNumber": number})).collect();
    json!({ "Accounts": accounts })
}

#[test]
fn a_documented_answer_is_read_with_its_leading_zeros() {
    let detail = detail(&documented());
    let account = &detail.accounts.as_ref().unwrap()[0];
    assert_eq!(account.account_number.as_deref(), Some("0041238"));
    assert_eq!(account.transit_number.as_deref(), Some("00347"));
    assert_eq!(
        account.transactions.as_ref().unwrap()[0].credit.as_ref().and_then(serde_json::Number::as_f64),
        Some(1500.25)
    );
    assert_eq!((detail.tag.as_deref(), detail.http_status_code), (Some("t"), Some(200)));
}

#[test]
fn a_round_trip_keeps_all_but_nulls() {
    let mut value = documented();
    value["New"] = json!({"deep": [1, null, "x"]});
    value["Accounts"][0]["Holder"]["Nickname"] = json!("A");
    let written = serde_json::to_value(detail(&value)).unwrap();
    assert_eq!(written, without_nulls(value));
}

#[test]
fn a_number_where_a_text_is_expected_is_taken() {
    let value = json!({"Accounts": [{"AccountNumber": 7_641_238, "TransitNumber": 12347, "Id": 5}], "RequestId": 1});
    let account = &detail(&value).accounts.unwrap()[0];
    assert_eq!(account.account_number.as_deref(), Some("7641238"));
    assert_eq!(accounts(&value).unwrap()[0].id.as_deref(), Some("5"));
}

#[test]
fn every_field_may_be_null_or_absent() {
    let nulls = |mut value: Value| {
        value.as_object_mut().unwrap().values_mut().for_each(|field| *field = Value::Null);
        value
    };
    let account = nulls(documented()["Accounts"][0].clone());
    let value = json!({"Accounts": [{}, account, {"Balance": null, "Holder": {"Name": null}, "Transactions": [{"Date": null}]}]});
    assert_eq!(detail(&value).accounts.unwrap().len(), 3);
    let found = accounts(&value).unwrap();
    assert_eq!(found[1], found[0]);
    assert_eq!(found[2].transactions.count, 1);
    assert_eq!(accounts(&nulls(documented())).unwrap(), []);
}

/// `tests/node/accounts.test.mjs` holds the npm package to the same table.
#[test]
fn every_case_of_the_table_is_summed_up_or_refused_as_it_says() {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/accounts.json")).unwrap();
    assert!(cases.len() > 20);
    for case in cases {
        let name = case["name"].as_str().unwrap();
        match accounts(&case["answer"]) {
            Ok(found) => assert_eq!(serde_json::to_value(found).unwrap(), case["accounts"], "{name}"),
            Err(error) => assert_eq!(error.to_string(), case["error"], "{name}"),
        }
    }
}

#[test]
fn an_error_quotes_nothing_that_came() {
    for field in ["Holder", "Balance", "Transactions", "Login"] {
        let account = json!({ field: "Ada Example 7641238" });
        let value = json!({"Accounts": [account], "Login": "Ada Example 7641238"});
        for error in [
            AccountsDetail::parse(value.to_string().as_bytes()).unwrap_err(),
            AccountsDetail::parse(b"{\"Holder\": Ada Example 7641238}").unwrap_err(),
        ] {
            let all = format!("{error} {error:?}");
            assert!(!all.contains("Ada") && !all.contains("1238"), "{all}");
        }
    }
}

/// `tests/node/accounts.test.mjs` holds the npm package to the same table, and the relay's tests its webhooks.
fn response_cases() -> Vec<Value> {
    let cases: Vec<Value> = serde_json::from_str(include_str!("../../../../tests/account_responses.json")).unwrap();
    assert!(cases.len() > 50);
    cases
}

fn http_status(case: &Value) -> u16 {
    case["httpStatus"].as_u64().map_or(200, |status| status.try_into().unwrap())
}

#[test]
fn every_response_of_the_table_is_classified_as_it_says() {
    for case in response_cases() {
        let code = case["code"].as_str().map(ErrorCode::from_text);
        let kind = classify(case["body"].as_object().unwrap(), http_status(&case));
        let expected = match case["kind"].as_str().unwrap() {
            "accounts" => ResponseKind::Accounts(usize::try_from(case["count"].as_u64().unwrap()).unwrap()),
            "no-accounts" => ResponseKind::NoAccounts,
            "pending" => ResponseKind::Pending,
            "failed" => ResponseKind::DocumentsFailed,
            "error" => ResponseKind::Error(code),
            "other-type" => {
                ResponseKind::OtherType(ResponseType::from_text(case["body"]["ResponseType"].as_str().unwrap()))
            }
            "unrecognized" => ResponseKind::Unrecognized,
            other => panic!("the table has an unknown kind: {other}"),
        };
        assert_eq!(kind, expected, "{}", case["name"]);
        let status = kind.upload_status();
        assert_eq!(status.as_ref().map(UploadStatus::as_str), case["uploadStatus"].as_str(), "{}", case["name"]);
    }
}

#[test]
fn notifications_typed_responses_and_summaries_never_contradict_the_table() {
    for case in response_cases() {
        let (body, http_status) = (case["body"].to_string(), http_status(&case));
        let kind = classify(case["body"].as_object().unwrap(), http_status);
        assert_eq!(read_notification(body.as_bytes(), http_status).unwrap().kind, kind, "{}", case["name"]);
        // A typed response may be refused, because a field has another type, but is never of another kind.
        let agrees = match read_response(body.as_bytes(), http_status) {
            Ok(AccountsResponse::Ready(_)) => matches!(kind, ResponseKind::Accounts(_) | ResponseKind::NoAccounts),
            Ok(AccountsResponse::Pending(_)) => kind == ResponseKind::Pending,
            Ok(AccountsResponse::Failed(_)) => matches!(kind, ResponseKind::DocumentsFailed | ResponseKind::Error(_)),
            Ok(AccountsResponse::Other(other, _)) => kind == ResponseKind::OtherType(other),
            Err(_) => true,
        };
        assert!(agrees, "{}", case["name"]);
        if kind == ResponseKind::Unrecognized {
            assert!(read_response(body.as_bytes(), http_status).is_err(), "{}", case["name"]);
        }
        let found = accounts(&case["body"]);
        match classify(case["body"].as_object().unwrap(), 200) {
            ResponseKind::Accounts(count) => assert_eq!(found.unwrap().len(), count, "{}", case["name"]),
            ResponseKind::NoAccounts => assert_eq!(found.unwrap(), [], "{}", case["name"]),
            _ => assert!(found.is_err(), "{}", case["name"]),
        }
    }
}

#[test]
fn every_documented_response_is_read_in_typed_form() {
    for case in response_cases() {
        let is_documented = case["why"].as_str().unwrap().starts_with("Documented:");
        if is_documented {
            read_response(case["body"].to_string().as_bytes(), http_status(&case)).unwrap();
        }
    }
}

#[test]
fn only_an_object_is_a_notification() {
    for text in ["", "[]", "7", "null", "{"] {
        assert!(read_notification(text.as_bytes(), 200).is_err(), "{text:?}");
    }
}

#[test]
fn ids_of_another_type_are_none() {
    let body = br#"{"Accounts":[{}],"Login":{"Id":7},"Tag":"t","RequestId":{}}"#;
    let found = read_notification(body, 200).unwrap();
    assert_eq!((found.tag.as_deref(), found.request_id, found.login_id), (Some("t"), None, None));
    let empty = read_notification(br#"{"Login":{"Id":""},"Tag":"","RequestId":""}"#, 200).unwrap();
    assert_eq!((empty.tag, empty.request_id, empty.login_id), (None, None, None));
}

#[test]
fn every_response_says_what_it_is_about() {
    let about = json!({"Tag": "t", "RequestId": "r-1", "Login": {"Id": "l-1"}});
    for (more, status) in [
        (json!({"Accounts": []}), 200),
        (json!({}), 202),
        (json!({"FlinksCode": "INVALID_LOGIN"}), 401),
        (json!({"ResponseType": "GetStatements"}), 200),
    ] {
        let mut body = about.as_object().unwrap().clone();
        body.extend(more.as_object().unwrap().clone());
        let answer = read_response(Value::Object(body).to_string().as_bytes(), status).unwrap();
        assert_eq!((answer.tag(), answer.request_id(), answer.login_id()), (Some("t"), Some("r-1"), Some("l-1")));
        let silent = read_response(more.to_string().as_bytes(), status).unwrap();
        assert_eq!((silent.tag(), silent.request_id(), silent.login_id()), (None, None, None));
    }
}

#[test]
fn a_webhook_is_a_response_with_a_type() {
    let mut body = documented();
    body["ResponseType"] = json!("GetAccountsDetail");
    let answer = read_response(body.to_string().as_bytes(), 200).unwrap();
    assert_eq!((answer.tag(), answer.request_id(), answer.login_id()), (Some("t"), Some("r-1"), Some("l-1")));
    assert!(
        matches!(answer, AccountsResponse::Ready(detail) if detail.response_type == Some(ResponseType::GetAccountsDetail))
    );
    for kind in ["KYC", "FraudAlert"] {
        body["ResponseType"] = json!(kind);
        let AccountsResponse::Other(read, fields) = read_response(body.to_string().as_bytes(), 200).unwrap() else {
            panic!("{kind}")
        };
        assert_eq!((read.as_str(), Value::Object(fields)), (kind, body.clone()));
    }
}

#[test]
fn hostile_texts_are_errors_and_never_a_panic() {
    let deep = format!("{}{}", "[".repeat(100_000), "]".repeat(100_000));
    let deep_field = format!("{{\"New\":{deep}}}");
    for text in ["", "{", "null", "7", "\"x\"", "[]", "\u{feff}{}", "{\"Accounts\":[[]]}", &deep, &deep_field] {
        assert!(AccountsDetail::parse(text.as_bytes()).is_err(), "{}", text.get(..20).unwrap_or(text));
    }
    assert!(AccountsDetail::parse(b"{\"Tag\":\"\xff\"}").is_err());
    assert!(AccountsDetail::parse(br#"{"HttpStatusCode":-1}"#).is_err());
    assert!(AccountsDetail::parse(br#"{"Accounts":[{"OverdraftLimit":1e999}]}"#).is_err());
}

fn without_nulls(value: Value) -> Value {
    match value {
        // Only of fields that are known: what is unknown is kept as it came.
        Value::Object(map) => Value::Object(
            map.into_iter()
                .filter(|(_, value)| !value.is_null())
                .map(|(name, value)| if name == "New" { (name, value) } else { (name, without_nulls(value)) })
                .collect(),
        ),
        Value::Array(items) => Value::Array(items.into_iter().map(without_nulls).collect()),
        other => other,
    }
}

/// Any JSON at all.
fn any_json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        // Amounts: more digits than money has are not promised to come back the same.
        (-1_000_000_000..1_000_000_000i32).prop_map(|cents| Value::from(f64::from(cents) / 100.0)),
        "\\PC{0,12}".prop_map(Value::from),
        "[0-9x*]{0,9}(-[0-9]{1,4})?".prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 4, |inner| {
        prop_oneof![
            proptest::collection::vec(inner.clone(), 0..4).prop_map(Value::from),
            proptest::collection::hash_map("\\PC{0,6}", inner, 0..4)
                .prop_map(|map| Value::Object(map.into_iter().collect::<Map<_, _>>())),
        ]
    })
}

proptest! {
    #[test]
    fn any_value_in_any_place_is_read_or_refused_but_never_a_panic(value in any_json(), place in 0..7usize) {
        let mut answer = documented();
        let path = ["", "/Accounts", "/Accounts/0", "/Accounts/0/Balance", "/Accounts/0/Transactions/1/Date", "/Accounts/0/AccountNumber", "/Login"][place];
        *answer.pointer_mut(path).unwrap() = value;
        let _ = accounts(&answer);
        let _ = read_response(answer.to_string().as_bytes(), 200);
    }

    #[test]
    fn a_second_round_trip_changes_nothing(unknown in any_json(), number in any::<u64>()) {
        let mut value = documented();
        value["Accounts"][0]["Unknown"] = unknown.clone();
        value["Accounts"][0]["AccountNumber"] = json!(number);
        let once = detail(&value);
        prop_assert_eq!(&once.accounts.as_ref().unwrap()[0].other["Unknown"], &unknown);
        let again = detail(&serde_json::to_value(&once).unwrap());
        prop_assert_eq!(once, again);
    }

    #[test]
    fn grouping_loses_nothing_and_keeps_memberships_together(members in proptest::collection::vec(0..4u8, 0..30)) {
        let numbers: Vec<String> = members.iter().map(|m| if *m == 0 { "7641238".to_owned() } else { format!("x{m}-0") }).collect();
        let numbers: Vec<&str> = numbers.iter().map(String::as_str).collect();
        let found = accounts(&numbered(&numbers)).unwrap();
        prop_assert_eq!(found.len(), numbers.len());
        let mut seen = Vec::new();
        for account in &found {
            if let Some(member) = &account.member && seen.last() != Some(member) {
                prop_assert!(!seen.contains(member), "{:?} comes in two groups", member);
                seen.push(member.clone());
            } else if account.member.is_none() {
                seen.push(String::new());
            }
        }
    }

    #[test]
    fn at_most_four_digits_of_any_number_are_shown(number in "[0-9xX*• -]{0,24}") {
        let shown = accounts(&numbered(&[&number])).unwrap().remove(0);
        let text = shown.number.unwrap();
        let base = if shown.member.is_some() { text.rsplit_once('-').unwrap().0 } else { &text };
        prop_assert!(base.chars().filter(char::is_ascii_digit).count() <= 4, "{} of {}", text, number);
    }
}
