//! Starts the stand-in.

use flinks_upload_stand_in::{config::Config, router, state::StandIn};
use std::{env, error::Error};
use tokio::{net::TcpListener, signal};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = Config::read(|name| env::var(name).ok())?;
    // Fails only if somebody has chosen another one before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind(config.listen).await?;
    println!("Stand-in for Flinks' API: http://{}", listener.local_addr()?);
    let app = router(StandIn::new(config, reqwest::Client::builder().build()?));
    axum::serve(listener, app).with_graceful_shutdown(async { drop(signal::ctrl_c().await) }).await?;
    Ok(())
}
