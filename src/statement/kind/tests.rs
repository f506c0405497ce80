use super::{super::testing::rows, *};

fn read(lines: &[&str], has_period: bool) -> Option<Kind> {
    kind(&rows(lines), true, has_period).map(|(kind, _)| kind)
}

#[test]
fn without_an_institution_or_a_period_there_is_no_kind() {
    for line in ["VOID", "Account activity", "Account statement", "T5"] {
        assert_eq!(kind(&rows(&[line]), false, false), None, "{line}");
    }
}

#[test]
fn kinds_are_known_by_their_titles() {
    for (lines, has_period, expected) in [
        (&["Account statement", "Opening balance  1.00"][..], true, Kind::Statement),
        (&["Visa Platinum", "Minimum payment  $10.00", "Credit limit  $5,000.00"], true, Kind::CardStatement),
        (
            &["Account activity", "Showing transactions: Jan 1, 2025", "https://online.example.com"],
            true,
            Kind::Transactions,
        ),
        (&["PAY TO THE ORDER OF", "VOID"], false, Kind::Cheque),
        (&["Spécimen de chèque", "PAYEZ À L'ORDRE DE"], false, Kind::Cheque),
        (&["Pay stub", "Pay period: January 1, 2025 to January 15, 2025"], false, Kind::PayStub),
        (&["Bulletin de paie"], false, Kind::PayStub),
        (&["T5 2024", "État des revenus de placement"], false, Kind::TaxForm),
        (&["Invoice - statement of account"], true, Kind::Other),
        (&["Dear customer, your eStatement is ready"], false, Kind::Other),
    ] {
        assert_eq!(read(lines, has_period), Some(expected), "{lines:?}");
    }
}

#[test]
fn words_in_lines_with_an_amount_say_nothing() {
    let lines = [
        "Account statement",
        "Opening balance  10.00",
        "5 Dec  PREAUTHORIZED DEBIT VOID  16.08",
        "6 Dec  VISA PAYMENT  16.08",
        "INVOICE 17  12.00",
    ];
    assert_eq!(read(&lines, true), Some(Kind::Statement));
}

/// Bug: a card's statement that named online banking once was surely "a printed list of transactions".
#[test]
fn a_statement_that_names_online_banking_is_no_list() {
    let card =
        ["STATEMENT FROM OCT 24, 2025 TO NOV 24, 2025", "New balance  $310.00", "Pay through RBC Online Banking"];
    assert_eq!(read(&card, true), Some(Kind::Statement));
    let chase = ["Opening/Closing Date 12/01/24 - 12/31/24", "New balance  $310.00", "ACCOUNT ACTIVITY"];
    assert_eq!(read(&chase, true), Some(Kind::Statement));
    let visa = ["Visa Platinum", "Minimum payment  $10.00", "Credit limit  $5,000.00", "See https://www.example.com"];
    assert_eq!(read(&visa, true), Some(Kind::CardStatement));
    let french = ["Relevé du 1er mai au 31 mai 2025", "Solde précédent  10,00", "Voir https://www.example.com"];
    assert_eq!(read(&french, true), Some(Kind::Statement));
}

#[test]
fn a_list_is_sure_with_two_hints() {
    let is_sure = |lines: &[&str]| kind(&rows(lines), true, true);
    assert_eq!(is_sure(&["Transaction history", "https://online.example.com"]), Some((Kind::Transactions, true)));
    assert_eq!(is_sure(&["My accounts", "https://online.example.com"]), Some((Kind::Transactions, false)));
}

/// Bug: "Please" held "lease", and a postal code of Edmonton "T5", so that a card's statement lost its period.
#[test]
fn letters_of_other_words_are_no_title() {
    for line in ["Please contact us", "EDMONTON AB T5J 2R7", "RED DEER AB T4N 1A1", "Facturette"] {
        assert_eq!(read(&[line, "Visa", "New balance  10.00"], true), Some(Kind::CardStatement), "{line}");
    }
    assert_eq!(read(&["Lease", "Monthly rent  900.00"], false), Some(Kind::Other));
}

#[test]
fn short_words_need_spaces() {
    assert_eq!(read(&["123 EXAMPLE ST APT5", "Account statement, avoid fees"], true), Some(Kind::Statement));
}

#[test]
fn a_statement_without_entries_is_one() {
    assert_eq!(read(&["Account statement"], true), Some(Kind::Statement));
}

#[test]
fn words_far_down_the_page_are_no_title() {
    let mut lines = vec!["Account statement", "Nothing happened"];
    lines.extend([""; 30]);
    lines.push("Ask for a receipt. See your invoice.");
    assert_eq!(read(&lines, true), Some(Kind::Statement));
}
