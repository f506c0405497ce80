//! What the statements of a batch are compared with.

use super::coverage::RequiredDays;
use crate::core::date::Date;

/// What the statements of a batch are compared with. Without any of it, no statement is read and nothing is required.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Requirements {
    /// Whether statements are read.
    pub reads_statements: bool,
    /// How many days up to today they have to cover.
    pub days: Option<RequiredDays>,
    /// Whether the upload waits until they do. It never waits for what can't be told.
    pub is_coverage_required: bool,
    /// Today, where the person is. Without it, nothing is said about days.
    pub today: Option<Date>,
    /// The institution that was selected, as the provider or the host writes it.
    pub institution: Option<String>,
}
