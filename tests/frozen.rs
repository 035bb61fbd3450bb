//! Risk: a saved recipe, or a seeded avatar, that is another one after an update. What stands in tests/frozen/frozen.json never changes.
//!
//!     SELFMOJI_FREEZE=1 cargo test --workspace --test frozen    # adds what is not there yet, and only that; see tests/frozen/README.md

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use selfmoji::{compose, edit, picture};
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

/// Sides of the SVG and of the picture that are hashed.
const SVG_SIDE: u32 = 256;
const PIXEL_SIDE: u32 = 128;

/// The seeds whose people are frozen for each pack.
const SEEDS: [&str; 10] =
    ["0", "1", "2", "3", "4", "5", "ada", "user-1234", "Zoë", "a rather long seed, such as somebody's address: ada@example.org"];

/// A frozen recipe's pictures, and where it came from.
#[derive(Debug, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Frozen {
    /// The seed of the person, whose expression may be another than neutral.
    #[serde(skip_serializing_if = "Option::is_none", default)]
    seed: Option<String>,
    /// SHA-256 of the SVG's text.
    svg: String,
    /// SHA-256 of the pixels: straight RGBA, row by row.
    rgba: String,
}

/// By the recipe's file in tests/frozen/recipes.
type Table = BTreeMap<String, Frozen>;

fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/frozen")
}

/// The very version that a recipe was made with.
fn pack_of(recipe: &Recipe) -> Pack {
    let own = Pack::open(folder().join("pack")).unwrap();
    if own.is_that_of(recipe).is_ok() {
        return own;
    }
    Pack::bundled_for(recipe).unwrap_or_else(|e| panic!("{e}; former versions stay in templates/past"))
}

fn recipe(file: &str) -> Recipe {
    Recipe::from_json(&std::fs::read_to_string(folder().join("recipes").join(file)).unwrap()).unwrap_or_else(|e| panic!("{file}: {e}"))
}

fn freeze(pack: &Pack, recipe: &Recipe, seed: Option<String>) -> Frozen {
    let hex = |bytes: &[u8]| Sha256::digest(bytes).iter().map(|b| format!("{b:02x}")).collect();
    let pixels = picture::render(&compose::svg(pack, recipe, PIXEL_SIDE).unwrap(), PIXEL_SIDE).unwrap();
    Frozen { seed, svg: hex(compose::svg(pack, recipe, SVG_SIDE).unwrap().as_bytes()), rgba: hex(pixels.as_raw()) }
}

fn seeded(pack: &Pack, seed: &str, expression: &str) -> Recipe {
    Recipe { expression: expression.into(), ..edit::random(pack, seed) }
}

/// All files of tests/frozen/recipes, as `PACK@VERSION/NAME.json`.
fn files() -> Vec<String> {
    let names = |path: PathBuf| -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(path).unwrap().map(|e| e.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let root = folder().join("recipes");
    names(root.clone()).into_iter().flat_map(|pack| names(root.join(&pack)).into_iter().map(move |n| format!("{pack}/{n}"))).collect()
}

/// Adds the seeded people and the expressions of the packs asked for, and every recipe that lies in the folder; never touches what is there.
fn append(table: &mut Table, asked: &str) {
    let current = Pack::bundled_names().into_iter().filter(|name| !name.contains('@'));
    let all = current.map(str::to_owned).chain(["frozen".to_owned()]);
    for name in all.filter(|name| asked == "1" || asked.split(',').any(|a| a == name)) {
        let pack = if name == "frozen" { Pack::open(folder().join("pack")) } else { Pack::bundled(&name) }.unwrap();
        let place = format!("{name}@{}", pack.manifest().version);
        std::fs::create_dir_all(folder().join("recipes").join(&place)).unwrap();
        let people = SEEDS.iter().enumerate().map(|(i, seed)| (format!("seed-{i}"), (*seed).to_owned(), "neutral".to_owned()));
        let list = pack.manifest().expressions.list.iter();
        let faces = list.map(|e| (format!("expression-{}", e.id), e.id.clone(), e.id.clone()));
        for (file, seed, expression) in people.chain(faces) {
            let file = format!("{place}/{file}.json");
            table.entry(file.clone()).or_insert_with(|| {
                let recipe = seeded(&pack, &seed, &expression);
                std::fs::write(folder().join("recipes").join(&file), recipe.to_json() + "\n").unwrap();
                freeze(&pack, &recipe, Some(seed))
            });
        }
    }
    for file in files() {
        table.entry(file.clone()).or_insert_with(|| freeze(&pack_of(&recipe(&file)), &recipe(&file), None));
    }
}

#[test]
fn what_is_frozen_stays_as_it_is() {
    let path = folder().join("frozen.json");
    let mut table: Table = serde_json::from_str(&std::fs::read_to_string(&path).unwrap()).unwrap();
    if let Ok(asked) = std::env::var("SELFMOJI_FREEZE") {
        append(&mut table, &asked);
        std::fs::write(&path, serde_json::to_string_pretty(&table).unwrap() + "\n").unwrap();
    }
    assert!(table.len() >= 23, "entries are missing");
    let unknown: Vec<String> = files().into_iter().filter(|f| !table.contains_key(f)).collect();
    assert!(unknown.is_empty(), "not frozen yet, see tests/frozen/README.md: {unknown:?}");
    let mut wrong = Vec::new();
    for (file, frozen) in &table {
        let recipe = recipe(file);
        let pack = pack_of(&recipe);
        if let Some(seed) = &frozen.seed
            && seeded(&pack, seed, &recipe.expression) != recipe
        {
            wrong.push(format!("{file}: the seed {seed:?} gives another person"));
        }
        let now = freeze(&pack, &recipe, None);
        if now.svg != frozen.svg {
            wrong.push(format!("{file}: another SVG"));
        }
        // Renderers round by the processor's own instructions; elsewhere tests/golden_pictures.rs allows for a step.
        if cfg!(target_arch = "x86_64") && now.rgba != frozen.rgba {
            wrong.push(format!("{file}: other pixels"));
        }
    }
    assert!(wrong.is_empty(), "saved avatars would change; see tests/frozen/README.md\n{}", wrong.join("\n"));
}
