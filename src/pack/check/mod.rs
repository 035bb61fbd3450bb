//! Check: everything that is wrong with a pack, and everything that looks like an oversight, each with its file and line.
//!
//! What makes a pack unusable is found by the very code that loads it, told to go on; the rest is advice.

mod advice;
mod axes;
mod classes;
mod files;
mod pictures;
mod slots;

use super::error::plain;
use super::findings::line_of;
use super::source::Source;
use super::{Manifest, Pack, PackError, Part, caps};
use crate::kind::Kind;
use serde::Serialize;
use std::path::Path;

/// More than this many things are a mistake of another kind, and nobody reads on.
const MOST: usize = 1000;

/// What a check found.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Report {
    /// By file and line, the manifest first.
    pub diagnostics: Vec<Diagnostic>,
}

/// One thing that is wrong, or looks so.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Diagnostic {
    /// The file, relative to the pack.
    pub file: String,
    /// The line, counted from 1.
    pub line: u32,
    /// How bad it is.
    pub severity: Severity,
    /// What is wrong, and what to do.
    pub message: String,
}

/// How bad something is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Severity {
    /// The pack cannot be loaded.
    Error,
    /// The pack can be used, but is hardly what its designer meant.
    Warning,
}

impl std::fmt::Display for Severity {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(match self {
            Self::Error => "error",
            Self::Warning => "warning",
        })
    }
}

impl Report {
    /// How many diagnostics there are of a severity.
    #[must_use]
    pub fn count(&self, severity: Severity) -> usize {
        self.diagnostics.iter().filter(|d| d.severity == severity).count()
    }

    fn add(&mut self, severity: Severity, file: &str, line: u32, message: &str) {
        self.diagnostics.push(Diagnostic { file: plain(file), line, severity, message: plain(message) });
    }

    fn sorted(mut self) -> Self {
        self.diagnostics.sort_by(|a, b| (a.file != "pack.json", a).cmp(&(b.file != "pack.json", b)));
        self.diagnostics.dedup();
        self
    }
}

/// Checks a pack. A pack without errors loads; one without warnings has nothing that looks like an oversight either.
///
/// What would spoil every line after it (JSON that cannot be read, SVG that is not well-formed) is the only thing said of that file.
#[must_use]
pub fn check(path: impl AsRef<Path>) -> Report {
    let path = path.as_ref();
    Pack::at(path, |source| examine(source, path)).unwrap_or_else(|error| {
        let mut report = Report::default();
        report.add_error(error, None, "");
        report
    })
}

fn examine(source: &Source<'_>, path: &Path) -> Report {
    let mut errors = Vec::new();
    let read = Pack::read(source, &mut |error| {
        if errors.len() >= MOST {
            return Err(PackError::TooLarge { file: "pack.json".into(), what: "the number of things that are wrong", size: MOST, cap: MOST });
        }
        errors.push(error);
        Ok(())
    });
    let json = source.read("pack.json", caps::JSON_BYTES).unwrap_or_default();
    let json = super::json::text(&json).unwrap_or_default();
    let pack = read.map_err(|error| errors.push(error)).ok();
    let usable = errors.is_empty();
    let mut report = Report::default();
    errors.into_iter().for_each(|error| report.add_error(error, pack.as_ref().map(|p| &p.manifest), json));
    if let Some(pack) = pack {
        let mut checked = Checked { pack: &pack, json, report };
        checked.manifest();
        checked.classes();
        checked.axes();
        checked.slots();
        checked.files();
        checked.folder(path);
        // The pictures of a pack that cannot be loaded are no pack's pictures.
        if usable {
            checked.pictures();
            checked.embeddings();
        }
        report = checked.report;
    }
    report.sorted()
}

impl Report {
    fn add_error(&mut self, error: PackError, manifest: Option<&Manifest>, json: &str) {
        let (file, line, detail) = match error {
            PackError::Part { file, line, detail } => (file, line, detail),
            PackError::Manifest { line, detail } => ("pack.json".into(), line, detail),
            PackError::Read { file, .. } if file == "pack.json" => {
                (file, 1, "no such file; a style pack is a folder or a zip file with a pack.json in it".into())
            }
            PackError::Read { file, detail } => {
                // A file that is not there has no lines; the manifest has one that names it.
                let named = manifest.into_iter().flat_map(listed).find(|(_, _, part)| part.file == file);
                match named {
                    Some((path, ..)) => ("pack.json".into(), line_of(json, &format!("{path}/file")), format!("`{file}`: {detail}")),
                    None => (file, 1, detail),
                }
            }
            PackError::TooLarge { ref file, .. } => (file.clone(), 1, error.to_string()),
            other => ("pack.json".into(), 1, other.to_string()),
        };
        self.add(Severity::Error, &file, line, &detail);
    }
}

/// A pack that was read as far as it can be, and what has been said of it so far.
struct Checked<'a> {
    pack: &'a Pack,
    json: &'a str,
    report: Report,
}

impl Checked<'_> {
    /// A warning about a place in the manifest: keys and indices from the root, `/` before each.
    fn warn(&mut self, path: &str, message: &str) {
        self.report.add(Severity::Warning, "pack.json", line_of(self.json, path), message);
    }

    /// A warning about a line of another file.
    fn warn_in(&mut self, file: &str, line: u32, message: &str) {
        self.report.add(Severity::Warning, file, line, message);
    }
}

/// Every part, also those that only expressions use, with its place in the manifest and its kind.
fn listed(manifest: &Manifest) -> impl Iterator<Item = (String, Kind, &Part)> {
    let own = manifest.kinds.iter().map(|(kind, parts)| ("/kinds", kind, parts));
    let lent = manifest.expressions.parts.iter().map(|(kind, parts)| ("/expressions/parts", kind, parts));
    own.chain(lent).flat_map(|(root, &kind, parts)| parts.iter().enumerate().map(move |(i, part)| (format!("{root}/{kind}/{i}"), kind, part)))
}
