//! Starts the relay, and shuts it down gracefully: open requests are finished first.

use flinks_upload_relay::{
    app::{Relay, router},
    config::Config,
    error::kind_of,
    flinks::FlinksClient,
    pg_notify, poll, retention,
    store::Store,
};
use std::{env, net::SocketAddr, process::ExitCode, time::Duration};
use tokio::{net::TcpListener, signal, sync::watch};

/// How long open requests may take after the signal to shut down.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().json().flatten_event(true).with_target(false).init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(errors) => {
            for error in errors {
                tracing::error!("{error}");
            }
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Vec<String>> {
    let config = Config::read(|name| env::var(name).ok())?;
    // Fails only if a provider is installed already.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let store = Store::open(&config.database)
        .await
        .map_err(|error| startup_error("the database can't be opened", &kind_of(&error)))?;
    let flinks = FlinksClient::new(config.flinks.clone()).map_err(|error| startup_error("no HTTPS client", &error))?;
    let listener = TcpListener::bind(config.listen).await.map_err(|error| startup_error("can't listen", &error))?;
    let address = listener.local_addr().map_err(|error| startup_error("can't listen", &error))?;

    let (shutdown, is_shutting_down) = watch::channel(false);
    let database = config.database.clone();
    let relay = Relay::new(config, store.clone(), flinks, is_shutting_down.clone());
    if store.is_shared() {
        tokio::spawn(pg_notify::listen(store, database));
    }
    tokio::spawn(poll::run(relay.clone()));
    tokio::spawn(retention::run(relay.clone()));
    tokio::spawn(async move {
        shutdown_signal().await;
        // Fails only if no task listens any more.
        let _ = shutdown.send(true);
    });

    tracing::info!(%address, "listening");
    let app = router(relay).into_make_service_with_connect_info::<SocketAddr>();
    let wait = |mut receiver: watch::Receiver<bool>| async move { drop(receiver.wait_for(|shutdown| *shutdown).await) };
    let server = axum::serve(listener, app).with_graceful_shutdown(wait(is_shutting_down.clone()));
    tokio::select! {
        result = server => result.map_err(|error| startup_error("serving ended", &error))?,
        () = async { wait(is_shutting_down).await; tokio::time::sleep(SHUTDOWN_GRACE).await } => tracing::warn!("requests were cut off"),
    }
    tracing::info!("ended");
    Ok(())
}

fn startup_error(what: &str, reason: &impl ToString) -> Vec<String> {
    vec![format!("{what}: {}", reason.to_string())]
}

async fn shutdown_signal() {
    let terminate = async {
        match signal::unix::signal(signal::unix::SignalKind::terminate()) {
            Ok(mut terminate) => drop(terminate.recv().await),
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        () = terminate => {}
        _ = signal::ctrl_c() => {}
    }
}
