//! Starts the relay, and ends it without cutting anybody off.

use flinks_upload_relay::{
    app::{Relay, router},
    config::Config,
    failure::kind_of,
    flinks::Flinks,
    poll,
    store::Store,
    watch::listen,
};
use std::{env, net::SocketAddr, process::ExitCode, time::Duration};
use tokio::{net::TcpListener, signal, sync::watch};

/// How long requests may go on after the order to end.
const GRACE: Duration = Duration::from_secs(10);

#[tokio::main]
async fn main() -> ExitCode {
    tracing_subscriber::fmt().json().flatten_event(true).with_target(false).init();
    match run().await {
        Ok(()) => ExitCode::SUCCESS,
        Err(reasons) => {
            for reason in reasons {
                tracing::error!("{reason}");
            }
            ExitCode::FAILURE
        }
    }
}

async fn run() -> Result<(), Vec<String>> {
    let config = Config::read(|name| env::var(name).ok())?;
    // Fails only if somebody has chosen another one before.
    let _ = rustls::crypto::ring::default_provider().install_default();
    let store =
        Store::open(&config.database).await.map_err(|error| why("the database can't be opened", &kind_of(&error)))?;
    let flinks = Flinks::new(config.flinks.clone()).map_err(|error| why("no HTTPS client", &error))?;
    let listener = TcpListener::bind(config.listen).await.map_err(|error| why("can't listen", &error))?;
    let address = listener.local_addr().map_err(|error| why("can't listen", &error))?;

    let (stop, stopped) = watch::channel(false);
    let database = config.database.clone();
    let relay = Relay::new(config, store.clone(), flinks, stopped.clone());
    if store.is_shared() {
        tokio::spawn(listen(store, database));
    }
    tokio::spawn(poll::run(relay.clone()));
    tokio::spawn(poll::forget(relay.clone()));
    tokio::spawn(async move {
        ordered_to_end().await;
        // Nobody left to tell is no failure.
        let _ = stop.send(true);
    });

    tracing::info!(%address, "listening");
    let app = router(relay).into_make_service_with_connect_info::<SocketAddr>();
    let told = |mut stopped: watch::Receiver<bool>| async move { drop(stopped.wait_for(|stop| *stop).await) };
    let served = axum::serve(listener, app).with_graceful_shutdown(told(stopped.clone()));
    tokio::select! {
        served = served => served.map_err(|error| why("serving ended", &error))?,
        () = async { told(stopped).await; tokio::time::sleep(GRACE).await } => tracing::warn!("requests were cut off"),
    }
    tracing::info!("ended");
    Ok(())
}

fn why(what: &str, reason: &impl ToString) -> Vec<String> {
    vec![format!("{what}: {}", reason.to_string())]
}

async fn ordered_to_end() {
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
