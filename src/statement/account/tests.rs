use super::{super::testing::rows, *};

fn read(lines: &[&str]) -> Option<AccountNumber> {
    let rows = rows(lines);
    account(&rows, is_credit_union(&rows)).map(|(account, _)| account)
}

fn digits(lines: &[&str]) -> Option<String> {
    read(lines).map(|account| account.digits)
}

/// Member number, suffix and digits at a credit union.
fn member(lines: &[&str]) -> Option<(String, Option<u32>, String)> {
    account(&rows(lines), true).and_then(|(account, _)| Some((account.member?, account.suffix, account.digits)))
}

#[test]
fn the_last_four_digits_of_a_labeled_number_are_kept() {
    for (line, expected) in [
        ("Your account number:  09946-9454618", "4618"),
        ("Numéro de compte XXXX XXXX XXXX 1288", "1288"),
        ("Account# XXXX XXXX XXXX 2873", "2873"),
        ("Account No.: 783-044457-3", "4573"),
        ("No de compte : 812-293007-7", "0077"),
        ("Compte-chèques privilégié n° 9621 2722-571", "2571"),
        ("Folio 566605", "6605"),
        ("Compte : 05066 88-881-20", "8120"),
        ("360 Checking - 09182192035", "2035"),
        ("Account number WK68220869CAD", "0869"),
        ("Account number ending in: 1793", "1793"),
        ("N° de compte 1970-0091682", "1682"),
        ("your eStatement for the account ending in 3016 is ready", "3016"),
        ("A c c o u n t n u m b e r 1 2 3 4 5 6 7", "4567"),
        ("Transit 12347   Institution 777   Account 7700-3391", "3391"),
        ("Transit 12347 Account number: 1234567", "4567"),
        ("Transit 30001 Compte 45-678-90", "7890"),
    ] {
        assert_eq!(digits(&[line]).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn a_mask_says_what_a_number_is() {
    for (line, expected) in [
        ("4500 00** **** 6044", "6044"),
        ("450000******6044", "6044"),
        ("Chequing account (...5019)", "5019"),
        ("Account ending *****6602", "6602"),
        ("Account number …54321", "4321"),
        ("Visa •••• 1234", "1234"),
    ] {
        assert_eq!(digits(&[line]).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn a_number_stands_to_the_right_of_its_label_or_below() {
    assert_eq!(digits(&["Account Number:", "2 043 3502 9621"]).as_deref(), Some("9621"));
    let columns = ["Numéro de compte    Numéro de transit", "97587 25-28410      97587"];
    assert_eq!(digits(&columns).as_deref(), Some("8410"));
}

#[test]
fn other_numbers_are_not_the_accounts() {
    for line in [
        "Transit  810473",
        "Account type: chequing, transit 810473",
        "Routing number 021000021",
        "Invoice number INV-353177",
        "Employee no. 00582",
        "How to reach us: 1-800-555-0199",
        "Statement date 2025-01-31",
        "© 2009-2026",
        "Account number ?234?67",
        "Direct deposit to TD Canada Trust account ****8075",
        "5 Dec  TRANSFER TO ACCOUNT 123456789  10.00",
    ] {
        assert_eq!(digits(&[line]), None, "{line}");
    }
}

#[test]
fn unknown_digits_are_never_skipped() {
    assert_eq!(digits(&["Account number: 12345\u{fffd}78"]), None);
}

#[test]
fn two_numbers_with_equal_labels_are_none() {
    assert_eq!(digits(&["Account number 1111111", "Account number 2222222"]), None);
}

#[test]
fn a_number_and_its_masked_form_are_one_and_sure() {
    let (account, is_sure) = account(&rows(&["Account number 4500001234", "Card ending in 1234"]), false).unwrap();
    assert_eq!((account.digits.as_str(), is_sure), ("1234", true));
}

#[test]
fn a_few_digits_behind_a_label_are_only_seen() {
    assert!(!account(&rows(&["Folio 0042"]), false).unwrap().1);
}

#[test]
fn the_suffix_of_a_member_number_names_the_account() {
    let chequing = ["Member number  xxxx1934", "Chequing xxxx1934-0"];
    assert_eq!(member(&chequing), Some(("xxxx1934".to_owned(), Some(0), "1934".to_owned())));
    assert_eq!(member(&["MEMBER / ACCOUNT 00012354-1"]), Some(("00012354".to_owned(), Some(1), "2354".to_owned())));
    let kind = account(&rows(&["Membership xxxx8404-1"]), true).and_then(|(account, _)| account.kind);
    assert_eq!(kind, Some(MemberAccountKind::Savings));
}

#[test]
fn several_suffixes_are_none() {
    let lines = ["Member number  xxxx3837", "Chequing xxxx3837-0", "Savings xxxx3837-1"];
    assert_eq!(member(&lines), Some(("xxxx3837".to_owned(), None, "3837".to_owned())));
}

#[test]
fn elsewhere_a_hyphen_is_part_of_the_number() {
    let account = read(&["Account number 036-655241-7"]).unwrap();
    assert_eq!((account.digits.as_str(), account.member, account.suffix), ("2417", None, None));
}

/// Bug: "credit union" in the second line of an entry made the last digits of a bank's account a suffix, so that one account
/// was two.
#[test]
fn a_credit_union_among_the_entries_is_a_payee() {
    let entries = ["Feb 3  Transfer  100.00", "        VANCITY CREDIT UNION"];
    let mut lines = vec!["Account number 07468 85-487-67"];
    lines.extend([""; 20]);
    lines.extend(entries);
    let account = read(&lines).unwrap();
    assert_eq!((account.digits.as_str(), account.member, account.suffix), ("8767", None, None));
    let own = read(&["Vancity Credit Union", "Account number 746885-1"]).unwrap();
    assert_eq!((own.member.as_deref(), own.suffix), (Some("746885"), Some(1)));
}

/// Bug: the page mark behind a number became its last digit, and a date its last two.
#[test]
fn a_date_or_a_page_mark_behind_a_number_is_no_part_of_it() {
    for (line, expected) in [
        ("Account number: 1234567 1 of 3", "4567"),
        ("Account number 1234567 31 January 2025", "4567"),
        ("Account number 1234567 2025-01-31", "4567"),
        ("Numéro de compte 1234567 1 de 3", "4567"),
        ("Account number 4500 1234 5678 9012", "9012"),
        ("Account number 2 043 3502 9621", "9621"),
    ] {
        assert_eq!(digits(&[line]).as_deref(), Some(expected), "{line}");
    }
}

#[test]
fn a_masked_account_of_a_credit_union_is_no_member_number() {
    assert_eq!(member(&["Chequing account (...9670)"]), None);
}

#[test]
fn the_ink_of_a_cheque_ends_with_the_account() {
    let account = of_cheque(&rows(&["\"017\" :05490-000: 400-0409-0"])).unwrap();
    assert_eq!(account.digits, "4090");
}
