//! What is printed for developers holds no token, no id of the provider, no address and no name.
//!
//! Two tests, because neither is enough: one prints what a whole journey and every answer of a server are made of, the other
//! goes through the sources, so that a text in a type that is added later has to be thought of.

use crate::core::{
    config::{Attributes, Handoff, Mode, Token},
    connect::{
        address::{ConnectBase, ConnectOptions, Params},
        message::{self, RawMessage},
    },
    error::UploadError,
    redacted::Redacted,
    results::{
        accounts::{accounts, read_notification, read_response},
        event_stream::EventStreamParser,
        member::member_number,
        receipt::Receipt,
    },
    session::{Effect, Event, HostEvent, Stage, harness::Harness},
    testing::picked,
    view::view,
};
use std::{
    collections::BTreeSet,
    fmt::{Debug, Write},
    fs,
    path::{Path, PathBuf},
};

const SENTINEL: &str = "sentinel";

/// What was printed, in both forms.
#[derive(Default)]
struct Printed(String);

impl Printed {
    fn print(&mut self, value: &impl Debug) {
        let _ = writeln!(self.0, "{value:?}\n{value:#?}");
    }

    fn update(&mut self, session: &mut Harness, event: Event) -> Vec<Effect> {
        self.print(&event);
        let effects = session.update(event);
        self.print(&effects);
        self.print(&session.session);
        self.print(&view(session));
        effects
    }

    fn is_clean(&self) {
        let leaks: Vec<_> = self.0.lines().filter(|line| line.contains(SENTINEL)).collect();
        assert!(leaks.is_empty(), "{leaks:#?}");
    }
}

fn attributes(mode: &str, handoff: &str, asks_token: bool) -> Attributes {
    let some = |text: &str| Some(text.to_owned());
    Attributes {
        instance: some("toolbox"),
        mode: some(mode),
        handoff: some(handoff),
        authorize_token: some("sentinel-token"),
        params: some("tag=sentinel-tag&requestId=sentinel-request&customerName=sentinel-name"),
        status_url: some("/events?upload=sentinel-upload"),
        asks_token,
        ..Attributes::default()
    }
}

// @claim:nothing-quoted
#[test]
fn a_whole_journey_prints_neither_token_nor_id_nor_address_nor_name() {
    let mut stages = BTreeSet::new();
    for handoff in Handoff::ALL {
        for asks_token in [false, true] {
            let mut printed = Printed::default();
            let mut session = Harness::default();
            let attributes = attributes(Mode::Primary.as_str(), handoff.as_str(), asks_token);
            printed.print(&attributes);
            let config = attributes.read().unwrap();
            printed.print(&config);
            let mut pending = vec![
                Event::Configured(Ok(Box::new(config))),
                Event::Message(message::read_text(
                    r#"{"step":"INSTITUTION_SELECTED","institution":"TD","requestId":"sentinel"}"#,
                )),
                Event::OfferAccepted,
                session.pick([picked("sentinel.pdf", 1), picked("sentinel two.pdf", 1), picked("sentinel", 0)]),
                Event::Continue,
                Event::Message(message::read_text(
                    r#"{"step":"REDIRECT","loginId":"sentinel","requestId":"sentinel","url":"https://x.example/?tag=sentinel"}"#,
                )),
            ];
            pending.reverse();
            // Each step with all that is asked for by it.
            while let Some(event) = pending.pop() {
                let effects = printed.update(&mut session, event);
                stages.insert(format!("{:?}", std::mem::discriminant(session.stage())));
                for effect in effects {
                    pending.extend(match effect {
                        Effect::RequestToken { request } => {
                            Some(Event::Token { request, answer: Ok("sentinel-fresh".into()) })
                        }
                        Effect::RequestHandoff { request, detail } => {
                            assert!(detail.url.contains("sentinel-"), "there is something to hide");
                            Some(Event::HandoffAnswered { request, proceed: true })
                        }
                        Effect::OpenStream { request, pause: 0, .. } => {
                            Some(Event::StatusReceived { request, id: "sentinel-event".into(), update: None })
                        }
                        Effect::Notify(HostEvent::Complete(end)) => {
                            assert_eq!(end.login_id.as_deref(), Some(SENTINEL));
                            None
                        }
                        _ => None,
                    });
                }
                if matches!(session.stage(), Stage::Collect { .. }) && !session.report().complete {
                    session.answer_all();
                }
            }
            let receipt = Receipt::new(session.report(), &[], "2026-11-23T10:00:00.000Z");
            assert!(receipt.to_csv().contains(SENTINEL));
            printed.print(&receipt);
            printed.is_clean();
        }
    }
    assert!(stages.len() >= 5, "{stages:?}");
}

