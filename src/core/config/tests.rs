use super::*;
use crate::core::{
    connect::address::{ConnectBase, ConnectOptions, Theme},
    date::Date,
    error::UploadError,
    files::{
        coverage::RequiredDays,
        limits::{Accept, Limits, SizeLimit},
    },
    language::Language,
    schema::{DefaultValue, ValueType},
};

fn toolbox() -> Attributes {
    Attributes { instance: Some("toolbox".to_owned()), ..Attributes::default() }
}

#[expect(clippy::unnecessary_wraps, reason = "attributes are optional")]
fn some(text: &str) -> Option<String> {
    Some(text.to_owned())
}

fn wrong(attributes: &Attributes) -> Vec<(&'static str, String)> {
    let errors = attributes.read().expect_err("a wrong value is refused");
    errors
        .into_iter()
        .map(|error| match error {
            UploadError::InvalidAttribute { attribute, received, .. } => (attribute, received),
            UploadError::MissingAttribute { attribute, .. } => (attribute, "nothing".to_owned()),
            other => panic!("{other}"),
        })
        .collect()
}

#[test]
fn with_nothing_but_an_instance_all_defaults_hold() {
    let config = toolbox().read().unwrap();
    assert_eq!(config, Config::new(ConnectBase::from_instance("toolbox").unwrap()));
    assert_eq!((config.mode, config.handoff, config.check), (Mode::Primary, Handoff::Frame, Check::Required));
    assert_eq!(config.dashboard_url, "https://dashboard.flinks.com");
    assert_eq!(config.offer_on, OfferOn::default());
}

#[test]
fn an_instance_is_required_unless_an_address_stands_in_for_it() {
    assert_eq!(wrong(&Attributes::default()), [("instance", "nothing".to_owned())]);
    let attributes = Attributes { connect_base: some("https://x.example/v2"), ..Attributes::default() };
    assert_eq!(attributes.read().unwrap().connect.unwrap().base.origin(), "https://x.example");
}

#[test]
fn the_address_stands_in_for_the_instances() {
    let attributes = Attributes { connect_base: some("http://localhost:8081/v2"), ..toolbox() };
    assert_eq!(attributes.read().unwrap().connect.unwrap().base.as_str(), "http://localhost:8081/v2");
}

#[test]
fn dashboard_mode_needs_no_instance() {
    let attributes = Attributes { mode: some("dashboard"), ..Attributes::default() };
    assert_eq!(attributes.read().unwrap().connect, None);
}

#[test]
fn each_attribute_takes_its_words_in_any_case() {
    let attributes = Attributes {
        mode: some("Fallback"),
        language: some("fr"),
        theme: some("dark"),
        heading_level: some(" 3"),
        handoff: some("navigate"),
        check: some("optional"),
        accept: some("pdf, images"),
        offer_on: some("not-listed, inactivity:90"),
        max_files: some("5"),
        max_total_size: some("1000"),
        max_file_size: some(" 100 "),
        required_days: some(" 90 "),
        check_coverage: some("Required"),
        read_statements: some("off"),
        loading: some("Lazy"),
        frame_allow: some(" camera; microphone 'self' "),
        frame_sandbox: some(" allow-scripts allow-same-origin "),
        frame_credentialless: some("on"),
        institution: some("RBC / HSBC"),
        dashboard_url: some("https://dash.example.com/"),
        params: some("demo=true"),
        authorize_token: some("t"),
        ..toolbox()
    };
    let config = attributes.read().unwrap();
    assert_eq!((config.mode, config.language, config.theme), (Mode::Fallback, Language::French, Theme::Dark));
    assert_eq!((config.handoff, config.check), (Handoff::Navigate, Check::Optional));
    assert_eq!(config.heading_level, 3);
    let limits = Limits {
        max_files: 5,
        max_total_size: SizeLimit::exact(1000),
        max_file_size: SizeLimit::exact(100),
        accept: Accept::PdfAndImages,
    };
    assert_eq!(config.limits, limits);
    assert_eq!(config.required_days.map(RequiredDays::get), Some(90));
    assert_eq!((config.check_coverage, config.read_statements), (CheckCoverage::Required, ReadStatements::Off));
    assert_eq!((config.loading, config.frame_credentialless), (Loading::Lazy, FrameCredentialless::On));
    assert_eq!(config.frame_allow, "camera; microphone 'self'");
    assert_eq!(config.frame_sandbox, "allow-scripts allow-same-origin");
    assert_eq!(config.offer_on, OfferOn { not_listed: true, inactivity: Some(90) });
    assert_eq!(config.token, Token::Fixed("t".into()));
    assert_eq!(config.dashboard_url, "https://dash.example.com");
    let connect = config.connect.unwrap();
    assert_eq!(connect.connect_url(None), "https://toolbox-iframe.private.fin.ag/v2/?language=fr&theme=dark&demo=true");
}

