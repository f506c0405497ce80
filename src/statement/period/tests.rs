use super::{super::testing::rows, *};

/// The period of some lines: "from to", " to" for an end only, or nothing.
fn read(lines: &[&str]) -> Option<String> {
    let period = period(&rows(lines))?.period;
    Some(format!("{} {}", period.from.map(|from| from.to_string()).unwrap_or_default(), period.to))
}

fn is_sure(lines: &[&str]) -> bool {
    period(&rows(lines)).is_some_and(|found| found.is_sure)
}

#[test]
fn the_period_lines_of_many_banks_are_read() {
    for (line, period) in [
        ("From October 24, 2025 to November 24, 2025", "2025-10-24 2025-11-24"),
        ("STATEMENTFROMJAN10TOFEB10,2025", "2025-01-10 2025-02-10"),
        ("Statement From - To DEC 31/24 - JAN 31/25", "2024-12-31 2025-01-31"),
        ("Statement period Dec. 5, 2024 - Jan. 4, 2025", "2024-12-05 2025-01-04"),
        ("Statement for April 1 to April 30, 2021", "2021-04-01 2021-04-30"),
        ("For Jan 1 to Jan 31, 2025", "2025-01-01 2025-01-31"),
        ("du 1er janvier au 31 janvier 2025", "2025-01-01 2025-01-31"),
        ("Période du relevé : 2025-03-01 au 2025-03-31", "2025-03-01 2025-03-31"),
        ("Statement period: December 18, 2024 through January 17, 2025", "2024-12-18 2025-01-17"),
        ("Opening/Closing Date 12/01/24 - 12/31/24", "2024-12-01 2024-12-31"),
        ("Billing Period: 12/01/22-12/31/22", "2022-12-01 2022-12-31"),
        ("For the period ending January 31, 2025", " 2025-01-31"),
        ("Pour la période terminée le 31 août 2025", " 2025-08-31"),
        ("Closing Date: 09/30/2025", " 2025-09-30"),
    ] {
        assert_eq!(read(&[line]).as_deref(), Some(period), "{line}");
    }
}

#[test]
fn the_year_stands_once_and_is_inferred_across_new_year() {
    assert_eq!(read(&["Statement for Dec 20 - Jan 19, 2026"]).as_deref(), Some("2025-12-20 2026-01-19"));
    assert_eq!(read(&["du 16 décembre au 15 janvier 2025"]).as_deref(), Some("2024-12-16 2025-01-15"));
}

#[test]
fn the_month_stands_once() {
    assert_eq!(read(&["Statement period: February 1 - 28, 2026"]).as_deref(), Some("2026-02-01 2026-02-28"));
    assert_eq!(read(&["Relevé du 1er au 31 janvier 2025"]).as_deref(), Some("2025-01-01 2025-01-31"));
}

#[test]
fn a_period_may_be_stacked_on_two_or_three_lines() {
    assert_eq!(read(&["for November 30, 2023", "to December 29, 2023"]).as_deref(), Some("2023-11-30 2023-12-29"));
    let stacked = ["Statement Period:", "Aug 1, 2023", "through", "Aug 31, 2023"];
    assert_eq!(read(&stacked).as_deref(), Some("2023-08-01 2023-08-31"));
}

#[test]
fn a_date_may_stand_in_boxes() {
    let boxes = ["Date du relevé  Jour   Mois   Année", "                13     02     2026"];
    assert_eq!(read(&boxes).as_deref(), Some(" 2026-02-13"));
    assert_eq!(read(&["Date du relevé  Jour 13  Mois 02  Année 2026"]).as_deref(), Some(" 2026-02-13"));
}

