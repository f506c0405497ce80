//! The attributes of `<flinks-upload>`: the one table from which the struct, the names, the types and the docs come.
//!
//! An attribute that is added here does not compile until [`Attributes::read`] reads it, and the lists in `www/` and
//! `docs/` are stale until the generator has run.

use super::{
    choice::{Check, CheckCoverage, Choice, FrameCredentialless, Handoff, Loading, Mode, ReadStatements, Unlock},
    settings::{DASHBOARD_URL, FRAME_ALLOW, HEADING_LEVELS},
};
use crate::core::{
    connect::address::Theme,
    files::limits::Accept,
    language::Language,
    schema::{AttributeSchema, DefaultValue, ValueType},
};

/// One attribute's text with the attribute's name, so that an error can't name another one.
#[derive(Clone, Copy)]
pub(super) struct Attribute<'a> {
    pub(super) name: &'static str,
    pub(super) text: Option<&'a str>,
}

/// Expands the table of attributes. Of each: its field, its name, the property that reflects it, what it takes, its default.
macro_rules! attributes {
    ($(
        $(#[doc = $doc:literal])+
        $field:ident = $name:literal, $property:literal, $value:expr, $default:expr;
    )+) => {
        /// The element's attributes as texts; `None` for one that is absent.
        #[derive(Clone, Default)]
        pub struct Attributes {
            $($(#[doc = $doc])+ pub $field: Option<String>,)+
            /// Whether the host set the property `getAuthorizeToken`.
            pub asks_token: bool,
            /// The nearest `lang` of the page.
            pub nearest_language: Option<String>,
            /// The host's texts, each with the name of its key.
            pub messages: Vec<(String, String)>,
        }

        impl std::fmt::Debug for Attributes {
            /// The names of the attributes that are there, without their texts: one is the token, others may hold ids.
            fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                let attributes = [$(($name, self.$field.is_some())),+];
                formatter.debug_set().entries(attributes.iter().filter(|(_, is_there)| *is_there).map(|(name, _)| name)).finish()
            }
        }

        impl Attributes {
            /// Every attribute.
            pub const SCHEMA: &'static [AttributeSchema] = &[$(AttributeSchema {
                name: $name,
                property: $property,
                value: $value,
                default: $default,
                docs: &[$($doc),+],
            },)+];

            /// The attributes by the names of their properties, such as `connectBase`. What is no attribute is left at
            /// its default.
            pub fn from_properties(mut text: impl FnMut(&'static str) -> Option<String>) -> Self {
                Self { $($field: text($property),)+ ..Self::default() }
            }

            pub(super) fn texts(&self) -> Texts<'_> {
                Texts { $($field: Attribute { name: $name, text: self.$field.as_deref() },)+ }
            }
        }

        /// Every attribute with its name. Whoever reads it names each field, so none can be forgotten.
        pub(super) struct Texts<'a> {
            $(pub(super) $field: Attribute<'a>,)+
        }
    };
}

