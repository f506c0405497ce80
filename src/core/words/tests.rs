use super::*;
use crate::core::{status::Status, testing::every_finding};

const BOTH: [Language; 2] = [Language::English, Language::French];

#[test]
fn each_finding_says_what_is_the_matter_and_what_to_do() {
    for language in BOTH {
        for finding in every_finding() {
            let advice = language.advise(&finding);
            assert!(advice.what.ends_with('.') && advice.remedy.ends_with('.'), "{finding:?}: {advice:?}");
        }
    }
}

#[test]
fn no_finding_is_worded_alike_in_both_languages() {
    for finding in every_finding() {
        assert_ne!(Language::English.advise(&finding), Language::French.advise(&finding));
    }
}

#[test]
fn nobody_is_blamed() {
    for language in BOTH {
        for finding in every_finding() {
            let Advice { what, remedy } = language.advise(&finding);
            let text = format!("{what} {remedy}").to_lowercase();
            for word in [
                "invalid", "illegal", "error", "fail", "wrong", "must", "fraud", "erreur", "invalide", "devez",
                "fraude",
            ] {
                assert!(!text.contains(word), "{word}: {text}");
            }
        }
    }
}

#[test]
fn counts_have_their_plurals() {
    assert_eq!(Language::English.say(&Phrase::Continue(1)), "Continue with 1 file");
    assert_eq!(Language::English.say(&Phrase::Continue(3)), "Continue with 3 files");
    assert_eq!(Language::French.say(&Phrase::Continue(1)), "Continuer avec 1 fichier");
    assert_eq!(Language::French.say(&Phrase::Continue(3)), "Continuer avec 3 fichiers");
    let summary = Phrase::Summary { ready: 0, of: 2, attention: 2 };
    assert_eq!(Language::English.say(&summary), "0 of 2 files ready, 2 need attention");
    assert_eq!(Language::French.say(&summary), "0 fichier sur 2 prêt, 2 demandent votre attention");
}

#[test]
fn sizes_are_written_as_people_write_them() {
    let table = [
        (0, "0 bytes", "0\u{a0}octets"),
        (999, "999 bytes", "999\u{a0}octets"),
        (1_000, "1 KB", "1\u{a0}ko"),
        (1_500_000, "1.5 MB", "1,5\u{a0}Mo"),
        (180_000_000, "180 MB", "180\u{a0}Mo"),
        (180_000_001, "180.1 MB", "180,1\u{a0}Mo"),
    ];
    for (bytes, english, french) in table {
        assert_eq!((Language::English.size(bytes).as_str(), Language::French.size(bytes).as_str()), (english, french));
    }
    assert!(!Language::English.size(u64::MAX).is_empty());
}

#[test]
fn received_is_said_and_verified_is_not() {
    for language in BOTH {
        let known = Status::KNOWN.iter().map(Some).chain([None]);
        let text: String = known
            .flat_map(|status| [true, false].map(|is_slow| (status, is_slow)))
            .map(|(status, is_slow)| {
                language.say(&Phrase::ReceivedTitle(status)) + &language.say(&Phrase::Received { status, is_slow })
            })
            .collect();
        for word in ["verif", "vérifi", "approved", "approuv", "minute", "hour", "heure"] {
            assert!(!text.to_lowercase().contains(word), "{text}");
        }
    }
}
