//! Risk: a saved avatar that looks different after an update. Frozen recipes must draw the pictures they always drew.
//!
//!     SELFMOJI_REGENERATE=1 cargo test --test golden_pictures    # rewrites tests/golden/pictures; look at every one that changed

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use image::{Rgba, RgbaImage};
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::picture;
use selfmoji::recipe::Recipe;
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

/// Every pack that some golden recipe was made with, and all current ones.
static PACKS: LazyLock<BTreeMap<&'static str, Pack>> =
    LazyLock::new(|| Pack::bundled_names().into_iter().map(|name| (name, Pack::bundled(name).unwrap_or_else(|e| panic!("{name}: {e}")))).collect());

/// Side of the pictures in pixels.
const SIDE: u32 = 128;
/// Most a channel may differ: what rounding on another processor can do.
const THRESHOLD: u8 = 1;

fn golden() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden")
}

/// The frozen recipes by name.
fn recipes() -> Vec<(String, Recipe)> {
    let mut found: Vec<(String, Recipe)> = std::fs::read_dir(golden().join("recipes"))
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let recipe = Recipe::from_json(&std::fs::read_to_string(&path).unwrap()).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
            (path.file_stem().unwrap().to_str().unwrap().to_owned(), recipe)
        })
        .collect();
    found.sort_by(|a, b| a.0.cmp(&b.0));
    found
}

fn pack(recipe: &Recipe) -> &'static Pack {
    PACKS.values().find(|p| p.is_that_of(recipe).is_ok()).unwrap_or_else(|| panic!("no pack is {} {}", recipe.pack, recipe.version))
}

/// The packs that are no former versions.
fn current() -> impl Iterator<Item = &'static Pack> {
    PACKS.iter().filter(|(name, _)| !name.contains('@')).map(|(_, pack)| pack)
}

fn svg(recipe: &Recipe) -> String {
    selfmoji::compose::svg(pack(recipe), recipe, SIDE).unwrap()
}

fn difference(a: Rgba<u8>, b: Rgba<u8>) -> u8 {
    // What a fully transparent pixel would look like does not matter.
    if a.0[3] == 0 && b.0[3] == 0 {
        return 0;
    }
    a.0.iter().zip(b.0).map(|(a, b)| a.abs_diff(b)).max().unwrap_or(0)
}

/// Expected, got, and where they differ, side by side.
fn three_panes(name: &str, expected: &RgbaImage, got: &RgbaImage) -> PathBuf {
    let (width, height) = (expected.width().max(got.width()), expected.height().max(got.height()));
    let panes = RgbaImage::from_fn(width * 3, height, |x, y| {
        let at = |picture: &RgbaImage| picture.get_pixel_checked(x % width, y).copied().unwrap_or(Rgba([255, 0, 255, 255]));
        match x / width {
            0 => at(expected),
            1 => at(got),
            _ => match difference(at(expected), at(got)) {
                0 => Rgba([255; 4]),
                d if d <= THRESHOLD => Rgba([200, 200, 255, 255]),
                d => Rgba([255, 160 - d.min(160), 160 - d.min(160), 255]),
            },
        }
    });
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("golden_pictures");
    std::fs::create_dir_all(&folder).unwrap();
    let path = folder.join(format!("{name}.png"));
    panes.save(&path).unwrap();
    path
}

#[test]
fn frozen_recipes_draw_what_they_always_drew() {
    let regenerate = std::env::var("SELFMOJI_REGENERATE").is_ok_and(|v| v == "1");
    let mut wrong = Vec::new();
    let recipes = recipes();
    assert!(recipes.len() >= 12);
    for (name, recipe) in &recipes {
        let path = golden().join(format!("pictures/{name}.png"));
        if regenerate {
            std::fs::write(&path, picture::png(&svg(recipe), SIDE).unwrap()).unwrap();
            continue;
        }
        let got = picture::render(&svg(recipe), SIDE).unwrap();
        let expected = image::open(&path).unwrap_or_else(|e| panic!("{}: {e}; regenerate it", path.display())).into_rgba8();
        let differing = got.enumerate_pixels().filter(|&(x, y, p)| expected.get_pixel_checked(x, y).is_none_or(|e| difference(*e, *p) > THRESHOLD));
        let count = differing.count();
        if count > 0 || expected.dimensions() != got.dimensions() {
            wrong.push(format!("{name}: {count} pixels differ; see {}", three_panes(name, &expected, &got).display()));
        }
    }
    assert!(wrong.is_empty(), "{}\nIf this is meant, raise the pack's version and run with SELFMOJI_REGENERATE=1.", wrong.join("\n"));
}

