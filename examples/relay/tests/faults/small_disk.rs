//! A small file system in memory. Mounting needs root.

use std::{
    fs,
    path::PathBuf,
    process::Command,
    sync::atomic::{AtomicU32, Ordering},
};

/// A file system of this test alone; unmounted when the test ends.
pub struct SmallDisk {
    pub path: PathBuf,
}

impl SmallDisk {
    /// `Err` with the reason if this machine allows no mount.
    pub fn mount(mebibytes: u32) -> Result<Self, String> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        let name = format!("relay-disk-{}-{}", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed));
        // Where other users can reach it, such as that of PostgreSQL.
        let path = std::env::temp_dir().join(name);
        fs::create_dir_all(&path).unwrap();
        let size = format!("size={mebibytes}m");
        let mounted = run("mount", &["-t", "tmpfs", "-o", &size, "tmpfs", path.to_str().unwrap()]);
        if mounted {
            Ok(Self { path })
        } else {
            let _ = fs::remove_dir(&path);
            Err("a tmpfs can't be mounted here (it needs root)".to_owned())
        }
    }

    pub fn database(&self) -> String {
        format!("sqlite://{}?mode=rwc", self.path.join("relay.db").display())
    }

    /// Leaves this many bytes free.
    pub fn fill(&self, free: u64) {
        let available = self.available();
        fs::write(self.path.join("filler"), vec![0; usize::try_from(available.saturating_sub(free)).unwrap()]).unwrap();
    }

    pub fn free(&self) {
        fs::remove_file(self.path.join("filler")).unwrap();
    }

    pub fn remount(&self, option: &str) -> bool {
        run("mount", &["-o", &format!("remount,{option}"), self.path.to_str().unwrap()])
    }

    fn available(&self) -> u64 {
        let output = Command::new("df").args(["--output=avail", "-B1"]).arg(&self.path).output().unwrap();
        String::from_utf8(output.stdout).unwrap().lines().nth(1).unwrap().trim().parse().unwrap()
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        run("umount", &["-l", self.path.to_str().unwrap()]);
        let _ = fs::remove_dir(&self.path);
    }
}

fn run(program: &str, arguments: &[&str]) -> bool {
    Command::new(program).args(arguments).output().is_ok_and(|output| output.status.success())
}
