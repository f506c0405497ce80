//! Canadian French.

use super::{Advice, Language, Phrase};
use crate::{
    core::{
        code::ErrorCode, error::UploadError, finding::Finding, report::Status, session::Reason,
        status::Status as UploadStatus,
    },
    pdf::FileKind,
};

/// In French, zero is singular.
fn files(count: u32) -> String {
    if count < 2 { format!("{count} fichier") } else { format!("{count} fichiers") }
}

fn size(bytes: u64) -> String {
    Language::French.size(bytes)
}

pub(super) fn say(phrase: &Phrase<'_>) -> String {
    match *phrase {
        Phrase::ConnectFrame => "Lier votre compte bancaire".into(),
        Phrase::UploadFrame => "Téléverser vos documents".into(),
        Phrase::Opening => "Ouverture…".into(),
        Phrase::CannotOpen => "Cette page n’a pas pu ouvrir la fenêtre sécurisée. Rien n’est perdu.".into(),
        Phrase::IfEmpty => "Si cette fenêtre reste vide, réessayez.".into(),
        Phrase::TryAgain => "Réessayer".into(),
        Phrase::SettingsWrong => "Cette partie de la page n’est pas encore bien configurée.".into(),
        Phrase::Trouble(error) => trouble(error).into(),
        Phrase::OfferTitle(reason) => match reason {
            Reason::Error(_) => "La liaison n’a pas fonctionné cette fois-ci".into(),
            Reason::Inactivity => "Besoin d’une autre façon de faire?".into(),
            Reason::Primary | Reason::Forced | Reason::NotListed => "Vous pouvez plutôt envoyer des relevés".into(),
        },
        Phrase::OfferText { reason, institution } => offer(reason, institution),
        Phrase::UseUpload => "Téléverser plutôt des relevés".into(),
        Phrase::StillLogIn => "Vous pouvez aussi poursuivre la connexion; elle reste ouverte.".into(),
        Phrase::SupportCode(code) => format!("Pour le soutien\u{a0}: {}", code.as_str()),
        Phrase::NotListed => "Mon institution n’est pas dans la liste".into(),
        Phrase::CollectTitle => "Choisissez vos relevés".into(),
        Phrase::CollectFor(institution) => format!("De {institution}"),
        Phrase::CollectForStaff => "Rassembler les documents d’un client pour le tableau de bord Flinks".into(),
        Phrase::OneInstitution => {
            "Tous les fichiers forment un seul téléversement, pour une personne et une institution.".into()
        }
        Phrase::Private => "Les fichiers sont vérifiés sur cet appareil seulement. Rien n’est encore envoyé.".into(),
        Phrase::DropHere { images: false } => "Déposez ici des fichiers PDF ou un dossier, collez-les, ou".into(),
        Phrase::DropHere { images: true } => {
            "Déposez ici des fichiers PDF, des images ou un dossier, collez-les, ou".into()
        }
        Phrase::Browse => "Choisir des fichiers".into(),
        Phrase::BrowseFolder => "Choisir un dossier".into(),
        Phrase::FilesAllowed { files: count, size: bytes } => {
            format!("Jusqu’à {}, {} en tout", files(count), size(bytes))
        }
        Phrase::FileList => "Fichiers choisis".into(),
        Phrase::Remove(name) => format!("Retirer {name}"),
        Phrase::Status(status) => match status {
            Status::Checking => "Vérification…".into(),
            Status::Ready => "Prêt".into(),
            Status::Warning => "Prêt, à noter".into(),
            Status::Rejected => "Ne peut pas servir".into(),
        },
        Phrase::Pages(count) if count < 2 => format!("{count} page"),
        Phrase::Pages(count) => format!("{count} pages"),
        Phrase::Checking { done, of } => format!("Vérification\u{a0}: {done} sur {}", files(of)),
        Phrase::Summary { ready, of, attention: 0 } => format!("{} sur {of} {}", files(ready), ready_word(ready)),
        Phrase::Summary { ready, of, attention: 1 } => {
            format!("{} sur {of} {}, 1 demande votre attention", files(ready), ready_word(ready))
        }
        Phrase::Summary { ready, of, attention } => {
            format!("{} sur {of} {}, {attention} demandent votre attention", files(ready), ready_word(ready))
        }
        Phrase::BackToLogin => "Retour à la connexion bancaire".into(),
        Phrase::Continue(0) => "Continuer".into(),
        Phrase::ContinueToDashboard(0) => "Ouvrir le tableau de bord".into(),
        Phrase::Continue(count) => format!("Continuer avec {}", files(count)),
        Phrase::ContinueToDashboard(count) => {
            format!("Ouvrir le tableau de bord avec {} {}", files(count), ready_word(count))
        }
        Phrase::ContinueWithout => "Continuer sans vérification".into(),
        Phrase::Going => "Un instant…".into(),
        Phrase::ChooseFirst => "Choisissez au moins un fichier qui peut servir.".into(),
        Phrase::ChecklistTitle => "Choisissez ces fichiers une fois de plus".into(),
        Phrase::ChecklistText(count) => format!(
            "Pour votre sécurité, cette page ne peut pas déposer de fichiers à votre place dans la fenêtre sécurisée. Ajoutez-y {}\u{a0}: c’est un seul téléversement.",
            if count < 2 { "ce fichier".to_owned() } else { format!("ces {count} fichiers, tous ensemble") }
        ),
        Phrase::ChangeFiles => "Changer les fichiers".into(),
        Phrase::HandedOverTitle => "Vos fichiers sont vérifiés".into(),
        Phrase::HandedOver => "Poursuivez le téléversement sur cette page. Ces fichiers sont prêts\u{a0}:".into(),
        Phrase::OnItsWay => "Nous vous amenons à la page de téléversement sécurisée…".into(),
        Phrase::InDashboard => {
            "Le tableau de bord s’est ouvert dans une nouvelle fenêtre. Ajoutez-y ces fichiers, tous ensemble\u{a0}:"
                .into()
        }
        Phrase::ReceivedTitle(status) => received_title(status).into(),
        Phrase::Received { status, is_slow } => received(status, is_slow).into(),
        Phrase::LinkedTitle => "Votre compte bancaire est lié".into(),
        Phrase::Linked => "Merci. Vous n’avez aucun document à envoyer.".into(),
    }
}

