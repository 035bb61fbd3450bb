//! `selfmoji create`: photos to emoji.

use crate::args::{CreateArgs, usage};
use crate::failure::Failure;
use crate::format::Format;
use crate::{batch, load, photos, targets, write};
use anyhow::Result;
use selfmoji::photo::Limits;
use std::path::{Path, PathBuf};

pub(crate) fn run(args: &CreateArgs) -> Result<bool> {
    let (format, targets) = plan(args).map_err(|message| usage("create", message))?;
    load::spare(&args.style, &targets)?;
    match &args.out_dir {
        Some(folder) => write::make_folder(folder)?,
        None => targets.iter().try_for_each(|t| write::check(t))?,
    }
    let (studio, style) = load::studio_and_style(&args.models, &args.style)?;
    let work = |i: usize, photo: &Path| -> Result<String, Failure> {
        let avatar = studio.create(&photos::read(photo, Limits::default().max_bytes)?, &style)?;
        let target: &PathBuf = &targets[i];
        let content = format.encode(style.pack(), &avatar.recipe, args.picture.size)?;
        write::write(target, &content).map_err(|e| Failure::write(&e))?;
        Ok(format!("{}\n", target.display()))
    };
    batch::each(&args.photos, work, |_, _| String::new())
}

/// The format, and a file to write for each photo.
fn plan(args: &CreateArgs) -> Result<(Format, Vec<PathBuf>), String> {
    let format = Format::choose(args.picture.format, args.output.as_deref())?;
    let targets = match (&args.output, &args.out_dir, args.photos.as_slice()) {
        (None, Some(folder), photos) => targets::in_folder(photos, folder, format.ending())?,
        (Some(file), _, [_]) => vec![file.clone()],
        (None, None, [photo]) => vec![targets::named(photo, "-emoji", format.ending())?.into()],
        (Some(_), _, _) => return Err("one file (-o) cannot hold the emoji of several photos; give a folder with --out-dir".into()),
        (None, None, _) => return Err("several photos need a folder to write to; give it with --out-dir".into()),
    };
    targets::spare(&args.photos, &targets)?;
    Ok((format, targets))
}
