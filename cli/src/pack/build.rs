//! `selfmoji pack build`: the embeddings by which photos find a pack's parts.

use super::args::BuildArgs;
use super::check;
use crate::{batch, load, write};
use anyhow::{Context, Result, bail};
use selfmoji::kind::Kind;
use selfmoji::matching::Library;
use selfmoji::pack::Pack;
use selfmoji::studio::ExtractorKind;
use std::ops::ControlFlow;

/// Computes the embeddings of all parts and puts them into the pack.
pub(super) fn run(args: &BuildArgs) -> Result<bool> {
    check::demand(&args.folder)?;
    let pack = Pack::open(&args.folder).with_context(|| format!("the style pack {} cannot be loaded", args.folder.display()))?;
    let target = args.folder.join("embeddings.json");
    write::check(&target)?;
    // A pack may come from anywhere, and a link in it may lead anywhere.
    if std::fs::symlink_metadata(&target).is_ok_and(|data| data.is_symlink()) {
        bail!("{} is a link, and links in a pack are not followed; remove it first", target.display());
    }
    let studio = load::studio(&args.models, ExtractorKind::Autoencoder)?;
    let total = Kind::SEEN.iter().map(|&kind| pack.parts(kind).len()).sum();
    let bar = batch::bar(total, "parts");
    let library = Library::build(&pack, studio.extractor(), &mut |done, _| {
        bar.set_position(done as u64);
        ControlFlow::Continue(())
    })?;
    bar.finish_and_clear();
    write::write(&target, library.to_json().as_bytes())?;
    let manifest = pack.manifest();
    batch::print(&format!("{}: embeddings of {total} parts of {} {}\n", target.display(), manifest.name, manifest.version))?;
    Ok(true)
}
