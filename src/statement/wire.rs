//! The encoding in which facts are posted from a worker to the page: numbers, words of closed lists, and short texts.
//!
//! It decides how long each of them may be, so that nothing but facts can be posted. The text of pages has no place in it.

use super::{
    account::AccountNumber,
    facts::{Confidence, Fact, Facts, Part},
    kind::Kind,
    page_mark::PageMarks,
    period::Period,
};
use crate::core::{date::Date, results::member::MemberAccountKind};

/// The version of the encoding. A page and a worker of different versions do not understand each other.
const WIRE_VERSION: u8 = 1;
/// The longest text, in bytes: an institution's name, or a member number.
const MAX_TEXT_LEN: usize = 64;
/// The most digits of an account number that are posted.
const MAX_DIGITS: usize = 4;
/// The most parts of a file, and the most page marks of a part.
const MAX_ITEMS: usize = 255;

const IS_READ: u32 = 1;
const IS_PARTIAL: u32 = 2;
const IS_OTHER_INSTITUTION: u32 = 4;

impl Facts {
    /// Encodes the facts, to post them from a worker to the page.
    pub fn to_bytes(&self) -> Vec<u8> {
        let mut bytes = vec![WIRE_VERSION];
        put_facts(&mut bytes, self);
        let parts = self.parts.get(..MAX_ITEMS).unwrap_or(&self.parts);
        put_length(&mut bytes, parts.len());
        for part in parts {
            put_number(&mut bytes, u32::try_from(part.first_page).unwrap_or(u32::MAX));
            put_facts(&mut bytes, &part.facts);
        }
        bytes
    }

    /// Decodes the output of [`Facts::to_bytes`]. `None` for anything else, such as the facts of a worker of another
    /// version.
    pub fn from_bytes(bytes: &[u8]) -> Option<Self> {
        let mut reader = Reader(bytes);
        if reader.byte()? != WIRE_VERSION {
            return None;
        }
        let mut facts = reader.facts()?;
        for _ in 0..reader.byte()? {
            let first_page = usize::try_from(reader.number()?).ok()?;
            facts.parts.push(Part { first_page, facts: reader.facts()? });
        }
        reader.0.is_empty().then_some(facts)
    }
}

fn put_facts(bytes: &mut Vec<u8>, facts: &Facts) {
    let flags =
        [(facts.is_read, IS_READ), (facts.is_partial, IS_PARTIAL), (facts.is_other_institution, IS_OTHER_INSTITUTION)];
    put_number(bytes, flags.iter().filter(|(is_set, _)| *is_set).map(|(_, flag)| flag).sum());
    if let Some(kind) = put_confidence(bytes, facts.kind.as_ref()) {
        put_length(bytes, Kind::ALL.iter().position(|other| other == kind).unwrap_or_default());
    }
    if let Some(name) = put_confidence(bytes, facts.institution.as_ref()) {
        put_text(bytes, name);
    }
    if let Some(account) = put_confidence(bytes, facts.account.as_ref()) {
        put_text(bytes, &account.digits);
        put_text(bytes, account.member.as_deref().unwrap_or_default());
        put_number(bytes, account.suffix.map_or(0, |suffix| suffix.saturating_add(1)));
    }
    if let Some(period) = put_confidence(bytes, facts.period.as_ref()) {
        put_date(bytes, period.from);
        put_date(bytes, Some(period.to));
    }
    if let Some(pages) = put_confidence(bytes, facts.pages.as_ref()) {
        put_number(bytes, pages.of);
        let present = pages.present.get(..MAX_ITEMS).unwrap_or(&pages.present);
        put_length(bytes, present.len());
        for page in present {
            put_number(bytes, *page);
        }
    }
}

/// 0 for a fact that is not known, whose value does not follow.
fn put_confidence<'a, T>(bytes: &mut Vec<u8>, fact: Option<&'a Fact<T>>) -> Option<&'a T> {
    bytes.push(match fact.map(|fact| fact.confidence) {
        None => 0,
        Some(Confidence::Seen) => 1,
        Some(Confidence::Sure) => 2,
    });
    fact.map(|fact| &fact.value)
}

fn put_number(bytes: &mut Vec<u8>, number: u32) {
    bytes.extend(number.to_le_bytes());
}

fn put_length(bytes: &mut Vec<u8>, length: usize) {
    bytes.push(u8::try_from(length).unwrap_or(u8::MAX));
}

/// The day number; the largest number for none.
fn put_date(bytes: &mut Vec<u8>, date: Option<Date>) {
    bytes.extend(date.map_or(i32::MAX, Date::number).to_le_bytes());
}

/// A text that is too long is left out.
fn put_text(bytes: &mut Vec<u8>, text: &str) {
    let text = if text.len() > MAX_TEXT_LEN { "" } else { text };
    put_length(bytes, text.len());
    bytes.extend(text.as_bytes());
}

struct Reader<'a>(&'a [u8]);

