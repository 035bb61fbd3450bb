//! `selfmoji pack new`: the starter pack, made into a folder of somebody's own.

use super::args::NewArgs;
use super::check;
use crate::batch;
use anyhow::{Context, Result, anyhow, bail};
use include_dir::{Dir, include_dir};
use selfmoji::pack::Pack;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

static STARTER: Dir<'static> = include_dir!("$CARGO_MANIFEST_DIR/starter");

pub(super) fn run(args: &NewArgs) -> Result<bool> {
    let folder = &args.folder;
    let name = match &args.name {
        Some(name) => name.clone(),
        None => name_of(folder).ok_or_else(|| anyhow!("{}: no name can be made of this folder's; give one with --name", folder.display()))?,
    };
    let mut own = Own::take(folder)?;
    // Hidden until all of it is there: nobody finds half a pack.
    let stage =
        tempfile::Builder::new().prefix(".selfmoji-").tempdir_in(folder).with_context(|| format!("{} cannot be written to", folder.display()))?;
    lay(&STARTER, stage.path(), &manifest(&name, args)?).with_context(|| format!("{} cannot be written to", folder.display()))?;
    check::demand(stage.path())
        .map_err(|error| anyhow!("{}", error.to_string().replace(&*stage.path().to_string_lossy(), &folder.to_string_lossy())))?;
    let pack = Pack::open(stage.path())?;
    own.fill(stage.path())?;
    let (parts, folder) = (pack.manifest().kinds.values().map(Vec::len).sum::<usize>(), folder.display());
    let quoted = if folder.to_string().contains(' ') { format!("\"{folder}\"") } else { folder.to_string() };
    batch::print(&format!("{folder}: the pack {name} with {parts} parts; look at it with `selfmoji pack preview {quoted} -o preview.html`\n"))?;
    Ok(true)
}

/// The starter's manifest with names of one's own. A test keeps these lines as they are here.
fn manifest(name: &str, args: &NewArgs) -> Result<String> {
    let mut text = STARTER.get_file("pack.json").and_then(|f| f.contents_utf8()).unwrap_or_default().to_owned();
    let words = name.replace('-', " ");
    let title = words.chars().take(1).flat_map(char::to_uppercase).chain(words.chars().skip(1)).collect();
    for (key, old, new) in [
        ("name", "starter", &name.to_owned()),
        ("title", "Starter", &title),
        ("licence", "MIT OR Apache-2.0", &args.licence),
        ("author", "The Selfmoji authors", &args.author),
    ] {
        text = text.replacen(&format!("\"{key}\": \"{old}\""), &format!("\"{key}\": {}", serde_json::to_string(new)?), 1);
    }
    Ok(text)
}

/// `My Style` becomes `my-style`.
fn name_of(folder: &Path) -> Option<String> {
    let real = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
    let words = real.file_name()?.to_str()?.to_lowercase();
    let words: Vec<&str> = words.split(|c: char| !c.is_ascii_alphanumeric()).filter(|w| !w.is_empty()).collect();
    Some(words.join("-")).filter(|name| !name.is_empty())
}

fn lay(dir: &Dir<'_>, to: &Path, manifest: &str) -> std::io::Result<()> {
    for file in dir.files() {
        let content = if file.path() == Path::new("pack.json") { manifest.as_bytes() } else { file.contents() };
        std::fs::write(to.join(file.path()), content)?;
    }
    for inner in dir.dirs() {
        std::fs::create_dir(to.join(inner.path()))?;
        lay(inner, to, manifest)?;
    }
    Ok(())
}

/// An empty folder to fill; taken away again if it was made here and stays empty.
struct Own {
    folder: PathBuf,
    made: bool,
}

impl Own {
    fn take(folder: &Path) -> Result<Self> {
        let shown = folder.display();
        let made = match std::fs::create_dir(folder) {
            Ok(()) => true,
            Err(e) if e.kind() == ErrorKind::AlreadyExists => false,
            Err(e) if e.kind() == ErrorKind::NotFound => bail!("{shown} cannot be made: the folder above it is not there; make that first"),
            Err(e) => bail!("{shown} cannot be made: {e}"),
        };
        let own = Self { folder: folder.to_owned(), made };
        let mut entries =
            std::fs::read_dir(folder).map_err(|e| anyhow!("{shown} cannot hold a new pack: {e}; name a folder that is empty, or not there yet"))?;
        if entries.next().is_some() {
            bail!("{shown} has something in it already; name a folder that is empty, or not there yet");
        }
        Ok(own)
    }

    /// Moves everything in, the manifest last: without it, it is no pack.
    fn fill(&mut self, stage: &Path) -> Result<()> {
        let mut names: Vec<_> = std::fs::read_dir(stage)?.map(|e| e.map(|e| e.file_name())).collect::<Result<_, _>>()?;
        names.sort_by_key(|name| name == "pack.json");
        for (i, name) in names.iter().enumerate() {
            if let Err(error) = std::fs::rename(stage.join(name), self.folder.join(name)) {
                // Back to where they came from, to be taken away with the rest.
                names[..i].iter().for_each(|name| drop(std::fs::rename(self.folder.join(name), stage.join(name))));
                return Err(error).with_context(|| format!("{} cannot be written to", self.folder.display()));
            }
        }
        self.made = false;
        Ok(())
    }
}

impl Drop for Own {
    fn drop(&mut self) {
        if self.made {
            // Fails where it is not empty, as it should.
            let _ = std::fs::remove_dir(&self.folder);
        }
    }
}
