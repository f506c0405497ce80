use super::{super::testing::rows, *};

fn institution(rows: &[Row], made_by: &str, is_corroborated: bool) -> Option<Found> {
    Named::new(rows, made_by).best(is_corroborated)
}

fn read(lines: &[&str]) -> Option<&'static str> {
    institution(&rows(lines), "", true).map(|found| found.name)
}

#[test]
fn every_institution_is_known_by_each_of_its_names_and_domains() {
    assert!(institutions().count() >= 40);
    for one in institutions() {
        let short = words(one.short_names).map(|name| name.trim_start_matches('^'));
        for name in words(one.names).chain(short) {
            assert_eq!(read(&[name, "Statement of account"]), Some(one.name), "{name}");
        }
        for domain in words(one.domains) {
            let line = format!("Questions? Visit www.{domain}");
            assert_eq!(read(&[&line]), Some(one.name), "{domain}");
        }
    }
}

#[test]
fn names_are_folded_as_text_is() {
    let is_folded = |text: &str| Folded::new(text, 100).squashed == text;
    for one in institutions() {
        assert!(words(one.names).all(is_folded), "{}", one.name);
        assert!(words(one.domains).all(is_folded), "{}", one.name);
        assert!(words(one.names).all(|name| name.len() > 4), "{}: short names need a second hint", one.name);
    }
}

#[test]
fn a_short_name_needs_a_second_hint() {
    let lines = ["TD", "Some table of data"];
    assert_eq!(institution(&rows(&lines), "", false), None);
    assert_eq!(institution(&rows(&["TD", "TD"]), "", false), None);
    assert_eq!(institution(&rows(&lines), "", true).map(|found| found.name), Some("TD"));
    assert_eq!(institution(&rows(&["TD", "www.td.com"]), "", false).map(|found| found.name), Some("TD"));
    assert_eq!(institution(&rows(&lines), "OpenText OTE", false).map(|found| found.name), Some("TD"));
}

#[test]
fn a_short_name_within_a_word_is_none() {
    for line in ["TDSTM21000", "Held", "Rallye", "Purchase", "ATBAY", "RBCX"] {
        assert_eq!(read(&[line]), None, "{line}");
    }
}

#[test]
fn a_bank_in_an_entry_is_not_the_institution() {
    let lines = ["Some Credit Society", "3 Aug  CIBC MASTERCARD PAYMENT  119.26", "8 Aug  WELLS FARGO WIRE  15.17"];
    assert_eq!(read(&lines), None);
    let lines = ["Royal Bank of Canada", "3 Aug  TD VISA  119.26", "4 Aug  TD VISA  119.26"];
    assert_eq!(read(&lines), Some("RBC"));
}

/// Bug: a payee whose day stood in a row above, or whose amount did, was taken for the institution.
#[test]
fn a_bank_in_a_row_of_an_entry_without_its_date_is_not_the_institution() {
    let mut lines = vec!["Words about the account"; 20];
    lines.splice(0..2, ["A bank that is not in the list", "Account number 1234567"]);
    let undated = [&lines[..], &["AMERICAN EXPRESS  120.00  1,234.00"]].concat();
    assert_eq!(read(&undated), None);
    let below = [&lines[..], &["3 Aug  Payment  119.26", "        Preauthorized", "        CAPITAL ONE"]].concat();
    assert_eq!(read(&below), None);
    let alone = [
        &lines[..],
        &["3 Aug  Payment  119.26", "", "", "", "", "Total of the month", "of all", "accounts", "Capital One"],
    ]
    .concat();
    assert_eq!(read(&alone), Some("Capital One"));
}

#[test]
fn a_bank_in_a_sentence_is_not_the_institution() {
    let mut lines = vec![""; 25];
    lines.splice(0..4, ["A", "B", "C", "D"]);
    lines.push("Direct deposit to TD Canada Trust account");
    lines.push("Pay at your bank (RBC, TD, BMO, CIBC, Scotiabank)");
    assert_eq!(read(&lines), None);
}

#[test]
fn two_banks_with_equal_hints_are_none() {
    assert_eq!(read(&["Scotiabank", "Desjardins"]), None);
}

#[test]
fn letters_stored_without_spaces_or_accents_are_read() {
    assert_eq!(read(&["RBCROYALBANK"]), Some("RBC"));
    assert_eq!(read(&["BMO Banque de Montréal"]), Some("BMO"));
    assert_eq!(read(&["🏦 EQ Bank"]), Some("EQ Bank"));
}

#[test]
fn a_domain_within_another_is_none() {
    let lines = ["A", "B", "C", "D", "Visit not-td.com or example-cibc.com"];
    assert_eq!(read(&lines), None);
}

#[test]
fn a_long_name_and_another_hint_are_sure() {
    let sure = |lines: &[&str], is_corroborated| {
        institution(&rows(lines), "", is_corroborated).is_some_and(|found| found.is_sure)
    };
    assert!(sure(&["Desjardins", "www.desjardins.com"], false));
    assert!(sure(&["Desjardins"], true));
    assert!(!sure(&["Desjardins"], false));
    assert!(!sure(&["CIBC"], true));
}
