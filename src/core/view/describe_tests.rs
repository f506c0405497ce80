//! What is said of findings, offers, errors and uploads, in every language.

use super::{FindingText, describe::reason_key};
use crate::{
    core::{
        connect::{address::Institution, error_code::FallbackCode},
        error::UploadError,
        files::{file::FileId, finding::Finding, report::Status as Verdict},
        i18n::{Catalog, LanguagePack, MessageKey, Messages},
        language::Language,
        offer::{Offer, Reason},
        results::status::UploadStatus,
        testing::every_finding,
    },
    pdf::FileKind,
};
use std::collections::BTreeSet;

fn all() -> [Catalog; 3] {
    [Language::English, Language::French, Language::Spanish]
        .map(|language| Catalog::new(LanguagePack::built_in(language).unwrap(), Messages::default()))
}

fn described(catalog: &Catalog, finding: &Finding) -> FindingText {
    catalog.describe(finding, "a.pdf")
}

/// What people read about: the others are for the report alone.
fn told_findings() -> impl Iterator<Item = Finding> {
    every_finding().into_iter().filter(|finding| !matches!(finding, Finding::NoText | Finding::Restricted))
}

fn offer(reason: Reason, institution: Option<&str>) -> Offer {
    Offer { reason, institution: institution.map(|name| Institution::new(name).unwrap()) }
}

#[test]
fn each_finding_says_what_is_the_matter_why_it_matters_and_what_to_do() {
    for catalog in all() {
        for finding in told_findings() {
            let FindingText { summary: what, detail: more } = described(&catalog, &finding);
            // Of a copy there is nothing more to say than of what.
            let is_copy = matches!(finding, Finding::Duplicate { .. });
            assert!(what.ends_with('.') && (more.ends_with('.') || is_copy), "{finding:?}: {what} {more}");
            assert!(is_copy || more.matches(". ").count() >= 1, "{finding:?}: {more}");
        }
    }
}

#[test]
fn nothing_is_said_about_what_nobody_needs_to_act_on() {
    for catalog in all() {
        for finding in [Finding::NoText, Finding::Restricted] {
            assert_eq!(described(&catalog, &finding), FindingText { summary: String::new(), detail: String::new() });
        }
    }
}

#[test]
fn a_copy_names_its_twin() {
    for catalog in all() {
        let said = catalog.describe(&Finding::Duplicate { of: FileId(7) }, "7.pdf");
        assert!(said.summary.contains("7.pdf"), "{said:?}");
    }
}

#[test]
fn no_finding_is_worded_alike_in_two_languages() {
    for finding in told_findings() {
        let [english, french, spanish] = all().map(|catalog| described(&catalog, &finding));
        assert!(english != french && french != spanish && spanish != english, "{finding:?}");
    }
}

#[test]
fn every_place_is_filled() {
    for catalog in all() {
        for finding in every_finding() {
            let FindingText { summary: what, detail: more } = described(&catalog, &finding);
            assert!(!format!("{what} {more}").contains(['{', '}', '\n']), "{what} {more}");
            assert!(!what.contains("  ") && !more.contains("  ") && !more.contains(" ."), "{what} {more}");
        }
    }
}

#[test]
fn received_is_said_and_verified_is_not() {
    for catalog in all() {
        let known = UploadStatus::KNOWN.iter().map(Some).chain([None]);
        let text: String = known
            .flat_map(|status| [true, false].map(|is_slow| catalog.received(status, is_slow)))
            .map(|(title, text)| title + &text)
            .collect();
        for word in ["verif", "vérifi", "approved", "approuv", "minute", "hour", "heure", "aprob", "minuto", " hora"] {
            assert!(!text.to_lowercase().contains(word), "{text}");
        }
    }
}

#[test]
fn a_host_may_say_less_of_a_finding() {
    let own = Messages::read(&[("empty".to_owned(), "Nothing in it.".to_owned())]).unwrap();
    let catalog = Catalog::new(LanguagePack::built_in_or_default(Language::English), own);
    let advice = described(&catalog, &Finding::Empty);
    assert_eq!((advice.summary.as_str(), advice.detail.as_str()), ("Nothing in it.", ""));
}