// @claim:attribute-address
#[test]
fn every_wrong_value_is_named_with_what_came() {
    let attributes = Attributes {
        instance: some("evil.com/#"),
        mode: some("primry"),
        institution: some(" "),
        authorize_token: some("secret\n2"),
        language: some("de"),
        theme: some(""),
        heading_level: some("7"),
        params: some("theme=dark"),
        handoff: some("popup"),
        check: some("yes"),
        max_files: some("0"),
        max_total_size: some("180MB"),
        max_file_size: some("-1"),
        accept: some("images"),
        required_days: some("731"),
        check_coverage: some("yes"),
        read_statements: some("no"),
        loading: some("later"),
        frame_allow: some("Camera"),
        frame_sandbox: some("allow-scripts"),
        frame_credentialless: some("yes"),
        offer_on: some("inactivity"),
        dashboard_url: some("http://dash.example.com"),
        status_url: some("//evil.example/events"),
        ..Attributes::default()
    };
    let names: Vec<_> = wrong(&attributes).into_iter().map(|(name, _)| name).collect();
    assert_eq!(
        names,
        [
            "mode",
            "language",
            "theme",
            "params",
            "instance",
            "institution",
            "authorize-token",
            "heading-level",
            "handoff",
            "check",
            "max-files",
            "max-total-size",
            "max-file-size",
            "accept",
            "required-days",
            "check-coverage",
            "read-statements",
            "loading",
            "frame-allow",
            "frame-sandbox",
            "frame-credentialless",
            "offer-on",
            "dashboard-url",
            "status-url"
        ]
    );
}

#[test]
fn a_status_url_is_an_https_address_or_a_path_of_the_page() {
    for text in
        ["/uploads/a1/events", "/events?tag=a1&b=%20", "https://api.example.com/e?x=1", "http://127.0.0.1:9000/e"]
    {
        let attributes = Attributes { status_url: some(text), ..toolbox() };
        assert_eq!(attributes.read().unwrap().status_url.as_deref(), Some(text));
    }
    for text in
        ["", "events", "//evil.example", "/\\evil.example", "/a#b", "/a b", "http://api.example.com/e", "javascript:1"]
    {
        let attributes = Attributes { status_url: some(text), ..toolbox() };
        assert_eq!(wrong(&attributes), [("status-url", text.to_owned())]);
    }
}

#[test]
fn numbers_are_whole_and_not_zero() {
    for text in ["0", "-1", "1.5", "1e3", "", " ", "+5", "0x10", "∞", "9007199254740992", "99999999999999999999"] {
        let attributes = Attributes { max_total_size: some(text), ..toolbox() };
        assert_eq!(wrong(&attributes), [("max-total-size", text.to_owned())]);
    }
    let attributes = Attributes { max_files: some("4294967296"), ..toolbox() };
    assert_eq!(wrong(&attributes).len(), 1);
}

#[test]
fn a_token_is_never_quoted() {
    let attributes = Attributes { authorize_token: some("secret\u{1}"), ..toolbox() };
    let errors = format!("{:?} {}", attributes.read(), serde_json::to_string(&attributes.read().unwrap_err()).unwrap());
    assert!(!errors.contains("secret"));
    let config = Attributes { authorize_token: some("secret"), ..toolbox() }.read().unwrap();
    assert!(!format!("{config:?}").contains("secret"));
}

#[test]
fn the_property_that_asks_for_a_token_comes_before_the_attribute() {
    let attributes = Attributes { authorize_token: some("t"), asks_token: true, ..toolbox() };
    assert_eq!(attributes.read().unwrap().token, Token::Asked);
}

#[test]
fn without_a_language_the_nearest_lang_decides_else_english() {
    for (nearest, language) in [
        (Some("fr-CA"), Language::French),
        (Some("FR"), Language::French),
        (Some("en-CA"), Language::English),
        (Some("de"), Language::English),
        (Some("fro"), Language::English),
        (None, Language::English),
    ] {
        let attributes = Attributes { nearest_language: nearest.map(str::to_owned), ..toolbox() };
        let config = attributes.read().unwrap();
        assert_eq!(config.language, language);
        assert_eq!(config.connect.unwrap().language, Some(language), "Connect speaks the same language");
    }
}

#[test]
fn inactivity_is_given_in_seconds_up_to_a_day() {
    for text in ["inactivity:0", "inactivity:86401", "inactivity:", "inactivity:1m", "idle:5", "not-listed:1"] {
        assert_eq!(wrong(&Attributes { offer_on: some(text), ..toolbox() }).len(), 1, "{text}");
    }
    assert_eq!(Attributes { offer_on: some(""), ..toolbox() }.read().unwrap().offer_on, OfferOn::default());
}

