//! `selfmoji draw`: a saved recipe to a picture. Needs no model.

use crate::args::{DrawArgs, usage};
use crate::format::Format;
use crate::{batch, load, targets, write};
use anyhow::{Context, Result};
use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use std::path::Path;
use std::slice;

pub(crate) fn run(args: &DrawArgs) -> Result<bool> {
    let format = plan(args).map_err(|message| usage("draw", message))?;
    write::check(&args.output)?;
    load::spare(&args.style, [&args.output])?;
    let recipe = load::recipe(&args.recipe).with_context(|| args.recipe.display().to_string())?;
    let pack = load::pack_for(&recipe, &args.style).with_context(|| args.recipe.display().to_string())?;
    save(&pack, &recipe, format, args.picture.size, &args.recipe, &args.output)
}

/// Writes what became of a recipe file; what cannot be drawn is said, and makes no file.
pub(crate) fn save(pack: &Pack, recipe: &Recipe, format: Format, size: u32, source: &Path, output: &Path) -> Result<bool> {
    match format.encode(pack, recipe, size) {
        Ok(content) => write::write(output, &content)?,
        Err(failure) => {
            batch::complain(source, &failure);
            return Ok(false);
        }
    }
    Ok(true)
}

fn plan(args: &DrawArgs) -> Result<Format, String> {
    let format = Format::choose(args.picture.format, Some(&args.output))?;
    if format == Format::Json {
        return Err("a recipe is drawn as png, webp or svg; it is JSON already".into());
    }
    targets::spare(slice::from_ref(&args.recipe), [&args.output])?;
    Ok(format)
}
