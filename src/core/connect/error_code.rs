//! The provider's error codes, and the eight of them after which upload is offered.
//!
//! Source: the integration guide names exactly eight codes after which upload is offered; the others are from the
//! provider's list of error codes. Some of these are alike but offer no upload: a wrong security answer may be retried,
//! and a disabled institution takes no documents either.

use crate::core::string_enum::{closed_string_enum, string_enum};

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
        /// The institution is disabled.
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

closed_string_enum! {
    /// One of the eight codes after which upload is offered.
    pub enum FallbackCode {
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
    }
}

// The integration guide names exactly eight.
const _: () = assert!(FallbackCode::ALL.len() == 8);

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
    FallbackCode::ALL.iter().any(|fallback| fallback.as_str() == code)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_eight_known_codes_offer_upload() {
        let triggers: Vec<_> = ErrorCode::KNOWN.iter().filter(|code| code.offers_upload()).collect();
        assert_eq!(triggers.len(), 8);
        for (code, fallback) in triggers.iter().zip(FallbackCode::ALL) {
            assert_eq!((code.fallback(), code.as_str()), (Some(*fallback), fallback.as_str()));
            assert!(offers_upload(fallback.as_str()), "as text, too");
        }
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
