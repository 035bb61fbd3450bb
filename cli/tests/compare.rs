//! `selfmoji eval --compare`: extractors side by side.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use selfmoji::parts::View;
use serde_json::Value;
use std::path::Path;

/// A folder with one person twice and another picture of them, and a folder with tiny extractors.
fn room() -> Room {
    let room = Room::new();
    for name in ["neutral_1", "smiling_1", "neutral_2"] {
        room.portrait(&format!("faces/{name}.jpg"));
    }
    room.put("faces/labels.csv", b"file,hair_length\nneutral_1.jpg,short\nsmiling_1.jpg,unknown\nneutral_2.jpg,short\n");
    let tiny = |name: &str| std::fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/fixtures/models").join(name)).unwrap();
    View::ALL.iter().for_each(|view| drop(room.put(&format!("models/pixels/{view}.onnx"), &tiny("tiny_pixels.onnx"))));
    room.put("models/resnet50/backbone.onnx", &tiny("tiny_backbone.onnx"));
    room
}

const ARGS: [&str; 8] = ["eval", "faces", "--stability", "0", "-o", "out", "--compare", "models"];

#[test]
fn every_extractor_has_a_row_for_each_way_of_using_it() {
    let room = room();
    let said = room.ok(&ARGS);
    let report: Value = serde_json::from_slice(&room.read("out/report.json")).unwrap();
    let table = &report["extractors"];
    assert_eq!((&table["photos"], &table["copies"]), (&3.into(), &3.into()));
    let rows = table["rows"].as_array().unwrap();
    assert_eq!(rows.len(), 4 * 6, "three ways of centring each, with and without tags");
    for row in rows {
        for share in ["unchanged", "overlap", "words", "auc"] {
            assert!(row[share].as_f64().is_some_and(|v| (0.0..=1.0).contains(&v)), "{share}: {row}");
        }
        assert!(row["used"].as_u64().unwrap() <= row["parts"].as_u64().unwrap() && row["spread"].as_f64().unwrap() > 0.0, "{row}");
        assert!(row["kinds"]["hair"]["parts"].as_u64().unwrap() > 30, "{row}");
        // One portrait three times: whatever is chosen, nobody can be told from anybody.
        assert_eq!(row["auc"], 0.5, "{row}");
    }
    assert_eq!(said.lines().filter(|line| line.starts_with("| ")).count(), rows.len() + 2, "{said}");
    assert!(String::from_utf8(room.read("out/report.html")).unwrap().contains("both autoencoders"));
}

#[test]
fn what_ships_is_the_row_that_is_centred_by_view_and_has_tags() {
    let room = room();
    room.ok(&ARGS);
    let report: Value = serde_json::from_slice(&room.read("out/report.json")).unwrap();
    let rows = report["extractors"]["rows"].as_array().unwrap();
    let ships = rows.iter().find(|r| r["extractor"] == "autoencoders on class maps" && r["centring"] == "by view" && r["tags"] == true).unwrap();
    let used: u64 = report["variety"].as_object().unwrap().values().map(|v| v["used"].as_u64().unwrap()).sum();
    assert_eq!(ships["used"], used);
}

#[test]
fn families_that_are_missing_are_left_out_and_damaged_ones_named() {
    let room = room();
    std::fs::remove_dir_all(room.path("models/resnet50")).unwrap();
    let done = room.run(&ARGS);
    assert_eq!(done.code, 0, "{done:?}");
    assert!(done.err.contains("resnet50/backbone.onnx") && done.err.contains("goes without"), "{}", done.err);
    assert!(!done.out.contains("backbone"), "{}", done.out);
    room.put("models/pixels/hair.onnx", b"damaged");
    let done = room.run(&ARGS);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(done.err.contains("autoencoders on pixels cannot be compared") && done.err.contains("hair"), "{}", done.err);
    assert!(room.run(&["eval", "faces", "--json", "--compare", "nowhere"]).err.contains("nowhere"));
}
