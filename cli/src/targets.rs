//! Where results go: one file a photo, no two the same, and never a photo itself.

use std::collections::BTreeMap;
use std::ffi::OsString;
use std::path::{Path, PathBuf};

/// `DIR/NAME.ending` for each photo called `NAME.something`.
pub(crate) fn in_folder(photos: &[PathBuf], folder: &Path, ending: &str) -> Result<Vec<PathBuf>, String> {
    let mut taken: BTreeMap<PathBuf, &Path> = BTreeMap::new();
    let mut targets = Vec::with_capacity(photos.len());
    for photo in photos {
        let target = folder.join(named(photo, "", ending)?);
        if let Some(other) = taken.insert(target.clone(), photo) {
            let (a, b, target) = (other.display(), photo.display(), target.display());
            return Err(format!("{a} and {b} would both be written to {target}; rename one, or handle them one after the other"));
        }
        targets.push(target);
    }
    Ok(targets)
}

/// `NAME` + `suffix.ending` for a photo called `NAME.something`.
pub(crate) fn named(photo: &Path, suffix: &str, ending: &str) -> Result<OsString, String> {
    let stem = photo.file_stem().ok_or_else(|| format!("{} names no file; name a photo", photo.display()))?;
    let mut name = stem.to_owned();
    name.push(suffix);
    name.push(".");
    name.push(ending);
    Ok(name)
}

/// Refuses targets that are one of the files read.
pub(crate) fn spare<'a>(sources: &[PathBuf], targets: impl IntoIterator<Item = &'a PathBuf>) -> Result<(), String> {
    // What does not exist yet cannot be a file that is read.
    let real = |path: &PathBuf| std::fs::canonicalize(path).ok();
    let sources: Vec<PathBuf> = sources.iter().filter_map(real).collect();
    match targets.into_iter().find(|t| real(t).is_some_and(|t| sources.contains(&t))) {
        Some(target) => Err(format!("{} would be overwritten, and it is one of the files to read; write somewhere else", target.display())),
        None => Ok(()),
    }
}