// @claim:nothing-quoted
#[test]
fn nothing_that_connect_posts_and_no_address_is_printed() {
    let mut printed = Printed::default();
    let raw = RawMessage::from_fields(|name| {
        ["requestId", "loginId", "url"].contains(&name).then(|| "https://x.example/?sentinel".to_owned())
    });
    assert!(raw.login_id.is_some());
    printed.print(&raw);
    printed.print(&message::read(raw));
    printed.print(&Token::Fixed("sentinel".into()));
    printed.print(&Redacted::from("sentinel"));
    let params = Params::parse("tag=sentinel").unwrap();
    printed.print(&params);
    printed.print(&ConnectOptions { params, ..ConnectOptions::new(ConnectBase::from_instance("toolbox").unwrap()) });
    for errors in ["authorizeToken=sentinel", "requestId=sentinel&theme=x"].map(|params| {
        Attributes { params: Some(params.to_owned()), ..attributes("primary", "frame", false) }.read().unwrap_err()
    }) {
        printed.print(&errors);
        printed.print(&errors.iter().map(UploadError::to_string).collect::<Vec<_>>());
    }
    printed.is_clean();
}

// @claim:nothing-quoted
#[test]
fn nothing_that_a_server_sends_is_printed() {
    const ACCOUNT: &str = r#"{"TransitNumber":"sentinel","InstitutionNumber":"sentinel","Title":"sentinel","AccountNumber":"sentinel","LastFourDigits":"sentinel",
        "Balance":{"Available":1.5},"Holder":{"Name":"sentinel","Address":{"City":"sentinel"},"Email":"sentinel","PhoneNumber":"sentinel"},"Id":"sentinel","New":"sentinel",
        "Transactions":[{"Date":"sentinel","Code":"sentinel","Description":"sentinel","Id":"sentinel","New":"sentinel"}]}"#;
    const LOGIN: &str = r#"{"Username":"sentinel","LastRefresh":"sentinel","Id":"sentinel"}"#;
    let mut printed = Printed::default();
    for (status, body) in [
        (
            200,
            format!(
                r#"{{"HttpStatusCode":200,"Accounts":[{ACCOUNT}],"Login":{LOGIN},"RequestId":"sentinel","Tag":"sentinel"}}"#
            ),
        ),
        (
            202,
            format!(
                r#"{{"FlinksCode":"OPERATION_PENDING","Message":"sentinel","Login":{LOGIN},"RequestId":"sentinel","Tag":"sentinel"}}"#
            ),
        ),
        (
            400,
            format!(
                r#"{{"FlinksCode":"INVALID_LOGIN","Message":"sentinel","Login":{LOGIN},"RequestId":"sentinel","New":"sentinel"}}"#
            ),
        ),
        (200, r#"{"ResponseType":"KYC","Anything":"sentinel"}"#.to_owned()),
    ] {
        printed.print(&read_notification(body.as_bytes(), status).unwrap());
        printed.print(&read_response(body.as_bytes(), status).unwrap());
        if let Ok(accounts) = accounts(&serde_json::from_str(&body).unwrap()) {
            assert_eq!(accounts[0].holder.as_deref(), Some(SENTINEL));
            printed.print(&accounts);
        }
    }
    for wrong in [r#"{"Accounts":[{"Title":{"sentinel":"sentinel"}}]}"#, r#"{"Accounts":"sentinel"}"#, "sentinel"] {
        printed.print(&read_response(wrong.as_bytes(), 200).unwrap_err());
    }
    printed.print(&member_number("sentinel1-0").unwrap());
    let mut parser = EventStreamParser::resume_after("sentinel");
    printed.print(&parser.feed(b"id: sentinel\ndata: sentinel\n\ndata: sentinel\nevent: x"));
    printed.print(&parser);
    printed.is_clean();
}

