use super::*;
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
    read(changes).err().expect("it should be refused").join("\n")
}

#[test]
fn four_values_are_enough_and_the_rest_is_as_published() {
    let config = read(&[]).ok().unwrap();
    assert_eq!(config.flinks.base, "https://toolbox-api.private.fin.ag");
    assert!(config.flinks.token_path.ends_with("-70d95f087ecb/BankingServices/GenerateAuthorizeToken"));
    assert_eq!((config.poll.interval, config.poll.duration), (Duration::from_secs(10), Duration::from_mins(30)));
}

#[test]
fn all_that_is_wrong_is_told_at_once() {
    let all = Config::read(|_| None).err().unwrap();
    assert_eq!(all.len(), 4, "{all:?}");
    assert_eq!(
        wrong(&[("RELAY_LISTEN", "here")]),
        "`RELAY_LISTEN` expects an address such as 127.0.0.1:8090, got 'here'"
    );
    assert!(wrong(&[("RELAY_KEEP_ALIVE_SECONDS", "0")]).contains("a positive number"));
    assert!(wrong(&[("RELAY_KEEP_ALIVE_SECONDS", "NaN")]).contains("a positive number"));
}

#[test]
fn secrets_are_not_quoted() {
    for name in ["FLINKS_WEBHOOK_KEY", "FLINKS_SECRET_KEY", "FLINKS_API_KEY", "FLINKS_CUSTOMER_ID"] {
        for value in ["hunter2 hunter2 hunter2", "hunter2\u{7f}hunter2hunter2", "hunter2."] {
            let told = wrong(&[(name, value)]);
            assert!(told.contains(name) && !told.contains("hunter"), "{told}");
        }
    }
    let told = wrong(&[("DATABASE_URL", "mysql://me:hunter2@db/relay")]);
    assert_eq!(told, "`DATABASE_URL` expects sqlite: or postgres:, got 'mysql:'");
}

#[test]
fn secrets_may_come_in_files() {
    let told = wrong(&[("FLINKS_API_KEY_FILE", "/nowhere/at/all")]);
    assert_eq!(told, "`FLINKS_API_KEY_FILE` expects a file that can be read, got entity not found");
    let file = std::env::temp_dir().join(format!("relay-secret-{}", std::process::id()));
    std::fs::write(&file, "a-secret-in-a-file\n").unwrap();
    let config = read(&[("FLINKS_API_KEY_FILE", file.to_str().unwrap())]).ok().unwrap();
    std::fs::remove_file(file).unwrap();
    assert_eq!(config.flinks.api_key, "a-secret-in-a-file");
}

#[test]
fn secrets_go_only_over_https_or_to_this_machine() {
    for base in
        ["http://api.example", "ftp://127.0.0.1", "http://127.0.0.1.evil.example", "http://localhost@evil.example"]
    {
        assert!(wrong(&[("FLINKS_API_BASE", base)]).contains("an https address"), "{base}");
    }
    assert!(read(&[("FLINKS_API_BASE", "http://127.0.0.1:8082/")]).is_ok());
}

#[test]
fn origins_are_origins() {
    assert!(read(&[("RELAY_ALLOWED_ORIGINS", "https://www.lender.example, http://localhost:8080")]).is_ok());
    for list in ["*", "lender.example", "https://lender.example/", "https://*.lender.example", "null", "https://"] {
        assert!(wrong(&[("RELAY_ALLOWED_ORIGINS", list)]).contains("origins such as"), "{list}");
    }
}
