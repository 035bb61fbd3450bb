//! `selfmoji pack`: work on style packs.

use crate::args::BuildArgs;
use crate::{batch, load, write};
use anyhow::{Context, Result, bail};
use selfmoji::matching::Library;
use selfmoji::pack::Pack;
use selfmoji::studio::ExtractorKind;

/// Computes the embeddings of all parts and puts them into the pack.
pub(crate) fn build(args: &BuildArgs) -> Result<bool> {
    let pack = Pack::open(&args.folder).with_context(|| format!("the style pack {} cannot be loaded", args.folder.display()))?;
    let target = args.folder.join("embeddings.json");
    write::check(&target)?;
    // A pack may come from anywhere, and a link in it may lead anywhere.
    if std::fs::symlink_metadata(&target).is_ok_and(|data| data.is_symlink()) {
        bail!("{} is a link, and links in a pack are not followed; remove it first", target.display());
    }
    let studio = load::studio(&args.models, ExtractorKind::Autoencoder)?;
    let bar = batch::bar(pack.manifest().kinds.values().map(Vec::len).sum(), "parts");
    let library = Library::build(&pack, studio.extractor(), &mut |done, _| bar.set_position(done as u64))?;
    bar.finish_and_clear();
    write::write(&target, library.to_json().as_bytes())?;
    batch::print(&format!("{}\n", target.display()))?;
    Ok(true)
}
