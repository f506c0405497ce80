//! The uploads, sessions and tokens, in memory only.

use crate::config::Config;
use reqwest::Client;
use serde::Deserialize;
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

/// The result of the documents of an upload.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// Accounts.
    #[default]
    Ready,
    /// A result without accounts.
    Empty,
    /// `Document_Processing_Failed`.
    Failed,
    /// Accounts, but the webhook never comes.
    Lost,
}

/// Documents that were uploaded.
#[derive(Clone)]
pub struct Upload {
    /// The `tag` that was given to Connect.
    pub tag: Option<String>,
    /// The institution of the documents.
    pub institution: String,
    /// The id of the login.
    pub login: String,
    /// The result.
    pub ending: Ending,
    /// When they were uploaded.
    pub since: Instant,
}

/// Everything that the mock keeps.
#[derive(Default)]
pub struct Database {
    /// The uploads by request id.
    pub uploads: HashMap<String, Upload>,
    /// The tokens that were not used yet.
    pub tokens: HashSet<String>,
}

/// The state that the handlers share.
#[derive(Clone)]
pub struct Mock {
    /// The configuration.
    pub config: Arc<Config>,
    /// The client that posts webhooks.
    pub client: Client,
    database: Arc<Mutex<Database>>,
}

impl Mock {
    /// A mock without uploads.
    pub fn new(config: Config, client: Client) -> Self {
        Self { config: Arc::new(config), client, database: Arc::default() }
    }

    /// The uploads and tokens.
    pub fn database(&self) -> MutexGuard<'_, Database> {
        self.database.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A random GUID (version 4), the form of Flinks' ids.
pub fn guid() -> String {
    let mut bytes = [0; 16];
    // Without randomness all ids are the same, which a demo shows at once.
    let _ = getrandom::fill(&mut bytes);
    let bits = u128::from_be_bytes(bytes) & !(0xf << 76) | (0x4 << 76);
    let hex = format!("{bits:032x}");
    let part = |range| hex.get(range).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", part(0..8), part(8..12), part(12..16), part(16..20), part(20..32))
}
