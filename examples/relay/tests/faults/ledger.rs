//! Which webhooks were acknowledged, and what the database holds of them.

use crate::support::{Browser, Relay};
use flinks_upload::core::results::status::UploadStatus;
use flinks_upload_relay::{
    secret::{Secret, UploadId},
    status::level,
};
use sqlx::{AnyConnection, Connection, Row};
use std::{
    io::Write,
    sync::Mutex,
    time::{Duration, Instant},
};

/// Prints also if the test succeeds, which `println!` does not.
pub fn say(text: &str) {
    let _ = std::io::stderr().write_all(format!("{text}\n").as_bytes());
}

/// The webhooks that were answered 200.
#[derive(Default)]
pub struct Ledger {
    acknowledged: Mutex<Vec<(String, UploadStatus)>>,
    outage: Mutex<Outage>,
}

/// The longest time in which no webhook was acknowledged although some were delivered.
#[derive(Default)]
struct Outage {
    outstanding: usize,
    has_failed: bool,
    /// The last acknowledgement, or the first delivery after everything was acknowledged.
    since: Option<Instant>,
    longest: Duration,
}

impl Outage {
    fn on_delivery(&mut self) {
        if self.outstanding == 0 && !self.has_failed {
            self.since = Some(Instant::now());
        }
        self.outstanding += 1;
    }

    fn on_answer(&mut self, is_acknowledged: bool) {
        self.outstanding -= 1;
        self.has_failed = !is_acknowledged;
        if is_acknowledged {
            let since = self.since.replace(Instant::now());
            self.longest = self.longest.max(since.map_or(Duration::ZERO, |since| since.elapsed()));
        }
    }
}

/// What became of the acknowledged webhooks.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Count {
    pub acknowledged: usize,
    pub found: usize,
    pub lost: usize,
    pub duplicated: usize,
}

impl Ledger {
    /// Posts that the accounts of an upload are there. Returns the status; 0 if nobody answered.
    pub async fn ready(&self, relay: &Relay, browser: &Browser) -> u16 {
        self.outage.lock().unwrap().on_delivery();
        let status = relay.try_webhook(&browser.accounts()).await;
        self.outage.lock().unwrap().on_answer(status == 200);
        if status == 200 {
            self.acknowledged.lock().unwrap().push((browser.tag.clone(), UploadStatus::Ready));
        }
        status
    }

    pub fn len(&self) -> usize {
        self.acknowledged.lock().unwrap().len()
    }

    /// Reads the database, as somebody else does. The same webhook acknowledged twice counts twice.
    pub async fn count(&self, database: &str) -> Count {
        sqlx::any::install_default_drivers();
        let mut connection = AnyConnection::connect(database).await.unwrap();
        let acknowledged = self.acknowledged.lock().unwrap().clone();
        let mut count = Count { acknowledged: acknowledged.len(), ..Count::default() };
        for (tag, status) in acknowledged {
            let upload = UploadId::from_tag(&Secret::parse(&tag).unwrap());
            let row = sqlx::query("SELECT COUNT(*) FROM events WHERE upload = $1 AND level = $2");
            let row =
                row.bind(upload.as_str().to_owned()).bind(level(&status)).fetch_one(&mut connection).await.unwrap();
            match row.get::<i64, _>(0) {
                0 => count.lost += 1,
                1 => count.found += 1,
                _ => count.duplicated += 1,
            }
        }
        connection.close().await.unwrap();
        count
    }

    /// Fails if one is lost or duplicated, or if there were fewer than this: then nothing was tested.
    pub async fn settle(&self, fault: &str, database: &str, at_least: usize) {
        let count = self.count(database).await;
        say(&format!(
            "{fault}: {} acknowledged, {} found, {} lost, {} duplicated, longest unavailability {:.1} s",
            count.acknowledged,
            count.found,
            count.lost,
            count.duplicated,
            self.outage.lock().unwrap().longest.as_secs_f64()
        ));
        assert!(count.lost == 0 && count.duplicated == 0, "{fault}: {count:?}");
        assert!(count.acknowledged >= at_least, "{fault}: only {count:?}");
    }
}
