//! Many photos in one run: one after the other, past the bad ones, with a progress bar where somebody watches.

use crate::failure::Failure;
use crate::terminal;
use indicatif::{ProgressBar, ProgressStyle};
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};

/// Works on each photo and prints the text that comes of it to stdout; `excuse` gives the text for one that failed.
///
/// Says whether all went well. An error means that stdout cannot be written to.
pub(crate) fn each(
    photos: &[PathBuf],
    mut work: impl FnMut(usize, &Path) -> Result<String, Failure>,
    excuse: impl Fn(&Path, &Failure) -> String,
) -> anyhow::Result<bool> {
    let bar = bar(photos.len(), "photos");
    let mut good = true;
    for (i, photo) in photos.iter().enumerate() {
        // One photo that trips a decoder must not cost the others.
        let result = catch_unwind(AssertUnwindSafe(|| work(i, photo))).unwrap_or_else(|_| Err(tripped()));
        let text = result.unwrap_or_else(|failure| {
            good = false;
            bar.suspend(|| complain(photo, &failure));
            excuse(photo, &failure)
        });
        bar.suspend(|| print(&text))?;
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(good)
}

fn tripped() -> Failure {
    let message = "this file made the program stumble, which is a defect of the program; please report it with the lines above".into();
    Failure { kind: "internal", message }
}

/// Writes to stdout at once, so that a reader at the other end of a pipe sees each photo when it is done.
pub(crate) fn print(text: &str) -> std::io::Result<()> {
    let mut out = std::io::stdout().lock();
    out.write_all(text.as_bytes())?;
    out.flush()
}

/// Says on stderr what was wrong with a file.
pub(crate) fn complain(file: &Path, failure: &Failure) {
    let _ = writeln!(std::io::stderr(), "selfmoji: {}: {}", terminal::line(&file.display().to_string()), terminal::text(&failure.message));
}

/// A progress bar on stderr, invisible where that is no terminal or there is only one thing to do.
pub(crate) fn bar(total: usize, what: &'static str) -> ProgressBar {
    if total < 2 {
        return ProgressBar::hidden();
    }
    let bar = ProgressBar::new(total as u64);
    let template = "{bar:40} {pos} of {len} {msg}, {eta} left";
    if let Ok(style) = ProgressStyle::with_template(template) {
        bar.set_style(style.progress_chars("━╸─"));
    }
    bar.with_message(what)
}
