//! What `<flinks-upload>` has beside its attributes and events. It is defined in `www/` and `src/component`, so it is
//! listed here by hand; the packaging and end-to-end tests compare it with the element.

/// A property without an attribute.
pub(crate) struct Property {
    pub(crate) name: &'static str,
    pub(crate) ts: &'static str,
    pub(crate) is_readonly: bool,
    pub(crate) docs: &'static str,
}

pub(crate) const PROPERTIES: &[Property] = &[
    Property {
        name: "getAuthorizeToken",
        ts: "(() => Promise<string>) | null",
        is_readonly: false,
        docs: "Called just before each address is opened, and used instead of `authorizeToken`. It has 30 seconds to answer.",
    },
    Property {
        name: "messages",
        ts: "Messages | null",
        is_readonly: false,
        docs: "Your texts, which replace the component's own, by their keys.",
    },
    Property { name: "files", ts: "File[]", is_readonly: true, docs: "The picked files." },
    Property {
        name: "report",
        ts: "Report | null",
        is_readonly: true,
        docs: "The newest report; `null` until the wasm is loaded.",
    },
];

/// A method without a result.
pub(crate) struct Method {
    pub(crate) name: &'static str,
    /// Its parameter's name and type.
    pub(crate) parameter: Option<(&'static str, &'static str)>,
    pub(crate) docs: &'static str,
}

pub(crate) const METHODS: &[Method] = &[
    Method {
        name: "addFiles",
        parameter: Some(("files", "Iterable<File>")),
        docs: "Adds files as if the person had picked them.",
    },
    Method {
        name: "removeFile",
        parameter: Some(("id", "number")),
        docs: "Removes a file, by its `id` in the report.",
    },
    Method { name: "offerUpload", parameter: None, docs: "Offers upload now." },
    Method { name: "handOff", parameter: None, docs: "Continues to the upload screen, as the button does." },
    Method { name: "reset", parameter: None, docs: "Starts over, without files." },
];

/// The parts for `::part()`.
pub(crate) const PARTS: &[(&str, &str)] = &[
    ("panel", "Each panel; a second part says which one."),
    ("title", "The heading of a panel."),
    ("primary", "Each main button; a second part says which one."),
    ("secondary", "Each other button; a second part says which one."),
    ("quiet", "Each button that looks like a link; a second part says which one."),
    ("frame", "The iframe of Connect."),
    ("offer", "The offer to upload instead: a line, or a panel after something went wrong."),
    ("use-upload", "The button that accepts the offer."),
    ("dismiss", "The button that puts the offer below the login, on narrow screens."),
    ("not-listed", "The button by which the person reports that the bank is not listed (`offer-on`)."),
    ("retry", "The button back to the login, or to try again."),
    ("collect", "The panel in which files are picked."),
    ("dropzone", "The area that takes files that are dropped or pasted."),
    ("browse", "The button that opens the file picker."),
    ("browse-folder", "The button that picks a folder."),
    ("file", "One picked file; `data-status` has its status."),
    ("list", "The list of files."),
    ("verdict", "The status of a file, in words."),
    ("finding", "One finding of a file."),
    ("remove", "The button that removes a file."),
    ("undo", "The button that brings the removed file back."),
    ("summary", "What is true of all files together."),
    ("continue", "The button to the upload screen."),
    ("password", "The field for the password of a locked file."),
    ("unlock", "The button that unlocks a file."),
    ("save", "The button that saves an unlocked copy."),
    ("months", "The months that the statements cover."),
    ("details", "What a person may want to keep, after the upload."),
    ("print", "The button that prints the page."),
    ("receipt", "The button that makes a receipt of the files, in dashboard mode."),
    ("checklist", "What to do at the upload screen; the accepted files are in `list`."),
    ("change", "The button back to the files."),
    ("received", "The panel that says that documents were received."),
    ("linked", "The panel that says that the bank was linked after all."),
    ("error", "What went wrong, for the person."),
];

/// A custom property of both elements.
pub(crate) struct CssProperty {
    pub(crate) name: &'static str,
    pub(crate) default: &'static str,
    pub(crate) docs: &'static str,
}

const fn css(name: &'static str, default: &'static str, docs: &'static str) -> CssProperty {
    CssProperty { name, default, docs }
}

pub(crate) const CSS_PROPERTIES: &[CssProperty] = &[
    css("--flinks-upload-accent", "light-dark(#1257c9, #8ab4ff)", "Buttons and links."),
    css("--flinks-upload-on-accent", "light-dark(#ffffff, #0b1526)", "Text on the accent."),
    css("--flinks-upload-focus", "var(--flinks-upload-accent)", "The focus ring; by default the accent."),
    css("--flinks-upload-text", "light-dark(#16202e, #e8edf4)", "Text."),
    css("--flinks-upload-muted", "light-dark(#4d5b6c, #a9b6c6)", "Less prominent text."),
    css("--flinks-upload-surface", "light-dark(#ffffff, #121a26)", "Background."),
    css("--flinks-upload-raised", "light-dark(#f4f7fb, #1a2433)", "Background of raised parts."),
    css("--flinks-upload-border", "light-dark(#c9d3df, #36445a)", "Lines between parts."),
    css("--flinks-upload-control", "light-dark(#76869a, #7f90a8)", "Outlines of controls."),
    css("--flinks-upload-ok", "light-dark(#126b3a, #6fd59b)", "A file without warnings."),
    css("--flinks-upload-warning", "light-dark(#7a4d00, #f1c169)", "A warning."),
    css("--flinks-upload-error", "light-dark(#a8202b, #ff9a9a)", "An error."),
    css("--flinks-upload-radius", "12px", "Rounded corners."),
    css(
        "--flinks-upload-button-radius",
        "calc(var(--flinks-upload-radius) * 0.66)",
        "Corners of buttons and of the list.",
    ),
    css("--flinks-upload-frame-height", "760px", "Height of Connect's frame."),
    css("--flinks-upload-bottom", "0px", "Height of a bar of the page over the lower edge of the window."),
    css("--flinks-upload-font", "system-ui, sans-serif", "Font family."),
];
