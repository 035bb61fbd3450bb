//! Reading files that anyone may have named: never more than a limit, and never from something that is not a plain file.

use crate::failure::Failure;
use std::fs::File;
use std::io::{ErrorKind, Read};
use std::path::Path;

/// Reads a file of at most `limit` bytes.
pub(crate) fn read(path: &Path, limit: usize) -> Result<Vec<u8>, Failure> {
    // Asked before opening, because opening a pipe waits for its other end.
    let data = std::fs::metadata(path).map_err(|e| cannot(&e))?;
    if data.is_dir() {
        return Err(Failure::file("this is a folder; name the files in it, for example FOLDER/*.jpg"));
    }
    if !data.is_file() {
        return Err(Failure::file("this is not a plain file but a device, pipe or socket; save it to a plain file first"));
    }
    if data.len() > limit as u64 {
        return Err(too_large(data.len(), limit));
    }
    let mut bytes = Vec::with_capacity(usize::try_from(data.len()).unwrap_or_default());
    // A file may grow while it is read, and some that the system makes up claim to be empty.
    File::open(path).and_then(|f| f.take(limit as u64 + 1).read_to_end(&mut bytes)).map_err(|e| cannot(&e))?;
    if bytes.len() > limit {
        return Err(too_large(bytes.len() as u64, limit));
    }
    Ok(bytes)
}

fn too_large(bytes: u64, limit: usize) -> Failure {
    Failure::file(format!("the file has {bytes} bytes; at most {limit} are read, so save it smaller or check that it is the right file"))
}

fn cannot(error: &std::io::Error) -> Failure {
    Failure::file(match error.kind() {
        ErrorKind::NotFound => "there is no such file; check the name and the folder".to_owned(),
        ErrorKind::PermissionDenied => "you may not read this file; change its permissions or copy it".to_owned(),
        _ => format!("the file cannot be read: {error}"),
    })
}
