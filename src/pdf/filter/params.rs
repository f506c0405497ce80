//! The parameters of the Flate and LZW filters (ISO 32000-1, Table 8).

/// An entry of `/DecodeParms`. The values are as written and not yet validated.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::pdf) struct DecodeParams {
    /// 1 for none, 2 for TIFF, 10 and more for PNG.
    pub(in crate::pdf) predictor: i64,
    /// Color components per sample.
    pub(in crate::pdf) colors: i64,
    pub(in crate::pdf) bits_per_component: i64,
    /// Samples per row.
    pub(in crate::pdf) columns: i64,
    /// For LZW: whether codes grow one entry early.
    pub(in crate::pdf) early_change: bool,
}

impl Default for DecodeParams {
    fn default() -> Self {
        Self { predictor: 1, colors: 1, bits_per_component: 8, columns: 1, early_change: true }
    }
}
