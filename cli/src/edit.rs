//! `selfmoji edit`: a saved recipe with changes, or in another style. Needs no model.

use crate::args::{StyleArgs, usage};
use crate::args_edit::EditArgs;
use crate::format::Format;
use crate::{draw, load, targets, write};
use anyhow::{Context, Result};
use selfmoji::edit::{self, Change, EditError};
use std::slice;

pub(crate) fn run(args: &EditArgs) -> Result<bool> {
    let format = plan(args).map_err(|message| usage("edit", message))?;
    write::check(&args.output)?;
    load::spare(&args.style, [&args.output])?;
    load::spare(&StyleArgs { style: args.to_style.clone() }, [&args.output])?;
    let named = || args.recipe.display().to_string();
    let mut recipe = load::recipe(&args.recipe).with_context(named)?;
    let mut pack = load::pack_for(&recipe, &args.style).with_context(named)?;
    if let Some(style) = &args.to_style {
        let to = load::pack(style)?;
        recipe = edit::restyle(&pack, &recipe, &to);
        pack = to;
    }
    let changes = args.changes.iter().map(|text| Change::parse(&pack, text)).collect::<Result<Vec<_>, EditError>>();
    let recipe = changes.and_then(|changes| edit::apply(&pack, &recipe, &changes)).with_context(named)?;
    draw::save(&pack, &recipe, format, args.picture.size, &args.recipe, &args.output)
}

fn plan(args: &EditArgs) -> Result<Format, String> {
    let format = Format::choose(args.picture.format, Some(&args.output))?;
    if args.changes.is_empty() && args.to_style.is_none() {
        return Err("nothing to change; say what, for example hair=bob, or name another style with --to-style".into());
    }
    if format != Format::Json {
        // A recipe may take its own place, a picture may not.
        targets::spare(slice::from_ref(&args.recipe), [&args.output])?;
    }
    Ok(format)
}