fn ready_word(count: u32) -> &'static str {
    if count < 2 { "prêt" } else { "prêts" }
}

fn received_title(status: Option<&UploadStatus>) -> &'static str {
    match status {
        None | Some(UploadStatus::Received | UploadStatus::Unknown(_)) => "Vos documents ont été reçus",
        Some(UploadStatus::Processing) => "Vos documents sont en cours de lecture",
        Some(UploadStatus::Ready) => "Vos documents ont été lus",
        Some(UploadStatus::NeedsAttention) => "Vos documents demandent un second regard",
        Some(UploadStatus::Failed) => "Vos documents n’ont pas pu être lus",
    }
}

fn received(status: Option<&UploadStatus>, is_slow: bool) -> &'static str {
    match status {
        Some(UploadStatus::Ready) => "Merci. Il n’y a plus rien à faire ici.",
        Some(UploadStatus::NeedsAttention) => "Quelqu’un les examine. Il n’y a rien à faire ici pour le moment.",
        Some(UploadStatus::Failed) => {
            "Vous pouvez choisir d’autres fichiers. Les PDF originaux de votre banque se lisent le mieux."
        }
        _ if is_slow => {
            "La lecture se poursuit. Elle peut prendre un certain temps et vous n’avez pas à attendre\u{a0}: vous pouvez fermer cette page."
        }
        Some(UploadStatus::Processing) => "Cette page vous dira quand ce sera fait. Vous n’avez pas à attendre.",
        None | Some(UploadStatus::Received | UploadStatus::Unknown(_)) => {
            "Merci. Leur lecture est en cours et peut prendre un certain temps. Vous pouvez quitter cette page."
        }
    }
}

fn trouble(error: &UploadError) -> &'static str {
    match error {
        UploadError::TokenFailed { .. } => {
            "La fenêtre sécurisée n’a pas pu s’ouvrir pour l’instant. Veuillez réessayer."
        }
        UploadError::InvalidAttribute { .. }
        | UploadError::MissingAttribute { .. }
        | UploadError::StatusRefused { .. }
        | UploadError::ConnectSilent { .. }
        | UploadError::TooManyPicked { .. } => "Cette partie de la page n’est pas encore bien configurée.",
    }
}

fn offer(reason: &Reason, institution: Option<&str>) -> String {
    let bank = institution.map_or_else(|| "votre institution".to_owned(), |name| format!("«\u{a0}{name}\u{a0}»"));
    match reason {
        Reason::Primary => format!("Si vous préférez ne pas vous connecter, envoyez des relevés PDF de {bank}."),
        Reason::Forced => format!("Envoyez des relevés PDF de {bank}. Cela prend quelques minutes."),
        Reason::NotListed => "Envoyez des relevés PDF de votre institution, quelle qu’elle soit.".into(),
        Reason::Inactivity => {
            format!("Si la connexion prend du temps, vous pouvez envoyer des relevés PDF de {bank}.")
        }
        Reason::Error(code) => format!("{} Vous pouvez plutôt envoyer des relevés PDF de {bank}.", why(code)),
    }
}

fn why(code: &ErrorCode) -> &'static str {
    match code {
        ErrorCode::InvalidUsername => "Le nom d’utilisateur n’a pas été reconnu.",
        ErrorCode::InvalidPassword => "Le mot de passe n’a pas été accepté.",
        ErrorCode::DisabledLogin => "L’accès en ligne à ce compte est désactivé à la banque.",
        ErrorCode::RetryLater => "La banque est injoignable pour le moment.",
        ErrorCode::SessionExpired => "La connexion a duré trop longtemps et a été fermée pour votre sécurité.",
        ErrorCode::InvalidSecurityResponseNoRetry => "La réponse de sécurité n’a pas été acceptée.",
        ErrorCode::AggregationError => "Un problème est survenu pendant la lecture des comptes.",
        _ => "La banque n’a pas accepté la connexion.",
    }
}

fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "un PDF",
        FileKind::Jpeg => "une image JPEG",
        FileKind::Png => "une image PNG",
        FileKind::Bmp => "une image BMP",
        FileKind::Tiff => "une image TIFF",
        FileKind::Zip => "un fichier ZIP ou bureautique",
        FileKind::Html => "une page Web",
        FileKind::Ole => "un fichier bureautique",
        FileKind::Other => "un autre type de fichier",
    }
}

pub(super) fn advise(finding: &Finding) -> Advice {
    const AS_PDF: &str = "Téléchargez le relevé en PDF sur le site de votre banque et ajoutez-le.";
    let (what, remedy): (String, String) = match finding {
        Finding::Empty => {
            ("Ce fichier est vide.".into(), "Téléchargez-le à nouveau, puis ajoutez la nouvelle copie.".into())
        }
        Finding::NotAPdf { found: FileKind::Other } => ("Ce n’est pas un fichier PDF.".into(), AS_PDF.into()),
        Finding::NotAPdf { found } => (format!("C’est {}, pas un PDF.", kind(*found)), AS_PDF.into()),
        Finding::UnsupportedType { found } => {
            (format!("C’est {}; seuls les fichiers PDF sont acceptés ici.", kind(*found)), AS_PDF.into())
        }
        Finding::Damaged => (
            "Ce PDF est endommagé\u{a0}: aucune page ne s’ouvre.".into(),
            "Téléchargez-le à nouveau sur le site de votre banque.".into(),
        ),
        Finding::PasswordRequired => (
            "Ce PDF demande un mot de passe.".into(),
            "Ouvrez-le avec votre mot de passe, enregistrez ou imprimez-le en nouveau PDF sans mot de passe, puis ajoutez cette copie.".into(),
        ),
        Finding::Unreadable => (
            "Ce fichier ne peut plus être lu.".into(),
            "Il a peut-être été déplacé ou modifié, ou n’est pas encore sur cet appareil. Retirez-le et choisissez-le à nouveau.".into(),
        ),
        Finding::OverFileSize { size: bytes, limit, certain: true } => (
            format!("Avec {}, ce fichier dépasse les {} permis.", size(*bytes), size(*limit)),
            "Demandez des relevés plus courts à votre banque, ou enregistrez-le en plusieurs parties.".into(),
        ),
        Finding::OverFileSize { size: bytes, limit, certain: false } => (
            format!("Avec {}, ce fichier est peut-être trop gros\u{a0}: {} est conseillé.", size(*bytes), size(*limit)),
            "Vous pouvez l’essayer. S’il n’est pas accepté, enregistrez-le en plusieurs parties.".into(),
        ),
        Finding::TooManyFiles { limit, .. } => (
            format!("Un téléversement contient {}; celui-ci a été laissé de côté.", files(*limit)),
            "Retirez un autre fichier pour le faire entrer.".into(),
        ),
        Finding::OverTotalSize { limit, .. } => (
            format!("Un téléversement contient {}; celui-ci a été laissé de côté.", size(*limit)),
            "Retirez un autre fichier pour le faire entrer.".into(),
        ),
        Finding::NearTotalSize { total, limit } => (
            format!("Ensemble, les fichiers font {}, près de la limite de {}.", size(*total), size(*limit)),
            "Vous pouvez essayer. Si ce n’est pas accepté, retirez un gros fichier.".into(),
        ),
        Finding::Duplicate { .. } => (
            "Vous avez déjà choisi ce fichier.".into(),
            "Une copie suffit. Celle-ci est laissée de côté.".into(),
        ),
        Finding::Repaired => (
            "Ce PDF n’est pas complet; la fin manque peut-être.".into(),
            "Si possible, téléchargez-le à nouveau sur le site de votre banque.".into(),
        ),
        Finding::Scanned => (
            "Ce fichier semble numérisé.".into(),
            "C’est permis, mais plus lent. Le PDF original de votre banque se lit le mieux.".into(),
        ),
        Finding::NoText => ("Le texte de ce PDF est dessiné, pas écrit.".into(), "C’est permis.".into()),
        Finding::Portfolio => (
            "Ce PDF est un dossier d’autres fichiers.".into(),
            "Ouvrez-le, enregistrez chaque relevé séparément et ajoutez-les.".into(),
        ),
        Finding::PrintedCopy => (
            "Ce fichier semble être une copie imprimée d’un relevé.".into(),
            "Les copies soulèvent parfois des questions. Si possible, ajoutez le PDF original de votre banque.".into(),
        ),
        Finding::Unchecked { .. } => {
            ("Ce fichier n’a pas pu être vérifié au complet.".into(), "Vous pouvez l’envoyer quand même.".into())
        }
        Finding::Restricted => {
            ("Ce PDF limite les modifications.".into(), "C’est courant pour les relevés bancaires.".into())
        }
    };
    Advice { what, remedy }
}
