//! English.

use super::{Advice, Language, Phrase};
use crate::{
    core::{
        code::ErrorCode, error::UploadError, finding::Finding, report::Status, session::Reason,
        status::Status as UploadStatus,
    },
    pdf::FileKind,
};

fn files(count: u32) -> String {
    if count == 1 { "1 file".to_owned() } else { format!("{count} files") }
}

fn size(bytes: u64) -> String {
    Language::English.size(bytes)
}

pub(super) fn say(phrase: &Phrase<'_>) -> String {
    match *phrase {
        Phrase::ConnectFrame => "Link your bank account".into(),
        Phrase::UploadFrame => "Upload your documents".into(),
        Phrase::Opening => "Opening…".into(),
        Phrase::CannotOpen => "This page could not open the secure window. Nothing you did is lost.".into(),
        Phrase::IfEmpty => "If this window stays empty, try again.".into(),
        Phrase::TryAgain => "Try again".into(),
        Phrase::SettingsWrong => "This part of the page is not set up correctly yet.".into(),
        Phrase::Trouble(error) => trouble(error).into(),
        Phrase::OfferTitle(reason) => match reason {
            Reason::Error(_) => "Linking didn’t work this time".into(),
            Reason::Inactivity => "Need another way?".into(),
            Reason::Primary | Reason::Forced | Reason::NotListed => "You can send statements instead".into(),
        },
        Phrase::OfferText { reason, institution } => offer(reason, institution),
        Phrase::UseUpload => "Upload statements instead".into(),
        Phrase::StillLogIn => "You can also go on with the login; it stays open.".into(),
        Phrase::SupportCode(code) => format!("For support: {}", code.as_str()),
        Phrase::NotListed => "My institution is not in the list".into(),
        Phrase::CollectTitle => "Choose your statements".into(),
        Phrase::CollectFor(institution) => format!("From {institution}"),
        Phrase::CollectForStaff => "Collect a customer’s documents for the Flinks Dashboard".into(),
        Phrase::OneInstitution => "All files go as one upload, for one person and one institution.".into(),
        Phrase::Private => "The files are looked at on this device only. Nothing is sent yet.".into(),
        Phrase::DropHere { images: false } => "Drop PDF files or a folder here, paste them, or".into(),
        Phrase::DropHere { images: true } => "Drop PDF files, images or a folder here, paste them, or".into(),
        Phrase::Browse => "Choose files".into(),
        Phrase::BrowseFolder => "Choose a folder".into(),
        Phrase::FilesAllowed { files: count, size: bytes } => {
            format!("Up to {}, {} together", files(count), size(bytes))
        }
        Phrase::FileList => "Files you chose".into(),
        Phrase::Remove(name) => format!("Remove {name}"),
        Phrase::Status(status) => match status {
            Status::Checking => "Checking…".into(),
            Status::Ready => "Ready".into(),
            Status::Warning => "Ready, please note".into(),
            Status::Rejected => "Can’t be used".into(),
        },
        Phrase::Pages(1) => "1 page".into(),
        Phrase::Pages(count) => format!("{count} pages"),
        Phrase::Checking { done, of } => format!("Checking: {done} of {} looked at", files(of)),
        Phrase::Summary { ready, of, attention: 0 } => format!("{ready} of {} ready", files(of)),
        Phrase::Summary { ready, of, attention: 1 } => format!("{ready} of {} ready, 1 needs attention", files(of)),
        Phrase::Summary { ready, of, attention } => {
            format!("{ready} of {} ready, {attention} need attention", files(of))
        }
        Phrase::BackToLogin => "Back to bank login".into(),
        Phrase::Continue(0) => "Continue".into(),
        Phrase::ContinueToDashboard(0) => "Open the Dashboard".into(),
        Phrase::Continue(count) => format!("Continue with {}", files(count)),
        Phrase::ContinueToDashboard(count) => format!("Open the Dashboard with {} ready", files(count)),
        Phrase::ContinueWithout => "Continue without checking".into(),
        Phrase::Going => "One moment…".into(),
        Phrase::ChooseFirst => "Choose at least one file that can be used.".into(),
        Phrase::ChecklistTitle => "Choose these files once more".into(),
        Phrase::ChecklistText(count) => format!(
            "For your safety, this page can’t put files into the secure upload window for you. Add {} there, all together: they count as one upload.",
            if count == 1 { "this file".to_owned() } else { format!("these {count} files") }
        ),
        Phrase::ChangeFiles => "Change files".into(),
        Phrase::HandedOverTitle => "Your files are checked".into(),
        Phrase::HandedOver => "Go on with the upload on this page. These files are ready:".into(),
        Phrase::OnItsWay => "Taking you to the secure upload page…".into(),
        Phrase::InDashboard => "The Dashboard opened in a new window. Add these files there, all together:".into(),
        Phrase::ReceivedTitle(status) => received_title(status).into(),
        Phrase::Received { status, is_slow } => received(status, is_slow).into(),
        Phrase::LinkedTitle => "Your bank account is linked".into(),
        Phrase::Linked => "Thank you. You don’t need to send any documents.".into(),
    }
}

