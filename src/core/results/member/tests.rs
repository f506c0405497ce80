use super::*;

fn parts(text: &str) -> Option<(String, u32, MemberAccountKind)> {
    member_number(text).map(|number| (number.member, number.suffix, number.kind))
}

#[expect(clippy::unnecessary_wraps, reason = "compared with an option")]
fn member(member: &str, suffix: u32, kind: MemberAccountKind) -> Option<(String, u32, MemberAccountKind)> {
    Some((member.to_owned(), suffix, kind))
}

#[test]
fn suffix_0_is_chequing_or_share_draft() {
    assert_eq!(parts("xxxx2354-0"), member("xxxx2354", 0, MemberAccountKind::Chequing));
}

#[test]
fn suffix_1_is_savings() {
    assert_eq!(parts("xxxx2354-1"), member("xxxx2354", 1, MemberAccountKind::Savings));
}

#[test]
fn suffix_2_and_above_are_additional_accounts() {
    for suffix in [2, 3, 12, 100] {
        assert_eq!(parts(&format!("xxxx2354-{suffix}")), member("xxxx2354", suffix, MemberAccountKind::Additional));
    }
}

#[test]
fn any_masking_and_any_length_is_taken_and_leading_zeros_stay() {
    assert_eq!(parts("0012-1"), member("0012", 1, MemberAccountKind::Savings));
    assert_eq!(parts("****2354-0"), member("****2354", 0, MemberAccountKind::Chequing));
    assert_eq!(parts("12-34-567-1"), member("12-34-567", 1, MemberAccountKind::Savings));
    assert_eq!(parts("xxxx2354-01"), member("xxxx2354", 1, MemberAccountKind::Savings));
}

#[test]
fn blanks_around_the_parts_are_dropped() {
    assert_eq!(parts("  xxxx2354 - 0 "), member("xxxx2354", 0, MemberAccountKind::Chequing));
}

#[test]
fn what_has_no_suffix_is_no_member_number() {
    for text in [
        "xxxx2354",
        "",
        "-",
        "-0",
        "xxxx-0",
        "xxxx2354-",
        "xxxx2354-a",
        "2354-1a",
        "2354-٣",
        "2354-99999999999",
        "2354_0",
    ] {
        assert_eq!(parts(text), None, "{text:?}");
    }
}
