use super::*;

#[test]
fn every_case_of_the_table_has_its_parts() {
    let table: serde_json::Value = serde_json::from_str(include_str!("../../../../tests/member_numbers.json")).unwrap();
    let cases = table.as_array().unwrap();
    for case in cases {
        let number = member_number(case["text"].as_str().unwrap());
        assert_eq!(serde_json::to_value(number).unwrap(), case["number"], "{case}");
    }
    assert!(cases.len() >= 40);
}
