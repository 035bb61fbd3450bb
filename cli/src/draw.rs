//! `selfmoji draw`: a saved recipe to a picture. Needs no model.

use crate::args::{DrawArgs, usage};
use crate::format::Format;
use crate::{batch, load, photos, targets, write};
use anyhow::{Context, Result};
use selfmoji::recipe::Recipe;
use std::path::Path;
use std::slice;

/// Far more than any recipe has; the library has its own, tighter limit and says so better.
const MAX_BYTES: usize = 1 << 20;

pub(crate) fn run(args: &DrawArgs) -> Result<bool> {
    let format = plan(args).map_err(|message| usage("draw", message))?;
    write::check(&args.output)?;
    let recipe = read(&args.recipe).with_context(|| args.recipe.display().to_string())?;
    let pack = load::pack_for(&recipe, &args.style).with_context(|| args.recipe.display().to_string())?;
    match format.encode(&pack, &recipe, args.picture.size) {
        Ok(content) => write::write(&args.output, &content)?,
        Err(failure) => {
            batch::complain(&args.recipe, &failure);
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

/// Reads a recipe file. The error does not repeat its name.
pub(crate) fn read(recipe: &Path) -> Result<Recipe> {
    let bytes = photos::read(recipe, MAX_BYTES).map_err(|failure| anyhow::anyhow!(failure.message))?;
    let json = String::from_utf8(bytes).map_err(|_| anyhow::anyhow!("this is not text; give a recipe that `create --format json` wrote"))?;
    Ok(Recipe::from_json(&json)?)
}
