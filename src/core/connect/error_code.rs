//! The provider's error codes, and which of them make upload the better way on.
//!
//! Source: the integration guide names exactly eight codes after which upload is offered. Codes that look alike are no
//! triggers: a wrong answer to a security question may be retried, a disabled institution takes no documents either.

use crate::core::string_enum::string_enum;

string_enum! {
    /// An error code of Flinks Connect or of its API.
    pub enum ErrorCode {
        /// Username not recognized.
        InvalidUsername = "INVALID_USERNAME",
        /// Password incorrect.
        InvalidPassword = "INVALID_PASSWORD",
        /// Generic login failure.
        InvalidLogin = "INVALID_LOGIN",
        /// Online banking access disabled.
        DisabledLogin = "DISABLED_LOGIN",
        /// Institution temporarily unavailable.
        RetryLater = "RETRY_LATER",
        /// Session timed out during authentication.
        SessionExpired = "SESSION_EXPIRED",
        /// Security answer wrong, no retry allowed.
        InvalidSecurityResponseNoRetry = "INVALID_SECURITY_RESPONSE_NO_RETRY",
        /// General error during aggregation.
        AggregationError = "AGGREGATION_ERROR",
        /// Security answer wrong, and it may be retried.
        InvalidSecurityResponse = "INVALID_SECURITY_RESPONSE",
        /// The request was not authorized.
        Unauthorized = "UNAUTHORIZED",
        /// The account is new.
        NewAccount = "NEW_ACCOUNT",
        /// The institution is switched off.
        DisabledInstitution = "DISABLED_INSTITUTION",
        /// The security question is not known.
        QuestionNotFound = "QUESTION_NOT_FOUND",
        /// Too many requests.
        TooManyRequests = "TOO_MANY_REQUESTS",
        /// Another session is open.
        ConcurrentSession = "CONCURRENT_SESSION",
        /// The card is in use.
        CardInUse = "CARD_IN_USE",
        /// The challenge is not known.
        UnknownChallengeKey = "UNKNOWN_CHALLENGE_KEY",
        /// Documents could not be processed.
        DocumentProcessingFailed = "Document_Processing_Failed",
    }
}

/// One of the eight codes after which upload is offered.
///
/// Source: the integration guide, which names exactly these eight.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FallbackCode {
    /// Username not recognized.
    InvalidUsername,
    /// Password incorrect.
    InvalidPassword,
    /// Generic login failure.
    InvalidLogin,
    /// Online banking access disabled.
    DisabledLogin,
    /// Institution temporarily unavailable.
    RetryLater,
    /// Session timed out during authentication.
    SessionExpired,
    /// Security answer wrong, no retry allowed.
    InvalidSecurityResponseNoRetry,
    /// General error during aggregation.
    AggregationError,
}

impl FallbackCode {
    /// All eight, in the order of the integration guide.
    pub const ALL: [Self; 8] = [
        Self::InvalidUsername,
        Self::InvalidPassword,
        Self::InvalidLogin,
        Self::DisabledLogin,
        Self::RetryLater,
        Self::SessionExpired,
        Self::InvalidSecurityResponseNoRetry,
        Self::AggregationError,
    ];

    /// The code as the provider writes it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::InvalidUsername => "INVALID_USERNAME",
            Self::InvalidPassword => "INVALID_PASSWORD",
            Self::InvalidLogin => "INVALID_LOGIN",
            Self::DisabledLogin => "DISABLED_LOGIN",
            Self::RetryLater => "RETRY_LATER",
            Self::SessionExpired => "SESSION_EXPIRED",
            Self::InvalidSecurityResponseNoRetry => "INVALID_SECURITY_RESPONSE_NO_RETRY",
            Self::AggregationError => "AGGREGATION_ERROR",
        }
    }
}

/// The eight codes after which upload is offered, as the provider writes them.
pub const FALLBACK_CODES: [&str; 8] = [
    "INVALID_USERNAME",
    "INVALID_PASSWORD",
    "INVALID_LOGIN",
    "DISABLED_LOGIN",
    "RETRY_LATER",
    "SESSION_EXPIRED",
    "INVALID_SECURITY_RESPONSE_NO_RETRY",
    "AGGREGATION_ERROR",
];

