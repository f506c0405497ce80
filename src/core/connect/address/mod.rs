//! The addresses of Connect and of its upload screen.
//!
//! Sources: `https://{instance}-iframe.private.fin.ag/v2/` and `/v2/Upload` from the provider's pages,
//! `/v2/upload/[Institution]` from the integration guide. How an institution is written in the path is not documented;
//! the provider prints a name with a slash, so the name is percent-encoded as one path segment.

mod base;
mod institution;
mod query;

pub use base::{BaseError, ConnectBase};
pub use institution::{Institution, InstitutionError};
pub(crate) use query::find as find_parameter;
pub use query::{Params, ParamsError};

use crate::core::language::Language;

/// The look that Connect is asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Theme {
    /// Dark on light.
    Light,
    /// Light on dark.
    Dark,
    /// As the person's system has it.
    System,
}

impl Theme {
    /// The word for it, in attributes and addresses.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Light => "light",
            Self::Dark => "dark",
            Self::System => "system",
        }
    }
}

/// What the addresses of Connect are made of. The token is given at the last moment: it lives 30 minutes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ConnectOptions {
    /// Where Connect is.
    pub base: ConnectBase,
    /// The language that Connect speaks; left to Connect if `None`.
    pub language: Option<Language>,
    /// The look that Connect has; left to the instance's settings if `None`.
    pub theme: Option<Theme>,
    /// Further parameters, kept through to the upload address.
    pub params: Params,
}

impl ConnectOptions {
    /// Connect at this place, with nothing else said.
    pub fn new(base: ConnectBase) -> Self {
        Self { base, language: None, theme: None, params: Params::default() }
    }

    /// The address of Connect.
    ///
    /// ```
    /// use flinks_upload::core::connect::address::{ConnectBase, ConnectOptions};
    /// let options = ConnectOptions::new(ConnectBase::from_instance("toolbox")?);
    /// assert_eq!(options.connect_url(None), "https://toolbox-iframe.private.fin.ag/v2/");
    /// # Ok::<(), flinks_upload::core::connect::address::BaseError>(())
    /// ```
    pub fn connect_url(&self, token: Option<&str>) -> String {
        self.url("/", token)
    }

    /// The address of the upload screen: of one institution, or the bare one.
    pub fn upload_url(&self, institution: Option<&Institution>, token: Option<&str>) -> String {
        match institution {
            Some(institution) => self.url(&format!("/upload/{}", institution.path_segment()), token),
            None => self.url("/Upload", token),
        }
    }

    fn url(&self, path: &str, token: Option<&str>) -> String {
        let mut url = format!("{}{path}", self.base.as_str());
        // Connect is documented in these two; in another one it is left to choose.
        let language = self.language.filter(|language| matches!(language, Language::English | Language::French));
        let own = [
            ("authorizeToken", token),
            ("language", language.map(Language::as_str)),
            ("theme", self.theme.map(Theme::as_str)),
        ];
        let own = own.iter().filter_map(|(name, value)| Some((*name, (*value)?)));
        query::append(&mut url, own.chain(self.params.iter()));
        url
    }
}

#[cfg(test)]
mod tests;
