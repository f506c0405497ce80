//! Times: stored as milliseconds since 1970, sent as RFC 3339.

use std::time::Duration;
use time::{OffsetDateTime, format_description::well_known::Rfc3339};

/// The current time, in milliseconds since 1970.
pub fn now() -> i64 {
    i64::try_from(OffsetDateTime::now_utc().unix_timestamp_nanos() / 1_000_000).unwrap_or(i64::MAX)
}

/// Milliseconds since 1970 as `2025-01-31T12:00:00.5Z`.
pub fn rfc3339(milliseconds: i64) -> String {
    let at = OffsetDateTime::from_unix_timestamp_nanos(i128::from(milliseconds) * 1_000_000);
    at.ok().and_then(|at| at.format(&Rfc3339).ok()).unwrap_or_default()
}

/// A duration in milliseconds; capped, so that adding it to a time can't overflow.
pub fn millis(duration: Duration) -> i64 {
    i64::try_from(duration.as_millis()).unwrap_or(i64::MAX / 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_is_written_in_utc() {
        assert_eq!(rfc3339(1_738_324_800_500), "2025-01-31T12:00:00.5Z");
    }
}
