use super::{
    accounts::AccountsKey,
    generate,
    pack_data::{PackData, Setting},
    template::placeholders,
    *,
};
use crate::core::error::UploadError;
use std::{collections::BTreeSet, path::Path};

fn pack(language: Language) -> LanguagePack {
    LanguagePack::built_in(language).unwrap()
}

fn catalog(language: Language) -> Catalog {
    Catalog::new(pack(language), Messages::default())
}

/// The keys of which staff read another text.
fn staff_keys(language: Language) -> Vec<MessageKey> {
    generate::staff_keys(&pack(language)).collect()
}

/// Every text of every language, of staff and of the accounts, too: its language, its key, the values that it can take, itself.
fn every_text() -> impl Iterator<Item = (Language, &'static str, BTreeSet<&'static str>, String)> {
    Language::ALL.iter().flat_map(|&language| {
        let own = MessageKey::ALL
            .iter()
            .map(move |key| (language, key.name(), key.values().collect(), pack(language).text(*key).to_owned()));
        let staff = staff_keys(language).into_iter().map(move |key| {
            (language, key.name(), key.values().collect(), pack(language).text_for_staff(key).to_owned())
        });
        let accounts = AccountsKey::ALL.iter().map(move |key| {
            (language, key.name(), key.values().collect(), languages::accounts(language, *key).to_owned())
        });
        own.chain(staff).chain(accounts)
    })
}

fn own(texts: &[(&str, &str)]) -> Result<Messages, Vec<UploadError>> {
    let texts: Vec<_> = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    Messages::read(&texts)
}

#[test]
fn values_are_no_templates() {
    let catalog = catalog(Language::English);
    let text = catalog.format(MessageKey::Remove, &[("name", Value::Text("{files|a|b}{name}.pdf"))]);
    assert_eq!(text, "Remove {files|a|b}{name}.pdf");
}

#[test]
fn unknown_keys_and_places_are_refused_by_name() {
    let refused = [
        (("continu", "Go"), "expects keys of the catalog (`MessageKey` in index.d.ts), got 'continu'"),
        (("browse", " "), "expects in `browse` a text without places in braces, got ' '"),
        (("browse", "Pick {files}"), "expects in `browse` a text without places in braces, got 'Pick {files}'"),
        (("remove", "{file}"), "expects in `remove` a text with no other places than `{name}`, got '{file}'"),
        (("remove", "{name|a|b}"), "expects in `remove` a text with no other places than `{name}`, got '{name|a|b}'"),
        (("remove", "{name"), "expects in `remove` a text with no other places than `{name}`, got '{name'"),
        (("remove", "name}"), "expects in `remove` a text with no other places than `{name}`, got 'name}'"),
        (("remove", "{{name}}"), "expects in `remove` a text with no other places than `{name}`, got '{{name}}'"),
        (
            ("pages", "{pages|page}"),
            "expects in `pages` a text with no other places than `{pages}`, `{pages|one|other}`, got '{pages|page}'",
        ),
    ];
    for (text, said) in refused {
        let errors = own(&[("going", "Wait…"), text]).unwrap_err();
        let all: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(all, [format!("`messages` {said}")]);
    }
}

#[test]
fn every_language_has_a_text_for_every_key_with_the_places_of_the_key() {
    let mut texts = 0;
    for (language, name, values, text) in every_text() {
        assert!(!text.trim().is_empty() && text.trim() == text, "{language:?} {name}: '{text}'");
        let places = placeholders(&text).unwrap_or_else(|| panic!("{language:?} {name}: braces"));
        let names: BTreeSet<_> = places.iter().map(|place| place.split('|').next().unwrap()).collect();
        // A clock has 12 hours or 24.
        let of_other_clock: &[&str] = if name == "date-time" { &["hour", "hour12", "half"] } else { &[] };
        assert!(names.is_subset(&values), "{language:?} {name}");
        let mut absent = values.difference(&names);
        assert!(absent.all(|place| of_other_clock.contains(place)), "{language:?} {name}");
        for place in places {
            assert!(matches!(place.split('|').count(), 1 | 3), "{language:?} {name}: {place}");
        }
        texts += 1;
    }
    let staff: usize = Language::ALL.iter().map(|language| staff_keys(*language).len()).sum();
    assert_eq!(texts, Language::ALL.len() * (MessageKey::ALL.len() + AccountsKey::ALL.len()) + staff);
}

