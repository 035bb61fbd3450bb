//! `selfmoji draw`: a saved recipe to a picture. Needs no model.

use crate::args::{DrawArgs, usage};
use crate::format::Format;
use crate::{batch, load, targets, write};
use anyhow::{Context, Result};
use std::slice;

pub(crate) fn run(args: &DrawArgs) -> Result<bool> {
    let format = plan(args).map_err(|message| usage("draw", message))?;
    write::check(&args.output)?;
    load::spare(&args.style, [&args.output])?;
    let recipe = load::recipe(&args.recipe).with_context(|| args.recipe.display().to_string())?;
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
