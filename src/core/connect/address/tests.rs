use super::*;
use proptest::prelude::*;

fn toolbox() -> ConnectOptions {
    ConnectOptions::new(ConnectBase::from_instance("toolbox").unwrap())
}

fn upload_path(name: &str) -> String {
    let url = toolbox().upload_url(Some(&Institution::new(name).unwrap()), None);
    url.strip_prefix("https://toolbox-iframe.private.fin.ag/v2/upload/").unwrap().to_owned()
}

#[test]
fn connect_is_at_the_instances_address() {
    assert_eq!(toolbox().connect_url(None), "https://toolbox-iframe.private.fin.ag/v2/");
}

#[test]
fn the_upload_screen_of_an_institution_is_below_upload() {
    assert_eq!(upload_path("FlinksCapital"), "FlinksCapital");
}

#[test]
fn without_an_institution_the_bare_upload_route_is_used() {
    assert_eq!(toolbox().upload_url(None, None), "https://toolbox-iframe.private.fin.ag/v2/Upload");
}

#[test]
fn an_instance_name_may_hold_hyphens_and_upper_case_is_lowered() {
    let base = ConnectBase::from_instance("Toolbox-Wealth").unwrap();
    assert_eq!(base.as_str(), "https://toolbox-wealth-iframe.private.fin.ag/v2");
    assert_eq!(base.origin(), "https://toolbox-wealth-iframe.private.fin.ag");
}

#[test]
fn an_instance_is_a_dns_label_and_nothing_else() {
    let too_long = "a".repeat(64);
    for wrong in
        ["evil.com/#", "a.b", "", too_long.as_str(), "-a", "a-", "a b", "a@b", "é", "a/b", "a:1", "a?", "a\n", "%61"]
    {
        assert_eq!(ConnectBase::from_instance(wrong), Err(BaseError::Instance), "{wrong:?}");
    }
    assert!(ConnectBase::from_instance(&"a".repeat(63)).is_ok());
}

// @claim:https-only
#[test]
fn an_address_that_stands_in_for_connect_is_https_or_loopback() {
    let table = [
        ("https://connect.example.com/v2", "https://connect.example.com", "https://connect.example.com/v2"),
        ("https://Connect.Example.com:443/v2/", "https://connect.example.com", "https://connect.example.com/v2"),
        ("https://a.example:8443", "https://a.example:8443", "https://a.example:8443"),
        ("http://localhost:8081/v2", "http://localhost:8081", "http://localhost:8081/v2"),
        ("http://127.0.0.1:80/v2", "http://127.0.0.1", "http://127.0.0.1/v2"),
        ("http://[::1]:8081/v2", "http://[::1]:8081", "http://[::1]:8081/v2"),
    ];
    for (address, origin, url) in table {
        let base = ConnectBase::parse(address).unwrap();
        assert_eq!((base.origin(), base.as_str()), (origin, url));
        let by_the_standard = url::Url::parse(address).unwrap();
        assert_eq!(by_the_standard.origin().ascii_serialization(), origin, "as a browser reads it");
    }
}

// @claim:https-only
#[test]
fn other_addresses_are_refused() {
    for wrong in [
        "",
        "/v2",
        "connect.example.com",
        "http://connect.example.com/v2",
        "ftp://localhost/",
        "javascript://localhost/%0a",
        "https://",
        "https:///v2",
        "https://user@example.com",
        "https://user:pw@example.com/v2",
        "https://example.com\\@evil.com",
        "https://example.com/v2?x=1",
        "https://example.com/v2#x",
        "https://exa mple.com",
        "https://example.com:0/",
        "https://example.com:065/",
        "https://example.com:65536/",
        "https://1.2.3.4",
        "https://0x7f.1",
        "http://2130706433/",
        "http://localhost.evil.com/",
        "https://é.example/",
        "https://example.com/a/../b",
        "https://example.com/%2E%2e/b",
        "https://example..com/",
        "https://example.com./",
        "https://[::1",
        "https://ex%61mple.com/",
        " https://example.com",
        "https://a.b\n",
    ] {
        assert_eq!(ConnectBase::parse(wrong), Err(BaseError::Address), "{wrong:?}");
    }
}

#[test]
fn an_institution_is_one_percent_encoded_segment() {
    let table = [
        ("RBC / HSBC", "RBC%20%2F%20HSBC"),
        ("M&T Bank", "M%26T%20Bank"),
        ("Fédération des caisses Desjardins", "F%C3%A9d%C3%A9ration%20des%20caisses%20Desjardins"),
        ("President's Choice", "President%27s%20Choice"),
        ("100% Bank?#", "100%25%20Bank%3F%23"),
        ("Neo Financial", "Neo%20Financial"),
        ("🏦", "%F0%9F%8F%A6"),
        ("...", "..."),
        ("  TD ", "TD"),
        ("%2e%2e", "%252e%252e"),
    ];
    for (name, segment) in table {
        assert_eq!(upload_path(name), segment);
    }
    assert_eq!(upload_path(&"é".repeat(300)).len(), 1800);
}

