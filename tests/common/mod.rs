//! A minimal valid style pack made in code, to be broken on purpose.

#![allow(dead_code, reason = "each test binary uses its own share of this")]

pub(crate) mod words;

use selfmoji::kind::Kind;
use selfmoji::pack::{Pack, PackError};
use selfmoji::recipe::Recipe;
use serde_json::{Value, json};
use std::collections::BTreeMap;

/// A pack that is not yet on disk: its manifest, and its other files by name.
pub(crate) struct TestPack {
    pub(crate) manifest: Value,
    pub(crate) files: BTreeMap<String, Vec<u8>>,
}

impl TestPack {
    /// One part of every kind that must be there, on a canvas of 100 units; the layers are called after the kinds.
    pub(crate) fn minimal() -> Self {
        let mut files = BTreeMap::new();
        let mut kinds = serde_json::Map::new();
        for kind in Kind::ALL.into_iter().filter(|k| !k.is_optional()) {
            let file = format!("{kind}.svg");
            files.insert(file.clone(), svg(&shape(kind)).into_bytes());
            kinds.insert(kind.name().into(), json!([{ "id": "one", "file": file, "title": "One" }]));
        }
        let manifest = json!({
            "format": 1, "name": "test", "version": "1.2.3", "title": "Test", "licence": "CC0-1.0", "author": "Nobody",
            "canvas": 100,
            "landmarks": { "right_eye": [40, 50], "left_eye": [60, 50], "mouth": [50, 70] },
            "layers": Kind::ALL.map(Kind::name),
            "palettes": { "hair": [ { "id": "black", "base": "#101010", "light": "#404040" }, { "id": "red", "base": "#a03010", "light": "#d06040" } ] },
            "colours": { "hair": { "palette": "hair" } },
            "kinds": kinds,
        });
        Self { manifest, files }
    }

    /// Puts it into a folder and opens it.
    pub(crate) fn open(&self) -> Result<Pack, PackError> {
        let folder = tempfile::tempdir().unwrap();
        self.write(folder.path());
        Pack::open(folder.path())
    }

    pub(crate) fn write(&self, folder: &std::path::Path) {
        for (name, bytes) in &self.files {
            let path = folder.join(name);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, bytes).unwrap();
        }
        std::fs::write(folder.join("pack.json"), serde_json::to_vec_pretty(&self.manifest).unwrap()).unwrap();
    }

    /// Replaces the hair part's content.
    pub(crate) fn hair(mut self, content: &str) -> Self {
        self.files.insert("hair.svg".into(), svg(content).into_bytes());
        self
    }
}

/// An SVG file with some content, which begins in line 2.
pub(crate) fn svg(content: &str) -> String {
    format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 100 100\">\n{content}\n</svg>\n")
}

/// A circle on the hair's layer, with some attributes.
pub(crate) fn hair_with(attributes: &str) -> String {
    format!("<g data-layer=\"hair\" class=\"hair\">\n<circle cx=\"50\" cy=\"30\" r=\"20\" {attributes}/>\n</g>")
}

fn shape(kind: Kind) -> String {
    match kind {
        Kind::Face => r##"<g data-layer="face"><path id="outline" class="skin" fill="#c09060" d="M30 40H70V80H30Z"/></g>"##.into(),
        _ => format!(r##"<g data-layer="{kind}"><rect x="40" y="40" width="20" height="5" fill="#806040"/></g>"##),
    }
}

/// A recipe that names the minimal pack's parts.
pub(crate) fn recipe() -> Recipe {
    let parts: BTreeMap<&str, &str> = Kind::ALL.into_iter().filter(|k| !k.is_optional()).map(|k| (k.name(), "one")).collect();
    let json = json!({ "format": 1, "pack": "test", "version": "1.2.3", "parts": parts, "colours": { "hair": "black" } });
    Recipe::from_json(&json.to_string()).unwrap()
}
