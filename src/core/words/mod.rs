//! Every word that people read, in English and Canadian French.
//!
//! Each catalogue is one exhaustive match: a new phrase or finding does not compile without its words in both.

mod en;
mod fr;
mod number;

use super::{
    code::ErrorCode, error::UploadError, finding::Finding, report::Status, session::Reason,
    status::Status as UploadStatus,
};

/// A language of the component.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Language {
    /// English.
    English,
    /// Canadian French.
    French,
}

impl Language {
    /// Its tag, in attributes and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::English => "en",
            Self::French => "fr",
        }
    }

    /// The language for a BCP 47 tag such as `fr-CA`; English when there is none or it is another.
    pub fn nearest(tag: Option<&str>) -> Self {
        let primary = tag.and_then(|tag| tag.split(['-', '_']).next()).unwrap_or_default();
        if primary.trim().eq_ignore_ascii_case("fr") { Self::French } else { Self::English }
    }

    /// A phrase in this language.
    pub fn say(self, phrase: &Phrase<'_>) -> String {
        match self {
            Self::English => en::say(phrase),
            Self::French => fr::say(phrase),
        }
    }

    /// What a finding means and what to do about it.
    pub fn advise(self, finding: &Finding) -> Advice {
        match self {
            Self::English => en::advise(finding),
            Self::French => fr::advise(finding),
        }
    }

    /// A size for people: megabytes and kilobytes of 10^6 and 10^3 bytes.
    pub fn size(self, bytes: u64) -> String {
        number::size(self, bytes)
    }
}

/// What is said of a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Advice {
    /// What is the matter.
    pub what: String,
    /// What the person can do about it.
    pub remedy: String,
}

/// Something that the component says. Counts are of files, sizes in bytes.
#[derive(Debug, Clone, Copy)]
#[expect(missing_docs, reason = "the words stand in the catalogues")]
pub enum Phrase<'a> {
    ConnectFrame,
    UploadFrame,
    Opening,
    CannotOpen,
    IfEmpty,
    TryAgain,
    SettingsWrong,
    Trouble(&'a UploadError),

    OfferTitle(&'a Reason),
    OfferText { reason: &'a Reason, institution: Option<&'a str> },
    UseUpload,
    StillLogIn,
    SupportCode(&'a ErrorCode),
    NotListed,

    CollectTitle,
    CollectFor(&'a str),
    CollectForStaff,
    OneInstitution,
    Private,
    DropHere { images: bool },
    Browse,
    BrowseFolder,
    FilesAllowed { files: u32, size: u64 },
    FileList,
    Remove(&'a str),
    Status(Status),
    Pages(u32),
    Checking { done: u32, of: u32 },
    Summary { ready: u32, of: u32, attention: u32 },
    BackToLogin,
    Continue(u32),
    ContinueToDashboard(u32),
    ContinueWithout,
    Going,
    ChooseFirst,

    ChecklistTitle,
    ChecklistText(u32),
    ChangeFiles,
    HandedOverTitle,
    HandedOver,
    OnItsWay,
    InDashboard,
    ReceivedTitle(Option<&'a UploadStatus>),
    Received { status: Option<&'a UploadStatus>, is_slow: bool },
    LinkedTitle,
    Linked,
}

#[cfg(test)]
mod tests;