impl ErrorCode {
    /// The code as one of those after which upload is offered; `None` if it is not one of them.
    ///
    /// Exhaustive, so that a new code does not compile until it is decided whether it offers upload.
    ///
    /// ```
    /// use flinks_upload::core::connect::error_code::{ErrorCode, FallbackCode};
    /// assert_eq!(ErrorCode::InvalidLogin.fallback(), Some(FallbackCode::InvalidLogin));
    /// assert_eq!(ErrorCode::from_text("SOMETHING_NEW").fallback(), None);
    /// ```
    pub fn fallback(&self) -> Option<FallbackCode> {
        match self {
            Self::InvalidUsername => Some(FallbackCode::InvalidUsername),
            Self::InvalidPassword => Some(FallbackCode::InvalidPassword),
            Self::InvalidLogin => Some(FallbackCode::InvalidLogin),
            Self::DisabledLogin => Some(FallbackCode::DisabledLogin),
            Self::RetryLater => Some(FallbackCode::RetryLater),
            Self::SessionExpired => Some(FallbackCode::SessionExpired),
            Self::InvalidSecurityResponseNoRetry => Some(FallbackCode::InvalidSecurityResponseNoRetry),
            Self::AggregationError => Some(FallbackCode::AggregationError),
            Self::InvalidSecurityResponse
            | Self::Unauthorized
            | Self::NewAccount
            | Self::DisabledInstitution
            | Self::QuestionNotFound
            | Self::TooManyRequests
            | Self::ConcurrentSession
            | Self::CardInUse
            | Self::UnknownChallengeKey
            | Self::DocumentProcessingFailed
            | Self::Unknown(_) => None,
        }
    }

    /// Whether upload is offered after this code.
    pub fn offers_upload(&self) -> bool {
        self.fallback().is_some()
    }
}

/// Whether upload is offered after this code, given as text.
pub fn offers_upload(code: &str) -> bool {
    FALLBACK_CODES.contains(&code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_eight_known_codes_offer_upload() {
        let triggers: Vec<&str> =
            ErrorCode::KNOWN.iter().filter(|code| code.offers_upload()).map(ErrorCode::as_str).collect();
        assert_eq!(triggers, FALLBACK_CODES);
        assert!(FALLBACK_CODES.into_iter().all(offers_upload), "as text, too");
    }

    #[test]
    fn each_fallback_code_is_the_error_code_of_that_name() {
        for code in FallbackCode::ALL {
            assert_eq!(ErrorCode::from_text(code.as_str()).fallback(), Some(code));
        }
        assert_eq!(FallbackCode::ALL.map(FallbackCode::as_str), FALLBACK_CODES);
    }

    #[test]
    fn the_npm_package_names_the_same_eight() {
        let script = include_str!("../../../www/index.js");
        let list = script.split_once("FALLBACK_CODES = Object.freeze([").unwrap().1.split_once(']').unwrap().0;
        let named: Vec<&str> = list.split('\'').skip(1).step_by(2).collect();
        assert_eq!(named, FALLBACK_CODES);
    }

    #[test]
    fn every_code_reads_back_as_itself() {
        for code in ErrorCode::KNOWN {
            assert_eq!(&ErrorCode::from_text(code.as_str()), code);
        }
    }

    macro_rules! not_a_trigger {
        ($($name:ident: $code:literal,)+) => {
            $(#[test]
            fn $name() {
                assert!(!offers_upload($code));
                assert!(!ErrorCode::from_text($code).offers_upload());
            })+
        };
    }

    not_a_trigger! {
        a_security_answer_that_may_be_retried_is_no_trigger: "INVALID_SECURITY_RESPONSE",
        unauthorized_is_no_trigger: "UNAUTHORIZED",
        new_account_is_no_trigger: "NEW_ACCOUNT",
        disabled_institution_is_no_trigger: "DISABLED_INSTITUTION",
        question_not_found_is_no_trigger: "QUESTION_NOT_FOUND",
        too_many_requests_is_no_trigger: "TOO_MANY_REQUESTS",
        concurrent_session_is_no_trigger: "CONCURRENT_SESSION",
        card_in_use_is_no_trigger: "CARD_IN_USE",
        unknown_challenge_key_is_no_trigger: "UNKNOWN_CHALLENGE_KEY",
        failed_document_processing_is_no_trigger: "Document_Processing_Failed",
        a_code_nobody_knows_is_no_trigger: "SOMETHING_NEW",
        lower_case_is_another_word: "invalid_login",
        an_empty_code_is_no_trigger: "",
    }
}
