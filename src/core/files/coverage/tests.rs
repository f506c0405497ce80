use super::*;

fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

/// A statement: institution, digits, first day (or nothing) and last day.
fn statement(institution: &str, digits: &str, from: &str, to: &str) -> StatementPeriod {
    let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    StatementPeriod {
        institution: known(institution),
        digits: known(digits),
        suffix: None,
        from: Date::parse(from),
        to: date(to),
    }
}

fn under(suffix: u32, statement: StatementPeriod) -> StatementPeriod {
    StatementPeriod { suffix: Some(suffix), ..statement }
}

#[expect(clippy::unnecessary_wraps, reason = "handed over as an option")]
fn days(required: u16) -> Option<RequiredDays> {
    Some(RequiredDays::new(required).unwrap())
}

fn texts(ranges: &[DateRange]) -> Vec<(String, String)> {
    ranges.iter().map(|range| (range.from.to_string(), range.to.to_string())).collect()
}

fn range(from: &str, to: &str) -> (String, String) {
    (from.to_owned(), to.to_owned())
}

#[test]
fn neighbors_that_share_a_day_are_one_range() {
    let files = [
        ("2025-04-24", "2025-05-23"),
        ("2025-05-24", "2025-06-24"),
        ("2025-06-24", "2025-07-24"),
        ("2025-07-24", "2025-08-22"),
    ]
    .map(|(from, to)| statement("RBC", "1234", from, to));
    let coverage = Coverage::new(&files, 0, days(120), date("2025-09-03"));
    assert_eq!(texts(&coverage.accounts[0].ranges), [range("2025-04-24", "2025-08-22")]);
    assert_eq!(coverage.complete, Completeness::Complete);
}

#[test]
fn a_month_that_was_left_out_is_a_gap() {
    let files = [("2025-01-01", "2025-01-31"), ("2025-03-01", "2025-03-31")]
        .map(|(from, to)| statement("CIBC", "4321", from, to));
    let coverage = Coverage::new(&files, 0, days(90), date("2025-04-06"));
    assert_eq!(texts(&coverage.accounts[0].gaps), [range("2025-02-01", "2025-02-28")]);
    assert_eq!(coverage.complete, Completeness::Incomplete);
}

#[test]
fn three_days_between_two_statements_are_no_gap_and_four_are() {
    for (from, gaps) in [("2025-02-04", 0), ("2025-02-05", 1)] {
        let files = [statement("TD", "7788", "2025-01-01", "2025-01-31"), statement("TD", "7788", from, "2025-02-28")];
        let coverage = Coverage::new(&files, 0, None, date("2025-03-01"));
        assert_eq!(coverage.accounts[0].gaps.len(), gaps, "{from}");
    }
}

#[test]
fn statements_that_show_only_their_end_follow_each_other() {
    let ends = ["2025-04-30", "2025-01-31", "2025-02-28", "2025-03-31"].map(|to| statement("BMO", "0765", "", to));
    let coverage = Coverage::new(&ends, 0, days(120), date("2025-05-03"));
    assert_eq!(texts(&coverage.accounts[0].ranges), [range("2025-01-01", "2025-04-30")]);
    assert_eq!(coverage.complete, Completeness::Complete);
}

#[test]
fn the_gap_of_one_account_is_not_filled_by_another() {
    let files = [
        statement("RBC", "9911", "2025-07-01", "2025-07-31"),
        statement("RBC", "8822", "2025-07-01", "2025-07-31"),
        statement("RBC", "9911", "2025-08-01", "2025-08-31"),
        statement("RBC", "8822", "2025-09-01", "2025-09-30"),
    ];
    let coverage = Coverage::new(&files, 0, None, date("2025-10-05"));
    let digits: Vec<_> = coverage.accounts.iter().map(|account| account.digits.as_deref().unwrap()).collect();
    assert_eq!(digits, ["9911", "8822"]);
    assert!(coverage.accounts[0].gaps.is_empty());
    assert_eq!(texts(&coverage.accounts[1].gaps), [range("2025-08-01", "2025-08-31")]);
}

#[test]
fn a_statement_twice_covers_its_days_once() {
    let file = statement("Simplii Financial", "5678", "2025-03-01", "2025-03-31");
    let coverage = Coverage::new(&[file.clone(), file], 0, None, date("2025-04-02"));
    assert_eq!(texts(&coverage.accounts[0].ranges), [range("2025-03-01", "2025-03-31")]);
}

#[test]
fn suffixes_under_one_membership_are_accounts_of_their_own() {
    let files = [0, 1, 2].map(|suffix| under(suffix, statement("Meridian", "2354", "2025-05-01", "2025-06-30")));
    let coverage = Coverage::new(&files, 0, days(60), date("2025-07-04"));
    let suffixes: Vec<_> = coverage.accounts.iter().map(|account| account.suffix).collect();
    assert_eq!(suffixes, [Some(0), Some(1), Some(2)]);
    assert_eq!(coverage.complete, Completeness::Complete);
}

#[test]
fn a_statement_of_the_whole_membership_covers_each_account_under_it() {
    let files = [
        statement("Meridian", "2354", "2025-05-01", "2025-05-31"),
        under(0, statement("Meridian", "2354", "2025-06-01", "2025-06-30")),
        under(1, statement("Meridian", "2354", "2025-06-01", "2025-06-30")),
    ];
    let coverage = Coverage::new(&files, 0, None, date("2025-07-04"));
    assert_eq!(coverage.accounts.len(), 2);
    for account in &coverage.accounts {
        assert_eq!(texts(&account.ranges), [range("2025-05-01", "2025-06-30")]);
    }
}