#[test]
fn a_name_that_is_no_name_is_refused() {
    for wrong in ["", "   ", "\u{a0}", ".", "..", " .. ", "a\nb", "a\0", "\u{7f}", "\u{85}x\u{85}y", &"x".repeat(1001)]
    {
        assert_eq!(Institution::new(wrong), Err(InstitutionError), "{wrong:?}");
    }
}

#[test]
fn connect_is_asked_for_the_languages_that_it_knows() {
    let table = [(Language::English, "?language=en"), (Language::French, "?language=fr"), (Language::Spanish, "")];
    for (language, query) in table {
        let options = ConnectOptions { language: Some(language), ..toolbox() };
        assert_eq!(options.connect_url(None), format!("https://toolbox-iframe.private.fin.ag/v2/{query}"));
    }
    assert_eq!(table.len(), Language::ALL.len());
}

#[test]
fn parameters_are_kept_through_to_the_upload_address() {
    let options = ConnectOptions {
        language: Some(Language::French),
        theme: Some(Theme::Dark),
        params: Params::parse("?demo=true&tag=a%26b&redirectUrl=https%3A%2F%2Fx.example%2F%3Fq%3D1").unwrap(),
        ..toolbox()
    };
    let query = "authorizeToken=to%2Fken&language=fr&theme=dark&demo=true&tag=a%26b&redirectUrl=https%3A%2F%2Fx.example%2F%3Fq%3D1";
    assert_eq!(options.connect_url(Some("to/ken")), format!("https://toolbox-iframe.private.fin.ag/v2/?{query}"));
    assert_eq!(
        options.upload_url(Some(&Institution::new("TD").unwrap()), Some("to/ken")),
        format!("https://toolbox-iframe.private.fin.ag/v2/upload/TD?{query}")
    );
    assert_eq!(
        options.upload_url(None, Some("to/ken")),
        format!("https://toolbox-iframe.private.fin.ag/v2/Upload?{query}")
    );
}

#[test]
fn parameters_that_have_attributes_of_their_own_are_refused() {
    for wrong in ["authorizeToken=x", "a=1&language=fr", "theme=dark", "=1", "a=%FF", "a=%00", "the%6De=dark"] {
        assert_eq!(Params::parse(wrong), Err(ParamsError::Malformed), "{wrong:?}");
    }
    assert_eq!(Params::parse("").unwrap(), Params::default());
}

#[test]
fn a_parameter_that_makes_connect_silent_to_a_page_is_refused_by_its_name() {
    for wrong in ["webview=true", "demo=true&webview=TRUE", "web%76iew=true"] {
        let error = Params::parse(wrong).unwrap_err();
        assert!(error.to_string().contains("webview=true"), "{wrong:?}: {error}");
    }
    assert_eq!(Params::from_pairs([("webview".to_owned(), "true".to_owned())]), Err(ParamsError::Webview));
    assert!(Params::parse("webview=false&tag=webview").is_ok());
}

proptest! {
    #[test]
    fn whatever_goes_into_an_address_comes_out_of_it(
        name in "\\PC{1,40}",
        token in proptest::option::of("\\PC{1,20}"),
        pairs in proptest::collection::vec(("[a-zA-Z]{1,8}", "\\PC{0,20}"), 0..4),
    ) {
        let Ok(institution) = Institution::new(&name) else { return Ok(()) };
        let Ok(params) = Params::from_pairs(pairs.clone()) else { return Ok(()) };
        let options = ConnectOptions { params, ..toolbox() };
        let url = url::Url::parse(&options.upload_url(Some(&institution), token.as_deref())).unwrap();
        prop_assert_eq!(url.origin().ascii_serialization(), options.base.origin());
        let segments: Vec<_> = url.path_segments().unwrap().collect();
        prop_assert_eq!(segments.len(), 3);
        let decoded = percent_encoding::percent_decode_str(segments[2]).decode_utf8().unwrap();
        prop_assert_eq!(decoded.as_ref(), name.trim());
        let query: Vec<(String, String)> = url.query_pairs().into_owned().collect();
        let expected: Vec<(String, String)> =
            token.into_iter().map(|token| ("authorizeToken".to_owned(), token)).chain(pairs).collect();
        prop_assert_eq!(query, expected);
        let bare = url.query().unwrap_or_default();
        prop_assert_eq!(&Params::parse(bare).map(|params| ConnectOptions { params, ..toolbox() }.connect_url(None)).is_ok(),
            &!bare.contains("authorizeToken"));
    }

    #[test]
    fn no_text_makes_an_address_of_another_origin(text in "\\PC{0,30}") {
        if let Ok(base) = ConnectBase::parse(&text) {
            let url = url::Url::parse(base.as_str()).unwrap();
            prop_assert_eq!(url.origin().ascii_serialization(), base.origin());
        }
    }

    #[test]
    fn addresses_near_the_valid_ones_are_read_as_a_browser_reads_them(text in "(https|http)://[a-z0-9.:@\\[\\]\\\\%/-]{1,20}") {
        if let Ok(base) = ConnectBase::parse(&text) {
            let url = url::Url::parse(base.as_str()).unwrap();
            prop_assert_eq!(url.origin().ascii_serialization(), base.origin());
        }
    }
}
