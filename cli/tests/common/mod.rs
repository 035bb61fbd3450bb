//! Running the program as its users do.
#![allow(dead_code)] // No test uses all of it.

use serde_json::Value;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// What a run left behind.
#[derive(Debug)]
pub(crate) struct Done {
    pub(crate) code: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// A temporary folder to run in.
pub(crate) struct Room {
    folder: tempfile::TempDir,
}

impl Room {
    pub(crate) fn new() -> Self {
        Self { folder: tempfile::tempdir().unwrap() }
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Puts a copy of the example portrait there.
    pub(crate) fn portrait(&self, name: &str) -> PathBuf {
        self.put(name, &std::fs::read(portrait()).unwrap())
    }

    pub(crate) fn put(&self, name: &str, content: &[u8]) -> PathBuf {
        let path = self.path(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.path(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
    }

    /// The names in a folder, sorted.
    pub(crate) fn names(&self, folder: &str) -> Vec<String> {
        let entries = std::fs::read_dir(self.path(folder)).unwrap();
        let mut names: Vec<String> = entries.map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    pub(crate) fn command<S: AsRef<OsStr>>(&self, args: &[S]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_selfmoji"));
        command.args(args).current_dir(self.folder.path()).stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs the program; a run that hangs fails the test.
    pub(crate) fn run<S: AsRef<OsStr>>(&self, args: &[S]) -> Done {
        let mut child = self.command(args).spawn().unwrap();
        let (mut out, mut err) = (child.stdout.take().unwrap(), child.stderr.take().unwrap());
        let out = std::thread::spawn(move || std::io::read_to_string(&mut out).unwrap());
        let err = std::thread::spawn(move || std::io::read_to_string(&mut err).unwrap());
        let start = Instant::now();
        let status = loop {
            match child.try_wait().unwrap() {
                Some(status) => break status,
                None if start.elapsed() > Duration::from_secs(120) => {
                    child.kill().unwrap();
                    panic!("the program hangs");
                }
                None => std::thread::sleep(Duration::from_millis(10)),
            }
        };
        let done = Done { code: status.code().unwrap_or(-1), out: out.join().unwrap(), err: err.join().unwrap() };
        assert!(!done.err.contains("panicked"), "{done:?}");
        done
    }

    /// Runs the program, which must end well.
    pub(crate) fn ok<S: AsRef<OsStr>>(&self, args: &[S]) -> String {
        let done = self.run(args);
        assert_eq!(done.code, 0, "{done:?}");
        assert_eq!(done.err, "");
        done.out
    }
}

pub(crate) fn portrait() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../examples/portrait.jpg")
}

pub(crate) fn lines(out: &str) -> Vec<Value> {
    out.lines().map(|l| serde_json::from_str(l).unwrap_or_else(|e| panic!("{e}: {l}"))).collect()
}
