//! Packs as one zip file. Nothing is ever unpacked to disk: entries are looked up by their exact name and read into memory up to a cap.

use super::source::{self, Place, Source};
use super::{Pack, PackError, caps, values};
use std::borrow::Cow;
use std::collections::BTreeSet;
use std::io::{Cursor, Read, Write};
use std::path::Path;
use zip::read::{ArchiveOffset, Config};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

/// The bytes of the record that ends a zip file, but for its comment.
const END: usize = 22;

/// A zip file, looked through and found harmless.
#[derive(Debug)]
pub(super) struct Archive<'a> {
    zip: ZipArchive<Cursor<&'a [u8]>>,
    /// The folder the pack is in, with its slash; empty where that is the zip file itself.
    folder: String,
}

impl<'a> Archive<'a> {
    /// Looks through a zip file whose bytes [`whole`] has seen.
    pub(super) fn open(bytes: &'a [u8]) -> Result<Self, PackError> {
        let wrong = |detail: String| PackError::Zip { detail };
        let damaged = |e: zip::result::ZipError| wrong(format!("{e}; it is damaged, or was made to be read in two ways"));
        let mut zip = ZipArchive::with_config(Config { archive_offset: ArchiveOffset::Known(0) }, Cursor::new(bytes)).map_err(damaged)?;
        if zip.has_duplicate_names() {
            return Err(wrong("two entries have the same name".into()));
        }
        let (mut names, mut unpacked) = (BTreeSet::new(), 0u64);
        for index in 0..zip.len() {
            let entry = zip.by_index_data(index).map_err(damaged)?;
            let name = std::str::from_utf8(entry.name_raw()).map_err(|_| wrong("an entry's name is not UTF-8".into()))?;
            check(name, &entry).map_err(|detail| wrong(format!("the entry `{}`: {detail}", values::shown(name))))?;
            unpacked = unpacked.saturating_add(entry.size());
            // Where capitals do not matter, the two would be one file.
            if let Some(other) = names.replace(name.to_ascii_lowercase()) {
                return Err(wrong(format!("two entries are called `{other}` but for capitals")));
            }
        }
        if unpacked > caps::ZIP_UNPACKED {
            return Err(wrong(format!("it unpacks to {unpacked} bytes, and at most {} are accepted", caps::ZIP_UNPACKED)));
        }
        zip.validate_header_consistency().map_err(damaged)?;
        let folder = folder(&zip).map_err(wrong)?;
        Ok(Self { zip, folder })
    }

    /// At most one byte more than `cap`.
    pub(super) fn read(&self, file: &str, cap: usize) -> Result<Option<Vec<u8>>, String> {
        // Shares everything but the place it reads at.
        let mut zip = self.zip.clone();
        let Some(index) = zip.index_for_name(&format!("{}{file}", self.folder)) else { return Ok(None) };
        let damaged = |e: &dyn std::fmt::Display| format!("the zip file is damaged here: {e}");
        let entry = zip.by_index(index).map_err(|e| damaged(&e))?;
        let declared = entry.size();
        let mut bytes = Vec::new();
        // What an entry says of its size is no promise.
        entry.take(declared.min(cap as u64) + 1).read_to_end(&mut bytes).map_err(|e| damaged(&e))?;
        if bytes.len() as u64 > declared {
            return Err("the zip file is damaged here: the entry unpacks to more bytes than it says".into());
        }
        Ok(Some(bytes))
    }

    pub(super) fn other_case(&self, file: &str) -> Option<String> {
        let wanted = format!("{}{file}", self.folder);
        let found = self.zip.file_names_raw().find(|name| name.eq_ignore_ascii_case(wanted.as_bytes()))?;
        std::str::from_utf8(found).ok()?.strip_prefix(&self.folder).map(str::to_owned)
    }
}

/// What is wrong with one entry.
fn check(name: &str, entry: &zip::read::ZipFileEntry<'_>) -> Result<(), String> {
    source::name(name.strip_suffix('/').unwrap_or(name))?;
    if entry.encrypted() {
        return Err("encrypted entries cannot be read".into());
    }
    if !matches!(entry.compression(), CompressionMethod::Stored | CompressionMethod::Deflated) {
        return Err("only stored and deflated entries can be read".into());
    }
    // The kinds of file that Unix knows; other systems leave this 0.
    if !matches!(entry.unix_mode().unwrap_or(0) & 0o170_000, 0 | 0o100_000 | 0o040_000) {
        return Err("links and special files are not accepted".into());
    }
    if entry.size() > 1 << 20 && entry.size() / entry.compressed_size().max(1) > caps::ZIP_RATIO {
        return Err(format!("it unpacks to more than {} times its size, as only zip bombs do", caps::ZIP_RATIO));
    }
    Ok(())
}

