//! Labelled photos with captions: labels.json of a folder.

use crate::photos;
use anyhow::{Context, Result, anyhow, bail};
use serde::Deserialize;
use std::collections::BTreeSet;
use std::path::{Component, Path};

/// Largest labels.json, in bytes.
const MOST_BYTES: usize = 64 << 20;

/// The file, with what else it may hold left aside.
#[derive(Debug, Deserialize)]
pub(super) struct Labelled {
    /// The names that photos are ranked for.
    pub(super) categories: Vec<String>,
    pub(super) images: Vec<Image>,
}

/// A photo.
#[derive(Debug, Deserialize)]
pub(super) struct Image {
    /// Its file, inside the folder.
    pub(super) file: String,
    /// Those of the categories that it shows.
    pub(super) labels: BTreeSet<String>,
    /// What people said about it, one or more texts.
    pub(super) captions: Vec<String>,
}

/// Reads and checks FOLDER/labels.json.
pub(super) fn read(folder: &Path) -> Result<Labelled> {
    let file = folder.join("labels.json");
    let name = file.display();
    let bytes = photos::read(&file, MOST_BYTES).map_err(|failure| anyhow!("{name}: {}", failure.message))?;
    let shape = || {
        format!(
            "{name}: it must be like {{\"categories\": [\"dog\"], \"images\": [{{\"file\": \"a.jpg\", \"labels\": [\"dog\"], \"captions\": [\"My dog\"]}}]}}"
        )
    };
    let labelled: Labelled = serde_json::from_slice(bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(&bytes)).with_context(shape)?;
    if labelled.categories.is_empty() || labelled.images.is_empty() {
        bail!("{name}: there are no categories or no images in it");
    }
    for image in &labelled.images {
        let shown = image.file.escape_debug();
        if image.file.is_empty() || !Path::new(&image.file).components().all(|part| matches!(part, Component::Normal(_))) {
            bail!("{name}: the image {shown} is not in the folder; name files inside it");
        }
        if let Some(label) = image.labels.iter().find(|label| !labelled.categories.contains(label)) {
            bail!("{name}: the image {shown} has the label \"{}\", which is not among the categories", label.escape_debug());
        }
        if image.captions.is_empty() {
            bail!("{name}: the image {shown} has no captions; give at least one");
        }
    }
    Ok(labelled)
}
