//! Why parsing stops. Parsing code is written as if the whole file were in memory: where it is not, the code returns
//! [`ParseError::NeedData`] and runs again once the caller has supplied the bytes.

use super::budget::LimitExceeded;

/// Why a parser has no result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum ParseError {
    /// Bytes are needed that were not read yet. The source has recorded the request.
    NeedData,
    /// The available bytes end inside a token or an object.
    Incomplete,
    /// The bytes are not what the format requires at this place.
    Malformed,
    /// A limit of the budget was exceeded.
    LimitExceeded(LimitExceeded),
}

/// The result of parsing code.
pub(super) type ParseResult<T> = Result<T, ParseError>;

/// Turns a defect of the file into `None`, for values that are not essential. Missing data and exceeded limits stay
/// errors, because they say nothing about the file.
pub(super) fn ok_unless_io<T>(result: ParseResult<T>) -> ParseResult<Option<T>> {
    match result {
        Ok(value) => Ok(Some(value)),
        Err(ParseError::Malformed | ParseError::Incomplete) => Ok(None),
        Err(error) => Err(error),
    }
}
