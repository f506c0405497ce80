//! Bodies of responses in the documented shape. The people in them do not exist.

use crate::state::{Ending, Upload};
use serde_json::{Value, json};

/// A pending response, which has status 202.
pub fn pending(request: &str) -> Value {
    json!({ "HttpStatusCode": 202, "FlinksCode": "OPERATION_PENDING", "Message": "Your operation is still processing", "RequestId": request })
}

/// An error response.
pub fn error(status: u16, code: &str, message: &str) -> Value {
    json!({ "HttpStatusCode": status, "FlinksCode": code, "Message": message })
}

/// The result of an upload, with its HTTP status.
pub fn result(upload: &Upload, request: &str) -> (u16, Value) {
    let (status, body) = match upload.ending {
        Ending::Failed => (400, error(400, "Document_Processing_Failed", "The documents could not be processed")),
        Ending::Empty => (200, json!({ "HttpStatusCode": 200, "Accounts": [] })),
        Ending::Ready | Ending::Lost => (200, json!({ "HttpStatusCode": 200, "Accounts": accounts() })),
    };
    let about = json!({ "Login": login(upload), "InstitutionId": 14, "Institution": upload.institution,
        "RequestId": request, "Tag": upload.tag });
    (status, merge(body, about))
}

/// The body of a webhook: a response with its type.
pub fn webhook(kind: &str, body: Value) -> Value {
    merge(body, json!({ "ResponseType": kind }))
}

/// Merges two objects.
fn merge(body: Value, more: Value) -> Value {
    match (body, more) {
        (Value::Object(mut body), Value::Object(more)) => {
            body.extend(more);
            Value::Object(body)
        }
        (body, _) => body,
    }
}

/// The webhook before the accounts: the holder alone.
pub fn holder(upload: &Upload, request: &str) -> Value {
    json!({ "HttpStatusCode": 200, "Holder": holder_of(), "Login": login(upload), "Institution": upload.institution,
        "RequestId": request, "Tag": upload.tag })
}

fn login(upload: &Upload) -> Value {
    json!({ "Username": null, "IsScheduledRefresh": false, "LastRefresh": "2025-02-01T10:00:00", "Type": "Personal", "Id": upload.login })
}

fn holder_of() -> Value {
    json!({ "Name": "Ada Example", "Address": { "CivicAddress": "1 Example Street", "City": "Montréal", "Province": "QC",
        "PostalCode": "H1H 1H1", "POBox": null, "Country": "CA" }, "Email": "ada@example.com", "PhoneNumber": "(514) 555-0100" })
}

fn accounts() -> Value {
    let account = |id: &str, title: &str, number: &str, kind: &str, current: f64| {
        json!({
            "Transactions": [
                { "Date": "2025-01-31", "Code": null, "Description": "PAYROLL EXAMPLE INC", "Debit": null, "Credit": 1500.25, "Balance": current, "Id": format!("{id}-2") },
                { "Date": "2024-12-02", "Code": null, "Description": "RENT", "Debit": 900, "Credit": null, "Balance": current - 1500.25, "Id": format!("{id}-1") },
            ],
            "TransitNumber": "00347", "InstitutionNumber": "777", "OverdraftLimit": 0, "Title": title,
            "AccountNumber": number, "LastFourDigits": null,
            "Balance": { "Available": current, "Current": current, "Limit": null },
            "Category": "Operations", "Type": kind, "Currency": "CAD", "Holder": holder_of(), "Id": id,
        })
    };
    json!([
        account("a-1", "Chequing CAD", "0041238", "Chequing", 5105.6),
        account("a-2", "Share savings", "xxxx2354-1", "Savings", 820.0),
        account("a-3", "Everyday", "xxxx2354-0", "Chequing", 64.31),
    ])
}
