//! `selfmoji inspect`: what is read from photos, as JSON, masks, a sheet or a summary.

use crate::args::{InspectArgs, usage};
use crate::failure::Failure;
use crate::{batch, load, mask, photos, report, sheet, summary, targets, write};
use anyhow::Result;
use selfmoji::photo::{Limits, Photo};
use std::path::{Path, PathBuf};

pub(crate) fn run(args: &InspectArgs) -> Result<bool> {
    let masks = plan(args).map_err(|message| usage("inspect", message))?;
    if let Some(folder) = &args.mask_dir {
        write::make_folder(folder)?;
    }
    if let Some(file) = &args.output {
        write::check(file)?;
    }
    let (studio, style) = load::studio_and_style(&args.models, &args.style)?;
    let limits = Limits::default();
    let work = |i: usize, file: &Path| -> Result<String, Failure> {
        let photo = Photo::decode(&photos::read(file, limits.max_bytes)?, &limits)?;
        let reading = studio.read(&photo)?;
        let avatar = reading.avatar(&style);
        if let Some(target) = masks.get(i) {
            put(target, &mask::png(&photo, &reading)?)?;
        }
        if let Some(target) = &args.output {
            let name = file.file_name().unwrap_or(file.as_os_str()).to_string_lossy();
            put(target, &sheet::png(&sheet::Subject { name: &name, photo: &photo, reading: &reading, style: &style, avatar: &avatar })?)?;
        }
        Ok(match (args.json, &args.output) {
            (true, _) => report::good(file, &photo, &reading, &avatar),
            (false, Some(target)) => format!("{}\n", target.display()),
            (false, None) => summary::text(file, &photo, &reading, &style, &avatar),
        })
    };
    let excuse = |file: &Path, failure: &Failure| if args.json { report::bad(file, failure) } else { String::new() };
    batch::each(&args.photos, work, excuse)
}

fn put(target: &Path, content: &[u8]) -> Result<(), Failure> {
    write::write(target, content).map_err(|e| Failure::write(&e))
}

/// Checks what the parser cannot, and names the masks.
fn plan(args: &InspectArgs) -> Result<Vec<PathBuf>, String> {
    if let Some(file) = &args.output {
        if args.photos.len() > 1 {
            return Err("a sheet (-o) shows one photo; inspect the photos one after the other".into());
        }
        if file.extension().is_some_and(|e| !e.eq_ignore_ascii_case("png")) {
            return Err(format!("{}: a sheet is a PNG file; let its name end in .png", file.display()));
        }
    }
    let masks = args.mask_dir.as_ref().map(|folder| targets::in_folder(&args.photos, folder, "png")).transpose()?.unwrap_or_default();
    targets::spare(&args.photos, masks.iter().chain(&args.output))?;
    if args.output.as_ref().is_some_and(|file| masks.contains(file)) {
        return Err("the sheet (-o) and the mask have the same name; choose another for the sheet".into());
    }
    Ok(masks)
}