/// Whether dashboard mode can say it: there is no Connect in it, no upload window, and no status.
fn can_be_said_to_staff(key: MessageKey) -> bool {
    let is_elsewhere = |name: &str| {
        let of_connect = ["connect-", "offer-", "invalid-", "institution-", "linked"];
        let of_upload = ["upload-frame", "checklist", "on-its-way", "choose-again"];
        let of_status = ["received", "processing", "ready-title", "needs-attention", "failed", "slow"];
        let others = [
            "disabled-login",
            "retry-later",
            "session-expired",
            "aggregation-error",
            "login-refused",
            "not-listed",
            "load-failed",
        ];
        [&of_connect[..], &of_upload, &of_status, &others].concat().iter().any(|start| name.starts_with(start))
    };
    !is_elsewhere(key.name())
}

#[test]
fn staff_are_told_to_ask_the_customer_not_their_bank() {
    let of_a_customer = |language: Language| match language {
        Language::English => ["your ", "you were"].as_slice(),
        Language::French => &["votre ", "vos ", "la vôtre", "on vous"],
        Language::Spanish => &["su banco", "sus archivos", "sus estados", "su cuenta", "su envío", "si le pidieron"],
    };
    for language in Language::ALL {
        let pack = pack(*language);
        let mut keys = 0;
        for key in MessageKey::ALL.iter().copied().filter(|key| can_be_said_to_staff(*key)) {
            // The device is theirs.
            let text = pack.text_for_staff(key).to_lowercase().replace("your device", "").replace("votre appareil", "");
            for words in of_a_customer(*language) {
                assert!(!text.contains(words), "{language:?} {}: {text}", key.name());
            }
            keys += 1;
        }
        assert!(keys >= 100, "{keys}");
        // What English says in another way to staff, each language does.
        for key in staff_keys(Language::English) {
            assert_ne!(pack.text_for_staff(key), pack.text(key), "{language:?} {}", key.name());
        }
    }
}

#[test]
fn the_host_s_texts_stand_in_for_those_for_staff_too() {
    let catalog = Catalog::new(pack(Language::English), own(&[("collect-title", "Statements")]).unwrap()).for_staff();
    assert_eq!(catalog.text(MessageKey::CollectTitle), "Statements");
    assert_eq!(catalog.text(MessageKey::Private), "The files are checked on this device before anything is sent.");
    assert_eq!(catalog.text(MessageKey::Browse), "Choose files");
}

#[test]
fn keys_and_settings_are_named_once() {
    let settings = Setting::ALL.iter().map(|(_, name)| *name).chain(["tag", "singular", "groupFrom"]);
    let keys = MessageKey::ALL.iter().map(|key| key.name()).chain(AccountsKey::ALL.iter().map(|key| key.name()));
    let names: Vec<_> = settings.chain(keys).collect();
    assert_eq!(names.iter().collect::<BTreeSet<_>>().len(), names.len());
    for (at, (setting, _)) in Setting::ALL.iter().enumerate() {
        assert_eq!(*setting as usize, at);
    }
}

#[test]
fn nobody_is_blamed() {
    let blame = [
        "invalid",
        "illegal",
        "error",
        "fail",
        "wrong with",
        "must",
        "fraud",
        "erreur",
        "devez",
        "fraude",
        "inválid",
        "debe ",
    ];
    // Support asks for an "error code": that is its name.
    for (language, name, _, text) in every_text().filter(|(_, name, ..)| *name != "support-code") {
        for word in blame {
            assert!(!text.to_lowercase().contains(word), "{language:?} {name}: {word}: {text}");
        }
    }
}

