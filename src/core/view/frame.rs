//! The provider's frame: Connect, or its upload screen.

use super::button::{Action, Button};
use crate::core::{
    config::{Config, FrameCredentialless},
    i18n::{Catalog, MessageKey},
    redacted::Redacted,
    request::RequestId,
    session::{Frame, FrameActivity, FrameUrl, Stage},
};

/// The provider's frame.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrameView {
    /// Another request is another frame.
    pub request: RequestId,
    /// Its address, once it is known.
    pub url: Option<Redacted>,
    /// What it may use of the device, with the origin that may; empty for nothing.
    pub allow: String,
    /// What it may do; empty for no sandbox.
    pub sandbox: String,
    /// Whether it is without the person's cookies and storage.
    pub credentialless: FrameCredentialless,
    /// What the frame is called.
    pub title: String,
    /// Whether it is the upload screen; otherwise it is bank linking.
    pub is_upload: bool,
    /// Whether it is kept in the page but hidden.
    pub is_in_background: bool,
    /// Whether it posted nothing for too long: it may be empty.
    pub is_unresponsive: bool,
    /// What is shown over it.
    pub overlay: Option<Overlay>,
    /// What is shown until it has loaded.
    pub opening: String,
}

/// What is shown over a frame that may be empty or could not be opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Overlay {
    /// What is the matter.
    pub text: String,
    /// Opens it again.
    pub retry: Button,
}

pub(super) fn frame_view(catalog: &Catalog, frame: &Frame, stage: &Stage, config: &Config) -> FrameView {
    let is_upload = matches!(stage, Stage::Upload { .. });
    let is_unresponsive = frame.activity == FrameActivity::Unresponsive;
    let problem = match (frame.has_failed(), is_unresponsive) {
        (true, _) => Some(MessageKey::CannotOpen),
        (false, true) => Some(MessageKey::IfEmpty),
        (false, false) => None,
    };
    FrameView {
        request: frame.request,
        url: match &frame.url {
            FrameUrl::Open(url) => Some(url.clone()),
            FrameUrl::AwaitingToken | FrameUrl::Failed => None,
        },
        allow: config
            .connect
            .as_ref()
            .map_or_else(String::new, |options| permissions(&config.frame_allow, options.base.origin())),
        sandbox: config.frame_sandbox.clone(),
        credentialless: config.frame_credentialless,
        title: catalog.text(if is_upload { MessageKey::UploadFrame } else { MessageKey::ConnectFrame }),
        is_upload,
        is_in_background: matches!(stage, Stage::Collect { .. } | Stage::HandingOff { .. }),
        is_unresponsive,
        overlay: problem.map(|key| {
            // A frame that may be empty may also be in use.
            let button = if is_unresponsive { Button::secondary } else { Button::primary };
            Overlay { text: catalog.text(key), retry: button(catalog.text(MessageKey::TryAgain), Action::Retry) }
        }),
        opening: catalog.text(MessageKey::Opening),
    }
}

/// An `allow` with its origins written out. Where none are named, browsers take that of the frame's `src`, and the frame may
/// have none.
fn permissions(allow: &str, origin: &str) -> String {
    let mut words = Vec::new();
    for feature in allow.split(';') {
        let before = words.len();
        words.extend(feature.split_ascii_whitespace().map(|word| if word == "'src'" { origin } else { word }));
        match words.len() - before {
            0 => continue,
            1 => words.push(origin),
            _ => {}
        }
        words.push(";");
    }
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::permissions;

    #[test]
    fn a_permission_names_the_origin_that_has_it() {
        for (allow, written) in [
            ("camera", "camera https://c.example ;"),
            (" camera ;microphone;", "camera https://c.example ; microphone https://c.example ;"),
            ("camera 'src' https://other.example", "camera https://c.example https://other.example ;"),
            ("camera *; microphone 'none'; geolocation 'self'", "camera * ; microphone 'none' ; geolocation 'self' ;"),
            ("", ""),
            (" ; ", ""),
        ] {
            assert_eq!(permissions(allow, "https://c.example"), written, "{allow}");
        }
    }
}
