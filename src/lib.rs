//! Document upload for pages that embed Flinks Connect.
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod core;
pub mod pdf;