// What is written above each stands in `docs/api.md`, in the types and in the manifest.
attributes! {
    /// The name of your Flinks instance, such as `toolbox`. Required unless `connect-base` is set or `mode` is
    /// `dashboard`.
    instance = "instance", "instance", ValueType::Text("a DNS label"), DefaultValue::None;

    /// The address of Connect, instead of `https://{instance}-iframe.private.fin.ag/v2`.
    /// Https, or http on a loopback host.
    connect_base = "connect-base", "connectBase", ValueType::Text("an address"), DefaultValue::None;

    /// When upload is offered.
    mode = "mode", "mode", choice::<Mode>("Mode"), DefaultValue::Value(Mode::Primary.as_str());

    /// The institution as Flinks writes it, used when Connect names none.
    /// Without one, the upload address names no institution.
    institution = "institution", "institution", ValueType::Text("a name"), DefaultValue::None;

    /// Made by your server and valid for 30 minutes. Prefer the property `getAuthorizeToken: () => Promise<string>`.
    authorize_token = "authorize-token", "authorizeToken", ValueType::Text("a token"), DefaultValue::None;

    /// The language of the component and of Connect, which is told `en` and `fr` only.
    language = "language", "language", choice::<Language>("Language"),
        DefaultValue::Described("the nearest `lang`, else `en`");

    /// The color scheme of the component and of Connect.
    theme = "theme", "theme", choice::<Theme>("Theme"), DefaultValue::Value(Theme::System.as_str());

    /// The level of the component's headings in the outline of your page.
    heading_level = "heading-level", "headingLevel",
        ValueType::Digit { min: *HEADING_LEVELS.start(), max: *HEADING_LEVELS.end() }, DefaultValue::Value("2");

    /// Further parameters of Connect, which are also part of the upload address.
    /// Refused are `authorizeToken`, `language` and `theme`, which have attributes of their own, and `webview=true`, which makes Connect
    /// silent to a page.
    params = "params", "params", ValueType::Text("a query string"), DefaultValue::None;

    /// How the person gets to the upload screen.
    handoff = "handoff", "handoff", choice::<Handoff>("HandoffMode"), DefaultValue::Value(Handoff::Frame.as_str());

    /// Whether files are checked before the hand-off.
    check = "check", "check", choice::<Check>("CheckMode"), DefaultValue::Value(Check::Required.as_str());

    /// The most files in one upload.
    max_files = "max-files", "maxFiles", ValueType::Number("files"), DefaultValue::Value("24");

    /// The most bytes of all files together.
    /// A limit that you set is exact; without one, a batch between 180 × 10⁶ and 180 × 2²⁰ bytes gets a warning.
    max_total_size = "max-total-size", "maxTotalSize", ValueType::Number("bytes"), DefaultValue::Described("180 MB");

    /// The most bytes of one file.
    /// A limit that you set is exact; without one, a file over 20 MB gets a warning and no error.
    max_file_size = "max-file-size", "maxFileSize", ValueType::Number("bytes"),
        DefaultValue::Described("none; a warning over 20 MB");

    /// Which files are taken.
    accept = "accept", "accept", choice::<Accept>("Accept"), DefaultValue::Value(Accept::Pdf.as_str());

    /// The days up to today that statements must cover, such as `90`: 1 to 730.
    required_days = "required-days", "requiredDays", ValueType::Number("days, up to 730"), DefaultValue::None;

    /// What follows where days of `required-days` are not covered.
    check_coverage = "check-coverage", "checkCoverage", choice::<CheckCoverage>("CheckCoverageMode"),
        DefaultValue::Value(CheckCoverage::Warn.as_str());

    /// Whether the text of statements is read, on the device.
    /// What it says about bank, account, period and pages is in the report; the text itself stays in the worker.
    read_statements = "read-statements", "readStatements", choice::<ReadStatements>("ReadStatementsMode"),
        DefaultValue::Value(ReadStatements::On.as_str());

    /// Whether a locked PDF can be unlocked here with its password, on the device.
    /// The password goes to the worker and nowhere else. The unlocked copy takes the place of the locked file, in `files` too.
    unlock = "unlock", "unlock", choice::<Unlock>("UnlockMode"), DefaultValue::Value(Unlock::On.as_str());

    /// When the element loads its wasm and opens Connect.
    /// With `lazy`, the 30 minutes of a token don't begin in a tab or dialog that is closed. In a Yew app, mount the component when
    /// it is to open.
    loading = "loading", "loading", choice::<Loading>("LoadingMode"), DefaultValue::Value(Loading::Eager.as_str());

    /// The `allow` of the frame: what Connect may use of the device, such as `camera; microphone`. Empty for nothing.
    /// The camera is for Connect's card scanner, which probably uses it. Your page's own `Permissions-Policy` has to allow it, too.
    frame_allow = "frame-allow", "frameAllow", ValueType::Text("a permissions policy"), DefaultValue::Value(FRAME_ALLOW);

    /// The `sandbox` of the frame; `allow-scripts` and `allow-same-origin` must be in it. Unless set, the frame is not sandboxed.
    /// It is not documented what Connect needs. `allow-scripts allow-same-origin allow-forms allow-popups
    /// allow-popups-to-escape-sandbox allow-modals allow-downloads` keeps a click in it from taking your page elsewhere.
    frame_sandbox = "frame-sandbox", "frameSandbox", ValueType::Text("keywords of `sandbox`"), DefaultValue::None;

    /// Whether the frame is `credentialless`: without the person's cookies and storage.
    frame_credentialless = "frame-credentialless", "frameCredentialless",
        choice::<FrameCredentialless>("FrameCredentiallessMode"), DefaultValue::Value(FrameCredentialless::Off.as_str());

    /// Further reasons to offer upload.
    /// `not-listed`: the person reports that the institution is not listed.
    /// `inactivity:SECONDS`: Connect posts no message for so many seconds, 1 to 86400.
    offer_on = "offer-on", "offerOn", ValueType::Text("`not-listed`, `inactivity:SECONDS`, or both with a comma"),
        DefaultValue::None;

    /// The address of the Flinks Dashboard, where staff upload in dashboard mode.
    dashboard_url = "dashboard-url", "dashboardUrl", ValueType::Text("an https address"),
        DefaultValue::Value(DASHBOARD_URL);

    /// An event stream of your server, read from the hand-off on.
    /// Https, http on a loopback host, or a path of the page's own origin.
    status_url = "status-url", "statusUrl", ValueType::Text("an address, or a path of the page's origin"),
        DefaultValue::None;
}

const fn choice<C: Choice>(alias: &'static str) -> ValueType {
    ValueType::Choice { alias, words: C::words }
}