#[test]
fn an_offer_says_what_happened_and_for_whom_it_is() {
    let [english, french, spanish] = all();
    let after = |code| offer(Reason::Error(code), Some("TD"));
    assert_eq!(
        english.offer(&after(FallbackCode::RetryLater)),
        "Your bank can’t be reached right now. You can send PDF statements from TD instead, or try again later."
    );
    assert!(french.offer(&after(FallbackCode::RetryLater)).contains("TD"));
    assert!(spanish.offer(&after(FallbackCode::RetryLater)).contains("TD"));
    assert!(english.offer(&offer(Reason::Primary, None)).contains("your institution"));
    for catalog in all() {
        for code in FallbackCode::ALL.iter().copied() {
            let said = catalog.offer(&after(code));
            assert!(said.starts_with(&catalog.text(reason_key(code))) && !said.contains(code.as_str()), "{said}");
        }
        let reasons = [Reason::Primary, Reason::Forced, Reason::NotListed, Reason::Inactivity];
        let said: BTreeSet<_> =
            reasons.iter().map(|reason| catalog.offer(&offer(reason.clone(), Some("TD")))).collect();
        assert_eq!(said.len(), reasons.len(), "each reason has words of its own");
    }
}

#[test]
fn what_helps_most_after_an_error_comes_first() {
    let [english, french, spanish] = all();
    let table = [
        (
            FallbackCode::InvalidPassword,
            "Try logging in again, or send",
            "Essayez de vous connecter",
            "Intente iniciar",
        ),
        (FallbackCode::SessionExpired, "Try logging in again, or send", "Essayez de vous connecter", "Intente iniciar"),
        (FallbackCode::RetryLater, "instead, or try again later.", "ou réessayer plus tard.", "más tarde."),
        (FallbackCode::AggregationError, "instead, or try again later.", "ou réessayer plus tard.", "más tarde."),
        (
            FallbackCode::DisabledLogin,
            "You can send PDF statements from TD instead.",
            "Vous pouvez plutôt",
            "Puede enviar",
        ),
    ];
    for (code, in_english, in_french, in_spanish) in table {
        let offer = offer(Reason::Error(code), Some("TD"));
        for (catalog, expected) in [(&english, in_english), (&french, in_french), (&spanish, in_spanish)] {
            let said = catalog.offer(&offer);
            assert!(said.contains(expected), "{code:?}: {said}");
        }
    }
    // A login that is switched off is not tried again.
    let disabled = english.offer(&offer(Reason::Error(FallbackCode::DisabledLogin), None));
    assert!(!disabled.contains("again"), "{disabled}");
}

#[test]
fn the_title_of_an_offer_goes_with_its_reason() {
    let [english, ..] = all();
    let table = [
        (Reason::Primary, "You can send statements instead"),
        (Reason::Forced, "You can send statements instead"),
        (Reason::NotListed, "You can send statements instead"),
        (Reason::Inactivity, "Having trouble logging in?"),
        (Reason::Error(FallbackCode::RetryLater), "Your account couldn’t be linked"),
    ];
    for (reason, title) in table {
        assert_eq!(english.offer_title(&reason), title);
    }
}

#[test]
fn each_verdict_has_a_word_of_its_own() {
    for catalog in all() {
        let verdicts = [Verdict::Checking, Verdict::Ready, Verdict::Warning, Verdict::Rejected];
        let said: BTreeSet<_> = verdicts.iter().map(|verdict| catalog.status(*verdict)).collect();
        assert_eq!(said.len(), verdicts.len());
    }
}

