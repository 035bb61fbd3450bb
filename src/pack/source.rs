//! Where a pack's files come from: a folder, or the library itself.

use super::PackError;
use std::path::{Component, Path, PathBuf};

/// Reads a pack's files by their name relative to the pack.
#[derive(Debug)]
pub(super) enum Source {
    Folder(PathBuf),
    #[cfg(feature = "bundled")]
    Bundled(&'static include_dir::Dir<'static>),
}

impl Source {
    pub(super) fn read(&self, file: &str, cap: usize) -> Result<Vec<u8>, PackError> {
        let fail = |detail: String| PackError::Read { file: file.into(), detail };
        // A manifest must not reach out of its folder.
        if !Path::new(file).components().all(|c| matches!(c, Component::Normal(_))) || file.contains('\\') {
            return Err(fail("the name leads out of the pack".into()));
        }
        let too_large = |size| PackError::TooLarge { file: file.into(), what: "the size in bytes", size, cap };
        match self {
            Self::Folder(root) => {
                // No step of the way may be a link: it could lead out as well.
                let mut path = root.clone();
                let mut size = None;
                for step in Path::new(file).components() {
                    path.push(step);
                    let data = std::fs::symlink_metadata(&path).map_err(|e| fail(e.to_string()))?;
                    if data.is_symlink() {
                        return Err(fail("links are not followed".into()));
                    }
                    size = data.is_file().then(|| usize::try_from(data.len()).unwrap_or(usize::MAX));
                }
                let size = size.ok_or_else(|| fail("not a plain file".into()))?;
                if size > cap {
                    return Err(too_large(size));
                }
                std::fs::read(&path).map_err(|e| fail(e.to_string()))
            }
            #[cfg(feature = "bundled")]
            Self::Bundled(dir) => dir.get_file(dir.path().join(file)).map(|f| f.contents().to_vec()).ok_or_else(|| fail("no such file".into())),
        }
    }
}
