//! What is said of a finding: what is the matter, why it matters, what to do.

use super::{MessageKey, Value, Words};
use crate::{core::files::finding::Finding, pdf::FileKind};

/// What is said of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What is the matter.
    pub what: String,
    /// Why it matters, and what the person can do about it.
    pub more: String,
}

impl Words {
    /// What a finding means and what to do about it.
    pub fn advise(&self, finding: &Finding) -> Advice {
        use MessageKey as Key;
        let text = match finding {
            Finding::Empty => self.say(Key::Empty),
            Finding::NotAPdf { found } => self.with_kind(Key::NotAPdf, *found),
            Finding::UnsupportedType { found } => self.with_kind(Key::UnsupportedType, *found),
            Finding::Damaged => self.say(Key::Damaged),
            Finding::PasswordRequired => self.say(Key::PasswordRequired),
            Finding::Unreadable => self.say(Key::Unreadable),
            Finding::OverFileSize { size, limit, certain: true } => self.with_sizes(Key::OverFileSize, *size, *limit),
            Finding::OverFileSize { size, limit, certain: false } => self.with_sizes(Key::NearFileSize, *size, *limit),
            Finding::TooManyFiles { limit, .. } => self.files(Key::TooManyFiles, *limit),
            Finding::OverTotalSize { total, limit } => self.with_sizes(Key::OverTotalSize, *total, *limit),
            Finding::NearTotalSize { total, limit } => self.with_sizes(Key::NearTotalSize, *total, *limit),
            Finding::Duplicate { .. } => self.say(Key::Duplicate),
            Finding::Repaired => self.say(Key::Repaired),
            Finding::Scanned => self.say(Key::Scanned),
            Finding::NoText => self.say(Key::NoText),
            Finding::Portfolio => self.say(Key::Portfolio),
            Finding::PrintedCopy => self.say(Key::PrintedCopy),
            Finding::Unchecked { .. } => self.say(Key::Unchecked),
            Finding::Restricted => self.say(Key::Restricted),
        };
        let (what, more) = text.split_once('\n').unwrap_or((&text, ""));
        Advice { what: what.to_owned(), more: more.replace('\n', " ") }
    }

    fn with_sizes(&self, key: MessageKey, size: u64, limit: u64) -> String {
        let (size, limit) = (self.size(size), self.size(limit));
        self.fill(key, &[("size", Value::Text(&size)), ("limit", Value::Text(&limit))])
    }

    fn with_kind(&self, key: MessageKey, kind: FileKind) -> String {
        let (kind, format) = match kind {
            FileKind::Jpeg => (MessageKey::KindImage, "JPEG"),
            FileKind::Png => (MessageKey::KindImage, "PNG"),
            FileKind::Bmp => (MessageKey::KindImage, "BMP"),
            FileKind::Tiff => (MessageKey::KindImage, "TIFF"),
            FileKind::Zip => (MessageKey::KindZip, ""),
            FileKind::Html => (MessageKey::KindHtml, ""),
            FileKind::Ole => (MessageKey::KindOle, ""),
            FileKind::Pdf | FileKind::Other => (MessageKey::KindOther, ""),
        };
        let kind = self.fill(kind, &[("format", Value::Text(format))]);
        self.fill(key, &[("kind", Value::Text(&kind))])
    }
}
