//! `selfmoji stickers`: a person's expressions as a folder of stickers. Needs no model.

use crate::args::{StickersArgs, usage};
use crate::{batch, load};
use anyhow::{Context, Result, anyhow, bail};
use selfmoji::sticker::{Naming, Wanted, limits, set};
use std::fs;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};

/// The file by which a folder of stickers is known.
const INDEX: &str = "stickers.json";

pub(crate) fn run(args: &StickersArgs) -> Result<bool> {
    for (flag, text) in [("--name", &args.name), ("--publisher", &args.publisher)] {
        if text.trim().is_empty() || text.chars().count() > 128 || text.chars().any(char::is_control) {
            return Err(usage("stickers", format!("{flag}: give 1 to 128 characters in one line")).into());
        }
    }
    free(&args.output, args.replace)?;
    load::spare(&args.style, [&args.output])?;
    let recipe = load::recipe(&args.recipe).with_context(|| args.recipe.display().to_string())?;
    let pack = load::pack_for(&recipe, &args.style).with_context(|| args.recipe.display().to_string())?;
    let wanted = Wanted { expressions: args.only.clone(), animated: !args.no_animated };
    let bar = batch::bar(2, "stickers");
    let set = set(&pack, &recipe, &wanted, &mut |done, total| {
        bar.set_length(total as u64);
        bar.set_position(done as u64);
        ControlFlow::Continue(())
    });
    bar.finish_and_clear();
    let set = set?;
    let naming = Naming { name: args.name.clone(), publisher: args.publisher.clone() };
    place(&args.output, args.replace, &set.files(&naming))?;
    batch::print(&format!("{}: {} stickers, {} animated\n", args.output.display(), set.still.len(), set.animated.len()))?;
    if set.still.len() < limits::PACK.0 {
        batch::print(&format!("WhatsApp takes packs of {} stickers or more, so there is none for it\n", limits::PACK.0))?;
    }
    Ok(true)
}

/// All that a folder of stickers has in it.
const OURS: [&str; 4] = [INDEX, "whatsapp", "telegram", "animated"];

/// Only a folder that is new, empty or full of stickers is written to: anything else was not made here.
fn free(folder: &Path, replace: bool) -> Result<()> {
    let name = folder.display();
    let Ok(data) = fs::symlink_metadata(folder) else { return Ok(()) };
    if !data.is_dir() {
        bail!("{name} is not a folder; name a folder for the stickers");
    }
    let full = fs::read_dir(folder).with_context(|| format!("{name} cannot be read"))?.next().is_some();
    let ours = |name: &std::ffi::OsStr| OURS.iter().any(|o| name == *o);
    let other = fs::read_dir(folder)?.filter_map(Result::ok).find(|e| !ours(&e.file_name()));
    if full && (other.is_some() || !folder.join(INDEX).is_file()) {
        bail!("{name} has something else in it; name a new folder");
    }
    if full && !replace {
        bail!("{name} has stickers in it; add --replace, or name a new folder");
    }
    Ok(())
}

/// Writes everything beside the folder first and then puts it in its place, so that there is never half a set.
fn place(folder: &Path, replace: bool, files: &[(String, Vec<u8>)]) -> Result<()> {
    let fail = |e: std::io::Error| anyhow!("{} cannot be written: {e}", folder.display());
    let parent = match folder.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    };
    fs::create_dir_all(&parent).map_err(fail)?;
    let ready = tempfile::Builder::new().prefix(".selfmoji-").tempdir_in(&parent).map_err(fail)?;
    let fresh = ready.path().join("new");
    for (name, content) in files {
        let path = fresh.join(name);
        fs::create_dir_all(path.parent().unwrap_or(&fresh)).map_err(fail)?;
        fs::write(&path, content).map_err(fail)?;
    }
    // Drawing took a while; somebody may have put something there.
    free(folder, replace)?;
    // An empty folder only: this takes nothing away from anybody.
    let _ = fs::remove_dir(folder);
    if folder.exists() {
        // The old set is kept until the new one stands in its place.
        let old = ready.path().join("old");
        fs::rename(folder, &old).map_err(fail)?;
        if let Err(error) = fs::rename(&fresh, folder) {
            fs::rename(&old, folder).map_err(fail)?;
            return Err(fail(error));
        }
        return Ok(());
    }
    fs::rename(&fresh, folder).map_err(fail)
}
