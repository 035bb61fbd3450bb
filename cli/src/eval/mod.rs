//! `selfmoji eval`: whether the emoji look like the people, measured on a folder of labelled photos.

pub(crate) mod args;
mod attribute;
mod change;
mod compare;
mod consistency;
mod figures;
mod goals;
mod groups;
mod labels;
pub(crate) mod look;
mod measure;
mod page;
mod person;
mod question;
mod report;
mod skin;
mod stability;
mod stats;
mod summary;
mod table;
mod truth;
mod variety;

use crate::{batch, load, write};
use anyhow::{Context, Result, anyhow};
use args::EvalArgs;

pub(crate) fn run(args: &EvalArgs) -> Result<bool> {
    let subjects = labels::subjects(&args.folder, args.list.as_deref())?;
    let masks = truth::folder(args.masks.as_deref(), &args.folder)?;
    let files = args.output.as_ref().map(|folder| ["report.json", "report.html"].map(|name| folder.join(name)));
    if let Some((folder, files)) = args.output.as_ref().zip(files.as_ref()) {
        load::spare(&args.style, files)?;
        write::make_folder(folder)?;
        files.iter().try_for_each(|f| write::check(f))?;
    }
    let (studio, style) = load::studio_and_style(&args.models, &args.style)?;
    let all = measure::all(args, subjects, masks.as_deref(), &studio, &style)?;
    let good = all.good;
    let report = all.report(args, &style)?;
    let mut json = serde_json::to_string_pretty(&report).context("the report cannot be written as JSON")?;
    json.push('\n');
    if let Some([json_file, page_file]) = &files {
        let page = page::html(&report, &all.seen, &style, args.pictures).map_err(|failure| anyhow!(failure.message))?;
        write::write(json_file, json.as_bytes())?;
        write::write(page_file, page.as_bytes())?;
    }
    batch::print(&if args.json { json } else { summary::text(&report) })?;
    Ok(good)
}