#[test]
fn two_balance_rows_are_a_period_whose_year_may_stand_elsewhere() {
    let rows = ["January 4, 2026", "Beginning balance on 12/5  $8,665.09", "Ending balance on 1/4  $12,138.63"];
    assert_eq!(read(&rows).as_deref(), Some("2025-12-05 2026-01-04"));
    let rows = ["01 Jan 2023  Opening Balance  100.00", "31 Jan 2023  Closing Balance  90.00"];
    assert_eq!(read(&rows).as_deref(), Some("2023-01-01 2023-01-31"));
}

#[test]
fn the_day_is_found_where_two_numbers_may_be_the_month() {
    assert_eq!(read(&["for 04/03/2025 to 05/02/2025"]).as_deref(), Some("2025-04-03 2025-05-02"));
    assert_eq!(read(&["Statement period 01/12/2024 - 31/12/2024"]).as_deref(), Some("2024-12-01 2024-12-31"));
}

/// Bug: of a statement to 5 February, "05/02/2025" was surely 2 May, since the same misreading of the closing balance agreed.
#[test]
fn a_date_of_two_numbers_alone_is_read_only_where_something_tells_the_day() {
    let lines = ["Date du relevé : 05/02/2025", "Solde de fermeture au 05/02/2025  1 234,56"];
    assert_eq!(read(&lines), None);
    let with = |more: &[&str]| read(&[&lines[..], more].concat());
    assert_eq!(with(&["Imprimé le 27/02/2025"]).as_deref(), Some(" 2025-02-05"));
    assert_eq!(with(&["Printed on 02/27/2025"]).as_deref(), Some(" 2025-05-02"));
    assert_eq!(with(&["Imprimé le 27/02/2025", "Printed on 02/27/2025"]), None);
    // Neither of these is a date.
    for line in ["Open 24/7", "Page 1/14", "Card 05/27", "Expiry 12/28"] {
        assert_eq!(with(&[line]), None, "{line}");
        assert_eq!(with(&[line, "Imprimé le 27/02/2025"]).as_deref(), Some(" 2025-02-05"), "{line}");
    }
    assert_eq!(with(&["27/01  Loyer  900,00"]).as_deref(), Some(" 2025-02-05"));
    let entries = ["10 janv  Loyer  900,00", "17 janv  Essence  20,00", "3 févr  Épicerie  10,00"];
    assert_eq!(with(&entries).as_deref(), Some(" 2025-02-05"));
    let range = ["Période du 06/01/2025 au 05/02/2025", "Date du relevé : 05/02/2025"];
    assert_eq!(read(&range).as_deref(), Some("2025-01-06 2025-02-05"));
}

/// Bug: a quarterly statement that shows only its end was surely a month, and the two months before it were missing.
#[test]
fn an_end_alone_is_not_sure_where_an_entry_is_of_an_earlier_month() {
    let quarter = [
        "For the period ending March 31, 2025",
        "Jan 15  Deposit  50.00",
        "Closing balance on March 31, 2025  1,150.00",
    ];
    assert!(!is_sure(&quarter));
    let most = ["Jan 15  A  50.00", "Mar 3  B  1.00", "Mar 10  C  2.00", "Mar 20  D  3.00", "Mar 28  E  4.00"];
    assert!(!is_sure(&[&quarter[..1], &most[..]].concat()));
    assert!(is_sure(&[&quarter[..1], &most[1..], &["Apr 21  Payment due  10.00"]].concat()));
    let month = [
        "For the period ending March 31, 2025",
        "Mar 15  Deposit  50.00",
        "Closing balance on March 31, 2025  1,150.00",
    ];
    assert!(is_sure(&month));
}

/// Bug: a statement's date above the date when a payment is due was a period from one to the other.
#[test]
fn two_dates_with_labels_of_their_own_are_no_range() {
    let lines = ["Statement date      Jan 4, 2025", "Payment due date    Jan 25, 2025"];
    assert_eq!(read(&lines).as_deref(), Some(" 2025-01-04"));
    for lines in [
        ["Account 1234567     May 1, 2025 to", "Your branch         May 31, 2025"],
        ["Account 1234567     May 1, 2025 to", "Interest rate 2%    May 31, 2025"],
        ["Opening/Closing Date  05/01/25 -", "                      05/31/25"],
    ] {
        assert_eq!(read(&lines).as_deref(), Some("2025-05-01 2025-05-31"), "{lines:?}");
    }
}

