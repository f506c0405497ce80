//! PostgreSQL tells every instance what another one has stored: `LISTEN` here, `NOTIFY` in `store`.

use crate::{
    failure::kind_of,
    secret::Key,
    store::{CHANNEL, Store},
};
use sqlx::postgres::PgListener;
use std::time::Duration;

/// Listens for ever. While there is no connection streams look into the database with each keep-alive.
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
    // What happened while nobody listened.
    let _ = store.changes.send(None);
    // `None` is a connection that was lost and is there again.
    loop {
        let changed = listener.try_recv().await?.map(|change| Key::stored(change.payload().to_owned()));
        let _ = store.changes.send(changed);
    }
}
