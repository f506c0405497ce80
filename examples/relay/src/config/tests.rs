use super::*;
use proptest::prelude::*;
use std::collections::HashMap;

const GOOD: [(&str, &str); 4] = [
    ("FLINKS_INSTANCE", "toolbox"),
    ("FLINKS_CUSTOMER_ID", "43387ca6-0391-4c82-857d-70d95f087ecb"),
    ("FLINKS_WEBHOOK_KEY", "a-webhook-key-for-tests"),
    ("FLINKS_SECRET_KEY", "a-secret-key-for-tests"),
];

fn read(changes: &[(&str, &str)]) -> Result<Config, Vec<String>> {
    let values: HashMap<String, String> =
        GOOD.iter().chain(changes).map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    Config::read(|name| values.get(name).cloned())
}

fn wrong(changes: &[(&str, &str)]) -> String {
    match read(changes) {
        Ok(_) => panic!("it should be refused: {changes:?}"),
        Err(errors) => errors.join("\n"),
    }
}

#[test]
fn four_values_are_enough_and_the_rest_is_as_published() {
    let config = read(&[]).ok().unwrap();
    assert_eq!(config.flinks.base, "https://toolbox-api.private.fin.ag");
    assert!(config.flinks.token_path.ends_with("-70d95f087ecb/BankingServices/GenerateAuthorizeToken"));
    assert_eq!((config.poll.interval, config.poll.duration), (Duration::from_secs(10), Duration::from_mins(30)));
    assert_eq!((config.retention, config.keep_alive), (Duration::from_hours(168), Duration::from_secs(15)));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let all = Config::read(|_| None).err().unwrap();
    assert_eq!(all.len(), 4, "{all:?}");
    assert_eq!(
        wrong(&[("RELAY_LISTEN", "here"), ("RELAY_STREAMS", "0")]),
        "`RELAY_LISTEN` expects an address such as 127.0.0.1:8090, got 'here'\n\
         `RELAY_STREAMS` expects a whole number from 1 to 1000000, got '0'"
    );
    assert_eq!(
        wrong(&[("RELAY_WEBHOOK_MAX_BYTES", "67108864")]),
        "`RELAY_WEBHOOK_BUFFER_BYTES` expects at least `RELAY_WEBHOOK_MAX_BYTES`, got less"
    );
}

/// Each of these started a relay that could not work, panicked, or sent a secret to somebody else.
// @claim:keys-stay-on-server
#[test]
fn no_invalid_value_starts_a_relay() {
    let numbers = [
        "RELAY_REQUESTS_PER_MINUTE",
        "RELAY_TOKENS_PER_MINUTE",
        "RELAY_CONNECTIONS",
        "RELAY_CONNECTIONS_PER_ADDRESS",
        "RELAY_HEADER_SECONDS",
        "RELAY_STREAMS",
        "RELAY_STREAMS_PER_ADDRESS",
        "RELAY_STREAM_SECONDS",
        "RELAY_KEEP_ALIVE_SECONDS",
        "RELAY_RETENTION_HOURS",
        "RELAY_WEBHOOK_MAX_BYTES",
        "RELAY_WEBHOOK_BUFFER_BYTES",
        "RELAY_WEBHOOK_SECONDS",
        "RELAY_POLL_AFTER_SECONDS",
        "RELAY_POLL_EVERY_SECONDS",
        "RELAY_POLL_FOR_SECONDS",
    ];
    let no_numbers = ["0", "-1", "18446744073709551615", "1e300", "NaN", "inf", "ten", "1,000", "0x10"];
    let table = numbers.iter().flat_map(|name| no_numbers.iter().map(move |value| (*name, *value)));
    for (name, value) in
        table.chain(OTHERS.iter().flat_map(|(name, values)| values.iter().map(move |one| (*name, *one))))
    {
        let told = wrong(&[(name, value)]);
        assert!(told.contains(name) && told.contains(" expects ") && told.lines().count() == 1, "{told}");
        assert!(!told.contains("hunter2") && !told.contains("evil"), "{told}");
    }
}

