//! Clients without a key that want the memory or the connections of the relay.

use crate::support::{Browser, Relay, TIMEOUT, database};
use std::time::{Duration, Instant};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::TcpStream,
};

/// In bytes: more than the relay may take, with what it needs anyway.
const MAX_MEMORY: u64 = 64 << 20;

async fn connect(relay: &Relay) -> TcpStream {
    TcpStream::connect(relay.url.trim_start_matches("http://")).await.unwrap()
}

/// Thirty bodies of 15 MiB, which nobody had signed, took 470 MiB.
// @claim:relay-floods
#[tokio::test]
async fn bodies_that_nobody_signed_take_no_memory_and_keep_no_webhook_out() {
    let settings = [("RELAY_TRUSTED_PROXIES", "1"), ("RELAY_REQUESTS_PER_MINUTE", "100000")];
    let relay = Relay::start_with(&database().await, &settings);
    let before = relay.memory();
    let browser = Browser::begin_at(&relay, "192.0.2.1").await;
    let flood = (0..30).map(|number: usize| {
        let signature = "X-Flinks-Signature: W9zBRr9gdU5qBCQmCJV1x1oAPwidJzmDnexYuWTsOEM=";
        // Some from one address, some from many.
        let address = if number < 15 { 1 } else { number };
        let head = format!(
            "POST /webhooks/flinks HTTP/1.1\r\nHost: relay\r\n{signature}\r\nX-Forwarded-For: 203.0.113.{address}\r\n\
             Content-Length: {}\r\n\r\n",
            15 << 20
        );
        let connection = connect(&relay);
        async move {
            let mut socket = connection.await;
            let piece = vec![b'x'; 1 << 16];
            // Refused while it sends, or after all of it but the last piece, which never comes.
            let _ = socket.write_all(head.as_bytes()).await;
            for _ in 1..240 {
                if socket.write_all(&piece).await.is_err() {
                    break;
                }
            }
            socket
        }
    });
    let flood = tokio::time::timeout(TIMEOUT, futures_util::future::join_all(flood));
    let webhooks = async {
        for _ in 0..20 {
            assert_eq!(relay.try_webhook_at(&browser.accounts(), "198.51.100.1").await, 200);
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
    };
    let (sockets, ()) = tokio::join!(flood, webhooks);
    let peak = relay.memory();
    println!("memory: {} MiB before, at most {} MiB", before >> 20, peak >> 20);
    assert!(peak < MAX_MEMORY, "{} MiB", peak >> 20);
    assert_eq!(relay.try_webhook_at(&browser.accounts(), "198.51.100.1").await, 200);
    drop(sockets);
}

/// They stayed for ever.
// @claim:relay-floods
#[tokio::test]
async fn a_connection_whose_header_does_not_end_is_closed() {
    let relay = Relay::start_with(&database().await, &[("RELAY_HEADER_SECONDS", "1")]);
    let mut sockets = Vec::new();
    for number in 0..300 {
        let mut socket = connect(&relay).await;
        // Some send nothing, some a part, some a part of the second request.
        let text =
            ["", "GET /healthz HTTP/1.1\r\nHost:", "GET /healthz HTTP/1.1\r\nHost: relay\r\n\r\nGET /he"][number % 3];
        socket.write_all(text.as_bytes()).await.unwrap();
        sockets.push(socket);
    }
    let began = Instant::now();
    for mut socket in sockets {
        let mut rest = Vec::new();
        let _ = tokio::time::timeout(TIMEOUT, socket.read_to_end(&mut rest)).await.expect("it is still open");
    }
    assert!(began.elapsed() < Duration::from_secs(10), "{:?}", began.elapsed());
}

// @claim:relay-floods
#[tokio::test]
async fn a_new_connection_is_served_when_there_are_as_many_as_allowed() {
    let relay = Relay::start_with(&database().await, &[("RELAY_CONNECTIONS", "16")]);
    let mut idle = Vec::new();
    for _ in 0..40 {
        idle.push(connect(&relay).await);
    }
    Browser::begin(&relay).await;
    let mut byte = [0];
    // The oldest gave way.
    assert!(matches!(tokio::time::timeout(TIMEOUT, idle[0].read(&mut byte)).await.unwrap(), Ok(0) | Err(_)));
}
