//! Starts the relay, and shuts it down gracefully: open requests are finished first.

use flinks_upload_relay::{
    app::{Relay, router},
    config::Config,
    error::kind_of,
    flinks::FlinksClient,
    metrics, pg_notify, poll, retention,
    server::{self, ConnectionLimits},
    store::Store,
};
use std::{env, process::ExitCode, time::Duration};
use tokio::{net::TcpListener, signal, sync::watch};

/// How long open requests may take after the signal to shut down.
const SHUTDOWN_GRACE: Duration = Duration::from_secs(10);

/// Of those who read the metrics.
const METRICS_CONNECTIONS: u64 = 16;

#[tokio::main]
async fn main() -> ExitCode {
    if let Some(argument) = env::args_os().nth(1) {
        println!("{}", help());
        return if argument == "--help" { ExitCode::SUCCESS } else { ExitCode::from(2) };
    }
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
    let (database, metrics_listen) = (config.database.clone(), config.metrics_listen);
    let limits = ConnectionLimits {
        connections: config.connections.into(),
        // All connections of a proxy have its address.
        per_address: if config.proxies.number == 0 { config.connections_per_address.into() } else { u64::MAX },
        header_timeout: config.header_timeout,
        longest_life: config.stream_life + Duration::from_mins(5),
    };
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

    if let Some(wanted) = metrics_listen {
        let failed = |error: std::io::Error| startup_error("can't listen for metrics", &error);
        let listener = TcpListener::bind(wanted).await.map_err(failed)?;
        tracing::info!(metrics = %listener.local_addr().map_err(failed)?, "listening");
        let limits = ConnectionLimits { connections: METRICS_CONNECTIONS, per_address: u64::MAX, ..limits };
        tokio::spawn(server::serve(listener, metrics::router(relay.clone()), limits, is_shutting_down.clone()));
    }
    tracing::info!(%address, "listening");
    let server = server::serve(listener, router(relay), limits, is_shutting_down.clone());
    let grace = async {
        drop(is_shutting_down.clone().wait_for(|shutdown| *shutdown).await);
        tokio::time::sleep(SHUTDOWN_GRACE).await;
    };
    tokio::select! {
        () = server => {}
        () = grace => tracing::warn!("requests were cut off"),
    }
    tracing::info!("ended");
    Ok(())
}

fn help() -> String {
    let intro = "relay: receives the webhooks of Flinks and streams the status of uploads to browsers.\n\
        It takes no arguments. Settings are environment variables; NAME_FILE names a file that holds the value of NAME.\n";
    let lines = Config::settings()
        .into_iter()
        .map(|setting| format!("\n  {}\n      {}; default: {}", setting.name, setting.expected, setting.default));
    std::iter::once(intro.to_owned()).chain(lines).collect()
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
