//! PostgreSQL servers of one test alone, which may be stopped, killed and failed over; and the address behind which they are.

use std::{
    fs,
    os::unix::process::CommandExt,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::{
        Arc,
        atomic::{AtomicU16, AtomicU32, Ordering},
    },
};
use tokio::net::{TcpListener, TcpStream};

/// A server; ended with the test.
pub struct Server {
    programs: PathBuf,
    folder: PathBuf,
    pub port: u16,
}

impl Server {
    /// A new one.
    pub fn start() -> Self {
        Self::start_in(&std::env::temp_dir())
    }

    /// A new one whose files are in this folder.
    pub fn start_in(parent: &Path) -> Self {
        let server = Self::place(parent);
        // Small segments, so that a small disk has room for it.
        let segments = "--wal-segsize=1";
        server.run("initdb", &["-D", server.data(), "-U", "relay", "-A", "trust", "-E", "UTF8", "--no-sync", segments]);
        server.resume("");
        server
    }

    /// It ends by itself when its log has no room.
    pub fn is_running(&self) -> bool {
        self.status("pg_ctl", &["status", "-D", self.data()])
    }

    /// A standby of another one, which from now on acknowledges only what the standby has, too.
    pub fn standby_of(primary: &Self) -> Self {
        let server = Self::place(&std::env::temp_dir());
        let source = format!("host=127.0.0.1 port={} user=relay application_name=standby", primary.port);
        server.run(
            "pg_basebackup",
            &["-D", server.data(), "-d", &source, "-R", "-X", "stream", "-c", "fast", "--no-sync"],
        );
        server.resume("");
        let names = "ALTER SYSTEM SET synchronous_standby_names = 'standby'";
        primary.run("psql", &["-X", "-q", "-d", &primary.url(), "-c", names, "-c", "SELECT pg_reload_conf()"]);
        server
    }

    /// As when the machine loses its power.
    pub fn kill(&self) {
        self.run("pg_ctl", &["stop", "-w", "-m", "immediate", "-D", self.data()]);
    }

    /// Starts it again.
    pub fn resume(&self, more: &str) {
        let options = format!(
            "-c listen_addresses=127.0.0.1 -c port={} -c unix_socket_directories={} -c fsync=off -c min_wal_size=2MB -c max_wal_size=8MB {more}",
            self.port,
            self.folder.display()
        );
        let log = self.folder.join("log");
        self.run(
            "pg_ctl",
            &["start", "-w", "-t", "60", "-D", self.data(), "-l", log.to_str().unwrap(), "-o", &options],
        );
    }

    /// Makes a standby the primary.
    pub fn promote(&self) {
        self.run("pg_ctl", &["promote", "-w", "-D", self.data()]);
    }

    pub fn url(&self) -> String {
        format!("postgres://relay@127.0.0.1:{}/postgres", self.port)
    }

    fn data(&self) -> &str {
        self.folder.to_str().unwrap()
    }

    /// A folder and a port.
    fn place(parent: &Path) -> Self {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let number = COUNT.fetch_add(1, Ordering::Relaxed);
        let folder = parent.join(format!("relay-postgres-{}-{number}", std::process::id()));
        fs::create_dir_all(&folder).unwrap();
        let port = std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port();
        let server = Self { programs: programs(), folder, port };
        if let Some(user) = other_user() {
            assert!(Command::new("chown").args([user, server.data()]).status().unwrap().success());
        }
        // initdb and pg_basebackup want it empty and private.
        let private = std::os::unix::fs::PermissionsExt::from_mode(0o700);
        fs::set_permissions(&server.folder, private).unwrap();
        server
    }

    fn run(&self, program: &str, arguments: &[&str]) {
        assert!(self.status(program, arguments), "{program} {arguments:?}");
    }

    /// Whether it succeeded.
    fn status(&self, program: &str, arguments: &[&str]) -> bool {
        let path = self.programs.join(program);
        let mut command = match other_user() {
            Some(user) => {
                let mut command = Command::new("runuser");
                command.args(["-u", user, "--"]).arg(path);
                command
            }
            None => Command::new(path),
        };
        // Not to files of this process, which a server would keep open.
        let command =
            command.args(arguments).current_dir("/").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        // A signal to the test's group, as Ctrl-C is, does not end it before the test has.
        command.process_group(0).status().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let path = self.programs.join("pg_ctl");
        let arguments = ["stop", "-m", "immediate", "-D", self.data()];
        let mut command = Command::new("runuser");
        let command = match other_user() {
            Some(user) => command.args(["-u", user, "--"]).arg(path),
            None => &mut Command::new(path),
        };
        let _ = command.args(arguments).current_dir("/").output();
        let _ = fs::remove_dir_all(&self.folder);
    }
}

/// As root PostgreSQL does not run.
fn other_user() -> Option<&'static str> {
    rustix::process::geteuid().is_root().then_some("postgres")
}

fn programs() -> PathBuf {
    let mut found: Vec<PathBuf> =
        fs::read_dir("/usr/lib/postgresql").into_iter().flatten().map(|one| one.unwrap().path().join("bin")).collect();
    found.sort();
    found.pop().filter(|folder| folder.join("initdb").exists()).unwrap_or_else(|| Path::new("").to_owned())
}

/// One address for whichever server is the primary now.
pub struct Address {
    pub port: u16,
    to: Arc<AtomicU16>,
}

impl Address {
    pub async fn of(server: &Server) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
        let (port, to) = (listener.local_addr().unwrap().port(), Arc::new(AtomicU16::new(server.port)));
        let primary = to.clone();
        tokio::spawn(async move {
            while let Ok((mut client, _)) = listener.accept().await {
                let port = primary.load(Ordering::Relaxed);
                tokio::spawn(async move {
                    if let Ok(mut server) = TcpStream::connect(("127.0.0.1", port)).await {
                        let _ = tokio::io::copy_bidirectional(&mut client, &mut server).await;
                    }
                });
            }
        });
        Self { port, to }
    }

    pub fn move_to(&self, server: &Server) {
        self.to.store(server.port, Ordering::Relaxed);
    }

    pub fn url(&self) -> String {
        format!("postgres://relay@127.0.0.1:{}/postgres", self.port)
    }
}