/// The texts that may be printed: what the host set and what everybody may know, words of the component, and the texts that it
/// shows, which name no file. By the type that prints them.
const PRINTABLE: &[(&str, &[&str])] = &[
    ("Config", &["dashboard_url", "frame_allow", "frame_sandbox"]),
    ("ConnectBase", &["url"]),
    ("Institution", &["0"]),
    ("Params", &["0"]),
    ("Fields", &["0"]),
    ("ConnectMessage", &["institution"]),
    ("RawMessage", &["step", "flinks_code", "institution"]),
    ("Completion", &["institution"]),
    ("Handoff", &["institution"]),
    // What came instead of a token, a stream or a field: a type or a status.
    ("Event", &["answer"]),
    ("StreamEnd", &["Refused"]),
    ("StreamResponse", &["Refused"]),
    ("DecodeError", &["at"]),
    ("StatusUpdate", &["at"]),
    ("TransactionsSummary", &["from", "to"]),
    ("Receipt", &["made_at"]),
    ("StatementPeriod", &["institution", "digits"]),
    ("AccountCoverage", &["institution", "digits"]),
    ("Messages", &["0"]),
    ("Effect", &["institution"]),
    ("Entry", &["selected"]),
    ("Requirements", &["institution"]),
    ("View", &["announcement", "alert", "receipt", "trusted_origin"]),
    ("MonthCell", &["name", "text"]),
    ("UnlockView", &["label", "button", "hint"]),
    (
        "FilesView",
        &[
            "unlocked_suffix",
            "title",
            "subtitle",
            "drop_hint",
            "browse",
            "browse_folder",
            "limits",
            "more",
            "privacy",
            "summary",
            "list_label",
            "note",
            "choose_again",
            "error",
            "required_period",
        ],
    ),
    ("Folded", &["label"]),
    ("RowFinding", &["summary", "detail"]),
    ("FindingText", &["summary", "detail"]),
    ("FrameView", &["title", "opening", "allow", "sandbox"]),
    ("Overlay", &["text"]),
    ("Button", &["label"]),
    ("Disabled", &["hint"]),
    ("OfferView", &["title", "text", "dismiss", "support_code"]),
    ("ChecklistView", &["title", "subtitle", "steps", "list_label"]),
];

fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if path.is_dir() && name != "tests" && name != "model" {
            sources(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs")
            && !name.contains("tests")
            && !["harness.rs", "schema.rs", "testing.rs"].contains(&name.as_str())
        {
            found.push(path);
        }
    }
}

/// The fields of each type with a derived `Debug` that hold text, as `(type, field)`.
fn printed_texts(source: &str) -> Vec<(String, String)> {
    let is_text = |part: &str| {
        ["String", "&'static [u8]", "Vec<u8>", "Map<", "Value"].iter().any(|text| part.contains(text))
            && !part.contains("HashMap<")
            // A variant of this name, which holds nothing.
            && part != "String,"
    };
    let mut texts = Vec::new();
    let mut is_derived = false;
    let mut name = None;
    for line in source.lines().map(|line| line.split("//").next().unwrap_or_default()) {
        let code = line.trim();
        if code.starts_with("#[derive(") {
            is_derived = code.contains("Debug");
        } else if let Some(rest) = code.split_once("struct ").or_else(|| code.split_once("enum ")).map(|(_, rest)| rest)
            && (line.starts_with("pub ") || line.starts_with("struct ") || line.starts_with("enum "))
        {
            let of: String = rest.chars().take_while(|char| char.is_alphanumeric()).collect();
            if is_derived && code.ends_with(';') && is_text(code) {
                texts.push((of.clone(), "0".to_owned()));
            }
            name = (is_derived && code.ends_with('{')).then_some(of);
            is_derived = false;
        } else if line == "}" {
            name = None;
        } else if let Some(of) = &name
            && is_text(code)
        {
            let field = code.trim_start_matches("pub ").trim_start_matches("pub(super) ");
            texts.push((of.clone(), field.chars().take_while(|char| char.is_alphanumeric() || *char == '_').collect()));
        }
    }
    texts
}

// @claim:nothing-quoted
#[test]
fn no_other_text_is_printed_than_those_that_were_thought_of() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut paths = Vec::new();
    for folder in ["core", "component"] {
        sources(&root.join(folder), &mut paths);
    }
    let found: BTreeSet<_> = paths.iter().flat_map(|path| printed_texts(&fs::read_to_string(path).unwrap())).collect();
    let known: BTreeSet<_> = PRINTABLE
        .iter()
        .flat_map(|(name, fields)| fields.iter().map(|field| ((*name).to_owned(), (*field).to_owned())))
        .collect();
    let unknown: Vec<_> = found.difference(&known).collect();
    assert!(
        unknown.is_empty(),
        "in their `Debug` form these print a text; use `Redacted` or `partial_debug!`, or say why not: {unknown:?}"
    );
    let gone: Vec<_> = known.difference(&found).collect();
    assert!(gone.is_empty(), "these print no text any more: {gone:?}");
}

#[test]
fn the_search_through_the_sources_finds_a_text_that_is_printed() {
    let source = "#[derive(Debug)]\npub struct A {\n    /// A `String`.\n    pub a: u8,\n    pub token: Option<String>,\n}\n\n#[derive(Clone)]\npub struct B {\n    pub b: String,\n}\n\
                  #[derive(Clone, Debug)]\n#[serde(transparent)]\npub struct C(String);\n#[derive(Debug)]\nenum D {\n    E(String),\n    F { f: String },\n    G,\n}\n";
    let texts = printed_texts(source);
    let names: Vec<_> = texts.iter().map(|(name, field)| format!("{name}.{field}")).collect();
    assert_eq!(names, ["A.token", "C.0", "D.E", "D.F"]);
}
