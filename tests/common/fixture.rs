//! The small pack of tests/frozen/pack, as it is or changed in some way.
#![allow(dead_code, reason = "each test binary uses its own share of this")]

use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use serde_json::Value;
use std::path::{Path, PathBuf};

pub(crate) fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen/pack")
}

pub(crate) fn pack() -> Pack {
    Pack::open(folder()).unwrap()
}

/// The same drawings with another manifest.
pub(crate) fn changed(change: impl FnOnce(&mut Value)) -> Pack {
    let mut manifest: Value = serde_json::from_slice(&std::fs::read(folder().join("pack.json")).unwrap()).unwrap();
    change(&mut manifest);
    let copy = tempfile::tempdir().unwrap();
    let mut open = vec![folder()];
    while let Some(from) = open.pop() {
        let to = copy.path().join(from.strip_prefix(folder()).unwrap());
        std::fs::create_dir_all(&to).unwrap();
        for entry in std::fs::read_dir(&from).unwrap().map(|e| e.unwrap().path()) {
            if entry.is_dir() {
                open.push(entry);
            } else {
                std::fs::copy(&entry, to.join(entry.file_name().unwrap())).unwrap();
            }
        }
    }
    std::fs::write(copy.path().join("pack.json"), manifest.to_string()).unwrap();
    Pack::open(copy.path()).unwrap()
}

/// Somebody with brown hair, brows and beard, tan skin and the lips that go with it.
pub(crate) fn person() -> Recipe {
    let json = r##"{
        "format": 1, "pack": "frozen", "version": "1.0.0",
        "parts": {"face": "oval", "hair": "bob", "brows": "thin", "eyes": "round", "nose": "small", "mouth": "smile", "ears": "small", "body": "crew",
            "glasses": "round"},
        "colours": {"hair": "brown", "brow": "brown", "beard": "brown", "skin": "tan", "lip": "mid", "iris": "green"},
        "axes": {"eyes": {"size": 0.5}, "mouth": {"curve": 0.8}}
    }"##;
    Recipe::from_json(json).unwrap()
}
