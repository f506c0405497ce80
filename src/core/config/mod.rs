//! What the host asked for: its attributes, read once into closed types. A wrong value never falls back in silence.

use crate::core::{
    connect::address::{ConnectBase, ConnectOptions, Institution, Params, Theme},
    error::UploadError,
    files::limits::{Accept, Limits, PUBLISHED_FILES, SizeLimit},
    i18n::Messages,
    language::Language,
};
use std::fmt::Display;

/// When upload is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Mode {
    /// Beside bank linking, once an institution is selected, and after a failed login.
    #[default]
    Primary,
    /// After a failed login only.
    Fallback,
    /// At once, without bank linking (force-upload).
    Upload,
    /// Staff collect documents for the Flinks Dashboard.
    Dashboard,
}

impl Mode {
    /// Whether Connect is shown.
    pub fn shows_connect(self) -> bool {
        matches!(self, Self::Primary | Self::Fallback)
    }
}

/// How the person gets to the upload screen.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Handoff {
    /// In the component's own frame.
    #[default]
    Frame,
    /// The page itself goes there.
    Navigate,
    /// The host is told, and does the rest.
    Event,
}

/// Whether files are looked into before the hand-off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Check {
    /// The hand-off waits for a good batch.
    #[default]
    Required,
    /// The person may go on without.
    Optional,
    /// No files are asked for here.
    Off,
}

/// Further reasons to offer upload, off unless the host sets them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OfferOn {
    /// The person says that the institution is not listed.
    pub not_listed: bool,
    /// So many seconds without a message from Connect.
    pub inactivity: Option<u32>,
}

/// Where the authorization token comes from. It is made by the host's server and lives 30 minutes.
#[derive(Clone, PartialEq, Eq, Default)]
pub enum Token {
    /// There is none.
    #[default]
    None,
    /// Given once.
    Fixed(String),
    /// Asked for just before each address is opened.
    Asked,
}

impl std::fmt::Debug for Token {
    /// Without the token itself.
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(match self {
            Self::None => "None",
            Self::Fixed(_) => "Fixed(…)",
            Self::Asked => "Asked",
        })
    }
}

/// Where the Dashboard is, unless the host says otherwise.
pub const DASHBOARD_URL: &str = "https://dashboard.flinks.com";
/// Below the title of the page.
const HEADING_LEVEL: u8 = 2;
/// A day: longer inactivity is a mistake of units.
const MOST_SECONDS: u32 = 86_400;

/// What the host asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(missing_docs, reason = "each is the attribute of that name, documented in the README")]
pub struct Config {
    /// Where Connect is; `None` only in dashboard mode, which shows none.
    pub connect: Option<ConnectOptions>,
    pub mode: Mode,
    pub institution: Option<Institution>,
    pub token: Token,
    /// The component's own language.
    pub language: Language,
    /// What stands in for the component's own words.
    pub messages: Messages,
    /// The component's own look.
    pub theme: Theme,
    /// 1 to 6, as the page's outline asks for.
    pub heading_level: u8,
    pub handoff: Handoff,
    pub check: Check,
    pub limits: Limits,
    pub offer_on: OfferOn,
    pub dashboard_url: String,
    /// The host's event stream, after the upload.
    pub status_url: Option<String>,
}

impl Config {
    /// Primary mode for Connect at this place, everything else as by default.
    pub fn new(base: ConnectBase) -> Self {
        Self {
            connect: Some(ConnectOptions { language: Some(Language::English), ..ConnectOptions::new(base) }),
            mode: Mode::default(),
            institution: None,
            token: Token::default(),
            language: Language::English,
            messages: Messages::default(),
            theme: Theme::System,
            heading_level: HEADING_LEVEL,
            handoff: Handoff::default(),
            check: Check::default(),
            limits: Limits::default(),
            offer_on: OfferOn::default(),
            dashboard_url: DASHBOARD_URL.to_owned(),
            status_url: None,
        }
    }
}

/// The element's attributes as they stand in the page; `None` for one that is absent.
#[derive(Debug, Clone, Default)]
#[expect(missing_docs, reason = "each is the attribute of that name, documented in the README")]
pub struct Attributes {
    pub instance: Option<String>,
    pub connect_base: Option<String>,
    pub mode: Option<String>,
    pub institution: Option<String>,
    pub authorize_token: Option<String>,
    /// Whether the host set `getAuthorizeToken`.
    pub asks_token: bool,
    pub language: Option<String>,
    /// The nearest `lang` of the page.
    pub nearest_language: Option<String>,
    /// The host's own words, by the names of their keys.
    pub messages: Vec<(String, String)>,
    pub theme: Option<String>,
    pub heading_level: Option<String>,
    pub params: Option<String>,
    pub handoff: Option<String>,
    pub check: Option<String>,
    pub max_files: Option<String>,
    pub max_total_size: Option<String>,
    pub max_file_size: Option<String>,
    pub accept: Option<String>,
    pub offer_on: Option<String>,
    pub dashboard_url: Option<String>,
    pub status_url: Option<String>,
}

