//! Every word that people read, in English and Canadian French, and in the host's own words where it gave some.
//!
//! A new key does not compile without its words in both.

mod advice;
mod en;
mod fr;
mod key;
mod number;
mod own;
mod template;

pub use advice::Advice;
pub use key::MessageKey;
pub use own::Messages;
pub use template::Value;

use crate::core::{
    connect::error_code::ErrorCode,
    error::UploadError,
    files::report::Status,
    language::Language,
    offer::{Offer, Reason},
    results::status::Status as UploadStatus,
};

impl Language {
    fn text(self, key: MessageKey) -> &'static str {
        match self {
            Self::English => en::TEXTS.get(key),
            Self::French => fr::TEXTS.get(key),
        }
    }
}

/// What the component says: in a language, unless the host has words of its own.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Words {
    /// The language of all that the host does not replace.
    pub language: Language,
    /// What it replaces.
    pub own: Messages,
}

impl Words {
    /// A message without values.
    pub fn say(&self, key: MessageKey) -> String {
        self.fill(key, &[])
    }

    /// A message about so many files.
    pub fn files(&self, key: MessageKey, files: u32) -> String {
        self.fill(key, &[("files", Value::Count(files))])
    }

    /// A message with its values by name.
    pub fn fill(&self, key: MessageKey, values: &[(&str, Value<'_>)]) -> String {
        let text = self.own.get(key).unwrap_or_else(|| self.language.text(key));
        template::fill(self.language, text, values)
    }

    /// A size for people: megabytes and kilobytes of 10^6 and 10^3 bytes.
    pub fn size(&self, bytes: u64) -> String {
        number::size(self.language, bytes)
    }

    /// The title of an offer.
    pub fn offer_title(&self, reason: &Reason) -> String {
        self.say(match reason {
            Reason::Error(_) => MessageKey::OfferErrorTitle,
            Reason::Inactivity => MessageKey::OfferInactivityTitle,
            Reason::Primary | Reason::Forced | Reason::NotListed => MessageKey::OfferTitle,
        })
    }

    /// Why upload is offered, and what for.
    pub fn offer(&self, offer: &Offer) -> String {
        let institution = offer.institution.as_ref().map_or_else(
            || self.say(MessageKey::InstitutionUnknown),
            |name| self.fill(MessageKey::InstitutionKnown, &[("institution", Value::Text(name.as_str()))]),
        );
        let (key, reason) = match &offer.reason {
            Reason::Primary => (MessageKey::OfferPrimary, String::new()),
            Reason::Forced => (MessageKey::OfferForced, String::new()),
            Reason::NotListed => (MessageKey::OfferNotListed, String::new()),
            Reason::Inactivity => (MessageKey::OfferInactivity, String::new()),
            Reason::Error(code) => (MessageKey::OfferError, self.say(why(code))),
        };
        self.fill(key, &[("reason", Value::Text(&reason)), ("institution", Value::Text(&institution))])
    }

    /// A file's verdict.
    pub fn status(&self, status: Status) -> String {
        self.say(match status {
            Status::Checking => MessageKey::StatusChecking,
            Status::Ready => MessageKey::StatusReady,
            Status::Warning => MessageKey::StatusWarning,
            Status::Rejected => MessageKey::StatusRejected,
        })
    }

    /// Where a batch stands that is checked: how many may go, of how many, and how many need attention.
    pub fn summary(&self, ready: u32, files: u32, attention: u32) -> String {
        let key = if attention == 0 { MessageKey::Summary } else { MessageKey::SummaryAttention };
        let values = [("ready", ready), ("files", files), ("attention", attention)];
        self.fill(key, &values.map(|(name, count)| (name, Value::Count(count))))
    }

    /// How far an upload is: the title, and what that means for the person.
    pub fn received(&self, status: Option<&UploadStatus>, is_slow: bool) -> (String, String) {
        use MessageKey as Key;
        let (title, text) = match status {
            None | Some(UploadStatus::Received | UploadStatus::Unknown(_)) => (Key::ReceivedTitle, Key::Received),
            Some(UploadStatus::Processing) => (Key::ProcessingTitle, Key::Processing),
            Some(UploadStatus::Ready) => (Key::ReadyTitle, Key::Ready),
            Some(UploadStatus::NeedsAttention) => (Key::NeedsAttentionTitle, Key::NeedsAttention),
            Some(UploadStatus::Failed) => (Key::FailedTitle, Key::Failed),
        };
        let is_waiting = matches!(text, Key::Received | Key::Processing);
        (self.say(title), self.say(if is_slow && is_waiting { Key::Slow } else { text }))
    }

    /// What went wrong between the page and the component, for the person.
    pub fn trouble(&self, error: &UploadError) -> String {
        match error {
            UploadError::TokenFailed { .. } => self.say(MessageKey::TokenFailed),
            UploadError::ConnectSilent { .. } => self.say(MessageKey::IfEmpty),
            UploadError::TooManyPicked { limit } => {
                self.fill(MessageKey::TooManyPicked, &[("limit", Value::Count(*limit))])
            }
            UploadError::InvalidAttribute { .. }
            | UploadError::MissingAttribute { .. }
            | UploadError::StatusRefused { .. } => self.say(MessageKey::NotSetUp),
        }
    }
}

fn why(code: &ErrorCode) -> MessageKey {
    match code {
        ErrorCode::InvalidUsername => MessageKey::InvalidUsername,
        ErrorCode::InvalidPassword => MessageKey::InvalidPassword,
        ErrorCode::DisabledLogin => MessageKey::DisabledLogin,
        ErrorCode::RetryLater => MessageKey::RetryLater,
        ErrorCode::SessionExpired => MessageKey::SessionExpired,
        ErrorCode::InvalidSecurityResponseNoRetry => MessageKey::InvalidSecurityResponse,
        ErrorCode::AggregationError => MessageKey::AggregationError,
        _ => MessageKey::LoginRefused,
    }
}

#[cfg(test)]
mod tests;