#[test]
fn an_unread_file_is_never_a_gap_but_makes_the_answer_unknown() {
    let files = [("2025-01-01", "2025-01-31"), ("2025-03-01", "2025-04-30")]
        .map(|(from, to)| statement("CIBC", "4321", from, to));
    let coverage = Coverage::new(&files, 1, days(90), date("2025-05-06"));
    assert!(coverage.accounts[0].gaps.is_empty());
    assert_eq!(coverage.accounts[0].ranges.len(), 2);
    assert_eq!(coverage.complete, Completeness::Unknown);
}

#[test]
fn a_statement_without_a_number_is_of_the_only_account_of_its_bank_wherever_it_stands() {
    let files = [
        statement("RBC", "", "2025-02-01", "2025-02-28"),
        statement("RBC", "9911", "2025-01-01", "2025-01-31"),
        statement("", "9911", "2025-03-01", "2025-03-31"),
    ];
    let coverage = Coverage::new(&files, 0, None, date("2025-04-05"));
    assert_eq!(coverage.accounts.len(), 1);
    assert_eq!(coverage.accounts[0].digits.as_deref(), Some("9911"));
    assert_eq!(coverage.complete, Completeness::Complete);
}

#[test]
fn a_statement_that_may_be_of_two_accounts_is_of_none_and_makes_the_answer_unknown() {
    let files = [
        statement("RBC", "9911", "2025-01-01", "2025-01-31"),
        statement("RBC", "8822", "2025-01-01", "2025-01-31"),
        statement("RBC", "", "2025-02-01", "2025-02-28"),
    ];
    let coverage = Coverage::new(&files, 0, None, date("2025-03-05"));
    assert_eq!(coverage.accounts.len(), 2);
    assert_eq!(coverage.complete, Completeness::Unknown);
}

#[test]
fn numbers_of_different_length_are_compared_by_their_last_four_digits() {
    let files = [
        statement("Wealthsimple", "54321", "2025-01-01", "2025-01-31"),
        statement("Wealthsimple", "4321", "2025-02-01", "2025-02-28"),
    ];
    assert_eq!(Coverage::new(&files, 0, None, date("2025-03-05")).accounts.len(), 1);
}

#[test]
fn the_newest_range_may_end_45_days_ago_but_not_46() {
    let files = [statement("TD", "7788", "2025-01-01", "2025-03-31")];
    for (today, complete) in [("2025-05-15", Completeness::Complete), ("2025-05-16", Completeness::Incomplete)] {
        assert_eq!(Coverage::new(&files, 0, days(90), date(today)).complete, complete, "{today}");
    }
}

#[test]
fn five_days_too_few_are_forgiven_but_not_six() {
    let files = [statement("TD", "7788", "2025-01-01", "2025-03-31")];
    for (required, complete) in [(95, Completeness::Complete), (96, Completeness::Incomplete)] {
        assert_eq!(Coverage::new(&files, 0, days(required), date("2025-04-08")).complete, complete, "{required}");
    }
}

#[test]
fn only_the_newest_range_counts_towards_what_is_required() {
    let files =
        [statement("TD", "7788", "2024-01-01", "2024-12-31"), statement("TD", "7788", "2025-03-01", "2025-03-31")];
    assert_eq!(Coverage::new(&files, 0, days(90), date("2025-04-08")).complete, Completeness::Incomplete);
}

#[test]
fn without_statements_a_requirement_is_not_met_and_otherwise_nothing_is_known() {
    assert_eq!(Coverage::new(&[], 0, days(30), date("2025-01-01")).complete, Completeness::Incomplete);
    assert_eq!(Coverage::new(&[], 0, None, date("2025-01-01")).complete, Completeness::Unknown);
}

#[test]
fn one_to_730_days_can_be_required() {
    assert_eq!(RequiredDays::new(0), None);
    assert_eq!(RequiredDays::new(731), None);
    assert!(RequiredDays::new(1).is_some() && RequiredDays::new(730).is_some());
}

#[test]
fn a_period_that_ends_before_it_begins_is_unread() {
    let files = [statement("TD", "7788", "2025-03-31", "2025-01-01")];
    assert_eq!(Coverage::new(&files, 0, None, date("2025-04-08")).complete, Completeness::Unknown);
}

#[test]
fn in_json_the_answer_is_true_false_or_unknown() {
    let files = [statement("TD", "7788", "2025-03-01", "2025-03-31")];
    let coverage = Coverage::new(&files, 0, days(30), date("2025-04-08"));
    assert_eq!(
        serde_json::to_string(&coverage).unwrap(),
        r#"{"required":{"from":"2025-03-10","to":"2025-04-08"},"accounts":[{"institution":"TD","digits":"7788","ranges":[{"from":"2025-03-01","to":"2025-03-31"}],"gaps":[]}],"complete":true}"#
    );
    let unknown = serde_json::to_value(Coverage::new(&files, 1, None, date("2025-04-08"))).unwrap();
    assert_eq!(unknown["complete"], "unknown");
}