#[test]
fn other_ranges_and_dates_are_not_the_period() {
    for line in [
        "Your previous statement covered September 23, 2025 to October 23, 2025.",
        "Votre relevé précédent couvrait la période du 23 septembre 2025 au 23 octobre 2025.",
        "Votre relev pr c dent couvrait la p riode du 23 septembre 2025 au 23 octobre 2025. Dernier relevé",
        "Special offer! From May 1, 2026 to June 30, 2026 earn 3x points on groceries.",
        "Offre spéciale! Du 1er mai 2023 au 30 juin 2023, obtenez 3 fois plus de points.",
        "Your next statement date is February 14, 2025",
        "Date de votre prochain relevé : 14 février 2025",
        "Payment due date: Jan 19, 2024",
        "Printed on January 3, 2023",
        "Interest rates effective May 1, 2025 to May 31, 2025",
        "© 2009-2026 Sample Forms Ltd.",
        "FORM 7010XX-2025/01 0010-12-31",
        "Pay period: January 1, 2025 to January 15, 2025",
        "This lease runs from January 1, 2025 to December 31, 2025",
        "Rated 4 of 5. Open 24/7. Call 1-800-555-0199.",
    ] {
        assert_eq!(read(&[line]), None, "{line}");
    }
}

#[test]
fn a_labeled_period_stands_beside_other_dates_in_its_line() {
    let line = "Statement period Apr 1, 2025 - Apr 30, 2025  Payment due date May 21, 2025";
    assert_eq!(read(&[line]).as_deref(), Some("2025-04-01 2025-04-30"));
    assert_eq!(read(&[&line.replace("  ", " ")]).as_deref(), Some("2025-04-01 2025-04-30"));
}

/// Bug: where accents were drawn for themselves, the true period could not be read, so another one won that was labeled
/// "previous" in letters that could not be read either. The entries tell that it is not theirs.
#[test]
fn a_range_in_which_no_entry_lies_is_another_statements() {
    let line = "du 1er février 2025 au 28 février 2025";
    let entries = ["3 mars  Épicerie  10.00", "9 mars  Essence  20.00", "30 mars  Loyer  900.00"];
    assert!(read(&[line]).is_some());
    assert_eq!(read(&[&[line], &entries[..]].concat()), None);
}

#[test]
fn two_ranges_with_equal_labels_are_none() {
    let rows = ["Statement period May 1, 2025 to May 31, 2025", "Statement period June 1, 2025 to June 30, 2025"];
    assert_eq!(read(&rows), None);
}

#[test]
fn two_ends_that_differ_are_none() {
    assert_eq!(read(&["Statement date May 31, 2025", "Closing date June 30, 2025"]), None);
}

#[test]
fn a_period_is_sure_with_two_hints_and_a_label_in_the_upper_half() {
    let line = "Statement period May 1, 2025 to May 31, 2025";
    assert!(!is_sure(&[line]));
    assert!(is_sure(&[line, "Closing balance on May 31, 2025  $10.00"]));
    assert!(is_sure(&[line, "May 3  A  1.00", "May 9  B  2.00", "May 30  C  3.00"]));
    let low = [vec![""; 40], vec![line, "Closing balance on May 31, 2025  $10.00"]].concat();
    assert!(!is_sure(&low));
}

#[test]
fn a_long_range_needs_a_good_label() {
    assert_eq!(read(&["from January 1, 2025 to September 30, 2025"]), None);
    let line = "Statement period: January 1, 2025 to September 30, 2025";
    assert_eq!(read(&[line]).as_deref(), Some("2025-01-01 2025-09-30"));
}
