//! `selfmoji pack zip`: a pack as one file, to be given away.

use super::args::ZipArgs;
use super::check;
use crate::args::usage;
use crate::{batch, write};
use anyhow::{Context, Result, bail};
use selfmoji::pack::{self, Pack};
use std::path::PathBuf;

pub(super) fn run(args: &ZipArgs) -> Result<bool> {
    if let Some(output) = args.output.as_ref().filter(|o| !o.extension().is_some_and(|e| e.eq_ignore_ascii_case("zip"))) {
        return Err(usage("pack", format!("{}: the file to write must end in .zip", output.display())).into());
    }
    let report = check::demand(&args.folder)?;
    let built = args.folder.join("embeddings.json").exists();
    // Whoever gets the file could not use it, and could not mend it either.
    if let Some(stale) = report.diagnostics.into_iter().find(|d| d.file == "embeddings.json" && built) {
        bail!("{}: {}", args.folder.display(), stale.message);
    }
    let pack = Pack::open(&args.folder).with_context(|| args.folder.display().to_string())?;
    let named = || PathBuf::from(format!("{}-{}.zip", pack.manifest().name, pack.manifest().version));
    let target = args.output.clone().unwrap_or_else(named);
    let bytes = pack::zip_folder(&args.folder).with_context(|| args.folder.display().to_string())?;
    write::write(&target, &bytes)?;
    batch::print(&format!("{}: {} {}, {} KB\n", target.display(), pack.manifest().name, pack.manifest().version, bytes.len().div_ceil(1000)))?;
    Ok(true)
}
