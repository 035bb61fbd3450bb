//! `selfmoji suggest`, `find` and `eval-emoji`: what they print and write, and what they say to input that makes no sense.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use serde_json::{Value, json};
use std::path::Path;

const SET: &str = r#"[{"id": "tired-cat", "name": "sleepy cat", "keywords": ["bed"]}, {"id": "bot", "name": "dancing robot"}]"#;

fn json_line(out: &str) -> Value {
    assert_eq!(out.matches('\n').count(), 1, "one line: {out}");
    serde_json::from_str(out).unwrap()
}

fn ids(line: &Value) -> Vec<&str> {
    line["emoji"].as_array().unwrap().iter().map(|e| e["id"].as_str().unwrap()).collect()
}

#[test]
fn a_text_gets_one_line_of_json() {
    let room = Room::new();
    let done = room.run(&["suggest", "--text", "hapy birthday qzxwv", "-n", "3", "--json"]);
    assert_eq!((done.code, done.err.as_str()), (0, "selfmoji: not known: qzxwv\n"));
    let line = json_line(&done.out);
    assert_eq!(ids(&line).len(), 3);
    let first = &line["emoji"][0];
    assert!(["🎂", "🥳", "🎉", "🎈", "🎁"].contains(&first["id"].as_str().unwrap()), "{line}");
    assert_eq!(first["because"]["word"]["word"], "happy birthday");
    assert!(first["score"].as_f64().unwrap() > 0.3 && !first["name"].as_str().unwrap().is_empty());
    assert_eq!(line["unknown_words"], json!(["qzxwv"]));
    let table = room.ok(&["suggest", "--text", "pizza", "-n", "2"]);
    assert!(table.lines().count() == 2 && table.contains("🍕") && table.contains("\"pizza\""), "{table}");
    assert!(room.ok(&["suggest", "--text", "astronaut"]).contains("🧑‍🚀"), "emoji are not taken apart");
}

#[test]
fn sets_are_names_files_and_several_at_once() {
    let room = Room::new();
    room.put("set.json", SET.as_bytes());
    let top = |args: &[&str]| ids(&json_line(&room.ok(&[&["suggest", "--json", "-n", "8", "--text"], args].concat()))).join(" ");
    assert_eq!(top(&["off to bed", "--set", "set.json"]), "tired-cat bot");
    let both = top(&["off to bed", "--set", "set.json", "--set", "pictographs"]);
    assert!(both.contains("tired-cat") && both.contains("🛏️"), "{both}");
    assert!(top(&["hahaha", "--set", "expressions"]).contains("laughing"));
    let recipe = room.path("me.json");
    room.portrait("me.jpg");
    room.ok(&["create", "me.jpg", "-o", "me.json"]);
    let toned = top(&["thumbs up", "--like", recipe.to_str().unwrap()]);
    assert!(["👍🏻", "👍🏼", "👍🏽", "👍🏾", "👍🏿"].iter().any(|thumb| toned.contains(thumb)), "{toned}");
}

#[test]
fn photos_are_looked_at_together_and_bad_ones_named() {
    let room = Room::new();
    room.portrait("photos/me.jpg");
    room.portrait("photos/again.jpg");
    room.put("broken.jpg", b"Dear diary");
    let line = json_line(&room.ok(&["suggest", "photos", "photos/me.jpg", "--json"]));
    assert_eq!(line["emoji"][0]["because"]["concept"]["concept"], "person", "{line}");
    let some = room.run(&["suggest", "photos/me.jpg", "broken.jpg", "--json"]);
    let line = json_line(&some.out);
    assert_eq!((some.code, ids(&line).len()), (1, 10));
    assert_eq!((&line["errors"][0]["file"], &line["errors"][0]["kind"]), (&json!("broken.jpg"), &json!("photo")));
    let none = room.run(&["suggest", "broken.jpg", "missing.jpg", "--json"]);
    let line = json_line(&none.out);
    assert_eq!((none.code, ids(&line).len(), line["errors"].as_array().unwrap().len()), (1, 0, 2));
}

