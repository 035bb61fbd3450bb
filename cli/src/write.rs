//! Writing files so that nobody ever sees half of one: a temporary file in the same folder, then a rename.

use anyhow::{Context, Result, anyhow, bail};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};
use tempfile::NamedTempFile;

/// Writes a file, replacing the one that may be there. Through a link, the file that it leads to is replaced, not the link.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<()> {
    let mut pending = Pending::new(path)?;
    pending.file.write_all(content).map_err(|e| cannot(&pending.path, &e))?;
    pending.place()
}

/// A file that is written piece by piece, beside its place; dropped before it is placed, it was never there.
pub(crate) struct Pending {
    file: NamedTempFile,
    path: PathBuf,
}

impl Pending {
    pub(crate) fn new(path: &Path) -> Result<Self> {
        check(path)?;
        let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let mut builder = tempfile::Builder::new();
        builder.prefix(".selfmoji-").suffix(".tmp");
        let permissions = permissions(&path);
        if let Some(permissions) = permissions.clone() {
            builder.permissions(permissions);
        }
        let file = builder.tempfile_in(folder_of(&path)).map_err(|e| cannot(&path, &e))?;
        Ok(Self { file, path })
    }

    pub(crate) fn file(&self) -> &NamedTempFile {
        &self.file
    }

    /// Why a piece could not be written.
    pub(crate) fn cannot(&self, error: &std::io::Error) -> anyhow::Error {
        cannot(&self.path, error)
    }

    /// Puts the file into its place.
    pub(crate) fn place(self) -> Result<()> {
        let path = self.path;
        self.file.persist(&path).map_err(|e| cannot(&path, &e.error))?;
        Ok(())
    }
}

fn cannot(path: &Path, error: &std::io::Error) -> anyhow::Error {
    let why = match error.kind() {
        ErrorKind::PermissionDenied => "you may not write to its folder; choose another".to_owned(),
        ErrorKind::StorageFull => "the disk is full; make room on it or choose another".to_owned(),
        _ => error.to_string(),
    };
    anyhow!("{} cannot be written: {why}", path.display())
}

/// Those an ordinary new file gets (the system takes the user's mask off), or those of the file that is replaced.
#[cfg(unix)]
fn permissions(path: &Path) -> Option<std::fs::Permissions> {
    use std::os::unix::fs::PermissionsExt;
    let mode = std::fs::metadata(path).map_or(0o666, |data| data.permissions().mode() & 0o666);
    Some(std::fs::Permissions::from_mode(mode))
}

#[cfg(not(unix))]
fn permissions(_: &Path) -> Option<std::fs::Permissions> {
    None
}

/// Whether a file could be written there, as far as can be told without writing. Asked before work that takes long.
pub(crate) fn check(path: &Path) -> Result<()> {
    let name = path.display();
    match std::fs::metadata(path) {
        Ok(data) if data.is_dir() => bail!("{name} is a folder; name the file to write"),
        Ok(data) if !data.is_file() => bail!("{name} is not a plain file, so it is not replaced; name another"),
        Ok(_) => return Ok(()),
        Err(_) => {}
    }
    let folder = folder_of(path);
    if !folder.is_dir() {
        bail!("{name} cannot be written: there is no folder {}; make it first", folder.display());
    }
    Ok(())
}

/// Makes a folder for results, with those above it.
pub(crate) fn make_folder(folder: &Path) -> Result<()> {
    std::fs::create_dir_all(folder).with_context(|| format!("the folder {} cannot be made", folder.display()))
}

fn folder_of(path: &Path) -> PathBuf {
    match path.parent() {
        Some(parent) if !parent.as_os_str().is_empty() => parent.to_owned(),
        _ => PathBuf::from("."),
    }
}
