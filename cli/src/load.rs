//! Loading what all photos of a run share: models and style.

use crate::args::{ModelArgs, ModelFolder, StyleArgs};
use crate::photos;
use anyhow::{Context, Result, anyhow, bail};
use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use selfmoji::studio::{ExtractorKind, ModelFiles, Studio, Style};
use std::path::{Path, PathBuf};

/// The style of those who name none.
pub(crate) const DEFAULT_STYLE: &str = "classic";

/// The models and a style prepared for them.
pub(crate) fn studio_and_style(models: &ModelArgs, style: &StyleArgs) -> Result<(Studio, Style)> {
    let style = style.style.as_deref().unwrap_or(Path::new(DEFAULT_STYLE));
    let pack = pack(style)?;
    let studio = studio(&models.folder, models.extractor.into())?;
    let style = studio.style(pack).with_context(|| format!("the style {} cannot be used", style.display()))?;
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

/// A style pack: a built-in one by its name (`classic`, `classic@1.0.0`), any other by its folder or zip file.
pub(crate) fn pack(style: &Path) -> Result<Pack> {
    let name = style.display();
    if style.to_str().is_some_and(|s| Pack::bundled_names().contains(&s)) {
        return Pack::bundled(&style.to_string_lossy()).with_context(|| format!("the built-in style {name} cannot be loaded"));
    }
    if !style.exists() {
        return Err(Pack::bundled(&style.to_string_lossy()).err().map_or_else(|| anyhow!("there is no style {name}"), Into::into));
    }
    Pack::open(style).with_context(|| format!("the style pack {name} cannot be loaded"))
}

/// Far more than any recipe has; the library has its own, tighter limit and says so better.
const MAX_BYTES: usize = 1 << 20;

/// A saved recipe.
pub(crate) fn recipe(file: &Path) -> Result<Recipe> {
    let bytes = photos::read(file, MAX_BYTES).map_err(|failure| anyhow!(failure.message))?;
    let json = String::from_utf8(bytes).map_err(|_| anyhow!("this is not text; give a recipe that `create --format json` wrote"))?;
    Ok(Recipe::from_json(&json)?)
}

/// The pack to draw a recipe with: the one asked for, or the built-in one that it was made with.
pub(crate) fn pack_for(recipe: &Recipe, style: &StyleArgs) -> Result<Pack> {
    let pack = match &style.style {
        Some(style) => pack(style)?,
        None => Pack::bundled_for(recipe)?,
    };
    pack.is_that_of(recipe)?;
    Ok(pack)
}

/// Refuses results that would be written over the style pack that is being read, or into it.
pub(crate) fn spare<'a>(style: &StyleArgs, targets: impl IntoIterator<Item = &'a PathBuf>) -> Result<()> {
    let Some(pack) = style.style.as_ref().and_then(|style| std::fs::canonicalize(style).ok()) else { return Ok(()) };
    for target in targets {
        // What is not there yet lies where the folder above it lies.
        let real = target.ancestors().find_map(|a| std::fs::canonicalize(if a.as_os_str().is_empty() { Path::new(".") } else { a }).ok());
        if real.is_some_and(|real| real.starts_with(&pack)) {
            bail!("{} lies in the style pack {}, which is being read; write somewhere else", target.display(), pack.display());
        }
    }
    Ok(())
}