impl Reader<'_> {
    fn bytes(&mut self, length: usize) -> Option<&[u8]> {
        let (bytes, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(bytes)
    }

    fn byte(&mut self) -> Option<u8> {
        self.bytes(1)?.first().copied()
    }

    fn number(&mut self) -> Option<u32> {
        self.bytes(4)?.try_into().ok().map(u32::from_le_bytes)
    }

    /// The outer `None` is a number that is no date.
    #[expect(clippy::option_option, reason = "no date, none, or one")]
    fn date(&mut self) -> Option<Option<Date>> {
        match self.bytes(4)?.try_into().ok().map(i32::from_le_bytes)? {
            i32::MAX => Some(None),
            number => Date::from_number(number).map(Some),
        }
    }

    fn text(&mut self) -> Option<String> {
        let length = usize::from(self.byte()?);
        let text = std::str::from_utf8(self.bytes(length)?).ok()?;
        (length <= MAX_TEXT_LEN && !text.chars().any(char::is_control)).then(|| text.to_owned())
    }

    /// The confidence of a fact whose value follows. The outer `None` is another number.
    #[expect(clippy::option_option, reason = "out of range, not known, or known")]
    fn confidence(&mut self) -> Option<Option<Confidence>> {
        match self.byte()? {
            0 => Some(None),
            1 => Some(Some(Confidence::Seen)),
            2 => Some(Some(Confidence::Sure)),
            _ => None,
        }
    }

    fn facts(&mut self) -> Option<Facts> {
        let flags = self.number()?;
        let mut facts = Facts {
            is_read: flags & IS_READ != 0,
            is_partial: flags & IS_PARTIAL != 0,
            is_other_institution: flags & IS_OTHER_INSTITUTION != 0,
            ..Facts::default()
        };
        if let Some(confidence) = self.confidence()? {
            let value = *Kind::ALL.get(usize::from(self.byte()?))?;
            facts.kind = Some(Fact { value, confidence });
        }
        if let Some(confidence) = self.confidence()? {
            facts.institution = Some(Fact { value: self.text()?.into(), confidence });
        }
        if let Some(confidence) = self.confidence()? {
            facts.account = Some(Fact { value: self.account()?, confidence });
        }
        if let Some(confidence) = self.confidence()? {
            let value = Period { from: self.date()?, to: self.date()?? };
            facts.period = Some(Fact { value, confidence });
        }
        if let Some(confidence) = self.confidence()? {
            let of = self.number()?;
            let mut present = Vec::new();
            for _ in 0..self.byte()? {
                present.push(self.number()?);
            }
            facts.pages = Some(Fact { value: PageMarks { of, present }, confidence });
        }
        Some(facts)
    }

    fn account(&mut self) -> Option<AccountNumber> {
        let digits = self.text()?;
        if digits.len() > MAX_DIGITS || !digits.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let member = Some(self.text()?).filter(|member| !member.is_empty());
        let suffix = self.number()?.checked_sub(1);
        Some(AccountNumber { digits, member, suffix, kind: suffix.map(MemberAccountKind::of_suffix) })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[expect(clippy::unnecessary_wraps, reason = "facts are optional")]
    fn sure<T>(value: T) -> Option<Fact<T>> {
        Some(Fact { value, confidence: Confidence::Sure })
    }

    fn all_facts() -> Facts {
        let part = Facts {
            is_read: true,
            kind: sure(Kind::CardStatement),
            period: Some(Fact {
                value: Period { from: None, to: Date::new(2025, 1, 31).unwrap() },
                confidence: Confidence::Seen,
            }),
            ..Facts::default()
        };
        Facts {
            is_partial: true,
            is_other_institution: true,
            institution: sure("Coast Capital".into()),
            account: sure(AccountNumber {
                digits: "2354".to_owned(),
                member: Some("xxxx2354".to_owned()),
                suffix: Some(1),
                kind: Some(MemberAccountKind::Savings),
            }),
            period: sure(Period { from: Date::new(2024, 12, 1), to: Date::new(2025, 1, 31).unwrap() }),
            pages: sure(PageMarks { of: 5, present: vec![1, 2, 5] }),
            parts: vec![Part { first_page: 0, facts: part.clone() }, Part { first_page: 3, facts: part.clone() }],
            ..part
        }
    }

    #[test]
    fn facts_survive_the_round_trip() {
        let all = all_facts();
        let kinds = Kind::ALL.iter().map(|kind| Facts { kind: sure(*kind), ..all.clone() });
        for facts in kinds.chain([all.clone(), Facts::default()]) {
            assert_eq!(Facts::from_bytes(&facts.to_bytes()), Some(facts));
        }
    }

    #[test]
    fn other_bytes_are_rejected_and_never_panic() {
        let good = all_facts().to_bytes();
        for length in 0..good.len() {
            assert_eq!(Facts::from_bytes(&good[..length]), None, "{length}");
        }
        assert_eq!(Facts::from_bytes(&[good.clone(), vec![0]].concat()), None);
        for at in 0..good.len() {
            for value in [0, 1, 3, 0x7F, 0xFF] {
                let mut bytes = good.clone();
                bytes[at] = value;
                if let Some(facts) = Facts::from_bytes(&bytes) {
                    assert!(facts.account.is_none_or(|account| account.value.digits.len() <= MAX_DIGITS));
                }
            }
        }
        let version = [vec![WIRE_VERSION + 1], good[1..].to_vec()].concat();
        assert_eq!(Facts::from_bytes(&version), None);
    }

    // @claim:text-stays-in-worker
    #[test]
    fn a_text_that_is_no_fact_is_not_posted() {
        let long = Facts { institution: sure("x".repeat(MAX_TEXT_LEN + 1).into()), ..Facts::default() };
        assert_eq!(Facts::from_bytes(&long.to_bytes()).unwrap().institution, sure("".into()));
    }
}
