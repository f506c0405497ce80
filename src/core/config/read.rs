//! Reads the attributes into a [`Config`].

use super::{
    attributes::{Attribute, Attributes, Texts},
    choice::{CheckCoverage, Choice, Mode, ReadStatements},
    parse,
    settings::{Config, DASHBOARD_URL, DEFAULT_HEADING_LEVEL, FRAME_ALLOW},
    token::{Token, is_token},
};
use crate::core::{
    connect::address::{ConnectBase, ConnectOptions, Institution, Params, Theme},
    date::Date,
    error::UploadError,
    files::{
        limits::{Limits, PUBLISHED_FILES, SizeLimit},
        requirements::Requirements,
    },
    i18n::Messages,
    language::Language,
    redacted::Redacted,
};
use std::fmt::Display;

impl Attributes {
    /// Reads all attributes.
    ///
    /// # Errors
    /// Every attribute that is invalid or missing, not only the first.
    pub fn read(&self) -> Result<Config, Vec<UploadError>> {
        // Each by its name: an attribute that is not read is an unused variable.
        let Texts {
            instance,
            connect_base,
            mode,
            institution,
            authorize_token,
            language,
            theme,
            heading_level,
            params,
            handoff,
            check,
            max_files,
            max_total_size,
            max_file_size,
            accept,
            required_days,
            check_coverage,
            read_statements,
            unlock,
            loading,
            frame_allow,
            frame_sandbox,
            frame_credentialless,
            offer_on,
            dashboard_url,
            status_url,
        } = self.texts();
        let mut reader = Reader::default();
        let mode = reader.choice(mode).unwrap_or_default();
        let language = reader.choice(language).unwrap_or_else(|| Language::nearest(self.nearest_language.as_deref()));
        let theme = reader.choice(theme);
        let params = reader.parsed(params, Params::parse).unwrap_or_default();
        let base = reader.base(mode, instance, connect_base);
        let config = Config {
            connect: base.map(|base| ConnectOptions { base, language: Some(language), theme, params }),
            mode,
            institution: reader.parsed(institution, Institution::new),
            token: reader.token(self.asks_token, authorize_token),
            language,
            messages: Messages::read(&self.messages).unwrap_or_else(|errors| {
                reader.errors.extend(errors);
                Messages::default()
            }),
            theme: theme.unwrap_or(Theme::System),
            heading_level: reader.parsed(heading_level, parse::heading_level).unwrap_or(DEFAULT_HEADING_LEVEL),
            handoff: reader.choice(handoff).unwrap_or_default(),
            check: reader.choice(check).unwrap_or_default(),
            limits: reader.limits(max_files, max_total_size, max_file_size, accept),
            required_days: reader.parsed(required_days, parse::required_days),
            check_coverage: reader.choice(check_coverage).unwrap_or_default(),
            read_statements: reader.choice(read_statements).unwrap_or_default(),
            unlock: reader.choice(unlock).unwrap_or_default(),
            loading: reader.choice(loading).unwrap_or_default(),
            frame_allow: reader.parsed(frame_allow, parse::frame_allow).unwrap_or_else(|| FRAME_ALLOW.to_owned()),
            frame_sandbox: reader.parsed(frame_sandbox, parse::frame_sandbox).unwrap_or_default(),
            frame_credentialless: reader.choice(frame_credentialless).unwrap_or_default(),
            offer_on: reader.parsed(offer_on, parse::offer_on).unwrap_or_default(),
            dashboard_url: reader.parsed(dashboard_url, parse::https_url).unwrap_or_else(|| DASHBOARD_URL.to_owned()),
            status_url: reader.parsed(status_url, parse::status_url).map(Redacted::from),
        };
        if reader.errors.is_empty() { Ok(config) } else { Err(reader.errors) }
    }