#[test]
fn counts_have_their_plurals() {
    let table = [
        (0, "Continue with 0 files", "Continuer avec 0 fichier", "Continuar con 0 archivos"),
        (1, "Continue with 1 file", "Continuer avec 1 fichier", "Continuar con 1 archivo"),
        (2, "Continue with 2 files", "Continuer avec 2 fichiers", "Continuar con 2 archivos"),
        (1234, "Continue with 1,234 files", "Continuer avec 1\u{a0}234 fichiers", "Continuar con 1,234 archivos"),
    ];
    for (count, english, french, spanish) in table {
        for (language, expected) in
            [(Language::English, english), (Language::French, french), (Language::Spanish, spanish)]
        {
            assert_eq!(catalog(language).files(MessageKey::ContinueFiles, count), expected);
        }
    }
}

#[test]
fn sizes_are_written_as_people_write_them() {
    let table = [
        (0, "0\u{a0}bytes", "0\u{a0}octet", "0\u{a0}bytes"),
        (1, "1\u{a0}byte", "1\u{a0}octet", "1\u{a0}byte"),
        (999, "999\u{a0}bytes", "999\u{a0}octets", "999\u{a0}bytes"),
        (1_000, "1\u{a0}kB", "1\u{a0}ko", "1\u{a0}kB"),
        (1_001, "1.1\u{a0}kB", "1,1\u{a0}ko", "1.1\u{a0}kB"),
        (999_900, "999.9\u{a0}kB", "999,9\u{a0}ko", "999.9\u{a0}kB"),
        (999_901, "1\u{a0}MB", "1\u{a0}Mo", "1\u{a0}MB"),
        (1_500_000, "1.5\u{a0}MB", "1,5\u{a0}Mo", "1.5\u{a0}MB"),
        (180_000_000, "180\u{a0}MB", "180\u{a0}Mo", "180\u{a0}MB"),
        (180_000_001, "180.1\u{a0}MB", "180,1\u{a0}Mo", "180.1\u{a0}MB"),
        (1_234_500_000, "1,234.5\u{a0}MB", "1\u{a0}234,5\u{a0}Mo", "1,234.5\u{a0}MB"),
    ];
    for (bytes, english, french, spanish) in table {
        for (language, expected) in
            [(Language::English, english), (Language::French, french), (Language::Spanish, spanish)]
        {
            assert_eq!(catalog(language).size(bytes), expected);
        }
    }
    assert!(!catalog(Language::English).size(u64::MAX).is_empty());
}

#[test]
fn a_language_can_leave_short_numbers_ungrouped() {
    let spanish_of_spain = LanguagePack::from_lookup(|name| match name {
        "tag" => Some("es".to_owned()),
        "singular" => Some("one".to_owned()),
        "groupFrom" => Some("5".to_owned()),
        "group" => Some(".".to_owned()),
        "decimal" => Some(",".to_owned()),
        name => Some(name.to_owned()),
    })
    .unwrap();
    for (number, expected) in [(999, "999"), (1_234, "1234"), (12_345, "12.345"), (1_234_567, "1.234.567")] {
        assert_eq!(number::grouped(&spanish_of_spain, number), expected);
    }
}

#[test]
fn the_host_s_texts_come_first_in_every_language() {
    let texts = [
        ("summary", "{ready} {ready|x|y}"),
        ("browse", "Pick statements"),
        ("continue-files", "Send {files} {files|PDF|PDFs} {files}×"),
    ];
    for language in Language::ALL {
        let catalog = Catalog::new(pack(*language), own(&texts).unwrap());
        assert_eq!(catalog.text(MessageKey::Browse), "Pick statements");
        assert_eq!(catalog.files(MessageKey::ContinueFiles, 1), "Send 1 PDF 1×");
        assert_eq!(catalog.text(MessageKey::BrowseFolder), pack(*language).text(MessageKey::BrowseFolder));
    }
}

