//! Attributes that take one of some words. The table of each enum holds its words and their documentation.

use crate::core::{
    connect::address::Theme, files::limits::Accept, language::Language, schema::Word, string_enum::closed_string_enum,
};

/// A closed set of words that an attribute takes.
pub(super) trait Choice: Copy + 'static {
    /// Every choice, in the order in which they are documented.
    const ALL: &'static [Self];

    /// The word for it.
    fn word(self) -> &'static str;

    /// All words with their documentation.
    fn words() -> Vec<Word>;
}

macro_rules! choice {
    ($($Name:ty,)+) => {
        $(impl Choice for $Name {
            const ALL: &'static [Self] = Self::ALL;

            fn word(self) -> &'static str {
                self.as_str()
            }

            fn words() -> Vec<Word> {
                Self::SCHEMA.to_vec()
            }
        })+
    };
}

choice! { Mode, Handoff, Check, CheckCoverage, ReadStatements, Unlock, Loading, FrameCredentialless, Theme, Accept, }

impl Choice for Language {
    const ALL: &'static [Self] = Self::ALL;

    fn word(self) -> &'static str {
        self.as_str()
    }

    fn words() -> Vec<Word> {
        Self::ALL.iter().map(|language| Word { text: language.as_str(), docs: &[] }).collect()
    }
}

closed_string_enum! {
    /// When upload is offered.
    pub enum Mode {
        /// Beside bank linking once an institution is selected, and after a failed login.
        Primary = "primary",
        /// After a failed login only.
        Fallback = "fallback",
        /// At once, without bank linking (force-upload).
        Upload = "upload",
        /// Staff collect documents for the Flinks Dashboard.
        Dashboard = "dashboard",
    }
    default Primary;
}

impl Mode {
    /// Whether Connect is shown.
    pub fn shows_connect(self) -> bool {
        matches!(self, Self::Primary | Self::Fallback)
    }
}

closed_string_enum! {
    /// How the person gets to the upload screen.
    pub enum Handoff {
        /// The component's own frame opens it. Only then is `upload-complete` fired.
        Frame = "frame",
        /// The page itself navigates to it.
        Navigate = "navigate",
        /// The host opens it when it gets `upload-handoff`. The Dashboard has a window of its own in any case.
        Event = "event",
    }
    default Frame;
}

closed_string_enum! {
    /// Whether files are checked before the hand-off.
    pub enum Check {
        /// The hand-off waits until every file is checked and at least one is accepted.
        Required = "required",
        /// The person may continue before the check is done, or without choosing files here.
        Optional = "optional",
        /// The element asks for no files. It opens the upload screen directly. In dashboard mode as `optional`.
        Off = "off",
    }
    default Required;
}

closed_string_enum! {
    /// What follows where days of `required-days` are not covered.
    pub enum CheckCoverage {
        /// The person is told, and may continue.
        Warn = "warn",
        /// With `check="required"`, the hand-off waits while days are known to be missing. It never waits for files that can't be read.
        Required = "required",
    }
    default Warn;
}

closed_string_enum! {
    /// Whether the text of statements is read, on the device.
    pub enum ReadStatements {
        /// It is read, so that missing pages and days are found.
        On = "on",
        /// It is not read.
        Off = "off",
    }
    default On;
}

closed_string_enum! {
    /// Whether a locked file can be unlocked here with its password, on the device.
    pub enum Unlock {
        /// It can; an unlocked copy takes its place.
        On = "on",
        /// It can't; the person is asked for an unlocked copy.
        Off = "off",
    }
    default On;
}

closed_string_enum! {
    /// When the element loads its wasm and opens Connect.
    pub enum Loading {
        /// At once.
        Eager = "eager",
        /// When it is first visible. Before that no wasm is loaded, no token requested, and Connect not opened.
        Lazy = "lazy",
    }
    default Eager;
}

closed_string_enum! {
    /// Whether the frame of Connect is without the person's cookies and storage.
    pub enum FrameCredentialless {
        /// Without them, so that a page with `Cross-Origin-Embedder-Policy` can show it.
        On = "on",
        /// With them.
        Off = "off",
    }
    default Off;
}
