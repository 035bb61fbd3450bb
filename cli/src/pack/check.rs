//! `selfmoji pack check`: what is wrong with a pack, in lines that editors understand.

use super::args::CheckArgs;
use crate::batch;
use anyhow::{Result, bail};
use selfmoji::pack::{self, Diagnostic, Report, Severity};
use serde::Serialize;
use std::path::Path;

#[derive(Serialize)]
struct Summary<'a> {
    errors: usize,
    warnings: usize,
    #[serde(flatten)]
    report: &'a Report,
}

pub(super) fn run(args: &CheckArgs) -> Result<bool> {
    let report = report(&args.pack)?;
    let (errors, warnings) = (report.count(Severity::Error), report.count(Severity::Warning));
    if args.json {
        let summary = Summary { errors, warnings, report: &report };
        batch::print(&(serde_json::to_string_pretty(&summary)? + "\n"))?;
    } else {
        let lines: String = report.diagnostics.iter().map(|d| line(&args.pack, d)).collect();
        batch::print(&format!("{lines}{}: {}, {}\n", args.pack.display(), count(errors, "error"), count(warnings, "warning")))?;
    }
    Ok(errors == 0)
}

pub(super) fn report(pack: &Path) -> Result<Report> {
    if !pack.exists() {
        bail!("{}: there is no such folder or file; name a style pack's folder or zip file", pack.display());
    }
    Ok(pack::check(pack))
}

/// For commands that need a pack without errors: fails with all that there are.
pub(super) fn demand(pack: &Path) -> Result<Report> {
    let report = report(pack)?;
    let errors: String =
        report.diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| format!("\n{}", line(pack, d).trim_end())).collect();
    match report.count(Severity::Error) {
        0 => Ok(report),
        n => bail!("{} has {} to mend first:{errors}", pack.display(), count(n, "error")),
    }
}

fn line(pack: &Path, d: &Diagnostic) -> String {
    format!("{}:{}: {}: {}\n", pack.join(&d.file).display(), d.line, d.severity, d.message)
}

fn count(n: usize, what: &str) -> String {
    match n {
        0 => format!("no {what}s"),
        1 => format!("1 {what}"),
        n => format!("{n} {what}s"),
    }
}
