//! `selfmoji options`: what can be changed about a saved recipe, for people and for apps.

use crate::args_edit::OptionsArgs;
use crate::failure::Failure;
use crate::{batch, load, write};
use anyhow::{Context, Result, anyhow};
use selfmoji::edit::{self, Change, ColourOptions, KindOptions, Options};
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::picture;
use selfmoji::recipe::Recipe;
use std::fmt::Write;
use std::path::Path;

/// Side of the thumbnails in pixels.
const SIDE: u32 = 128;
/// Where the values begin, and where lines end.
const INDENT: usize = 20;
const WIDTH: usize = 110;

pub(crate) fn run(args: &OptionsArgs) -> Result<bool> {
    let named = || args.recipe.display().to_string();
    let recipe = load::recipe(&args.recipe).with_context(named)?;
    let pack = load::pack_for(&recipe, &args.style).with_context(named)?;
    let mut options = edit::options(&pack, &recipe).with_context(named)?;
    if let Some(folder) = &args.thumbnails {
        load::spare(&args.style, [folder])?;
        write::make_folder(folder)?;
        thumbnails(&mut options, &pack, &recipe, folder).map_err(|failure| anyhow!(failure.message))?;
    }
    let text = if args.json { serde_json::to_string_pretty(&options)? + "\n" } else { summary(&options) };
    batch::print(&text)?;
    Ok(true)
}

/// Draws every part and expression, and notes the file of each.
fn thumbnails(options: &mut Options, pack: &Pack, recipe: &Recipe, folder: &Path) -> Result<(), Failure> {
    let kinds = options.tabs.iter_mut().flat_map(|t| &mut t.kinds);
    let parts = kinds.flat_map(|k| {
        let kind = k.kind;
        k.parts.iter_mut().map(move |p| (format!("{kind}-{}.png", p.id), Change::Part { kind, id: Some(p.id.clone()) }, &mut p.thumbnail))
    });
    let expressions = options.expressions.iter_mut();
    let expressions = expressions.map(|e| (format!("expression-{}.png", e.id), Change::Expression { id: e.id.clone() }, &mut e.thumbnail));
    let all: Vec<_> = parts.chain(expressions).collect();
    let bar = batch::bar(all.len(), "thumbnails");
    for (file, change, thumbnail) in all {
        let svg = edit::thumbnail(pack, recipe, &change, SIDE).map_err(|e| Failure::file(e.to_string()))?;
        write::write(&folder.join(&file), &picture::png(&svg, SIDE)?).map_err(|e| Failure::write(&e))?;
        *thumbnail = Some(file);
        bar.inc(1);
    }
    bar.finish_and_clear();
    Ok(())
}

/// Everything as it would be typed for `edit`, with what is chosen in brackets.
fn summary(options: &Options) -> String {
    let pack = &options.pack;
    let mut out = format!("{} {} by {}, {}\n", pack.title, pack.version, pack.author, pack.licence);
    for tab in &options.tabs {
        out += &format!("\n{}\n", tab.title);
        for kind in &tab.kinds {
            of_kind(&mut out, kind);
            tab.colours.iter().filter(|c| c.kind == Some(kind.kind)).for_each(|c| of_colour(&mut out, c));
        }
        tab.colours.iter().filter(|c| !tab.kinds.iter().any(|k| c.kind == Some(k.kind))).for_each(|c| of_colour(&mut out, c));
    }
    out += "\nExpressions\n";
    line(&mut out, "expression", options.expressions.iter().map(|e| chosen(&e.id, e.chosen)));
    out
}

fn of_kind(out: &mut String, kind: &KindOptions) {
    let none = kind.optional.then(|| chosen("none", !kind.parts.iter().any(|p| p.chosen)));
    line(out, kind.kind.name(), none.into_iter().chain(kind.parts.iter().map(|p| chosen(&p.id, p.chosen))));
    for axis in &kind.axes {
        line(out, &format!("{}.{}", kind.kind, axis.id), [format!("[{}]", axis.value), format!("{} to {}", axis.min, axis.max)]);
    }
}

fn of_colour(out: &mut String, colour: &ColourOptions) {
    let key = if Kind::from_name(&colour.role).is_some() { format!("colour.{}", colour.role) } else { colour.role.clone() };
    let free = (!colour.swatches.iter().any(|s| s.chosen)).then(|| chosen(&colour.value, true));
    let any = colour.free.then(|| "#rrggbb".to_owned());
    line(out, &key, free.into_iter().chain(colour.swatches.iter().map(|s| chosen(&s.id, s.chosen))).chain(any));
}

fn chosen(id: &str, chosen: bool) -> String {
    if chosen { format!("[{id}]") } else { id.to_owned() }
}

/// A key and its values, broken where a terminal would break them less well.
fn line(out: &mut String, key: &str, values: impl IntoIterator<Item = String>) {
    // Writing to a string cannot fail.
    let _ = write!(out, "  {key:<18}");
    let mut column = INDENT;
    for value in values {
        if column + value.len() + 2 > WIDTH {
            let _ = write!(out, "\n{:INDENT$}", "");
            column = INDENT;
        }
        column += value.len() + 2;
        let _ = write!(out, "  {value}");
    }
    out.push('\n');
}
