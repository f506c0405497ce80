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
    /// Whether upload is offered after this code.
    ///
    /// ```
    /// use flinks_upload::core::connect::error_code::ErrorCode;
    /// assert!(ErrorCode::InvalidLogin.offers_upload());
    /// assert!(!ErrorCode::from_text("SOMETHING_NEW").offers_upload());
    /// ```
    pub fn offers_upload(&self) -> bool {
        FALLBACK_CODES.contains(&self.as_str())
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
