//! One set of fixtures for Rust, Kotlin and Swift: the same photo gives the same recipe, and the same recipe the same bytes, whoever asks.
//!
//! `SELFMOJI_REGENERATE=1 cargo test -p selfmoji-ffi --test parity` writes the fixtures anew.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use selfmoji_ffi::{Pack, Photo, Recipe, Studio, recipe_to_json};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::sync::Arc;

#[derive(Debug, PartialEq, Serialize, Deserialize)]
struct Fixtures {
    cases: Vec<Case>,
}

/// One person in one style. Hashes are SHA-256 in hexadecimal; those of the SVG are of its UTF-8.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
struct Case {
    name: String,
    /// Below the repository's root.
    photo: Option<String>,
    seed: Option<String>,
    style: String,
    recipe: String,
    alt: String,
    size: i32,
    svg: String,
    png: String,
    webp: String,
    rgba: String,
    expression: String,
    sticker: String,
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../..")
}

fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        // Writing to a string cannot fail.
        let _ = write!(text, "{byte:02x}");
        text
    })
}

fn recipe(case: &Case, studio: &Studio, pack: &Arc<Pack>) -> Recipe {
    if let Some(seed) = &case.seed {
        return pack.random(seed.clone()).unwrap();
    }
    let file = std::fs::read(root().join(case.photo.as_ref().unwrap())).unwrap();
    studio.create(&Photo::decode(&file, None).unwrap(), &studio.style(Arc::clone(pack), None).unwrap()).unwrap().recipe
}

fn made(case: &Case, studio: &Studio) -> Case {
    let pack = Pack::bundled(case.style.clone()).unwrap();
    let recipe = recipe(case, studio, &pack);
    let size = case.size;
    Case {
        recipe: recipe_to_json(recipe.clone()).unwrap(),
        alt: pack.alt_text(recipe.clone()).unwrap(),
        svg: hash(pack.svg(recipe.clone(), size).unwrap().as_bytes()),
        png: hash(&pack.png(recipe.clone(), size).unwrap()),
        webp: hash(&pack.webp(recipe.clone(), size).unwrap()),
        rgba: hash(&pack.rgba(recipe.clone(), size).unwrap()),
        sticker: hash(&pack.sticker(recipe, case.expression.clone()).unwrap().webp),
        ..case.clone()
    }
}

fn asked() -> Vec<Case> {
    let case = |name: &str, photo: Option<&str>, seed: Option<&str>, style: &str, size, expression: &str| Case {
        name: name.into(),
        photo: photo.map(Into::into),
        seed: seed.map(Into::into),
        style: style.into(),
        recipe: String::new(),
        alt: String::new(),
        size,
        svg: String::new(),
        png: String::new(),
        webp: String::new(),
        rgba: String::new(),
        expression: expression.into(),
        sticker: String::new(),
    };
    let portrait = Some("examples/portrait.jpg");
    vec![
        case("portrait, classic", portrait, None, "classic", 256, "laughing"),
        case("portrait, clay", portrait, None, "clay", 200, "waving"),
        case("portrait, ink", portrait, None, "ink", 333, "crying"),
        case("seed, classic", None, Some("ada"), "classic", 1, "winking"),
        case("seed, clay", None, Some("J\u{fc}rgen \u{1f642}"), "clay", 512, "laughing"),
        case("seed, ink", None, Some(""), "ink", 128, "waving"),
        case("seed, classic, large", None, Some("grace"), "classic", 512, "crying"),
    ]
}

#[test]
fn fixtures_are_what_the_library_makes() {
    let file = root().join("bindings/fixtures/parity.json");
    let studio = Studio::bundled(None).unwrap();
    if std::env::var_os("SELFMOJI_REGENERATE").is_some() {
        let cases = asked().iter().map(|case| made(case, &studio)).collect();
        std::fs::write(&file, serde_json::to_string_pretty(&Fixtures { cases }).unwrap() + "\n").unwrap();
        return;
    }
    let fixtures: Fixtures = serde_json::from_str(&std::fs::read_to_string(&file).unwrap()).unwrap();
    assert_eq!(fixtures.cases.len(), asked().len());
    for case in &fixtures.cases {
        assert_eq!(*case, made(case, &studio), "{}", case.name);
    }
}
