//! A file system that turns read-only while files on it are open, and back.

use crate::support::scratch_folder;
use std::{fs, path::PathBuf, process::Command};

/// The folder of one relay; read-only between [`Self::begin`] and [`Self::end`].
pub struct ReadOnlyFolder {
    pub path: PathBuf,
    mark: PathBuf,
    library: PathBuf,
}

impl ReadOnlyFolder {
    pub fn new() -> Self {
        let scratch = scratch_folder("read-only");
        let (path, mark, library) = (scratch.join("data"), scratch.join("while"), scratch.join("read-only.so"));
        fs::create_dir(&path).unwrap();
        let source = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/faults/read_only.c");
        // The compiler that has just built SQLite.
        let compiler = std::env::var("CC").unwrap_or_else(|_| "cc".to_owned());
        let built = Command::new(compiler).args(["-shared", "-fPIC", "-o"]).arg(&library).arg(source).status().unwrap();
        assert!(built.success());
        Self { path, mark, library }
    }

    pub fn database(&self) -> String {
        format!("sqlite://{}?mode=rwc", self.path.join("relay.db").display())
    }

    /// With these a relay finds it so.
    pub fn settings(&self) -> [(&str, &str); 3] {
        [
            ("LD_PRELOAD", self.library.to_str().unwrap()),
            ("READ_ONLY_FOLDER", self.path.to_str().unwrap()),
            ("READ_ONLY_WHILE", self.mark.to_str().unwrap()),
        ]
    }

    pub fn begin(&self) {
        fs::write(&self.mark, "").unwrap();
    }

    pub fn end(&self) {
        fs::remove_file(&self.mark).unwrap();
    }
}

impl Drop for ReadOnlyFolder {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.path.parent().unwrap());
    }
}
