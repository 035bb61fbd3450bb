//! Writing files so that nobody ever sees half of one: a temporary file in the same folder, then a rename.

use anyhow::{Context, Result, anyhow, bail};
use std::io::{ErrorKind, Write};
use std::path::{Path, PathBuf};

/// Writes a file, replacing the one that may be there. Through a link, the file that it leads to is replaced, not the link.
pub(crate) fn write(path: &Path, content: &[u8]) -> Result<()> {
    check(path)?;
    let path = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    put(&path, content).map_err(|error| {
        let why = match error.kind() {
            ErrorKind::PermissionDenied => "you may not write to its folder; choose another".to_owned(),
            ErrorKind::StorageFull => "the disk is full; make room on it or choose another".to_owned(),
            _ => error.to_string(),
        };
        anyhow!("{} cannot be written: {why}", path.display())
    })
}

fn put(path: &Path, content: &[u8]) -> std::io::Result<()> {
    let mut builder = tempfile::Builder::new();
    builder.prefix(".selfmoji-").suffix(".tmp");
    let permissions = permissions(path);
    if let Some(permissions) = permissions.clone() {
        builder.permissions(permissions);
    }
    let mut file = builder.tempfile_in(folder_of(path))?;
    file.write_all(content)?;
    file.persist(path).map_err(|e| e.error)?;
    Ok(())
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
