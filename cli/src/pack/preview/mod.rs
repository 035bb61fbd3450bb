//! `selfmoji pack preview`: everything in a pack to look at, as one picture or as one page.

mod gallery;
mod page;
mod sheet;

use super::args::PreviewArgs;
use super::check;
use crate::args::usage;
use crate::{batch, load, write};
use anyhow::{Context, Result, anyhow};
use selfmoji::pack::Pack;

pub(super) fn run(args: &PreviewArgs) -> Result<bool> {
    let ending = args.output.extension().and_then(|e| e.to_str()).map(str::to_lowercase);
    if !matches!(ending.as_deref(), Some("png" | "html")) {
        return Err(usage("pack", format!("{}: the file to write must end in .html or .png", args.output.display())).into());
    }
    write::check(&args.output)?;
    if args.pack.exists() {
        check::demand(&args.pack)?;
    }
    // A folder of one's own comes before a built-in pack of the same name.
    let pack = if args.pack.is_dir() { Pack::open(&args.pack).with_context(|| args.pack.display().to_string())? } else { load::pack(&args.pack)? };
    let sections = gallery::sections(&pack, args.people, &args.seed);
    let bar = batch::bar(sections.iter().map(|s| s.exhibits.len()).sum(), "drawings");
    let content = if ending.as_deref() == Some("html") {
        page::html(&pack, &sections, &|| bar.inc(1)).map(String::into_bytes)
    } else {
        sheet::png(&pack, &sections, &|| bar.inc(1))
    };
    bar.finish_and_clear();
    write::write(&args.output, &content.map_err(|failure| anyhow!("{}: {}", args.pack.display(), failure.message))?)?;
    batch::print(&format!("{}\n", args.output.display()))?;
    Ok(true)
}
