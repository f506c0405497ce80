//! Accepts connections, and ends those that are slow, old, or more than there is room for.

use crate::{
    client_address::network,
    quota::{Lease, Quota},
};
use axum::{Router, body::Body, extract::ConnectInfo};
use hyper::{Request, body::Incoming, server::conn::http1, service::service_fn};
use hyper_util::rt::{TokioIo, TokioTimer};
use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};
use std::{
    net::{IpAddr, Ipv6Addr, SocketAddr},
    pin::pin,
    time::Duration,
};
use tokio::{
    net::{TcpListener, TcpStream},
    sync::{mpsc, watch},
    time::sleep,
};
use tower::ServiceExt;

/// How much of a request is buffered, in bytes: its header at most, or what arrives of a body before it is read.
const MAX_BUFFER_BYTES: usize = 64 << 10;
/// How long the last request of an old connection may take.
const LAST_REQUEST: Duration = Duration::from_mins(3);
/// The pause after a connection could not be accepted, which is when there are too many open files.
const ACCEPT_PAUSE: Duration = Duration::from_millis(100);
/// Open files for other things than connections: the database, the requests to Flinks.
const OTHER_FILES: u64 = 64;

/// The limits on connections.
#[derive(Clone, Copy)]
pub struct ConnectionLimits {
    /// The most connections at the same time.
    pub connections: u64,
    /// The most of one address.
    pub per_address: u64,
    /// How long a client may take to send the header of a request, or the next request.
    pub header_timeout: Duration,
    /// After this time a connection takes no further request.
    pub longest_life: Duration,
}

/// Serves until `shutdown` is true and open requests are finished.
pub async fn serve(listener: TcpListener, app: Router, mut limits: ConnectionLimits, shutdown: watch::Receiver<bool>) {
    let room = open_files().saturating_sub(OTHER_FILES).max(OTHER_FILES);
    if limits.connections > room {
        tracing::warn!(connections = room, "fewer connections than configured: the limit on open files is too low");
        limits.connections = room;
    }
    let quota = Quota::new(limits.connections, move |address| unless_local(*address, limits.per_address));
    // Closed when the last connection is.
    let (open, mut all_closed) = mpsc::channel::<()>(1);
    let mut ending = shutdown.clone();
    loop {
        let accepted = tokio::select! {
            accepted = listener.accept() => accepted,
            _ = ending.wait_for(|shutdown| *shutdown) => break,
        };
        let Ok((stream, peer)) = accepted else {
            sleep(ACCEPT_PAUSE).await;
            continue;
        };
        let Some(lease) = quota.acquire(&network(peer.ip()), 1) else { continue };
        let connection = Connection { stream, peer, lease, limits, shutdown: shutdown.clone(), _open: open.clone() };
        tokio::spawn(connection.serve(app.clone()));
    }
    drop((listener, open));
    all_closed.recv().await;
}

struct Connection {
    stream: TcpStream,
    peer: SocketAddr,
    lease: Lease<IpAddr>,
    limits: ConnectionLimits,
    shutdown: watch::Receiver<bool>,
    _open: mpsc::Sender<()>,
}

impl Connection {
    async fn serve(mut self, app: Router) {
        let peer = self.peer;
        // Events are small, and nobody wants to wait for the next one. Fails only if the client is gone.
        let _ = self.stream.set_nodelay(true);
        let service = service_fn(move |mut request: Request<Incoming>| {
            request.extensions_mut().insert(ConnectInfo(peer));
            app.clone().oneshot(request.map(Body::new))
        });
        let connection = http1::Builder::new()
            .timer(TokioTimer::new())
            .header_read_timeout(self.limits.header_timeout)
            .max_buf_size(MAX_BUFFER_BYTES)
            .serve_connection(TokioIo::new(self.stream), service);
        let mut connection = pin!(connection);
        tokio::select! {
            // Fails if the client is gone or too slow.
            _ = connection.as_mut() => return,
            () = self.lease.revoked() => return,
            _ = self.shutdown.wait_for(|shutdown| *shutdown) => {}
            () = sleep(self.limits.longest_life) => {}
        }
        connection.as_mut().graceful_shutdown();
        tokio::select! {
            _ = connection.as_mut() => {}
            () = self.lease.revoked() => {}
            // A client that does not read its answer.
            () = sleep(LAST_REQUEST) => {}
        }
    }
}

/// Raises the limit on open files of this process as far as it may, and returns it.
fn open_files() -> u64 {
    let limit = getrlimit(Resource::Nofile);
    let raised = Rlimit { current: limit.maximum, maximum: limit.maximum };
    let limit = if setrlimit(Resource::Nofile, raised).is_ok() { raised } else { limit };
    limit.current.unwrap_or(u64::MAX)
}

/// A limit for one address; none for this machine, where all clients of a proxy have the same.
pub fn unless_local(address: IpAddr, limit: u64) -> u64 {
    // An IPv6 address has lost its last half in `network`.
    let is_local = address.is_loopback() || address == network(IpAddr::V6(Ipv6Addr::LOCALHOST));
    if is_local { u64::MAX } else { limit }
}
