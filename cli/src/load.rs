//! Loading what all photos of a run share: models and style.

use crate::args::{ModelArgs, ModelFolder, StyleArgs};
use anyhow::{Context, Result, bail};
use selfmoji::pack::Pack;
use selfmoji::studio::{ExtractorKind, ModelFiles, Studio, Style};
use std::path::Path;

/// The models and a style prepared for them.
pub(crate) fn studio_and_style(models: &ModelArgs, style: &StyleArgs) -> Result<(Studio, Style)> {
    let pack = pack(&style.style)?;
    let studio = studio(&models.folder, models.extractor.into())?;
    let style = studio.style(pack).with_context(|| format!("the style {} cannot be used", style.style.display()))?;
    Ok((studio, style))
}

/// The models: the built-in ones, with a folder's in their place.
pub(crate) fn studio(folder: &ModelFolder, extractor: ExtractorKind) -> Result<Studio> {
    let mut files = ModelFiles::bundled();
    if let Some(folder) = &folder.models {
        files = files.with_folder(folder)?;
    }
    Ok(Studio::load(&files, extractor)?)
}

/// A style pack by its name, folder or zip file.
pub(crate) fn pack(style: &Path) -> Result<Pack> {
    if style == Path::new("classic") {
        return Pack::classic().context("the built-in style classic cannot be loaded");
    }
    let name = style.display();
    if style.exists() {
        return Pack::open(style).with_context(|| format!("the style pack {name} cannot be loaded"));
    }
    bail!("there is no style {name}; use `classic`, or give a style pack's folder or zip file");
}
