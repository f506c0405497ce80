//! What was uploaded, and which sessions and tokens there are. In memory: a demo begins anew.

use crate::config::Config;
use reqwest::Client;
use serde::Deserialize;
use std::{
    collections::{HashMap, HashSet},
    sync::{Arc, Mutex, MutexGuard, PoisonError},
    time::Instant,
};

/// How the documents of an upload end.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Ending {
    /// With accounts.
    #[default]
    Ready,
    /// Without any.
    Empty,
    /// `Document_Processing_Failed`.
    Failed,
    /// With accounts, but the webhook is lost.
    Lost,
}

/// Documents that were uploaded.
#[derive(Clone)]
pub struct Upload {
    /// As it was given to Connect.
    pub tag: Option<String>,
    /// Where the documents are from.
    pub institution: String,
    /// The link to it.
    pub login: String,
    /// How they end.
    pub ending: Ending,
    /// When they were uploaded.
    pub since: Instant,
}

/// What there is.
#[derive(Default)]
pub struct Known {
    /// By the id of a request.
    pub uploads: HashMap<String, Upload>,
    /// Tokens that were not used yet.
    pub tokens: HashSet<String>,
}

/// What the handlers share.
#[derive(Clone)]
pub struct StandIn {
    /// The configuration.
    pub config: Arc<Config>,
    /// Posts webhooks.
    pub client: Client,
    known: Arc<Mutex<Known>>,
}

impl StandIn {
    /// Begins with nothing.
    pub fn new(config: Config, client: Client) -> Self {
        Self { config: Arc::new(config), client, known: Arc::default() }
    }

    /// What there is.
    pub fn known(&self) -> MutexGuard<'_, Known> {
        self.known.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A random GUID, as Flinks's ids are.
pub fn guid() -> String {
    let mut bytes = [0; 16];
    // Without randomness all ids are alike, which a demo would show soon enough.
    let _ = getrandom::fill(&mut bytes);
    let bits = u128::from_be_bytes(bytes) & !(0xf << 76) | (0x4 << 76);
    let hex = format!("{bits:032x}");
    let part = |range| hex.get(range).unwrap_or_default();
    format!("{}-{}-{}-{}-{}", part(0..8), part(8..12), part(12..16), part(16..20), part(20..32))
}
