//! Where a pack's files come from: a folder, a zip file, or the library itself.

#[cfg(feature = "zip")]
use super::archive::Archive;
use super::error::unprintable;
use super::{PackError, caps};
use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;
use std::io::{ErrorKind, Read};
use std::path::PathBuf;

/// Reads a pack's files by their name relative to the pack.
#[derive(Debug)]
pub(super) struct Source<'a> {
    place: Place<'a>,
    /// Bytes read so far.
    total: Cell<usize>,
    /// Every file read so far, where they are wanted.
    kept: Option<RefCell<BTreeMap<String, Vec<u8>>>>,
}

#[derive(Debug)]
pub(super) enum Place<'a> {
    Folder(PathBuf),
    #[cfg(feature = "bundled")]
    Bundled(&'a include_dir::Dir<'static>),
    #[cfg(feature = "zip")]
    Zip(Archive<'a>),
    #[cfg(not(any(feature = "bundled", feature = "zip")))]
    #[allow(dead_code, reason = "without these features nothing is borrowed")]
    Nowhere(std::marker::PhantomData<&'a ()>),
}

impl<'a> Source<'a> {
    pub(super) fn new(place: Place<'a>) -> Self {
        Self { place, total: Cell::new(0), kept: None }
    }

    /// A file the pack must have. `cap` is the most bytes it may hold.
    pub(super) fn read(&self, file: &str, cap: usize) -> Result<Vec<u8>, PackError> {
        let missing = || self.missing(file);
        self.read_optional(file, cap)?.ok_or_else(missing)
    }

    /// A file the pack may go without.
    pub(super) fn read_optional(&self, file: &str, cap: usize) -> Result<Option<Vec<u8>>, PackError> {
        let fail = |detail: String| PackError::Read { file: file.into(), detail };
        name(file).map_err(|detail| fail(detail.into()))?;
        let Some(bytes) = self.place.read(file, cap).map_err(fail)? else { return Ok(None) };
        if bytes.len() > cap {
            return Err(PackError::TooLarge { file: file.into(), what: "the size in bytes (or more)", size: bytes.len(), cap });
        }
        self.total.set(self.total.get() + bytes.len());
        if self.total.get() > caps::PACK_BYTES {
            let what = "the size in bytes of all files up to here";
            return Err(PackError::TooLarge { file: file.into(), what, size: self.total.get(), cap: caps::PACK_BYTES });
        }
        if let Some(kept) = &self.kept {
            kept.borrow_mut().insert(file.to_owned(), bytes.clone());
        }
        Ok(Some(bytes))
    }

    fn missing(&self, file: &str) -> PackError {
        let detail = match self.place.other_case(file) {
            Some(other) => format!("no such file; there is `{other}`, and capitals matter"),
            None => "no such file; every file the manifest names must be in the pack".into(),
        };
        PackError::Read { file: file.into(), detail }
    }
}

#[cfg(feature = "zip")]
impl Source<'_> {
    /// The same, keeping every file it reads.
    pub(super) fn keeping(mut self) -> Self {
        self.kept = Some(RefCell::default());
        self
    }

    pub(super) fn into_kept(self) -> BTreeMap<String, Vec<u8>> {
        self.kept.map(RefCell::into_inner).unwrap_or_default()
    }
}

impl Place<'_> {
    /// At most one byte more than `cap`; nothing where there is no such file.
    fn read(&self, file: &str, cap: usize) -> Result<Option<Vec<u8>>, String> {
        match self {
            Self::Folder(root) => read_plain(root.clone(), file, cap),
            #[cfg(feature = "bundled")]
            Self::Bundled(dir) => Ok(dir.get_file(dir.path().join(file)).map(|f| f.contents().to_vec())),
            #[cfg(feature = "zip")]
            Self::Zip(archive) => archive.read(file, cap),
            #[cfg(not(any(feature = "bundled", feature = "zip")))]
            Self::Nowhere(_) => Ok(None),
        }
    }

    /// A file whose name differs in capitals only.
    fn other_case(&self, file: &str) -> Option<String> {
        match self {
            Self::Folder(root) => {
                let path = root.join(file);
                let wanted = path.file_name()?.to_str()?;
                let names = std::fs::read_dir(path.parent()?).ok()?.take(caps::PARTS * 2).filter_map(|e| e.ok()?.file_name().into_string().ok());
                names.into_iter().find(|name| name != wanted && name.eq_ignore_ascii_case(wanted))
            }
            #[cfg(feature = "zip")]
            Self::Zip(archive) => archive.other_case(file),
            #[cfg(any(feature = "bundled", not(feature = "zip")))]
            _ => None,
        }
    }
}

fn read_plain(mut path: PathBuf, file: &str, cap: usize) -> Result<Option<Vec<u8>>, String> {
    // No step of the way may be a link: it could lead out of the folder.
    let mut is_file = false;
    for step in file.split('/') {
        path.push(step);
        let data = match std::fs::symlink_metadata(&path) {
            Ok(data) => data,
            Err(e) if e.kind() == ErrorKind::NotFound => return Ok(None),
            Err(e) => return Err(e.to_string()),
        };
        if data.is_symlink() {
            return Err(format!("`{step}` is a link, and links in a pack are not followed; put the file itself there"));
        }
        is_file = data.is_file();
    }
    // Opening what is no plain file might wait for ever.
    if !is_file {
        return Err("not a plain file".into());
    }
    let mut bytes = Vec::new();
    let opened = std::fs::File::open(&path).and_then(|f| f.take(cap as u64 + 1).read_to_end(&mut bytes));
    opened.map(|_| Some(bytes)).map_err(|e| e.to_string())
}

/// Whether a name, of a file that the manifest names or of an entry of a zip file, stays in the pack and means one thing on every system.
pub(super) fn name(name: &str) -> Result<(), &'static str> {
    if name.len() > caps::NAME_BYTES {
        return Err("the name is too long");
    }
    if name.chars().any(unprintable) {
        return Err("the name has control characters");
    }
    if name.contains(['\\', ':']) || name.split('/').any(|step| matches!(step, "" | "." | "..")) {
        return Err("the name leads out of the pack, or is not written as folder/file.svg");
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::name;

    #[test]
    fn only_names_that_stay_inside_pass() {
        for good in ["pack.json", "parts/hair/bob 2.svg", "...", "Größe.svg"] {
            assert_eq!(name(good), Ok(()), "{good}");
        }
        let long = "x".repeat(300);
        for bad in
            ["", "/", ".", "..", "/a", "a/", "a//b", "a/../b", "a/./b", "..\\b", "C:a", "C:/a", "a\0b", "a\nb", "a\u{1b}[2Jb", "a\u{202e}b", &long]
        {
            assert!(name(bad).is_err(), "{bad:?}");
        }
    }
}