#[test]
fn input_that_makes_no_sense_is_explained() {
    let room = Room::new();
    room.put("set.json", SET.as_bytes());
    room.put("empty.json", b"[]");
    room.put("twice.json", br#"[{"id": "a", "name": "dog"}, {"id": "b", "name": "Dog"}]"#);
    room.put("assets/words.bin", b"SMWORDS2");
    room.put("escape.json", b"[{\"id\": \"\\u001b[31m\", \"name\": \"12\"}]");
    for (args, code, what) in [
        (&["suggest"][..], 2, "give a photo, --text, or both"),
        (&["suggest", "--text", "  "], 2, "give a photo, --text, or both"),
        (&["suggest", "--text", "x", "--balance", "2"], 2, "from 0, the text alone"),
        (&["suggest", "--text", "x", "--balance", "nan"], 2, "from 0, the text alone"),
        (&["suggest", "--text", "the of"], 1, "no word that says what it is about"),
        (&["suggest", "--text", "-_-"], 1, "no word that says what it is about"),
        (&["suggest", "--text", "dog", "--min-score", "5"], 1, "no emoji has the least score"),
        (&["suggest", "--text", "dog", "--min-score", "nan"], 2, "must be a number"),
        (&["suggest", "--text", "qzxwv"], 1, "not known: qzxwv; no word of the text is"),
        (&["suggest", "--text", "привет"], 1, "not known: привет"),
        (&["suggest", "--text", "dog", "--set", "nothing"], 1, "there is no emoji set nothing"),
        (&["suggest", "--text", "dog", "--set", "empty.json"], 1, "it is empty"),
        (&["suggest", "--text", "dog", "--set", "twice.json"], 1, "`a` and `b` are both called \"Dog\""),
        (&["suggest", "--text", "dog", "--set", "set.json", "--set", "set.json"], 1, "the id `tired-cat` is there twice"),
        (&["suggest", "--text", "dog", "--assets", "assets"], 1, "words.bin: the word list cannot be used: it is cut short"),
        (&["suggest", "--text", "dog", "--like", "set.json"], 1, "set.json"),
        (&["suggest", "--text", "dog", "--set", "escape.json"], 1, "\\u{1b}[31m"),
        (&["find", "cat +", "."], 1, "a part is empty"),
        (&["find", "cat", "nowhere.jpg"], 1, "nowhere.jpg"),
        (&["find", "cat", "assets"], 1, "there are no pictures in assets"),
        (&["eval-emoji", "."], 1, "labels.json"),
    ] {
        let done = room.run(args);
        assert!(done.code == code && done.err.contains(what), "{args:?}: {done:?}");
        assert!(!done.err.contains('\u{1b}'), "{done:?}");
    }
}

#[test]
fn photos_are_found_and_shown_on_a_page() {
    let room = Room::new();
    room.portrait("album/<me & \"you\">.jpg");
    image::RgbImage::from_pixel(300, 200, image::Rgb([40, 120, 220])).save(room.path("album/sky.png")).unwrap();
    room.put("album/notes.txt", b"mine");
    let line = json_line(&room.ok(&["find", "🧑 + face", "album", "--json"]));
    assert_eq!(line["query"], json!(["person", "face"]));
    assert!(line["photos"][0]["file"].as_str().unwrap().contains("me"), "{line}");
    assert_eq!(line["photos"][0]["parts"].as_array().unwrap().len(), 2);
    room.ok(&["find", "person", "album", "-o", "page.html", "-n", "1"]);
    let page = String::from_utf8(room.read("page.html")).unwrap();
    assert!(page.contains("&lt;me &amp; &quot;you&quot;&gt;.jpg") && !page.contains("<me &") && page.contains("data:image/jpeg;base64,"));
    assert!(page.contains("default-src 'none'") && !page.contains("sky.png"));
    let done = room.run(&["find", "person", "album", "-o", "album/sky.png"]);
    assert!(done.code == 1 && done.err.contains("sky.png"), "{done:?}");
    assert_eq!(room.names("album").len(), 3);
    // Nor is anything else that is read.
    room.put("set.json", SET.as_bytes());
    let done = room.run(&["find", "sleepy cat", "album", "--set", "set.json", "-o", "set.json"]);
    assert!(done.code == 1 && room.read("set.json") == SET.as_bytes(), "{done:?}");
    // What cannot be read is named, and the rest is found, each photo once.
    room.put("empty/notes.txt", b"mine");
    let done = room.run(&["find", "person", "album", "empty", "album/../album/sky.png", "gone.jpg", "--json"]);
    let line = json_line(&done.out);
    assert_eq!((done.code, line["photos"].as_array().unwrap().len(), line["errors"].as_array().unwrap().len()), (1, 2, 2), "{line}");
}

fn labelled(room: &Room, labels: &Value) {
    room.portrait("set/me.jpg");
    room.put("set/labels.json", labels.to_string().as_bytes());
}

#[test]
fn labels_that_make_no_sense_are_explained() {
    let room = Room::new();
    let image = |file: &str, label: &str, captions: &[&str]| json!({"categories": ["person", "pizza"], "images": [{"file": file, "labels": [label], "captions": captions}]});
    for (labels, what) in [
        (json!([]), "it must be like"),
        (json!({"categories": [], "images": []}), "no categories or no images"),
        (image("../me.jpg", "person", &["me"]), "not in the folder"),
        (image("", "person", &["me"]), "not in the folder"),
        (json!({"categories": ["pizza"], "images": [{"file": "me.jpg", "labels": [], "captions": ["me"]}]}), "has a label"),
        (image("/me.jpg", "person", &["me"]), "not in the folder"),
        (image("me.jpg", "dog", &["me"]), "not among the categories"),
        (image("me.jpg", "person", &[]), "has no captions"),
        (image("gone.jpg", "person", &["me"]), "none of the photos could be read"),
    ] {
        labelled(&room, &labels);
        let done = room.run(&["eval-emoji", "set", "-o", "out"]);
        assert!(done.code == 1 && done.err.contains(what), "{done:?}");
        assert!(!room.path("out/report.json").exists());
    }
    let two = json!({"categories": ["person", "pizza"], "images": [{"file": "me.jpg", "labels": ["person"], "captions": ["a man smiles", "him"], "licence": 1},
        {"file": "gone.jpg", "labels": ["pizza"], "captions": ["lunch"]}]});
    labelled(&room, &two);
    let done = room.run(&["eval-emoji", "set", "-o", "out"]);
    assert!(done.code == 1 && done.err.contains("gone.jpg"), "the report is written all the same: {done:?}");
    let report: Value = serde_json::from_slice(&room.read("out/report.json")).unwrap();
    assert_eq!((&report["photos"], &report["failures"][0]["file"]), (&json!(1), &json!("gone.jpg")));
    assert_eq!(report["first_caption"]["text"]["im_map"], json!(1.0), "a man is a person");
}

/// The goals of the project, on the photos that it is measured with.
#[test]
fn the_ranker_reaches_its_goals_on_the_shared_photos() {
    let photos = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/coco");
    if !photos.join("labels.json").exists() {
        eprintln!("SKIPPED: the shared photos are not there");
        return;
    }
    let room = Room::new();
    let report: Value = serde_json::from_str(&room.ok(&["eval-emoji", photos.to_str().unwrap(), "--json"])).unwrap();
    assert_eq!((report["photos"].as_u64(), report["labels"].as_u64()), (Some(80), Some(80)));
    for (way, im_map, map) in [("text", 0.68, 0.62), ("visual", 0.46, 0.36), ("fused", 0.72, 0.66)] {
        let figures = &report["first_caption"][way];
        assert!(figures["im_map"].as_f64().unwrap() >= im_map && figures["map"].as_f64().unwrap() >= map, "{way}: {figures}");
    }
    assert_eq!(report["left_out"].as_array().unwrap().len(), 25);
    // What the paper's formulas give is far less for photos, and what chance gives is known.
    assert!(report["paper_rules"]["visual"]["im_map"].as_f64().unwrap() < report["first_caption"]["visual"]["im_map"].as_f64().unwrap() - 0.05);
    assert!((report["chance"]["map"].as_f64().unwrap() - 0.095).abs() < 0.01);
}
