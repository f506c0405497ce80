//! Puts the facts of a document together, each with how sure it is, and finds the statements of a merged file.

use super::{
    account::{self, AccountNumber},
    fold::words,
    institution::{self, Named},
    kind::{self, Kind},
    page::Document,
    page_mark::{self, Mark, PageMarks},
    period::{self, Period},
    row::{Row, rows},
};
use crate::core::string_enum::closed_string_enum;
use std::{borrow::Cow, ops::Range};

closed_string_enum! {
    /// How sure a fact is.
    pub enum Confidence {
        /// One hint: worth showing, for a person to judge.
        Seen = "seen",
        /// Two hints agree: worth a finding.
        Sure = "sure",
    }
}

/// A fact, and how sure it is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Fact<T> {
    /// What was read.
    pub value: T,
    /// How sure that is.
    pub confidence: Confidence,
}

impl<T> Fact<T> {
    fn new(value: T, is_sure: bool) -> Self {
        Self { value, confidence: if is_sure { Confidence::Sure } else { Confidence::Seen } }
    }

    /// Whether two hints agree.
    pub fn is_sure(&self) -> bool {
        self.confidence == Confidence::Sure
    }
}

/// What a document says about itself. What is not known is `None`: a doubt is never a fact.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Facts {
    /// Whether there was text that makes words. If not, nothing else is known.
    pub is_read: bool,
    /// Whether there is more text than was read, so that it may hold further statements.
    pub is_partial: bool,
    /// The institution that issued it.
    pub institution: Option<Fact<Cow<'static, str>>>,
    /// Whether that is surely another one than the institution that was asked for. See [`Facts::compare_institution`].
    pub is_other_institution: bool,
    /// The account that it is about.
    pub account: Option<Fact<AccountNumber>>,
    /// The days that it covers. `None` if the file holds several statements.
    pub period: Option<Fact<Period>>,
    /// Which pages it says it has. `None` if the file holds several statements.
    pub pages: Option<Fact<PageMarks>>,
    /// What kind of document it is.
    pub kind: Option<Fact<Kind>>,
    /// The statements of a merged file; empty if it holds one.
    pub parts: Vec<Part>,
}

/// One of several statements in a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Part {
    /// The index of its first page.
    pub first_page: usize,
    /// What it says. It has no parts itself.
    pub facts: Facts,
}

impl Facts {
    /// Compares the institution with the one that was asked for, as the provider or the host writes it. They differ only if
    /// it is sure, and both are known here.
    pub fn compare_institution(&mut self, asked: Option<&str>) {
        let asked = asked.and_then(institution::known_as);
        let is_other = |fact: &Fact<Cow<'static, str>>| fact.is_sure() && asked.is_some_and(|name| name != fact.value);
        self.is_other_institution = self.institution.as_ref().is_some_and(is_other);
    }

    /// The statements of the file: its parts, or itself.
    pub fn statements(&self) -> impl Iterator<Item = &Self> {
        let itself = self.parts.is_empty().then_some(self);
        itself.into_iter().chain(self.parts.iter().map(|part| &part.facts))
    }
}

/// Fewer letters are no text.
const MIN_LETTERS: usize = 20;
/// Codes without a map come out as letters that make no words: so many of these have to occur.
const MIN_WORDS: usize = 2;
/// Parts of words that documents of banks and employers have, folded.
const WORDS: &str = "\
    date balance solde account compte page statement releve relev total description amount montant deposit payment \
    paiement the and your votre bank banque number numero tax income revenu impot address adresse employ order ordre \
    transit period";

/// Reads the facts of a document.
///
/// ```
/// use flinks_upload::{pdf::{Cell, Line}, statement::{Document, Page, facts}};
/// let cell = |text: &str| Cell { x0: 40.0, x1: 300.0, text: text.to_owned() };
/// let line = |y: f32, text: &str| Line { y, cells: vec![cell(text)], ..Line::default() };
/// let page = Page {
///     height: 792.0,
///     lines: vec![line(40.0, "Royal Bank of Canada"), line(60.0, "Statement period: From May 1, 2025 to May 31, 2025")],
/// };
/// let facts = facts(&Document { pages: vec![page], ..Document::default() });
/// assert_eq!(facts.institution.map(|fact| fact.value).as_deref(), Some("RBC"));
/// assert_eq!(facts.period.map(|fact| fact.value.to.to_string()).as_deref(), Some("2025-05-31"));
/// ```
pub fn facts(document: &Document) -> Facts {
    let rows = rows(document);
    if !is_read(&rows) {
        return Facts::default();
    }
    let marks = page_mark::marks(&rows);
    let made_by = [document.producer.as_str(), &document.creator].join(" ");
    let context = Context { made_by: &made_by, is_recognized: document.is_recognized, is_partial: document.is_partial };
    let starts = starts(&rows, &marks);
    let pages = document.pages.len();
    if starts.len() < 2 {
        return context.facts(&rows, &marks, 0..pages);
    }
    let parts: Vec<Part> = pairs(&starts)
        .map(|(first_page, next)| {
            // Both are in the order of the pages.
            let end = next.unwrap_or(pages);
            let place = |page: usize| rows.partition_point(|row| row.page < page);
            let mark_place = |page: usize| marks.partition_point(|mark| mark.page < page);
            let rows = rows.get(place(first_page)..place(end)).unwrap_or(&[]);
            let marks = marks.get(mark_place(first_page)..mark_place(end)).unwrap_or(&[]);
            Part { first_page, facts: context.facts(rows, marks, first_page..end) }
        })
        .collect();
    if are_several(&parts) { whole(parts, document.is_partial) } else { context.facts(&rows, &marks, 0..pages) }
}

