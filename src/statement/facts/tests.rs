use super::{super::testing::document, *};
use proptest::prelude::*;

fn period(facts: &Facts) -> Option<String> {
    facts.period.as_ref().map(|fact| fact.value.to.to_string())
}

fn digits(facts: &Facts) -> Option<&str> {
    facts.account.as_ref().map(|fact| fact.value.digits.as_str())
}

const MAY: &[&str] = &["Scotiabank", "Account number: 90001-0004321", "May 1 to May 31, 2025", "Page 1 of 1"];
const JULY: &[&str] = &["Scotiabank", "Account number: 90001-0004321", "July 1 to July 31, 2025", "Page 1 of 1"];

#[test]
fn a_statement_tells_all_its_facts() {
    let facts = facts(&document(&[MAY]));
    assert_eq!(facts.institution.as_ref().map(|fact| fact.value.as_ref()), Some("Scotiabank"));
    assert_eq!(digits(&facts), Some("4321"));
    assert_eq!(period(&facts).as_deref(), Some("2025-05-31"));
    assert_eq!(facts.kind.as_ref().map(|fact| fact.value), Some(Kind::Statement));
    assert!(facts.is_read && facts.parts.is_empty());
}

#[test]
fn a_page_without_period_or_account_names_its_bank_by_title_and_marks_what_is_missing() {
    let page = |mark: &'static str| vec!["Tangerine Chequing statement", "Date  Description  Amount", mark];
    let (second, fourth) = (page("Page 2 of 5"), page("Page 4 of 5"));
    let facts = facts(&document(&[&second, &fourth]));
    assert_eq!(facts.institution.as_ref().map(|fact| fact.value.as_ref()), Some("Tangerine"));
    assert_eq!(facts.pages.map(|fact| fact.value.missing()), Some(vec![1, 3, 5]));
}

#[test]
fn several_statements_in_one_file_are_parts() {
    let facts = facts(&document(&[MAY, JULY]));
    let parts: Vec<_> = facts.parts.iter().map(|part| (part.first_page, period(&part.facts).unwrap())).collect();
    assert_eq!(parts, [(0, "2025-05-31".to_owned()), (1, "2025-07-31".to_owned())]);
    assert_eq!((digits(&facts), facts.period.is_none(), facts.pages.is_none()), (Some("4321"), true, true));
}

#[test]
fn statements_without_page_marks_are_parts_where_another_period_heads_a_page() {
    let may: &[&str] = &["Desjardins", "Folio 0004567", "Relevé du 1er mai au 31 mai 2025"];
    let june: &[&str] = &["Desjardins", "Folio 0004567", "Relevé du 1er juin au 30 juin 2025"];
    assert_eq!(facts(&document(&[may, june])).parts.len(), 2);
}

#[test]
fn the_same_statement_twice_is_one() {
    let facts = facts(&document(&[MAY, MAY]));
    assert!(facts.parts.is_empty());
    assert_eq!(period(&facts).as_deref(), Some("2025-05-31"));
}

#[test]
fn other_accounts_in_one_file_are_not_the_files_account() {
    let other: Vec<String> = JULY.iter().map(|line| line.replace("4321", "9999")).collect();
    let other: Vec<&str> = other.iter().map(String::as_str).collect();
    assert_eq!(digits(&facts(&document(&[MAY, &other]))), None);
}

#[test]
fn letters_that_make_no_words_are_not_read() {
    let gibberish = &["9`AQ9c]RQ%'Q`%]<cX 777[P(%[B%( V^&0Dc0Q9c]RK];QE<c<&(&]<", "RBC"][..];
    assert_eq!(facts(&document(&[gibberish])), Facts::default());
    assert_eq!(facts(&Document::default()), Facts::default());
}

#[test]
fn recognized_text_is_never_sure() {
    let lines = &["Desjardins", "www.desjardins.com", "Numéro de compte XXXX XXXX XXXX 1288", "Page 1 de 1"][..];
    let sure = document(&[lines]);
    assert!(facts(&sure).institution.unwrap().is_sure());
    let facts = facts(&Document { is_recognized: true, ..sure });
    assert!(!facts.institution.unwrap().is_sure() && !facts.account.unwrap().is_sure());
}

#[test]
fn the_billing_period_of_an_invoice_is_no_statement_period() {
    let lines = &[
        "TEST HYDRO COMPANY  Invoice",
        "Billing period January 4, 2025 to February 3, 2025",
        "Account number 263143087",
        "Pay your balance by the due date",
    ][..];
    let facts = facts(&document(&[lines]));
    assert_eq!((facts.period.is_none(), facts.account.is_none()), (true, true));
    assert_eq!(facts.kind.map(|fact| fact.value), Some(Kind::Other));
}

#[test]
fn in_json_the_confidences_stand_beside_the_facts() {
    let json = serde_json::to_value(facts(&document(&[MAY]))).unwrap();
    assert_eq!(
        (json["institution"].as_str(), json["confidence"]["institution"].as_str()),
        (Some("Scotiabank"), Some("sure"))
    );
    assert_eq!(json["period"], serde_json::json!({"from": "2025-05-01", "to": "2025-05-31"}));
}

/// Pieces of which patterns are made, so that random texts come near them.
fn piece() -> impl Strategy<Value = String> {
    let known = prop::sample::select(vec![
        "from ",
        "to ",
        "du ",
        "au ",
        "1er ",
        "jan",
        "2025",
        "12/31/24",
        "page ",
        " of ",
        "/",
        "-",
        "|",
        "account number ",
        "xxxx",
        "**",
        "...",
        "statement period ",
        "td ",
        "1",
        "31",
        ",",
        ".",
        "rbc",
        "opening balance ",
        "closing balance on ",
        "4,403.29",
        "  ",
        "é",
        "\u{fffd}",
        "jour ",
        "mois ",
        "année ",
        "member number ",
        "-0",
        "ending in ",
        ":",
    ]);
    prop_oneof![8 => known.prop_map(str::to_owned), 1 => any::<char>().prop_map(String::from)]
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn no_text_makes_it_panic(
        lines in prop::collection::vec(prop::collection::vec(piece(), 0..30), 0..30),
        height in prop_oneof![Just(0.0f32), Just(f32::NAN), Just(-1.0), Just(792.0)],
    ) {
        let texts: Vec<String> = lines.iter().map(|pieces| pieces.concat()).collect();
        let texts: Vec<&str> = texts.iter().map(String::as_str).collect();
        let mut document = document(&[&texts, &texts]);
        document.pages[0].height = height;
        let _ = facts(&document);
    }
}

#[test]
fn an_institution_is_another_one_only_if_both_are_known_for_sure() {
    let mut facts = facts(&document(&[MAY]));
    let mut is_other_than = |asked: Option<&str>| {
        facts.compare_institution(asked);
        facts.is_other_institution
    };
    for (asked, is_other) in [
        (Some("Scotiabank"), false),
        (Some("The Bank of Nova Scotia"), false),
        (Some("Banque Scotia"), false),
        (Some("RBC"), true),
        (Some("TD Canada Trust"), true),
        (Some("Caisse d'exemple"), false),
        (Some(""), false),
        (None, false),
    ] {
        assert_eq!(is_other_than(asked), is_other, "{asked:?}");
    }
    facts.institution.as_mut().unwrap().confidence = Confidence::Seen;
    facts.compare_institution(Some("RBC"));
    assert!(!facts.is_other_institution);
}