impl Attributes {
    /// Reads all attributes.
    ///
    /// # Errors
    /// Every attribute that is wrong or missing, not only the first.
    pub fn read(&self) -> Result<Config, Vec<UploadError>> {
        let mut reader = Reader::default();
        let mode = reader.choice("mode", self.mode.as_deref(), &MODES);
        let language = reader.choice("language", self.language.as_deref(), &LANGUAGES);
        let language = language.unwrap_or_else(|| Language::nearest(self.nearest_language.as_deref()));
        let theme = reader.choice("theme", self.theme.as_deref(), &THEMES);
        let mode = mode.unwrap_or_default();
        let params = reader.parsed("params", self.params.as_deref(), Params::parse).unwrap_or_default();
        let base = self.base(mode, &mut reader);
        let config = Config {
            connect: base.map(|base| ConnectOptions { base, language: Some(language), theme, params }),
            mode,
            institution: reader.parsed("institution", self.institution.as_deref(), Institution::new),
            token: self.token(&mut reader),
            language,
            messages: Messages::read(&self.messages).unwrap_or_else(|errors| {
                reader.errors.extend(errors);
                Messages::default()
            }),
            theme: theme.unwrap_or(Theme::System),
            heading_level: reader
                .choice("heading-level", self.heading_level.as_deref(), &HEADING_LEVELS)
                .unwrap_or(HEADING_LEVEL),
            handoff: reader.choice("handoff", self.handoff.as_deref(), &HANDOFFS).unwrap_or_default(),
            check: reader.choice("check", self.check.as_deref(), &CHECKS).unwrap_or_default(),
            limits: self.limits(&mut reader),
            offer_on: reader.parsed("offer-on", self.offer_on.as_deref(), read_offer_on).unwrap_or_default(),
            dashboard_url: reader
                .parsed("dashboard-url", self.dashboard_url.as_deref(), read_https)
                .unwrap_or_else(|| DASHBOARD_URL.to_owned()),
            status_url: reader.parsed("status-url", self.status_url.as_deref(), read_status_url),
        };
        if reader.errors.is_empty() { Ok(config) } else { Err(reader.errors) }
    }

    /// Reads the limits of a check alone; nothing else is looked at.
    ///
    /// # Errors
    /// As [`Attributes::read`].
    pub fn read_limits(&self) -> Result<Limits, Vec<UploadError>> {
        let mut reader = Reader::default();
        let limits = self.limits(&mut reader);
        if reader.errors.is_empty() { Ok(limits) } else { Err(reader.errors) }
    }

    fn base(&self, mode: Mode, reader: &mut Reader) -> Option<ConnectBase> {
        match (self.instance.as_deref(), self.connect_base.as_deref()) {
            // The explicit address stands in for the instance's.
            (_, Some(address)) => reader.parsed("connect-base", Some(address), ConnectBase::parse),
            (Some(instance), None) => reader.parsed("instance", Some(instance), ConnectBase::from_instance),
            (None, None) if mode == Mode::Dashboard => None,
            (None, None) => {
                let expected = "the name of your Flinks instance, such as 'toolbox' (or `connect-base`)".to_owned();
                reader.errors.push(UploadError::MissingAttribute { attribute: "instance", expected });
                None
            }
        }
    }

    fn token(&self, reader: &mut Reader) -> Token {
        match self.authorize_token.as_deref().map(str::trim) {
            _ if self.asks_token => Token::Asked,
            None => Token::None,
            Some(token) if is_token(token) => Token::Fixed(token.to_owned()),
            Some(token) => {
                let received = if token.is_empty() { "an empty text" } else { "a text with control characters" };
                reader.refuse("authorize-token", &"a token made by your server", received);
                Token::None
            }
        }
    }

    fn limits(&self, reader: &mut Reader) -> Limits {
        let files = reader.parsed("max-files", self.max_files.as_deref(), |text| {
            whole_number(text).and_then(|n| u32::try_from(n).ok()).ok_or("a whole number of files, 1 or more")
        });
        let mut bytes = |name, value: &Option<String>| {
            let size = |text: &str| whole_number(text).ok_or("a whole number of bytes, 1 or more");
            reader.parsed(name, value.as_deref(), size).map(SizeLimit::exact)
        };
        let total = bytes("max-total-size", &self.max_total_size);
        let file = bytes("max-file-size", &self.max_file_size);
        Limits {
            max_files: files.unwrap_or(PUBLISHED_FILES),
            max_total_size: total.unwrap_or(SizeLimit::PUBLISHED_TOTAL),
            max_file_size: file.unwrap_or(SizeLimit::PUBLISHED_FILE),
            accept: reader.parsed("accept", self.accept.as_deref(), read_accept).unwrap_or_default(),
        }
    }
}

/// Whether a text can be an authorization token: not blank, and nothing that can't stand in an address.
pub fn is_token(text: &str) -> bool {
    !text.trim().is_empty() && !text.chars().any(char::is_control)
}