#[test]
fn the_person_is_told_what_to_do_and_not_what_the_page_did_wrong() {
    let [english, ..] = all();
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
    let [english, french, spanish] = all();
    let table = [
        (FileKind::Jpeg, "a JPEG image", "JPEG", "imagen JPEG"),
        (FileKind::Png, "a PNG image", "PNG", "imagen PNG"),
        (FileKind::Bmp, "a BMP image", "BMP", "imagen BMP"),
        (FileKind::Tiff, "a TIFF image", "TIFF", "imagen TIFF"),
        (FileKind::Heic, "a HEIC photo", "photo HEIC", "foto HEIC"),
        (FileKind::Webp, "a WebP image", "WebP", "imagen WebP"),
        (FileKind::Gif, "a GIF image", "GIF", "imagen GIF"),
        (FileKind::Avif, "an AVIF image", "AVIF", "imagen AVIF"),
        (FileKind::Email, "an email", "courriel", "correo"),
        (FileKind::Csv, "a spreadsheet", "feuille de calcul", "hoja de cálculo"),
        (FileKind::Rtf, "a text document", "document texte", "documento de texto"),
        (FileKind::Postscript, "a printer file", "imprimante", "impresora"),
        (FileKind::Zip, "a ZIP, Word or Excel file", "ZIP", "ZIP"),
        (FileKind::Html, "a web page", "Web", "web"),
        (FileKind::Ole, "an older Word or Excel file", "ancien", "Word"),
        (FileKind::Other, "another kind of file", "autre", "otro"),
    ];
    for (found, in_english, in_french, in_spanish) in table {
        assert!(described(&english, &Finding::NotAPdf { found }).summary.contains(in_english));
        let said = described(&french, &Finding::NotAPdf { found }).summary;
        assert!(said.contains(in_french), "{said}");
        let said = described(&spanish, &Finding::NotAPdf { found }).summary;
        assert!(said.contains(in_spanish), "{said}");
    }
}

#[test]
fn each_kind_of_file_has_its_own_remedy() {
    let table = [
        (FileKind::Heic, ["instead of a picture", "au lieu d’une image", "en lugar de una imagen"]),
        (FileKind::Email, ["save the attached PDF", "enregistrez le PDF joint", "guarde el PDF adjunto"]),
        (FileKind::Csv, ["PDF instead of CSV", "PDF au lieu de CSV", "PDF en lugar de CSV"]),
        (FileKind::Postscript, ["without printing it", "sans l’imprimer", "sin imprimirlo"]),
        (FileKind::Zip, ["from your bank as a PDF", "en PDF sur le site", "en PDF del sitio"]),
    ];
    for (found, remedies) in table {
        for (catalog, remedy) in all().into_iter().zip(remedies) {
            let said = described(&catalog, &Finding::NotAPdf { found }).detail;
            assert!(said.contains(remedy), "{said}");
        }
    }
}

#[test]
fn a_batch_says_how_many_are_ready_of_how_many() {
    let [english, french, spanish] = all();
    let table = [
        (&english, (3, 5, 2, 0), "3 of 5 files ready, 2 can’t be used"),
        (&english, (0, 1, 1, 0), "0 of 1 file ready, 1 can’t be used"),
        (&english, (2, 2, 0, 0), "2 of 2 files ready"),
        (&english, (1, 2, 0, 1), "1 of 2 files ready, 1 locked"),
        (&english, (1, 4, 1, 2), "1 of 4 files ready, 1 can’t be used, 2 locked"),
        (&french, (0, 2, 2, 0), "0 fichier sur 2 prêt, 2 non acceptés"),
        (&french, (3, 4, 1, 0), "3 fichiers sur 4 prêts, 1 non accepté"),
        (&french, (1, 3, 0, 2), "1 fichier sur 3 prêt, 2 verrouillés"),
        (&spanish, (3, 5, 2, 0), "3 de 5 archivos listos, 2 no se pueden usar"),
        (&spanish, (0, 1, 1, 0), "0 de 1 archivo listo, 1 no se puede usar"),
        (&spanish, (2, 3, 0, 1), "2 de 3 archivos listos, 1 bloqueado"),
    ];
    for (catalog, (ready, files, attention, locked), expected) in table {
        assert_eq!(catalog.summary(ready, files, attention, locked), expected);
    }
}
