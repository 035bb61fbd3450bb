//! The program ffmpeg, which reads and writes videos. It gets its arguments one by one, never through a shell.

use anyhow::{Result, anyhow};
use std::collections::VecDeque;
use std::ffi::{OsStr, OsString};
use std::io::{BufRead, BufReader, ErrorKind, Read};
use std::path::Path;
use std::process::{Child, ChildStdin, ChildStdout, Command, Stdio};
use std::thread::JoinHandle;

/// Lines of ffmpeg's complaints that are kept, and how much of each.
const LINES: usize = 64;
const LINE: u64 = 400;

/// A running ffmpeg. Dropped before it is done, it is stopped.
pub(crate) struct Ffmpeg {
    child: Child,
    said: Option<JoinHandle<VecDeque<String>>>,
}

impl Ffmpeg {
    /// Starts it. Standard input is fed by us, or empty; standard output is read by us.
    pub(crate) fn start(args: impl IntoIterator<Item = impl AsRef<OsStr>>, fed: bool) -> Result<Self> {
        let mut command = Command::new("ffmpeg");
        command.args(["-nostdin", "-hide_banner"]).args(args);
        command.stdin(if fed { Stdio::piped() } else { Stdio::null() }).stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = command.spawn().map_err(|error| match error.kind() {
            ErrorKind::NotFound => anyhow!(
                "videos are read and written by the program ffmpeg, and there is none here; install it (for example with `apt install ffmpeg`, \
                 `brew install ffmpeg` or `winget install ffmpeg`), or give a folder of frames and end the film's name in .webp, which need no ffmpeg"
            ),
            _ => anyhow!("the program ffmpeg cannot be started: {error}"),
        })?;
        let said = child.stderr.take().map(|stderr| std::thread::spawn(move || listen(stderr)));
        Ok(Self { child, said })
    }

    pub(crate) fn input(&mut self) -> Option<ChildStdin> {
        self.child.stdin.take()
    }

    pub(crate) fn output(&mut self) -> Option<ChildStdout> {
        self.child.stdout.take()
    }

    /// Waits for its end: whether it ended well, and the last lines it said.
    pub(crate) fn finish(mut self) -> Result<(bool, Vec<String>)> {
        let status = self.child.wait().map_err(|e| anyhow!("the program ffmpeg was lost: {e}"))?;
        let lines = self.said.take().and_then(|said| said.join().ok()).unwrap_or_default();
        Ok((status.success(), lines.into()))
    }
}

impl Drop for Ffmpeg {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The last lines of a stream, however long it and its lines are.
fn listen(stream: impl Read) -> VecDeque<String> {
    let mut stream = BufReader::new(stream);
    let mut lines = VecDeque::new();
    loop {
        let mut line = Vec::new();
        match stream.by_ref().take(LINE).read_until(b'\n', &mut line) {
            Ok(0) | Err(_) => return lines,
            Ok(_) => {}
        }
        let line: String = String::from_utf8_lossy(&line).trim().chars().filter(|c| !c.is_control()).collect();
        if !line.is_empty() {
            if lines.len() == LINES {
                lines.pop_front();
            }
            lines.push_back(line);
        }
    }
}

/// What ffmpeg said last, in a few words.
pub(crate) fn last_words(lines: &[String]) -> String {
    lines.last().map_or_else(|| "it said nothing".to_owned(), |line| format!("it said: {line}"))
}

/// A file's name as ffmpeg takes it: never an option, and never anything but a file, whatever it is called.
pub(crate) fn file(path: &Path) -> std::io::Result<OsString> {
    let mut name = OsString::from("file:");
    name.push(std::path::absolute(path)?);
    Ok(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_only_ever_files() {
        for name in ["-i", "http://x/y.mp4", "concat:a|b", "pipe:0", "a b.mp4"] {
            let named = file(Path::new(name)).unwrap().into_string().unwrap();
            assert!(named.starts_with("file:/") || cfg!(windows) && named.starts_with("file:"), "{named}");
        }
    }

    #[test]
    fn only_the_last_lines_are_kept() {
        let mut text = "x".repeat(10_000) + "\n";
        (0..500).for_each(|i| text += &format!("line {i}\n\n"));
        let lines = listen(text.as_bytes());
        assert_eq!((lines.len(), lines.back().map(String::as_str)), (LINES, Some("line 499")));
        assert_eq!(last_words(&Vec::from(lines.clone())), "it said: line 499");
        assert_eq!(last_words(&[]), "it said nothing");
    }
}
