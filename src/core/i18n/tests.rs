use super::{template::placeholders, *};
use crate::{
    core::{
        connect::{address::Institution, error_code::FallbackCode},
        error::UploadError,
        files::{finding::Finding, report::Status as Verdict},
        offer::{Offer, Reason},
        results::status::UploadStatus,
        testing::every_finding,
        view::{FindingText, reason_key},
    },
    pdf::FileKind,
};
use std::{collections::BTreeSet, fmt::Write};

fn catalog(language: Language) -> Catalog {
    Catalog { language, overrides: Messages::default() }
}

fn both() -> [Catalog; 2] {
    [catalog(Language::English), catalog(Language::French)]
}

fn own(texts: &[(&str, &str)]) -> Result<Messages, Vec<UploadError>> {
    let texts: Vec<_> = texts.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect();
    Messages::read(&texts)
}

#[test]
fn each_finding_says_what_is_the_matter_why_it_matters_and_what_to_do() {
    for catalog in both() {
        for finding in every_finding() {
            let FindingText { summary: what, detail: more } = catalog.describe(&finding);
            assert!(what.ends_with('.') && more.ends_with('.'), "{finding:?}: {what} {more}");
            assert!(more.matches(". ").count() >= 1, "{finding:?}: {more}");
        }
    }
}

#[test]
fn no_finding_is_worded_alike_in_both_languages() {
    let [english, french] = both();
    for finding in every_finding() {
        assert_ne!(english.describe(&finding), french.describe(&finding));
    }
}