/// Catalog, and what each stands for.
type Choices<T> = (&'static [&'static str], &'static [T]);

const MODES: Choices<Mode> =
    (&["primary", "fallback", "upload", "dashboard"], &[Mode::Primary, Mode::Fallback, Mode::Upload, Mode::Dashboard]);
const LANGUAGES: Choices<Language> = (&["en", "fr"], &[Language::English, Language::French]);
const THEMES: Choices<Theme> = (&["light", "dark", "system"], &[Theme::Light, Theme::Dark, Theme::System]);
const HEADING_LEVELS: Choices<u8> = (&["1", "2", "3", "4", "5", "6"], &[1, 2, 3, 4, 5, 6]);
const HANDOFFS: Choices<Handoff> =
    (&["frame", "navigate", "event"], &[Handoff::Frame, Handoff::Navigate, Handoff::Event]);
const CHECKS: Choices<Check> = (&["required", "optional", "off"], &[Check::Required, Check::Optional, Check::Off]);

#[derive(Default)]
struct Reader {
    errors: Vec<UploadError>,
}

impl Reader {
    fn parsed<T, E: Display>(
        &mut self,
        attribute: &'static str,
        value: Option<&str>,
        parse: impl Fn(&str) -> Result<T, E>,
    ) -> Option<T> {
        let value = value?;
        parse(value).map_err(|expected| self.refuse(attribute, &expected, value)).ok()
    }

    fn choice<T: Copy>(&mut self, attribute: &'static str, value: Option<&str>, choices: &Choices<T>) -> Option<T> {
        let (words, choices) = choices;
        choices.get(self.chosen(attribute, value?, words)?).copied()
    }

    /// Apart from what is chosen, or each type would bring a copy of this into the wasm.
    fn chosen(&mut self, attribute: &'static str, value: &str, words: &[&str]) -> Option<usize> {
        let found = words.iter().position(|word| word.eq_ignore_ascii_case(value.trim()));
        if found.is_none() {
            self.refuse(attribute, &format_args!("one of `{}`", words.join("`, `")), value);
        }
        found
    }

    #[inline(never)]
    fn refuse(&mut self, attribute: &'static str, expected: &dyn Display, value: &str) {
        self.errors.push(UploadError::invalid(attribute, expected, value));
    }
}

/// A whole number, 1 or more: digits only. 0 would be mistaken for "no limit".
fn whole_number(text: &str) -> Option<u64> {
    let text = text.trim();
    let digits = text.bytes().all(|byte| byte.is_ascii_digit());
    // What JavaScript holds exactly.
    text.parse().ok().filter(|number| digits && (1..=9_007_199_254_740_991).contains(number))
}

fn words_of(text: &str) -> impl Iterator<Item = &str> {
    text.split([',', ' ', '\t', '\n']).filter(|word| !word.is_empty())
}

fn read_accept(text: &str) -> Result<Accept, &'static str> {
    let mut words: Vec<&str> = words_of(text).collect();
    words.sort_unstable();
    match words[..] {
        ["pdf"] => Ok(Accept::Pdf),
        ["images", "pdf"] => Ok(Accept::PdfAndImages),
        _ => Err("`pdf` or `pdf,images`"),
    }
}

fn read_offer_on(text: &str) -> Result<OfferOn, &'static str> {
    let mut offer_on = OfferOn::default();
    for word in words_of(text) {
        match word.split_once(':') {
            None if word == "not-listed" => offer_on.not_listed = true,
            Some(("inactivity", seconds)) => {
                let seconds = whole_number(seconds).and_then(|n| u32::try_from(n).ok()).filter(|n| *n <= MOST_SECONDS);
                offer_on.inactivity = Some(seconds.ok_or("`inactivity:SECONDS` with 1 to 86400 seconds")?);
            }
            _ => return Err("`not-listed`, `inactivity:SECONDS`, or both"),
        }
    }
    Ok(offer_on)
}

fn read_https(text: &str) -> Result<String, &'static str> {
    let base = ConnectBase::parse(text).ok().filter(|_| text.to_ascii_lowercase().starts_with("https://"));
    base.map(|base| base.as_str().to_owned()).ok_or("an absolute https address")
}

/// A stream of the host: an https address (http on a loopback host), or a path of the page's own origin.
fn read_status_url(text: &str) -> Result<String, &'static str> {
    let place = text.split('?').next().unwrap_or_default();
    let is_path = text.starts_with('/') && !text.starts_with("//");
    let is_known = is_path || ConnectBase::parse(place).is_ok();
    // What a browser would drop, turn round or read as the end of the path.
    let is_plain = text.bytes().all(|byte| byte.is_ascii_graphic() && !br#"\#"<>"#.contains(&byte));
    if is_known && is_plain { Ok(text.to_owned()) } else { Err("an https address, or a path that begins with `/`") }
}

#[cfg(test)]
mod tests;
