//! What is printed at the end: how many frames, and how often the choices changed with and without smoothing.

use super::history::{Changes, ROWS};
use super::rate::Rate;
use crate::failure::Failure;
use crate::summary;
use std::path::Path;
use std::time::Duration;

#[derive(Debug, Default)]
pub(crate) struct Tally {
    /// Frames that could be read as pictures, with or without a face.
    pub(crate) read: usize,
    pub(crate) faceless: usize,
    pub(crate) unreadable: usize,
    /// Why the first of those had no face.
    pub(crate) first_reason: Option<String>,
    /// Whether there was more than may be taken.
    pub(crate) cut_short: bool,
    pub(crate) alone: Changes,
    pub(crate) live: Changes,
    pub(crate) alone_took: Duration,
    pub(crate) live_took: Duration,
}

impl Tally {
    pub(crate) fn faceless(&mut self, failure: &Failure) {
        self.faceless += 1;
        self.first_reason.get_or_insert_with(|| failure.message.clone());
    }

    pub(crate) fn unreadable(&mut self, failure: &Failure) {
        self.unreadable += 1;
        self.first_reason.get_or_insert_with(|| failure.message.clone());
    }

    pub(crate) fn text(&self, film: &Path, rate: Rate) -> String {
        let mut out = String::new();
        let all = self.read + self.unreadable;
        let mut line = |text: String| out.extend([text.as_str(), "\n"]);
        line(film.display().to_string());
        let more = if self.cut_short { "; there are more, see --max-frames" } else { "" };
        line(format!("  {all} frames, {rate} a second{more}"));
        for (count, what) in [(self.faceless, "without a face to work with"), (self.unreadable, "that cannot be read")] {
            if count > 0 {
                line(format!("  {count} {what}"));
            }
        }
        line(format!("  {:<12}{:>11}{:>11}", "Changes", "one by one", "smoothed"));
        for kind in ROWS {
            line(format!("  {:<12}{:>11}{:>11}", summary::title(kind), self.alone.of(kind), self.live.of(kind)));
        }
        let parts = |changes: &Changes| ROWS.into_iter().map(|kind| changes.of(kind)).sum::<usize>();
        line(format!("  {:<12}{:>11}{:>11}", "All parts", parts(&self.alone), parts(&self.live)));
        line(format!("  {:<12}{:>11}{:>11}", "Swatches", self.alone.colours, self.live.colours));
        let each = |took: Duration| format!("{:.1}", took.as_secs_f64() * 1000.0 / self.read.max(1) as f64);
        line(format!("  {:<12}{:>11}{:>11}", "ms a frame", each(self.alone_took), each(self.live_took)));
        out
    }
}