#[test]
fn every_layer_and_kind_of_every_style_is_in_some_golden_picture() {
    let recipes = recipes();
    for (name, pack) in PACKS.iter().filter(|(name, _)| !name.contains('@')) {
        let own: Vec<&Recipe> = recipes.iter().map(|(_, r)| r).filter(|r| pack.is_that_of(r).is_ok()).collect();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("templates").join(name);
        let read = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap();
        let manifest = pack.manifest();
        let mut drawn = String::new();
        for recipe in &own {
            recipe.parts.iter().for_each(|(&kind, id)| drawn += &read(&pack.part(kind, id).unwrap().file));
            let props = pack.expression(&recipe.expression).unwrap().into_iter().flat_map(|e| &e.props);
            let file = |id: &String| manifest.expressions.parts[&Kind::Prop].iter().find(|p| p.id == *id).unwrap().file.clone();
            props.for_each(|id| drawn += &read(&file(id)));
        }
        let all: String = manifest.kinds.values().chain(manifest.expressions.parts.values()).flatten().map(|p| read(&p.file)).collect();
        for layer in &manifest.layers {
            let group = format!("data-layer=\"{layer}\"");
            assert!(drawn.contains(&group) || !all.contains(&group), "no golden recipe of {name} paints the layer {layer}");
        }
        for kind in Kind::ALL {
            assert!(own.iter().any(|r| r.parts.contains_key(&kind)), "no golden recipe of {name} has {kind}");
        }
        assert!(own.iter().any(|r| !r.axes.is_empty() && r.expression != "neutral"), "no golden recipe of {name} has axes and an expression");
    }
}

#[test]
fn the_same_recipe_gives_the_same_bytes_every_time_and_on_every_thread() {
    for (name, recipe) in recipes() {
        let draw = || (picture::png(&svg(&recipe), SIDE).unwrap(), picture::webp(&svg(&recipe), SIDE).unwrap());
        let first = draw();
        assert!(first == draw(), "{name}");
        std::thread::scope(|scope| {
            for thread in [(); 4].map(|()| scope.spawn(draw)) {
                assert!(thread.join().unwrap() == first, "{name} on another thread");
            }
        });
    }
}

#[test]
fn every_file_format_holds_the_same_pixels() {
    for (name, recipe) in recipes() {
        let svg = svg(&recipe);
        let rendered = picture::render(&svg, SIDE).unwrap();
        for file in [picture::png(&svg, SIDE).unwrap(), picture::webp(&svg, SIDE).unwrap()] {
            assert!(image::load_from_memory(&file).unwrap().into_rgba8() == rendered, "{name}");
        }
    }
}

/// Every part of every pack, on an otherwise plain head: it can be drawn, and it shows.
#[test]
fn every_part_can_be_drawn_and_shows() {
    for pack in current() {
        let plain = plain(pack);
        let draw = |recipe: &Recipe| picture::render(&svg(recipe), SIDE).unwrap();
        let mut seen = BTreeMap::from([(draw(&plain).into_raw(), (Kind::Face, "the plain head".to_owned()))]);
        for kind in Kind::ALL {
            for part in pack.parts(kind) {
                let mut recipe = plain.clone();
                recipe.parts.insert(kind, part.id.clone());
                if plain.parts.get(&kind) == Some(&part.id) {
                    continue;
                }
                let before = seen.insert(draw(&recipe).into_raw(), (kind, part.id.clone()));
                assert_eq!(before, None, "{}: {kind} {} draws the same picture as another part", recipe.pack, part.id);
            }
        }
    }
}

/// A bald head, so that ears and what they wear show.
fn plain(pack: &Pack) -> Recipe {
    let kinds = Kind::ALL.into_iter().filter(|k| !k.is_optional());
    let mut parts: BTreeMap<&str, &str> = kinds.map(|k| (k.name(), pack.parts(k)[0].id.as_str())).collect();
    parts.insert("hair", "bald");
    let (name, version) = (&pack.manifest().name, &pack.manifest().version);
    let json = serde_json::json!({ "format": 1, "pack": name, "version": version, "parts": parts, "colours": { "skin": "monk-05" } });
    Recipe::from_json(&json.to_string()).unwrap()
}
