//! The pack's files: those that are there twice, those that nothing names, and the embeddings.

use super::{Checked, listed};
use crate::matching;
use crate::pack::caps;
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;

/// Folders of a pack are not this deep.
const DEPTH: usize = 8;

impl Checked<'_> {
    /// Parts that look the same because their files are.
    pub(super) fn files(&mut self) {
        let pack = self.pack;
        let mut seen: BTreeMap<[u8; 32], String> = BTreeMap::new();
        for (path, kind, part) in listed(&pack.manifest) {
            let Some(drawing) = pack.drawings.get(&(kind, part.id.clone())) else { continue };
            let name = format!("{kind} `{}`", part.id);
            if let Some(other) = seen.insert(drawing.hash, name.clone()) {
                self.warn(&path, &format!("{name} is the same drawing as {other}; draw another, or take one out"));
            }
        }
    }

    /// Files that lie in the folder and belong to nothing.
    pub(super) fn folder(&mut self, root: &Path) {
        let pack = self.pack;
        let named: BTreeSet<&str> = listed(&pack.manifest).map(|(_, _, part)| part.file.as_str()).chain(["pack.json", "embeddings.json"]).collect();
        let mut there = Vec::new();
        list(root, "", DEPTH, &mut there);
        for file in there.iter().filter(|f| !named.contains(f.as_str())) {
            self.warn_in(
                file,
                1,
                "pack.json does not name this file, so it is not part of the pack; list it as a part, or take it out of the folder",
            );
        }
    }

    pub(super) fn embeddings(&mut self) {
        let command = "run `selfmoji pack build` on the pack's folder";
        match self.pack.embeddings_json() {
            None => {
                self.warn_in("embeddings.json", 1, &format!("there is none, so each program that loads the pack must compute it first; {command}"))
            }
            Some(_) => {
                if let Some(detail) = matching::stale(self.pack) {
                    self.warn_in("embeddings.json", 1, &format!("{detail}; {command}"));
                }
            }
        }
    }
}

/// The files below a folder, `/` between names. Hidden ones and texts for people are nobody's oversight; links are not followed.
fn list(folder: &Path, prefix: &str, depth: usize, found: &mut Vec<String>) {
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        let (Some(name), Ok(kind)) = (entry.file_name().to_str().map(str::to_owned), entry.file_type()) else { continue };
        let path = format!("{prefix}{name}");
        let text = [".md", ".txt", ".schema.json"].iter().any(|e| name.ends_with(e))
            || ["LICENSE", "LICENCE", "NOTICE", "COPYING"].iter().any(|n| name.starts_with(n));
        if name.starts_with('.') || text || found.len() > caps::PARTS * 2 {
            continue;
        }
        if kind.is_dir() && depth > 0 {
            list(&entry.path(), &format!("{path}/"), depth - 1, found);
        } else {
            found.push(path);
        }
    }
}