    /// Reads what a check alone needs, on this day; the other attributes are ignored.
    ///
    /// # Errors
    /// As [`Attributes::read`].
    pub fn read_check(&self, today: Option<Date>) -> Result<(Limits, Requirements), Vec<UploadError>> {
        let mut reader = Reader::default();
        let Texts {
            max_files,
            max_total_size,
            max_file_size,
            accept,
            required_days,
            check_coverage,
            read_statements,
            institution,
            ..
        } = self.texts();
        let limits = reader.limits(max_files, max_total_size, max_file_size, accept);
        let requirements = Requirements {
            reads_statements: reader.choice(read_statements) != Some(ReadStatements::Off),
            days: reader.parsed(required_days, parse::required_days),
            is_coverage_required: reader.choice(check_coverage) == Some(CheckCoverage::Required),
            today,
            institution: reader.parsed(institution, Institution::new).map(|name| name.as_str().to_owned()),
        };
        if reader.errors.is_empty() { Ok((limits, requirements)) } else { Err(reader.errors) }
    }
}

/// Collects what is invalid.
#[derive(Default)]
struct Reader {
    errors: Vec<UploadError>,
}

impl Reader {
    fn parsed<T, E: Display>(&mut self, attribute: Attribute<'_>, parse: impl Fn(&str) -> Result<T, E>) -> Option<T> {
        let text = attribute.text?;
        parse(text).map_err(|expected| self.refuse(attribute.name, &expected, text)).ok()
    }

    fn choice<C: Choice>(&mut self, attribute: Attribute<'_>) -> Option<C> {
        let index = self.chosen(attribute, &mut C::ALL.iter().map(|choice| choice.word()))?;
        C::ALL.get(index).copied()
    }

    /// Not generic, or each type would bring a copy of this into the wasm.
    fn chosen(&mut self, attribute: Attribute<'_>, words: &mut dyn Iterator<Item = &'static str>) -> Option<usize> {
        let text = attribute.text?;
        let words: Vec<&str> = words.collect();
        let found = words.iter().position(|word| word.eq_ignore_ascii_case(text.trim()));
        if found.is_none() {
            self.refuse(attribute.name, &format_args!("one of `{}`", words.join("`, `")), text);
        }
        found
    }

    fn base(&mut self, mode: Mode, instance: Attribute<'_>, connect_base: Attribute<'_>) -> Option<ConnectBase> {
        if connect_base.text.is_some() {
            // The explicit address is used instead of the instance's.
            return self.parsed(connect_base, ConnectBase::parse);
        }
        if instance.text.is_none() && mode != Mode::Dashboard {
            let expected = "the name of your Flinks instance, such as 'toolbox' (or `connect-base`)".to_owned();
            self.errors.push(UploadError::MissingAttribute { attribute: instance.name, expected });
        }
        self.parsed(instance, ConnectBase::from_instance)
    }

    fn token(&mut self, asks_token: bool, attribute: Attribute<'_>) -> Token {
        match attribute.text.map(str::trim) {
            _ if asks_token => Token::Asked,
            None => Token::None,
            Some(token) if is_token(token) => Token::Fixed(token.into()),
            Some(token) => {
                // Never the token itself.
                let received = if token.is_empty() { "an empty text" } else { "a text with control characters" };
                self.refuse(attribute.name, &"a token made by your server", received);
                Token::None
            }
        }
    }

    fn limits(
        &mut self,
        max_files: Attribute<'_>,
        max_total_size: Attribute<'_>,
        max_file_size: Attribute<'_>,
        accept: Attribute<'_>,
    ) -> Limits {
        Limits {
            max_files: self.parsed(max_files, parse::file_count).unwrap_or(PUBLISHED_FILES),
            max_total_size: self.size(max_total_size).unwrap_or(SizeLimit::PUBLISHED_TOTAL),
            max_file_size: self.size(max_file_size).unwrap_or(SizeLimit::PUBLISHED_FILE),
            accept: self.parsed(accept, parse::accept).unwrap_or_default(),
        }
    }

    fn size(&mut self, attribute: Attribute<'_>) -> Option<SizeLimit> {
        self.parsed(attribute, parse::byte_count).map(SizeLimit::exact)
    }

    #[inline(never)]
    fn refuse(&mut self, attribute: &'static str, expected: &dyn Display, text: &str) {
        self.errors.push(UploadError::invalid(attribute, expected, text));
    }
}
