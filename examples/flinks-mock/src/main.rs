//! Starts the mock.

use flinks_upload_mock::{config::Config, router, state::Mock};
use std::{env, error::Error};
use tokio::{net::TcpListener, signal};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let config = Config::read(|name| env::var(name).ok())?;
    // Fails only if a provider is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let listener = TcpListener::bind(config.listen).await?;
    println!("Mock of Flinks' API: http://{}", listener.local_addr()?);
    let app = router(Mock::new(config, reqwest::Client::builder().build()?));
    axum::serve(listener, app).with_graceful_shutdown(async { drop(signal::ctrl_c().await) }).await?;
    Ok(())
}
