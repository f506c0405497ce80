//! Instances over one PostgreSQL notify each other of changes: `LISTEN` here, `NOTIFY` in `store`.

use crate::{
    error::kind_of,
    secret::UploadId,
    store::{CHANNEL, Store},
};
use sqlx::postgres::PgListener;
use std::time::Duration;

/// Passes on notifications until the process ends. While there is no connection, streams query the database with each
/// keep-alive.
pub async fn listen(store: Store, url: String) {
    loop {
        if let Err(error) = listen_once(&store, &url).await {
            tracing::warn!(kind = kind_of(&error), "listening to the database failed; trying again");
        }
        tokio::time::sleep(Duration::from_secs(1)).await;
    }
}

async fn listen_once(store: &Store, url: &str) -> Result<(), sqlx::Error> {
    let mut listener = PgListener::connect(url).await?;
    listener.listen(CHANNEL).await?;
    // Changes may have been missed before.
    let _ = store.changes.send(None);
    // `None` means that the connection was lost and restored.
    loop {
        let changed = listener.try_recv().await?.map(|change| UploadId::from_stored(change.payload().to_owned()));
        let _ = store.changes.send(changed);
    }
}