/// What all parts of a document share.
struct Context<'a> {
    made_by: &'a str,
    is_recognized: bool,
    is_partial: bool,
}

impl Context<'_> {
    /// The facts of some rows and pages, which are those of one statement.
    fn facts(&self, rows: &[Row], marks: &[Mark], pages: Range<usize>) -> Facts {
        let period = period::period(rows);
        let institutions = Named::new(rows, self.made_by);
        let is_credit_union = account::is_credit_union(rows);
        let account = account::account(rows, is_credit_union);
        let named = institutions.best(period.is_some() || account.is_some() || kind::is_titled_statement(rows));
        let account = match named {
            Some(named) if named.has_members != is_credit_union && (named.has_members || named.is_sure) => {
                account::account(rows, named.has_members)
            }
            _ => account,
        };
        let period = period.filter(|period| !period.is_billing || named.is_some());
        let kind = kind::kind(rows, named.is_some(), period.is_some());
        let value = kind.map(|(kind, _)| kind);
        let account = match value {
            Some(Kind::Cheque) => account.or_else(|| account::of_cheque(rows).map(|account| (account, false))),
            Some(Kind::PayStub | Kind::TaxForm) => None,
            Some(Kind::Other) | None if named.is_none() => None,
            _ => account,
        };
        let period = period.filter(|_| value.is_none_or(Kind::has_period));
        let fact = |is_sure: bool| is_sure && !self.is_recognized;
        Facts {
            is_read: true,
            institution: named
                .filter(|_| value != Some(Kind::PayStub))
                .map(|named| Fact::new(Cow::Borrowed(named.name), fact(named.is_sure))),
            is_other_institution: false,
            account: account.map(|(account, is_sure)| Fact::new(account, fact(is_sure))),
            period: period.map(|found| Fact::new(found.period, fact(found.is_sure))),
            is_partial: self.is_partial,
            // Those that were not read may have the marks that are missing.
            pages: page_mark::agreed(marks, pages)
                .filter(|_| !self.is_partial)
                .map(|(pages, is_sure)| Fact::new(pages, fact(is_sure))),
            kind: kind.map(|(kind, is_sure)| Fact::new(kind, fact(is_sure))),
            parts: Vec::new(),
        }
    }
}

/// Whether the text makes words.
fn is_read(rows: &[Row]) -> bool {
    let letters: usize =
        rows.iter().map(|row| row.joined.squashed.bytes().filter(u8::is_ascii_alphanumeric).count()).sum();
    let unknown: usize = rows.iter().map(|row| row.joined.squashed.bytes().filter(|byte| *byte == b'?').count()).sum();
    let words = words(WORDS).filter(|word| rows.iter().any(|row| row.joined.has(word))).count();
    letters >= MIN_LETTERS && unknown <= letters && words >= MIN_WORDS
}

/// The first pages of the statements: where page marks begin anew, or a page is headed by another period.
fn starts(rows: &[Row], marks: &[Mark]) -> Vec<usize> {
    let mut starts = vec![0];
    for pair in marks.windows(2) {
        if let [before, after] = pair {
            let is_new = after.number == 1 && (before.number == before.of || before.of != after.of);
            if is_new {
                starts.push(after.page);
            }
        }
    }
    let mut heading: Option<Period> = None;
    for page_rows in rows.chunk_by(|one, other| one.page == other.page) {
        let Some(page) = page_rows.first().map(|row| row.page) else { continue };
        let is_continued = marks.iter().any(|mark| mark.page == page && mark.number > 1);
        let found = period::period(page_rows).filter(|found| found.is_heading && found.period.from.is_some());
        let Some(found) = found.filter(|_| !is_continued) else { continue };
        if heading.is_some_and(|heading| heading != found.period) {
            starts.push(page);
        }
        heading = Some(found.period);
    }
    starts.sort_unstable();
    starts.dedup();
    starts
}

/// Each start with the next one.
fn pairs(starts: &[usize]) -> impl Iterator<Item = (usize, Option<usize>)> + '_ {
    let next = starts.iter().skip(1).copied().map(Some).chain(std::iter::once(None));
    starts.iter().copied().zip(next)
}

/// Whether the parts are several statements, and not the same one twice.
fn are_several(parts: &[Part]) -> bool {
    let differ = |one: &Facts, other: &Facts| {
        let period = |facts: &Facts| facts.period.as_ref().map(|fact| fact.value);
        let account = |facts: &Facts| facts.account.as_ref().map(|fact| fact.value.clone());
        let differs = |one: bool, both: bool| one && both;
        differs(period(one) != period(other), period(one).is_some() && period(other).is_some())
            || differs(account(one) != account(other), account(one).is_some() && account(other).is_some())
    };
    parts.windows(2).any(|pair| if let [one, other] = pair { differ(&one.facts, &other.facts) } else { false })
}

/// The facts of a merged file: what all parts share.
fn whole(parts: Vec<Part>, is_partial: bool) -> Facts {
    let institution = shared(&parts, |facts| facts.institution.clone());
    let account = shared(&parts, |facts| facts.account.clone());
    let kind = parts.first().and_then(|part| part.facts.kind.clone());
    Facts { is_read: true, is_partial, institution, account, kind, parts, ..Facts::default() }
}

/// A fact that all parts have; as sure as the least sure of them.
fn shared<T: PartialEq>(parts: &[Part], of: impl Fn(&Facts) -> Option<Fact<T>>) -> Option<Fact<T>> {
    let mut facts = parts.iter().map(|part| of(&part.facts));
    let mut first = facts.next()??;
    for fact in facts {
        let fact = fact?;
        if fact.value != first.value {
            return None;
        }
        if !fact.is_sure() {
            first.confidence = Confidence::Seen;
        }
    }
    Some(first)
}

#[cfg(test)]
mod tests;