#[test]
fn nobody_is_blamed() {
    for language in [Language::English, Language::French] {
        // What is for staff alone says where signals of fraud are looked at.
        for key in MessageKey::ALL.iter().filter(|key| **key != MessageKey::CollectForStaff) {
            let text = language.message(*key).to_lowercase();
            for word in
                ["invalid", "illegal", "error", "fail", "wrong with", "must", "fraud", "erreur", "devez", "fraude"]
            {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}

#[test]
fn both_languages_have_places_for_the_same_values() {
    for key in MessageKey::ALL {
        let [english, french] = [Language::English, Language::French].map(|language| {
            let places = placeholders(language.message(*key)).unwrap_or_else(|| panic!("{key:?}: braces"));
            places.into_iter().map(|place| place.split('|').next().unwrap()).collect::<BTreeSet<_>>()
        });
        assert_eq!(english, french, "{key:?}");
    }
}

#[test]
fn every_place_is_filled() {
    for catalog in both() {
        for finding in every_finding() {
            let FindingText { summary: what, detail: more } = catalog.describe(&finding);
            assert!(!format!("{what} {more}").contains(['{', '}', '\n']), "{what} {more}");
            assert!(!what.contains("  ") && !more.contains("  ") && !more.contains(" ."), "{what} {more}");
        }
    }
}

#[test]
fn keys_are_named_once() {
    let names: BTreeSet<_> = MessageKey::ALL.iter().map(|key| key.name()).collect();
    assert_eq!(names.len(), MessageKey::ALL.len());
}

#[test]
fn counts_have_their_plurals() {
    let [english, french] = both();
    let table = [
        (0, "Continue with 0 files", "Continuer avec 0 fichier"),
        (1, "Continue with 1 file", "Continuer avec 1 fichier"),
        (2, "Continue with 2 files", "Continuer avec 2 fichiers"),
        (1234, "Continue with 1,234 files", "Continuer avec 1\u{a0}234 fichiers"),
    ];
    for (count, in_english, in_french) in table {
        assert_eq!(english.files(MessageKey::ContinueFiles, count), in_english);
        assert_eq!(french.files(MessageKey::ContinueFiles, count), in_french);
    }
    assert_eq!(english.summary(3, 5, 2), "3 of 5 files ready, 2 need attention");
    assert_eq!(english.summary(0, 1, 1), "0 of 1 file ready, 1 needs attention");
    assert_eq!(english.summary(2, 2, 0), "2 of 2 files ready");
    assert_eq!(french.summary(0, 2, 2), "0 fichier sur 2 prêt, 2 demandent votre attention");
    assert_eq!(french.summary(3, 4, 1), "3 fichiers sur 4 prêts, 1 demande votre attention");
}

#[test]
fn sizes_are_written_as_people_write_them() {
    let table = [
        (0, "0\u{a0}bytes", "0\u{a0}octet"),
        (1, "1\u{a0}byte", "1\u{a0}octet"),
        (999, "999\u{a0}bytes", "999\u{a0}octets"),
        (1_000, "1\u{a0}kB", "1\u{a0}ko"),
        (1_001, "1.1\u{a0}kB", "1,1\u{a0}ko"),
        (999_900, "999.9\u{a0}kB", "999,9\u{a0}ko"),
        (999_901, "1\u{a0}MB", "1\u{a0}Mo"),
        (1_500_000, "1.5\u{a0}MB", "1,5\u{a0}Mo"),
        (180_000_000, "180\u{a0}MB", "180\u{a0}Mo"),
        (180_000_001, "180.1\u{a0}MB", "180,1\u{a0}Mo"),
        (1_234_500_000, "1,234.5\u{a0}MB", "1\u{a0}234,5\u{a0}Mo"),
    ];
    let [in_english, in_french] = both();
    for (bytes, english, french) in table {
        assert_eq!((in_english.size(bytes).as_str(), in_french.size(bytes).as_str()), (english, french));
    }
    assert!(!in_english.size(u64::MAX).is_empty());
}

#[test]
fn received_is_said_and_verified_is_not() {
    for catalog in both() {
        let known = UploadStatus::KNOWN.iter().map(Some).chain([None]);
        let text: String = known
            .flat_map(|status| [true, false].map(|is_slow| catalog.received(status, is_slow)))
            .map(|(title, text)| title + &text)
            .collect();
        for word in ["verif", "vérifi", "approved", "approuv", "minute", "hour", "heure"] {
            assert!(!text.to_lowercase().contains(word), "{text}");
        }
    }
}

#[test]
fn the_host_s_words_come_first_in_both_languages() {
    let texts = [
        ("summary", "{ready} {ready|x|y}"),
        ("browse", "Pick statements"),
        ("continue-files", "Send {files} {files|PDF|PDFs} {files}×"),
    ];
    for language in [Language::English, Language::French] {
        let catalog = Catalog { language, overrides: own(&texts).unwrap() };
        assert_eq!(catalog.text(MessageKey::Browse), "Pick statements");
        assert_eq!(catalog.files(MessageKey::ContinueFiles, 1), "Send 1 PDF 1×");
        assert_eq!(catalog.text(MessageKey::BrowseFolder), language.message(MessageKey::BrowseFolder));
    }
}

#[test]
fn a_host_may_say_less_of_a_finding() {
    let catalog = Catalog { language: Language::English, overrides: own(&[("empty", "Nothing in it.")]).unwrap() };
    let advice = catalog.describe(&Finding::Empty);
    assert_eq!((advice.summary.as_str(), advice.detail.as_str()), ("Nothing in it.", ""));
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
        (("continu", "Go"), "expects keys of the catalogue (`MessageKey` in index.d.ts), got 'continu'"),
        (("browse", " "), "expects in `browse` a text without places in braces, got ' '"),
        (("browse", "Pick {files}"), "expects in `browse` a text without places in braces, got 'Pick {files}'"),
        (("remove", "{file}"), "expects in `remove` a text with no other places than `{name}`, got '{file}'"),
        (("remove", "{name|a|b}"), "expects in `remove` a text with no other places than `{name}`, got '{name|a|b}'"),
        (("remove", "{name"), "expects in `remove` a text with no other places than `{name}`, got '{name'"),
        (("remove", "name}"), "expects in `remove` a text with no other places than `{name}`, got 'name}'"),
        (("remove", "{{name}}"), "expects in `remove` a text with no other places than `{name}`, got '{{name}}'"),
        (
            ("pages", "{pages|page}"),
            "expects in `pages` a text with no other places than `{pages}`, `{pages|page|pages}`, got '{pages|page}'",
        ),
    ];
    for (text, said) in refused {
        let errors = own(&[("going", "Wait…"), text]).unwrap_err();
        let all: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert_eq!(all, [format!("`messages` {said}")]);
    }
}

/// The catalogue for those who replace it; `UPDATE=1 cargo test catalog` writes both files anew.
#[test]
fn what_is_documented_of_the_catalogue_is_true() {
    let mut types = String::from(
        "/**\n * The component's texts, for hosts that replace them. A place in braces takes a value, or a word by a count:\n \
         * `{files|file|files}`. Of a finding, the first line is shown strong.\n */\n\
         export interface Messages {\n  /** Said where the component could not be loaded. */\n  'load-failed'?: string;\n",
    );
    let mut table = String::from(
        "# Messages\n\nEach text can be replaced, also while the component is in use: `element.messages = { browse: 'Pick statements' }`. A text of\n\
         yours is said in both languages, so set them along with `language`. `{name}` takes a value; `{files|file|files}` a word by a\n\
         count, for one and for others (in French, zero is singular); no other places are taken. Of the findings (from `empty` to\n\
         `restricted`), the first line is shown strong; here `↵` ends a line. `load-failed` is the one more, said where the component\n\
         could not be loaded. A key or a place that is not here is told as `upload-error` with `attribute: 'messages'`.\n\n\
         | key | English | French |\n| --- | --- | --- |\n",
    );
    for key in MessageKey::ALL {
        let [english, french] = [Language::English, Language::French]
            .map(|language| language.message(*key).replace('\n', " ↵ ").replace('|', "\\|"));
        let name = key.name();
        let places = placeholders(Language::English.message(*key)).unwrap();
        if !places.is_empty() {
            writeln!(types, "  /** `{{{}}}` */", places.join("}`, `{")).unwrap();
        }
        writeln!(types, "  '{name}'?: string;").unwrap();
        writeln!(table, "| `{name}` | {english} | {french} |").unwrap();
    }
    types += "}\n\nexport type MessageKey = keyof Messages;\n";
    for (path, expected) in [("www/messages.d.ts", types), ("docs/messages.md", table)] {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        if std::env::var_os("UPDATE").is_some() {
            std::fs::write(&path, &expected).unwrap();
        }
        assert_eq!(
            std::fs::read_to_string(&path).unwrap_or_default(),
            expected,
            "{}: UPDATE=1 writes it",
            path.display()
        );
    }
}

fn offer(reason: Reason, institution: Option<&str>) -> Offer {
    Offer { reason, institution: institution.map(|name| Institution::new(name).unwrap()) }
}

#[test]
fn an_offer_says_what_happened_and_for_whom_it_is() {
    let [english, french] = both();
    let after = |code| offer(Reason::Error(code), Some("TD"));
    assert_eq!(
        english.offer(&after(FallbackCode::RetryLater)),
        "The bank can’t be reached at the moment. You can send PDF statements from TD instead."
    );
    assert!(french.offer(&after(FallbackCode::RetryLater)).contains("TD"));
    assert!(english.offer(&offer(Reason::Primary, None)).contains("your institution"));
    for catalog in both() {
        for code in FallbackCode::ALL.iter().copied() {
            let said = catalog.offer(&after(code));
            assert!(said.starts_with(&catalog.text(reason_key(code))) && !said.contains(code.as_str()), "{said}");
        }
        let reasons = [Reason::Primary, Reason::Forced, Reason::NotListed, Reason::Inactivity];
        let said: BTreeSet<_> =
            reasons.iter().map(|reason| catalog.offer(&offer(reason.clone(), Some("TD")))).collect();
        assert_eq!(said.len(), reasons.len(), "each reason has catalog of its own");
    }
}

#[test]
fn the_title_of_an_offer_goes_with_its_reason() {
    let [english, _] = both();
    let table = [
        (Reason::Primary, "You can send statements instead"),
        (Reason::Forced, "You can send statements instead"),
        (Reason::NotListed, "You can send statements instead"),
        (Reason::Inactivity, "Need another way?"),
        (Reason::Error(FallbackCode::RetryLater), "Linking didn’t work this time"),
    ];
    for (reason, title) in table {
        assert_eq!(english.offer_title(&reason), title);
    }
}

#[test]
fn each_verdict_has_a_word_of_its_own() {
    for catalog in both() {
        let verdicts = [Verdict::Checking, Verdict::Ready, Verdict::Warning, Verdict::Rejected];
        let said: BTreeSet<_> = verdicts.iter().map(|verdict| catalog.status(*verdict)).collect();
        assert_eq!(said.len(), verdicts.len());
    }
}

#[test]
fn the_person_is_told_what_to_do_and_not_what_the_page_did_wrong() {
    let [english, _] = both();
    let errors = [
        UploadError::invalid("mode", "`primary`", "primry"),
        UploadError::MissingAttribute { attribute: "instance", expected: "a name".to_owned() },
        UploadError::StatusRefused { received: "status 404".to_owned() },
    ];
    for error in errors {
        assert_eq!(english.error_message(&error), english.text(MessageKey::NotSetUp));
    }
    let token = UploadError::TokenFailed { received: "an error".to_owned() };
    assert!(english.error_message(&token).ends_with("Please try again."));
    assert!(english.error_message(&UploadError::ConnectSilent { seconds: 20 }).contains("try again"));
    assert!(english.error_message(&UploadError::TooManyPicked { limit: 1000 }).contains("1,000"));
}

#[test]
fn each_kind_of_file_is_called_what_people_call_it() {
    let [english, french] = both();
    let table = [
        (FileKind::Jpeg, "a JPEG image", "JPEG"),
        (FileKind::Png, "a PNG image", "PNG"),
        (FileKind::Bmp, "a BMP image", "BMP"),
        (FileKind::Tiff, "a TIFF image", "TIFF"),
        (FileKind::Zip, "a ZIP or office file", "ZIP"),
        (FileKind::Html, "a web page", "Web"),
        (FileKind::Ole, "an office file", "bureautique"),
        (FileKind::Other, "another kind of file", "autre"),
    ];
    for (found, in_english, in_french) in table {
        assert!(english.describe(&Finding::NotAPdf { found }).summary.contains(in_english));
        let said = french.describe(&Finding::NotAPdf { found }).summary;
        assert!(said.contains(in_french), "{said}");
    }
}