fn received_title(status: Option<&UploadStatus>) -> &'static str {
    match status {
        None | Some(UploadStatus::Received | UploadStatus::Unknown(_)) => "Your documents were received",
        Some(UploadStatus::Processing) => "Your documents are being read",
        Some(UploadStatus::Ready) => "Your documents have been read",
        Some(UploadStatus::NeedsAttention) => "Your documents need another look",
        Some(UploadStatus::Failed) => "Your documents couldn’t be read",
    }
}

fn received(status: Option<&UploadStatus>, is_slow: bool) -> &'static str {
    match status {
        Some(UploadStatus::Ready) => "Thank you. There is nothing more to do here.",
        Some(UploadStatus::NeedsAttention) => "Someone is looking at them. There is nothing to do here for now.",
        Some(UploadStatus::Failed) => "You can choose files again. The original PDFs from your bank are read best.",
        _ if is_slow => "Still working. This can take a while, and you don’t need to wait: you can close this page.",
        Some(UploadStatus::Processing) => "This page says when that is done. You don’t need to wait for it.",
        None | Some(UploadStatus::Received | UploadStatus::Unknown(_)) => {
            "Thank you. They are being read now, which can take a while. You can leave this page."
        }
    }
}

fn trouble(error: &UploadError) -> &'static str {
    match error {
        UploadError::TokenFailed { .. } => "The secure window could not be opened just now. Please try again.",
        UploadError::InvalidAttribute { .. }
        | UploadError::MissingAttribute { .. }
        | UploadError::StatusRefused { .. }
        | UploadError::ConnectSilent { .. }
        | UploadError::TooManyPicked { .. } => "This part of the page is not set up correctly yet.",
    }
}

fn offer(reason: &Reason, institution: Option<&str>) -> String {
    let bank = institution.unwrap_or("your institution");
    match reason {
        Reason::Primary => format!("If you’d rather not log in, send PDF statements from {bank}."),
        Reason::Forced => format!("Send PDF statements from {bank}. It takes a few minutes."),
        Reason::NotListed => "Send PDF statements from your institution, whichever it is.".into(),
        Reason::Inactivity => format!("If the login is taking long, you can send PDF statements from {bank}."),
        Reason::Error(code) => format!("{} You can send PDF statements from {bank} instead.", why(code)),
    }
}

fn why(code: &ErrorCode) -> &'static str {
    match code {
        ErrorCode::InvalidUsername => "The username was not recognized.",
        ErrorCode::InvalidPassword => "The password was not accepted.",
        ErrorCode::DisabledLogin => "Online access to this account is switched off at the bank.",
        ErrorCode::RetryLater => "The bank can’t be reached at the moment.",
        ErrorCode::SessionExpired => "The login took too long and was closed for your safety.",
        ErrorCode::InvalidSecurityResponseNoRetry => "The security answer was not accepted.",
        ErrorCode::AggregationError => "Something went wrong while reading the accounts.",
        _ => "The bank did not accept the login.",
    }
}