const OTHERS: &[(&str, &[&str])] = &[
    ("RELAY_LISTEN", &["here", "127.0.0.1", ":8090", "127.0.0.1:99999"]),
    ("RELAY_METRICS_LISTEN", &["on", "9464", "127.0.0.1", "127.0.0.1:8090"]),
    ("RELAY_TRUSTED_PROXIES", &["-1", "17", "all"]),
    ("RELAY_FORWARDED_HEADER", &["x-real-ip", "x-forwarded-for, forwarded"]),
    (
        "FLINKS_API_BASE",
        &[
            "http://api.example",
            "ftp://127.0.0.1",
            "http://127.0.0.1.evil.example",
            "http://localhost@evil.example",
            "http://127.0.0.1:80@evil.example",
            "http://localhost:8082",
            "https://",
            "https:",
            "api.example",
            "//evil.example",
            "https://me:hunter2@api.example",
            "https://hunter2@api.example",
            "https://@evil.example",
            "https://api.example?x=1",
            "https://api.example#x",
            "https://api.example?",
            "https://api.example:99999",
            "https://a b.example",
            "https://api.example\\@evil.example",
            "file:///etc/passwd",
            "http://[::ffff:127.0.0.1]",
            "http://0.0.0.0",
        ],
    ),
    ("FLINKS_INSTANCE", &["evil.example/", "a b", "-a", "toolbox.evil", "é"]),
    ("FLINKS_CUSTOMER_ID", &["../../evil", "a/b", "é", "hunter2?"]),
    ("FLINKS_WEBHOOK_KEY", &["hunter2", "hunter2 hunter2 hunter2", "hunter2\u{7f}hunter2hunter2"]),
    ("FLINKS_WEBHOOK_KEY_PREVIOUS", &["hunter2", "hunter2 hunter2 hunter2"]),
    ("FLINKS_SECRET_KEY", &["hunter2", "hunter2 hunter2 hunter2", "hunter2hunter2hunteré"]),
    ("FLINKS_API_KEY", &["hunter2", "hunter2\nhunter2hunter2"]),
    (
        "FLINKS_TOKEN_PATH",
        &["v3/x", "@evil.example/", "//evil.example", "/a?b=hunter2", "/a#b", "/a/../b", "/a b", "/é"],
    ),
    ("FLINKS_SECRET_HEADER", &["a b", "host", "Content-Length", "é", "transfer-encoding"]),
    ("FLINKS_API_KEY_HEADER", &["a:b", "connection"]),
    (
        "DATABASE_URL",
        &[
            "mysql://me:hunter2@db/relay",
            "hunter2",
            "me:hunter2@db/relay",
            "postgres:/hunter2@:db:x",
            "sqlite::memory:",
            "sqlite://",
            "sqlite:",
            "sqlite://relay.db?mode=memory",
            "sqlite://relay.db?mode=ro",
            "sqlite://relay.db?mode=hunter2",
            "postgres://me:hunter2@db:99999/relay",
            "postgres://me:hunter2@db/relay?sslmode=hunter2",
            "/hunter2/relay.db",
        ],
    ),
    (
        "RELAY_ALLOWED_ORIGINS",
        &[
            "*",
            "lender.example",
            "https://lender.example/",
            "https://*.lender.example",
            "null",
            "https://",
            "https://me:hunter2@lender.example",
            "http://lender.example",
            "https://lender.example/path",
            "https://a?b",
            "https://lender.example:99999",
            "data:text/html",
            "https:lender.example",
        ],
    ),
];

// @claim:keys-stay-on-server
#[test]
fn secrets_may_come_in_files() {
    let told = wrong(&[("FLINKS_API_KEY_FILE", "/nowhere/at/all")]);
    assert_eq!(told, "`FLINKS_API_KEY_FILE` expects a file that can be read, got entity not found");
    let told = wrong(&[("FLINKS_SECRET_KEY_FILE", "/nowhere/at/all")]);
    assert_eq!(told, "`FLINKS_SECRET_KEY_FILE` expects to be set without `FLINKS_SECRET_KEY`, got both");
    let file = std::env::temp_dir().join(format!("relay-secret-{}", std::process::id()));
    std::fs::write(&file, "a-secret-in-a-file\n").unwrap();
    let config = read(&[("FLINKS_API_KEY_FILE", file.to_str().unwrap())]).ok().unwrap();
    std::fs::remove_file(file).unwrap();
    assert_eq!(config.flinks.api_key, "a-secret-in-a-file");
}

// @claim:keys-stay-on-server
#[test]
fn an_address_is_used_as_it_was_checked() {
    for (base, used) in [
        ("http://127.0.0.1:8082/", "http://127.0.0.1:8082"),
        ("http://[::1]:8082", "http://[::1]:8082"),
        ("HTTPS://API.example:443", "https://api.example"),
        ("https://api.example/flinks/", "https://api.example/flinks"),
    ] {
        assert_eq!(read(&[("FLINKS_API_BASE", base)]).ok().unwrap().flinks.base, used);
    }
    for url in ["postgres://me:p%40ss@db:5432/relay?sslmode=verify-full", "postgresql://db/relay", "sqlite:relay.db"] {
        assert!(read(&[("DATABASE_URL", url)]).is_ok(), "{url}");
    }
}

#[test]
fn origins_are_as_browsers_write_them() {
    let list = "https://WWW.Lender.example:443, https://prêt.example,http://localhost:8080 ,http://127.0.0.1:80, \
                https://www.lender.example, https://[2001:DB8::1]:8443,";
    assert_eq!(
        read(&[("RELAY_ALLOWED_ORIGINS", list)]).ok().unwrap().allowed_origins,
        [
            "https://www.lender.example",
            "https://xn--prt-gma.example",
            "http://localhost:8080",
            "http://127.0.0.1",
            "https://[2001:db8::1]:8443"
        ]
    );
}

#[test]
fn help_lists_each_setting_once() {
    let settings = Config::settings();
    let names: std::collections::BTreeSet<&str> = settings.iter().map(|setting| setting.name).collect();
    assert!(settings.len() == names.len() && names.len() > 30, "{names:?}");
    for name in OTHERS.iter().map(|(name, _)| *name) {
        assert!(names.contains(name), "{name}");
    }
}

proptest! {
    #[test]
    fn any_values_start_a_relay_or_say_why_not(
        values in proptest::collection::vec((any::<prop::sample::Index>(), "\\PC{0,24}|[0-9]{1,21}|https?://[a-z@:/?#.\\\\0-9]{0,20}"), 1..6),
    ) {
        let names: Vec<&str> = Config::settings().iter().map(|setting| setting.name).collect();
        let changes: Vec<(&str, &str)> =
            values.iter().map(|(name, value)| (*name.get(&names), value.as_str())).collect();
        match read(&changes) {
            Err(errors) => prop_assert!(errors.iter().all(|error| error.contains(" expects "))),
            Ok(config) => {
                prop_assert!(config.flinks.base.starts_with("https://") || config.flinks.base.starts_with("http://127.")
                    || config.flinks.base.starts_with("http://[::1]"));
                prop_assert!(!config.flinks.base.contains('@'));
                prop_assert!(config.streams > 0 && config.keep_alive > Duration::ZERO);
            }
        }
    }
}
