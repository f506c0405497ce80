use super::*;
use crate::core::testing::every_finding;

#[test]
fn each_finding_has_an_example_of_each_severity_in_the_order_of_the_table() {
    let declared: Vec<_> = Finding::SCHEMA
        .iter()
        .flat_map(|finding| finding.severities.iter().map(|severity| (finding.code, *severity)))
        .collect();
    let examples = Finding::examples();
    let shown: Vec<_> = examples.iter().map(|finding| (finding.code(), finding.severity().as_str())).collect();
    assert_eq!(shown, declared);
}

#[test]
fn each_finding_has_the_severity_that_is_promised() {
    let promised = [
        ("empty", Severity::Error),
        ("not-a-pdf", Severity::Error),
        ("unsupported-type", Severity::Error),
        ("damaged", Severity::Error),
        ("password-required", Severity::Error),
        ("unsupported-encryption", Severity::Error),
        ("unsupported-encryption", Severity::Warning),
        ("unreadable", Severity::Error),
        ("over-file-size", Severity::Error),
        ("over-file-size", Severity::Warning),
        ("too-many-files", Severity::Error),
        ("over-total-size", Severity::Error),
        ("near-total-size", Severity::Warning),
        ("duplicate", Severity::Error),
        ("incomplete", Severity::Warning),
        ("rebuilt", Severity::Warning),
        ("scanned", Severity::Warning),
        ("no-text", Severity::Info),
        ("portfolio", Severity::Warning),
        ("printed-copy", Severity::Warning),
        ("unchecked", Severity::Warning),
        ("restricted", Severity::Info),
        ("unlocked", Severity::Info),
        ("edited", Severity::Warning),
        ("missing-pages", Severity::Warning),
        ("not-a-statement", Severity::Warning),
        ("other-institution", Severity::Warning),
        ("missing-period", Severity::Warning),
        ("outdated", Severity::Warning),
        ("several-institutions", Severity::Warning),
        ("several-accounts", Severity::Info),
    ];
    let said: Vec<_> = every_finding().iter().map(|finding| (finding.code(), finding.severity())).collect();
    assert_eq!(said, promised);
}

#[test]
fn numbers_stand_beside_the_code() {
    let finding = Finding::OverTotalSize { total: 190_000_000, limit: 188_743_680 };
    let json = serde_json::to_value(finding).unwrap();
    assert_eq!(
        json,
        serde_json::json!({"code": "over-total-size", "severity": "error", "total": 190_000_000, "limit": 188_743_680})
    );
}

#[test]
fn each_finding_holds_its_numbers_under_the_names_that_are_promised() {
    let own = |finding: &Finding| {
        let told = serde_json::to_value(finding).unwrap();
        let fields = told.as_object().unwrap().clone();
        fields.into_iter().filter(|(name, _)| name != "code" && name != "severity").collect::<serde_json::Map<_, _>>()
    };
    let told: Vec<_> = every_finding().iter().map(|finding| (finding.code(), own(finding))).collect();
    let table = serde_json::json!({
        "not-a-pdf": {"found": "html"},
        "unsupported-type": {"found": "png"},
        "over-file-size": {"size": 30_000_000, "limit": 10_000_000},
        "too-many-files": {"count": 25, "limit": 24},
        "over-total-size": {"total": 190_000_000, "limit": 180_000_000},
        "near-total-size": {"total": 185_000_000, "limit": 180_000_000},
        "duplicate": {"of": 1},
        "unchecked": {"budget": "objects"},
        "missing-pages": {"of": 5, "missing": [2, 4]},
        "not-a-statement": {"document": "pay-stub"},
        "other-institution": {"institution": "TD", "expected": "RBC"},
        "missing-period": {"institution": "RBC", "digits": "1234", "from": "1970-01-01", "to": "1970-01-01"},
        "outdated": {"institution": "RBC", "digits": "1234", "to": "1970-01-01"},
        "several-institutions": {"institutions": ["RBC", "TD"]},
        "several-accounts": {"count": 2},
    });
    for (code, fields) in told.iter().filter(|(_, fields)| fields.get("limit") != Some(&20_000_000.into())) {
        let promised = table.get(*code).cloned().unwrap_or_else(|| serde_json::json!({}));
        assert_eq!(serde_json::Value::Object(fields.clone()), promised, "{code}");
    }
}