fn kind(kind: FileKind) -> &'static str {
    match kind {
        FileKind::Pdf => "a PDF",
        FileKind::Jpeg => "a JPEG image",
        FileKind::Png => "a PNG image",
        FileKind::Bmp => "a BMP image",
        FileKind::Tiff => "a TIFF image",
        FileKind::Zip => "a ZIP or office file",
        FileKind::Html => "a web page",
        FileKind::Ole => "an office file",
        FileKind::Other => "another kind of file",
    }
}

pub(super) fn advise(finding: &Finding) -> Advice {
    const AS_PDF: &str = "Download the statement from your bank as a PDF and add that.";
    let (what, remedy): (String, String) = match finding {
        Finding::Empty => ("This file is empty.".into(), "Download it again, then add the new copy.".into()),
        Finding::NotAPdf { found: FileKind::Other } => ("This is not a PDF file.".into(), AS_PDF.into()),
        Finding::NotAPdf { found } => (format!("This is {}, not a PDF.", kind(*found)), AS_PDF.into()),
        Finding::UnsupportedType { found } => {
            (format!("This is {}; only PDF files are taken here.", kind(*found)), AS_PDF.into())
        }
        Finding::Damaged => {
            ("This PDF is damaged: no page in it can be opened.".into(), "Download it again from your bank.".into())
        }
        Finding::PasswordRequired => (
            "This PDF needs a password to open.".into(),
            "Open it with your password, save or print it as a new PDF without one, and add that copy.".into(),
        ),
        Finding::Unreadable => (
            "This file can’t be read any more.".into(),
            "It may have been moved, changed, or not be on this device yet. Remove it and choose it again.".into(),
        ),
        Finding::OverFileSize { size: bytes, limit, certain: true } => (
            format!("At {} this file is larger than the {} allowed.", size(*bytes), size(*limit)),
            "Ask your bank for shorter statements, or save it in parts.".into(),
        ),
        Finding::OverFileSize { size: bytes, limit, certain: false } => (
            format!("At {} this file may be too large: {} is recommended.", size(*bytes), size(*limit)),
            "You can try it. If it is not accepted, save it in parts.".into(),
        ),
        Finding::TooManyFiles { limit, .. } => (
            format!("One upload holds {}; this one was left out.", files(*limit)),
            "Remove another file to let it in.".into(),
        ),
        Finding::OverTotalSize { limit, .. } => (
            format!("One upload holds {}; this one was left out.", size(*limit)),
            "Remove another file to let it in.".into(),
        ),
        Finding::NearTotalSize { total, limit } => (
            format!("Together the files have {}, close to the limit of {}.", size(*total), size(*limit)),
            "You can try it. If it is not accepted, remove a large file.".into(),
        ),
        Finding::Duplicate { .. } => {
            ("You chose this file already.".into(), "One copy is enough. This one stays behind.".into())
        }
        Finding::Repaired => (
            "This PDF is not complete; the end may be missing.".into(),
            "If you can, download it again from your bank.".into(),
        ),
        Finding::Scanned => (
            "This looks like a scan.".into(),
            "That is fine, but takes longer. The original PDF from your bank is read best.".into(),
        ),
        Finding::NoText => ("The text in this PDF is drawn, not written.".into(), "That is fine.".into()),
        Finding::Portfolio => (
            "This PDF is a folder of other files.".into(),
            "Open it, save each statement by itself, and add those.".into(),
        ),
        Finding::PrintedCopy => (
            "This looks like a printed copy of a statement.".into(),
            "Copies are sometimes questioned. If you can, add the original PDF from your bank.".into(),
        ),
        Finding::Unchecked { .. } => {
            ("This file could not be checked completely.".into(), "You can still send it.".into())
        }
        Finding::Restricted => ("This PDF restricts editing.".into(), "That is usual for bank statements.".into()),
    };
    Advice { what, remedy }
}