/// Where the pack is: beside its manifest.
fn folder(zip: &ZipArchive<Cursor<&[u8]>>) -> Result<String, String> {
    let names = zip.file_names_raw().filter_map(|name| std::str::from_utf8(name).ok());
    let mut found: Vec<&str> = names.filter_map(|name| name.strip_suffix("pack.json")).filter(|n| n.is_empty() || n.ends_with('/')).collect();
    found.sort_by_key(|folder| folder.matches('/').count());
    match found[..] {
        ["", ..] => Ok(String::new()),
        [one] if one.matches('/').count() == 1 => Ok(one.into()),
        [one, next, ..] if one.matches('/').count() == 1 && next.matches('/').count() > 1 => Ok(one.into()),
        _ => Err("there must be one pack.json, at its root or in its only folder".into()),
    }
}

/// The bytes of a zip file that ends in one plain record, without a comment: the one place a reader finds everything else from.
pub(super) fn whole(bytes: &[u8]) -> Result<Cow<'_, [u8]>, PackError> {
    let wrong = |detail: &str| PackError::Zip { detail: detail.into() };
    if bytes.len() > caps::ZIP_BYTES {
        return Err(PackError::Zip { detail: format!("it has {} bytes, and at most {} are accepted", bytes.len(), caps::ZIP_BYTES) });
    }
    let number = |at: usize, length: usize| bytes.get(at..at + length).map_or(0, |b| b.iter().rev().fold(0u64, |n, &b| n << 8 | u64::from(b)));
    let ends = |at: &usize| bytes[*at..].starts_with(b"PK\x05\x06") && at + END + number(at + 20, 2) as usize == bytes.len();
    let last = bytes.len().checked_sub(END).ok_or_else(|| wrong("it is no zip file (nor a pack's folder), or was cut short"))?;
    let end =
        (last.saturating_sub(0xffff)..=last).rev().find(ends).ok_or_else(|| wrong("it is no zip file (nor a pack's folder), or was cut short"))?;
    let (entries, size, start) = (number(end + 10, 2), number(end + 12, 4), number(end + 16, 4));
    if end >= 20 && bytes[end - 20..].starts_with(b"PK\x06\x07") || entries == 0xffff || size == 0xffff_ffff || start == 0xffff_ffff {
        return Err(wrong("it is in the zip64 format, which no pack needs; pack it as a plain zip file"));
    }
    if number(end + 4, 4) != 0 || number(end + 8, 2) != entries {
        return Err(wrong("it is one of several volumes; pack it as one"));
    }
    if entries as usize > caps::ZIP_ENTRIES {
        return Err(PackError::Zip { detail: format!("it has {entries} entries, and at most {} are accepted", caps::ZIP_ENTRIES) });
    }
    if start + size != end as u64 {
        return Err(wrong("its list of entries is not where it says; it is damaged, or something was put before or into it"));
    }
    if end == last {
        return Ok(Cow::Borrowed(bytes));
    }
    let mut plain = bytes[..end + END - 2].to_vec();
    plain.extend([0, 0]);
    Ok(Cow::Owned(plain))
}

impl Pack {
    /// Loads a pack from the bytes of a zip file, with `pack.json` at its root or in its one folder. Nothing is written to disk.
    ///
    /// # Errors
    ///
    /// [`PackError::Zip`] where the zip file itself is not acceptable: over 32 MiB, or over 64 MiB unpacked, over 4096 entries, damaged, encrypted,
    /// zip64, with links, with names that lead elsewhere, or packed by anything but deflate; otherwise as [`Pack::open`].
    pub fn from_zip(bytes: &[u8]) -> Result<Self, PackError> {
        let whole = whole(bytes)?;
        Self::load(&Source::new(Place::Zip(Archive::open(&whole)?)))
    }
}

/// A pack's folder as one zip file: exactly the files that loading it reads, in the order of their names, without dates, so that the same pack
/// always gives the same bytes.
///
/// # Errors
///
/// [`PackError`] where the folder is not a valid pack, or too large for one zip file.
pub fn zip_folder(folder: impl AsRef<Path>) -> Result<Vec<u8>, PackError> {
    let source = Source::new(Place::Folder(folder.as_ref().to_owned())).keeping();
    Pack::load(&source)?;
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated).compression_level(Some(9));
    let options = options.last_modified_time(DateTime::default()).unix_permissions(0o644);
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let wrong = |e: &dyn std::fmt::Display| PackError::Zip { detail: format!("it cannot be written: {e}") };
    for (name, bytes) in source.into_kept() {
        zip.start_file(name, options).map_err(|e| wrong(&e))?;
        zip.write_all(&bytes).map_err(|e| wrong(&e))?;
    }
    let bytes = zip.finish().map_err(|e| wrong(&e))?.into_inner();
    // What is written here must be what is read there.
    whole(&bytes)?;
    Ok(bytes)
}
