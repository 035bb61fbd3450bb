//! Packs as one zip file.

use super::source::Source;
use super::{Pack, PackError, caps};
use std::collections::BTreeSet;
use std::io::{Cursor, Write};
use std::path::Path;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

/// A pack's folder as one zip file: exactly the files that loading it reads, in the order of their names, without dates, so that the same pack
/// always gives the same bytes.
///
/// # Errors
///
/// [`PackError`] where the folder is not a valid pack, or the zip file cannot be written.
pub fn zip_folder(folder: impl AsRef<Path>) -> Result<Vec<u8>, PackError> {
    let source = Source::Folder(folder.as_ref().to_owned());
    let pack = Pack::load(&source)?;
    let parts = pack.manifest.kinds.values().chain(pack.manifest.expressions.parts.values()).flatten().map(|p| p.file.as_str());
    let embeddings = pack.embeddings.is_some().then_some("embeddings.json");
    let names: BTreeSet<&str> = parts.chain(["pack.json"]).chain(embeddings).collect();
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(9));
    let options = options.last_modified_time(DateTime::default()).unix_permissions(0o644);
    let wrong = |e: &dyn std::fmt::Display| PackError::Read { file: "pack.json".into(), detail: format!("the zip file cannot be written: {e}") };
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    for name in names {
        zip.start_file(name, options).map_err(|e| wrong(&e))?;
        zip.write_all(&source.read(name, caps::JSON_BYTES)?).map_err(|e| wrong(&e))?;
    }
    Ok(zip.finish().map_err(|e| wrong(&e))?.into_inner())
}