/// What a file of `www/languages` says of a name.
fn in_file(pack: &LanguagePack, name: &str) -> Option<String> {
    let setting = || Setting::ALL.iter().find(|(_, known)| *known == name).map(|(setting, _)| pack.setting(*setting));
    let message = || MessageKey::ALL.iter().find(|key| key.name() == name).map(|key| pack.text(*key));
    match name {
        "tag" => Some(pack.language().as_str().to_owned()),
        "singular" => Some(pack.plural_rule().name().to_owned()),
        "groupFrom" => Some(pack.group_from().to_string()),
        _ => setting().or_else(message).map(str::to_owned),
    }
}

#[test]
fn a_pack_that_is_read_is_the_one_that_is_compiled_in() {
    for language in Language::ALL {
        let mut asked = Vec::new();
        let read = LanguagePack::from_lookup(|name| {
            asked.push(name.to_owned());
            in_file(&pack(*language), name)
        });
        let read = read.unwrap();
        for name in &asked {
            assert_eq!(in_file(&read, name), in_file(&pack(*language), name));
        }
        assert_eq!(read, pack(*language).without_texts_for_staff());
        assert_eq!(asked.len(), MessageKey::ALL.len() + Setting::ALL.len() + 3, "each name is asked for once");
    }
}

#[test]
fn a_pack_that_lacks_something_is_refused_by_its_name() {
    let english = pack(Language::English);
    let read = |name: &str, value: Option<&str>| {
        LanguagePack::from_lookup(
            |asked| if asked == name { value.map(str::to_owned) } else { in_file(&english, asked) },
        )
    };
    for name in ["tag", "singular", "groupFrom", "locale", "group", "megabyte", "load-failed", "browse", "receipt-json"]
    {
        for value in [None, Some("")] {
            assert_eq!(read(name, value).unwrap_err().name, name);
        }
    }
    for (name, value) in [("tag", "de"), ("singular", "many"), ("groupFrom", "four"), ("groupFrom", "-1")] {
        let error = read(name, Some(value)).unwrap_err();
        assert_eq!(error.to_string(), format!("the language pack has no usable `{name}`"));
    }
}

#[test]
fn without_any_language_each_text_is_the_name_of_its_key() {
    let none = LanguagePack::without_texts();
    let catalog = Catalog::new(none, own(&[("browse", "Pick statements")]).unwrap());
    assert_eq!(catalog.text(MessageKey::CollectTitle), "collect-title");
    assert_eq!(catalog.text(MessageKey::Browse), "Pick statements");
    assert_eq!(catalog.size(1_234_500_000), "1234.5\u{a0}MB");
}

#[test]
fn a_pack_is_joined_from_as_many_texts_as_there_are_names() {
    for language in Language::ALL {
        let PackData { joined, lengths, .. } = languages::built_in(*language).unwrap();
        assert_eq!(lengths.len(), Setting::ALL.len() + MessageKey::ALL.len());
        assert_eq!(lengths.iter().sum::<usize>(), joined.len());
    }
}

#[test]
fn every_case_of_the_table_of_templates_is_filled_as_it_says() {
    let table: serde_json::Value = serde_json::from_str(include_str!("../../../tests/templates.json")).unwrap();
    let cases = table.as_array().unwrap();
    for case in cases {
        let language = Language::lookup(case["language"].as_str().unwrap()).unwrap();
        let values: Vec<_> = case["values"]
            .as_object()
            .unwrap()
            .iter()
            .map(|(name, value)| match value.as_u64() {
                Some(count) => (name.as_str(), Value::Count(count.try_into().unwrap())),
                None => (name.as_str(), Value::Text(value.as_str().unwrap())),
            })
            .collect();
        let text = case["text"].as_str().unwrap();
        assert_eq!(template::fill(&pack(language), text, &values), case["expected"].as_str().unwrap(), "{case}");
    }
    assert!(cases.len() >= 20);
}

#[test]
fn what_is_generated_is_what_stands_in_the_repository() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let files = generate::files();
    for (path, expected) in &files {
        let found = std::fs::read_to_string(root.join(path)).unwrap_or_default();
        assert!(found == *expected, "{path} is not up to date: {}", generate::COMMAND);
    }
    assert_eq!(files.len(), 3 * Language::ALL.len() + 7);
}
