//! Starts relays, and sends them what browsers and Flinks send.

use flinks_upload::core::results::signature::{SIGNATURE_HEADERS, sign};
use flinks_upload_mock::{config::Config, state::Mock};
use reqwest::{Client, Response, StatusCode, header};
use serde_json::{Value, json};
use sqlx::{AnyConnection, AssertSqlSafe, Connection};
use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::{
        Arc, Mutex,
        atomic::{AtomicU32, Ordering},
    },
    time::{Duration, Instant},
};
use tokio::net::TcpListener;

#[path = "../../../../tests/native/pdf/support/skip.rs"]
mod skip;
pub(crate) use skip::skip;

pub const WEBHOOK_KEY: &str = "a-webhook-key-for-tests";
pub const SECRET_KEY: &str = "a-secret-key-for-tests";
pub const API_KEY: &str = "an-api-key-for-tests";
const CUSTOMER: &str = "43387ca6-0391-4c82-857d-70d95f087ecb";
const RELAY: &str = env!("CARGO_BIN_EXE_relay");
/// Longer than anything takes on a busy machine.
pub const TIMEOUT: Duration = Duration::from_secs(20);

pub fn on_postgres() -> bool {
    env::var("RELAY_TEST_DATABASE").is_ok()
}

/// Whether the test runs over this database; prints that it is skipped if not.
pub fn runs_on(database: Database) -> bool {
    let runs = on_postgres() == (database == Database::Postgres);
    if !runs {
        let needed = if database == Database::Postgres { "PostgreSQL (RELAY_TEST_DATABASE)" } else { "SQLite" };
        skip(&format!("it needs {needed}"));
    }
    runs
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Database {
    Sqlite,
    Postgres,
}

/// A database of its own for each test.
pub async fn database() -> String {
    static COUNT: AtomicU32 = AtomicU32::new(0);
    let name = format!("relay_{}_{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
    let Ok(server) = env::var("RELAY_TEST_DATABASE") else {
        let file = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name).with_extension("db");
        for suffix in ["", "-wal", "-shm"] {
            let _ = fs::remove_file(format!("{}{suffix}", file.display()));
        }
        return format!("sqlite://{}?mode=rwc", file.display());
    };
    sqlx::any::install_default_drivers();
    let mut connection =
        AnyConnection::connect(&server).await.expect("RELAY_TEST_DATABASE names a server that can't be reached");
    // The name is made here, of digits.
    sqlx::query(AssertSqlSafe(format!("CREATE DATABASE {name}"))).execute(&mut connection).await.unwrap();
    let (head, _) = server.rsplit_once('/').unwrap();
    format!("{head}/{name}")
}

/// An empty folder of this test alone.
pub fn scratch_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(format!("{name}-{}", std::process::id()));
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

/// A relay; killed when the test ends, as -9 does.
pub struct Relay {
    child: Option<Child>,
    pub url: String,
    /// Of its metrics, if it was told where to listen for them.
    pub metrics_url: Option<String>,
    client: Client,
    log: Arc<Mutex<String>>,
}

impl Relay {
    pub async fn start() -> Self {
        Self::start_with(&database().await, &[])
    }

    pub fn start_with(database: &str, settings: &[(&str, &str)]) -> Self {
        Self::spawn(Command::new(RELAY), database, settings)
    }

    /// A relay that can write no file larger than 300 KiB, until [`Self::lift_limit`].
    pub fn start_limited(database: &str, settings: &[(&str, &str)]) -> Self {
        let mut shell = Command::new("/bin/bash");
        // 1,024 bytes each. Ignored, the signal becomes an error of the write.
        shell.args(["-c", "trap '' XFSZ; ulimit -S -f 300; exec \"$0\"", RELAY]);
        Self::spawn(shell, database, settings)
    }

    /// Whether the limit could be lifted.
    pub fn lift_limit(&self) -> bool {
        let pid = self.child().id().to_string();
        Command::new("prlimit")
            .args(["--pid", &pid, "--fsize=unlimited:"])
            .status()
            .is_ok_and(|status| status.success())
    }

    /// What a relay says that does not start.
    pub fn refused(database: &str, settings: &[(&str, &str)]) -> String {
        let output = Self::command(Command::new(RELAY), database, settings).output().unwrap();
        assert!(!output.status.success(), "it started");
        String::from_utf8(output.stdout).unwrap()
    }

    fn command(mut command: Command, database: &str, settings: &[(&str, &str)]) -> Command {
        command
            .env_clear()
            .env("RELAY_LISTEN", "127.0.0.1:0")
            .env("DATABASE_URL", database)
            .env("FLINKS_API_BASE", "http://127.0.0.1:9")
            .env("FLINKS_CUSTOMER_ID", CUSTOMER)
            .env("FLINKS_WEBHOOK_KEY", WEBHOOK_KEY)
            .env("FLINKS_SECRET_KEY", SECRET_KEY)
            .env("FLINKS_API_KEY", API_KEY)
            .envs(settings.iter().copied())
            .stdout(Stdio::piped());
        command
    }

    fn spawn(command: Command, database: &str, settings: &[(&str, &str)]) -> Self {
        let mut child = Self::command(command, database, settings).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines().map_while(Result::ok);
        let (mut before, mut metrics_url) = (String::new(), None);
        let address = loop {
            let line = lines.next().unwrap_or_else(|| panic!("the relay did not start: {before}"));
            let value: Value = serde_json::from_str(&line).unwrap();
            if let Some(address) = value["address"].as_str() {
                break address.to_owned();
            }
            metrics_url = metrics_url.or_else(|| Some(format!("http://{}/metrics", value["metrics"].as_str()?)));
            before += &(line + "\n");
        };
        let log = Arc::new(Mutex::new(before));
        let written = log.clone();
        std::thread::spawn(move || lines.for_each(|line| *written.lock().unwrap() += &(line + "\n")));
        Self { child: Some(child), url: format!("http://{address}"), metrics_url, client: client(), log }
    }

    /// What it has logged, without the moments: their digits look like anything.
    pub fn log(&self) -> String {
        let lines = self.log.lock().unwrap().clone();
        let told = |line: &str| {
            let mut line: Value = serde_json::from_str(line).unwrap();
            line.as_object_mut().unwrap().retain(|name, _| name != "timestamp" && name != "milliseconds");
            line.to_string() + "\n"
        };
        lines.lines().map(told).collect()
    }

    /// The same, once this stands in it: a thread of its own reads the lines.
    pub async fn log_with(&self, text: &str) -> String {
        for _ in 0..100 {
            let log = self.log();
            if log.contains(text) {
                return log;
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("it never logged {text}: {}", self.log());
    }

    /// What its metrics say, series by series.
    pub async fn metrics(&self) -> Metrics {
        let url = self.metrics_url.as_ref().expect("RELAY_METRICS_LISTEN");
        let answer = self.client.get(url).send().await.unwrap();
        assert_eq!(answer.headers()["content-type"], "application/openmetrics-text; version=1.0.0; charset=utf-8");
        Metrics { text: answer.text().await.unwrap() }
    }

    fn child(&self) -> &Child {
        self.child.as_ref().unwrap()
    }

    /// The same relay at the address of a proxy, with a connection of its own for each request.
    pub fn behind(&self, proxy: &str) -> Self {
        let client = Client::builder().no_proxy().pool_max_idle_per_host(0).read_timeout(TIMEOUT);
        let client = client.default_headers([(header::CONNECTION, "close".parse().unwrap())].into_iter().collect());
        let (url, log) = (proxy.to_owned(), self.log.clone());
        Self { child: None, url, metrics_url: None, client: client.build().unwrap(), log }
    }

    pub fn pid(&self) -> u32 {
        self.child().id()
    }

    /// As `kill -9` does: no warning, no time to write anything.
    pub fn kill(&mut self) {
        let child = self.child.as_mut().unwrap();
        child.kill().unwrap();
        child.wait().unwrap();
    }

    /// As `kill` does; whether it ended well.
    pub fn terminate(&mut self) -> bool {
        Command::new("kill").arg(self.child().id().to_string()).status().unwrap();
        self.child.as_mut().unwrap().wait().unwrap().success()
    }

    /// What Flinks posts, signed by `key`.
    pub async fn webhook_signed(&self, body: &str, header: &str, key: &str) -> StatusCode {
        let signature = sign(body.as_bytes(), key.as_bytes()).unwrap();
        let request = self.client.post(format!("{}/webhooks/flinks", self.url)).header(header, signature);
        request.body(body.to_owned()).send().await.unwrap().status()
    }

    /// The most memory that it ever had, in bytes.
    pub fn memory(&self) -> u64 {
        let status = fs::read_to_string(format!("/proc/{}/status", self.child().id())).unwrap();
        let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
        line.trim().trim_end_matches(" kB").parse::<u64>().unwrap() << 10
    }

    /// As [`Self::webhook`]; 0 if nobody answered.
    pub async fn try_webhook(&self, body: &Value) -> u16 {
        self.try_webhook_at(body, "").await
    }

    /// As [`Self::try_webhook`], through a proxy.
    pub async fn try_webhook_at(&self, body: &Value, address: &str) -> u16 {
        let body = body.to_string();
        let signature = sign(body.as_bytes(), WEBHOOK_KEY.as_bytes()).unwrap();
        let request = self.client.post(format!("{}/webhooks/flinks", self.url)).header(SIGNATURE_HEADERS[0], signature);
        let request = request.header("x-forwarded-for", address);
        request.body(body).send().await.map_or(0, |answer| answer.status().as_u16())
    }

    pub async fn webhook(&self, body: &Value) -> StatusCode {
        self.webhook_signed(&body.to_string(), "flinks-authenticity-key", WEBHOOK_KEY).await
    }
}

/// What `/metrics` answered.
pub struct Metrics {
    pub text: String,
}

impl Metrics {
    /// The value of a series, by its whole name with labels.
    pub fn of(&self, series: &str) -> f64 {
        let line = self.text.lines().find_map(|line| line.strip_prefix(series)?.strip_prefix(' '));
        line.unwrap_or_else(|| panic!("no {series} in {}", self.text)).parse().unwrap()
    }
}

impl Drop for Relay {
    fn drop(&mut self) {
        if let Some(child) = &mut self.child {
            let _ = child.kill();
            let _ = child.wait();
        }
    }
}

/// Waits for each answer, but not for ever: a stream has no end.
pub fn client() -> Client {
    let _ = rustls::crypto::ring::default_provider().install_default();
    Client::builder().no_proxy().connect_timeout(TIMEOUT).read_timeout(TIMEOUT).build().unwrap()
}

/// A browser that began an upload.
#[derive(Clone)]
pub struct Browser {
    pub tag: String,
    pub cookie: String,
    pub set_cookie: String,
    /// What a proxy says of it; empty without one.
    pub address: String,
}

impl Browser {
    pub async fn begin(relay: &Relay) -> Self {
        Self::try_begin(relay).await.expect("an upload")
    }

    /// Behind a proxy that writes `X-Forwarded-For`.
    pub async fn begin_at(relay: &Relay, address: &str) -> Self {
        Self::try_begin_at(relay, address).await.expect("an upload")
    }

    /// `None` if the relay can't store it.
    pub async fn try_begin(relay: &Relay) -> Option<Self> {
        Self::try_begin_at(relay, "").await
    }

    async fn try_begin_at(relay: &Relay, address: &str) -> Option<Self> {
        let request = relay.client.post(format!("{}/uploads", relay.url)).header("x-forwarded-for", address);
        let answer = request.send().await.unwrap();
        if answer.status() == 503 {
            return None;
        }
        assert_eq!(answer.status(), 201);
        let set_cookie = answer.headers()["set-cookie"].to_str().unwrap().to_owned();
        let cookie = set_cookie.split(';').next().unwrap().to_owned();
        let body: Value = answer.json().await.unwrap();
        Some(Self { tag: body["tag"].as_str().unwrap().to_owned(), cookie, set_cookie, address: address.to_owned() })
    }

    pub async fn get(&self, relay: &Relay, what: &str) -> Response {
        let request = client().get(format!("{}/uploads/{}/{what}", relay.url, self.tag)).header("cookie", &self.cookie);
        request.timeout(TIMEOUT).send().await.unwrap()
    }

    pub async fn submitted(&self, relay: &Relay, body: Value) -> StatusCode {
        let request =
            client().post(format!("{}/uploads/{}/submitted", relay.url, self.tag)).header("cookie", &self.cookie);
        request.json(&body).send().await.unwrap().status()
    }

    pub async fn listen(&self, relay: &Relay, last: Option<i64>) -> Stream {
        let mut request =
            relay.client.get(format!("{}/uploads/{}/events", relay.url, self.tag)).header("cookie", &self.cookie);
        request = request.header("x-forwarded-for", &self.address);
        if let Some(last) = last {
            request = request.header("last-event-id", last.to_string());
        }
        Stream { answer: request.send().await.unwrap(), text: String::new() }
    }

    /// Listens as browsers do, again and again, until the upload is ready. Returns how long that took.
    pub async fn until_ready(&self, relay: &Relay) -> Duration {
        let (began, mut last) = (Instant::now(), None);
        while began.elapsed() < TIMEOUT {
            let mut stream = self.listen(relay, last).await;
            while let Some((id, status)) = stream.next().await {
                last = Some(id);
                if status == "ready" {
                    return began.elapsed();
                }
            }
        }
        panic!("it never became ready");
    }

    /// As a webhook about this upload, in the documented shape.
    pub fn accounts(&self) -> Value {
        json!({ "ResponseType": "GetAccountsDetail", "HttpStatusCode": 200, "Tag": self.tag, "RequestId": "r-1",
            "Login": { "Id": "l-1" }, "Accounts": [{ "AccountNumber": "7641238", "Holder": { "Name": "Ada Example" } }] })
    }

    pub fn pending(&self) -> Value {
        json!({ "ResponseType": "GetAccountsDetail", "HttpStatusCode": 202, "FlinksCode": "OPERATION_PENDING", "Tag": self.tag })
    }

    pub fn failure(&self) -> Value {
        json!({ "ResponseType": "GetAccountsDetail", "HttpStatusCode": 400, "FlinksCode": "Document_Processing_Failed", "Tag": self.tag })
    }
}

/// An event stream, read as a browser does.
pub struct Stream {
    pub answer: Response,
    text: String,
}

impl Stream {
    /// The next block; `None` at the end.
    pub async fn block(&mut self) -> Option<String> {
        loop {
            if let Some(end) = self.text.find("\n\n") {
                let rest = self.text.split_off(end + 2);
                return Some(std::mem::replace(&mut self.text, rest));
            }
            let chunk = tokio::time::timeout(TIMEOUT, self.answer.chunk()).await.expect("nothing came in time");
            match chunk {
                Ok(Some(chunk)) => self.text.push_str(std::str::from_utf8(&chunk).unwrap()),
                // The end, or the relay was killed.
                Ok(None) | Err(_) => return None,
            }
        }
    }

    /// The next event, as `(id, status)`; comments are passed over, but not for ever.
    pub async fn next(&mut self) -> Option<(i64, String)> {
        tokio::time::timeout(TIMEOUT, self.event()).await.expect("no event came in time")
    }

    async fn event(&mut self) -> Option<(i64, String)> {
        loop {
            let block = self.block().await?;
            let field = |name: &str| block.lines().find_map(|line| line.strip_prefix(name)).map(str::trim);
            let Some(data) = field("data:") else { continue };
            assert_eq!(field("event:"), Some("status"));
            let data: Value = serde_json::from_str(data).unwrap();
            assert!(data["at"].as_str().unwrap().ends_with('Z'), "{data}");
            return Some((field("id:").unwrap().parse().unwrap(), data["status"].as_str().unwrap().to_owned()));
        }
    }

    pub async fn expect(&mut self, status: &str) -> i64 {
        let (id, found) = self.next().await.expect("the stream ended");
        assert_eq!(found, status);
        id
    }
}

/// A relay that is connected to the mock of Flinks.
pub async fn with_mock(settings: &[(&str, &str)], processing: Duration) -> (Relay, String) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let base = format!("http://{}", listener.local_addr().unwrap());
    let settings: Vec<(&str, &str)> = settings.iter().copied().chain([("FLINKS_API_BASE", base.as_str())]).collect();
    let relay = Relay::start_with(&database().await, &settings);
    serve_mock(listener, &relay.url, processing);
    (relay, base)
}

pub fn serve_mock(listener: TcpListener, relay: &str, processing: Duration) {
    let mut config = Config::read(|_| None).unwrap();
    config.webhook_url = format!("{relay}/webhooks/flinks");
    WEBHOOK_KEY.clone_into(&mut config.webhook_key);
    SECRET_KEY.clone_into(&mut config.secret_key);
    API_KEY.clone_into(&mut config.api_key);
    config.processing = processing;
    config.retry = Duration::from_millis(300);
    let app = flinks_upload_mock::router(Mock::new(config, client()));
    tokio::spawn(async move { axum::serve(listener, app).await.unwrap() });
}

/// Reports uploaded documents, as the mock of Connect does; returns the ids of its REDIRECT.
pub async fn upload_documents(mock: &str, body: &Value) -> (String, String) {
    let answer = client().post(format!("{mock}/mock/uploads")).json(body).send().await.unwrap();
    assert_eq!(answer.status(), 202);
    let ids: Value = answer.json().await.unwrap();
    (ids["requestId"].as_str().unwrap().to_owned(), ids["loginId"].as_str().unwrap().to_owned())
}
