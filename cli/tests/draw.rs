//! `selfmoji draw`: a saved recipe draws the same picture, or says why it cannot.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use serde_json::{Value, json};

/// A recipe of the first part of every kind that is needed.
fn recipe() -> Value {
    let pack = selfmoji::pack::Pack::classic().unwrap();
    let kinds = selfmoji::kind::Kind::ALL.into_iter().filter(|k| !k.is_optional());
    let parts: serde_json::Map<String, Value> = kinds.map(|k| (k.name().to_owned(), json!(pack.parts(k)[0].id))).collect();
    json!({ "format": 1, "pack": "classic", "version": pack.manifest().version, "parts": parts, "colours": {} })
}

fn room(recipe: &Value) -> Room {
    let room = Room::new();
    room.put("me.json", recipe.to_string().as_bytes());
    room
}

#[test]
fn a_saved_recipe_draws_the_same_picture() {
    let room = Room::new();
    room.portrait("me.jpg");
    room.ok(&["create", "me.jpg", "-o", "me.json"]);
    for ending in ["png", "webp", "svg"] {
        let (first, again) = (format!("first.{ending}"), format!("again.{ending}"));
        room.ok(&["create", "me.jpg", "-o", &first, "--size", "128"]);
        room.ok(&["draw", "me.json", "-o", &again, "--size", "128"]);
        assert_eq!(room.read(&first), room.read(&again), "{ending}");
    }
}

#[test]
fn another_version_or_pack_is_refused() {
    for (field, value, said) in [("version", "1.0.999", "style pack classic 1.0.999"), ("pack", "other", "no style called `other`")] {
        let mut recipe = recipe();
        recipe[field] = json!(value);
        let room = room(&recipe);
        let done = room.run(&["draw", "me.json", "-o", "me.png"]);
        assert_eq!(done.code, 1);
        assert!(done.err.contains("me.json") && done.err.contains(said), "{}", done.err);
        assert_eq!(room.names("."), ["me.json"]);
    }
}

#[test]
fn a_former_version_still_draws_and_is_found_by_itself() {
    let room = Room::new();
    let old = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden/recipes/bald.json");
    room.put("old.json", &std::fs::read(old).unwrap());
    room.ok(&["draw", "old.json", "-o", "found.png"]);
    room.ok(&["draw", "old.json", "-o", "named.png", "--style", "classic@1.0.0"]);
    assert_eq!(room.read("found.png"), room.read("named.png"));
    let done = room.run(&["draw", "old.json", "-o", "new.png", "--style", "classic"]);
    assert!(done.code == 1 && done.err.contains("made with the style pack classic 1.0.0"), "{done:?}");
}

#[test]
fn a_damaged_recipe_is_explained() {
    let mut missing = recipe();
    missing["parts"]["hair"] = json!("no-such-hair");
    let mut unknown = recipe();
    unknown["colour"] = json!({});
    for (recipe, said) in [
        (missing.to_string().into_bytes(), "no-such-hair"),
        (unknown.to_string().into_bytes(), "unknown field `colour`"),
        (b"{".to_vec(), "line 1"),
        (vec![0xff, 0xfe], "not text"),
        (vec![b' '; 70_000], "70000"),
        (vec![b' '; 2_000_000], "2000000"),
    ] {
        let room = Room::new();
        room.put("me.json", &recipe);
        let done = room.run(&["draw", "me.json", "-o", "me.png"]);
        assert_eq!(done.code, 1, "{done:?}");
        assert!(done.err.contains("me.json") && done.err.contains(said), "{}", done.err);
        assert_eq!(room.names("."), ["me.json"]);
    }
}

#[test]
fn senseless_outputs_are_bad_usage() {
    let room = room(&recipe());
    for args in [
        &["draw", "me.json"][..],
        &["draw", "me.json", "-o", "me.gif"],
        &["draw", "me.json", "-o", "you.json"],
        &["draw", "me.json", "-o", "me.json"],
    ] {
        let done = room.run(args);
        assert_eq!(done.code, 2, "{args:?} {done:?}");
        assert!(done.err.contains("Usage: selfmoji draw"), "{}", done.err);
    }
    let done = room.run(&["draw", "me.json", "-o", "no/such/folder/me.png"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("there is no folder no/such/folder"), "{}", done.err);
}