#[test]
fn each_property_is_the_attribute_in_camel_case() {
    for attribute in Attributes::SCHEMA {
        let mut words = attribute.name.split('-');
        let mut property = words.next().unwrap().to_owned();
        for word in words {
            property += &word[..1].to_uppercase();
            property += &word[1..];
        }
        assert_eq!(attribute.property, property);
    }
}

#[test]
fn each_documented_default_is_what_holds_without_the_attribute() {
    let default_of = |property: &str| {
        let attribute = Attributes::SCHEMA.iter().find(|attribute| attribute.property == property).unwrap();
        match attribute.default {
            DefaultValue::Value(value) => Some(value.to_owned()),
            DefaultValue::Described(_) | DefaultValue::None => None,
        }
    };
    let explicit = Attributes { instance: some("toolbox"), ..Attributes::from_properties(default_of) };
    assert_eq!(explicit.mode.as_deref(), Some("primary"));
    let (explicit, implicit) = (explicit.read().unwrap(), toolbox().read().unwrap());
    // Without the attribute, the theme of Connect is left to the instance.
    let connect = implicit.connect.clone().unwrap();
    let connect = Some(ConnectOptions { theme: Some(Theme::System), ..connect });
    assert_eq!(explicit, Config { connect, ..implicit });
}

#[test]
fn every_documented_word_of_a_choice_is_taken() {
    for attribute in Attributes::SCHEMA {
        let ValueType::Choice { words, .. } = attribute.value else { continue };
        for word in words() {
            let given =
                Attributes::from_properties(|property| (property == attribute.property).then(|| word.text.to_owned()));
            let attributes = Attributes { instance: some("toolbox"), ..given };
            assert!(attributes.read().is_ok(), "{}=\"{}\"", attribute.name, word.text);
        }
    }
}

#[test]
fn one_to_730_days_can_be_asked_for() {
    for text in ["0", "731", "-1", "90.5", "ninety", "", "99999999999999999999"] {
        assert_eq!(wrong(&Attributes { required_days: some(text), ..toolbox() }).len(), 1, "{text}");
    }
    for days in [1, 730] {
        let text = days.to_string();
        let config = Attributes { required_days: some(&text), ..toolbox() }.read().unwrap();
        assert_eq!(config.required_days, RequiredDays::new(days));
    }
}

#[test]
fn a_check_alone_reads_what_it_needs() {
    let today = Date::parse("2025-05-10");
    let attributes = Attributes { max_files: some("5"), required_days: some("90"), mode: some("?"), ..toolbox() };
    let (limits, requirements) = attributes.read_check(today).unwrap();
    assert_eq!((limits.max_files, requirements.days, requirements.today), (5, RequiredDays::new(90), today));
    assert!(requirements.reads_statements && !requirements.is_coverage_required);
    let off = Attributes { read_statements: some("off"), check_coverage: some("required"), ..toolbox() };
    let (_, requirements) = off.read_check(None).unwrap();
    assert!(!requirements.reads_statements && requirements.is_coverage_required);
    let wrong = Attributes { required_days: some("0"), institution: some(".."), ..toolbox() };
    assert_eq!(wrong.read_check(None).unwrap_err().len(), 2);
}

#[test]
fn the_frame_may_use_the_camera_unless_the_host_says_otherwise() {
    assert_eq!(toolbox().read().unwrap().frame_allow, "camera");
    let nothing = Attributes { frame_allow: some(" "), ..toolbox() };
    assert_eq!(nothing.read().unwrap().frame_allow, "");
    for text in ["camera; Microphone", "camera, microphone", "*", "camera;\"><script>"] {
        let attributes = Attributes { frame_allow: some(text), ..toolbox() };
        assert_eq!(wrong(&attributes), [("frame-allow", text.to_owned())]);
    }
}

/// Connect can't run without scripts, and without its origin no message of it is trusted.
// @claim:sandbox-refused
#[test]
fn the_frame_has_no_sandbox_unless_the_host_sets_one_in_which_connect_can_run() {
    assert_eq!(toolbox().read().unwrap().frame_sandbox, "");
    let set = |text| Attributes { frame_sandbox: some(text), ..toolbox() };
    let recommended = "allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox";
    assert_eq!(set(recommended).read().unwrap().frame_sandbox, recommended);
    for text in [
        "",
        " ",
        "allow-scripts",
        "allow-same-origin allow-forms",
        "Allow-Scripts Allow-Same-Origin",
        "allow-scripts,allow-same-origin",
    ] {
        assert_eq!(wrong(&set(text)), [("frame-sandbox", text.to_owned())]);
    }
}
