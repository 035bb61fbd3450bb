//! `selfmoji eval`: the figures, the two files, and what is said about labels that make no sense.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use serde_json::Value;
use std::path::Path;

const HEADER: &str = "file,glasses,headwear,facial_hair,hair_length,hair_colour,fringe,mouth,skin,sure\n";

/// A folder with the portrait twice, once labelled with glasses that are not there, a photo of nobody, and a file that is no photo.
fn faces() -> Room {
    let room = Room::new();
    room.portrait("faces/me/neutral_1.jpg");
    room.portrait("faces/me/smiling_1.jpg");
    room.portrait("faces/other.jpg");
    image::RgbImage::from_pixel(200, 200, image::Rgb([90, 120, 150])).save(room.path("faces/wall.png")).unwrap();
    room.put("faces/broken.jpg", b"Dear diary");
    let rows = "me/neutral_1.jpg,none,none,none,short,brown,n,teeth,3,y\nother.jpg,clear,none,unknown,,brown,u,teeth,3,y\n\
                wall.png,none,none,none,short,black,n,closed,3,n\nbroken.jpg,none,none,none,short,black,n,closed,3,n\n";
    room.put("faces/labels.csv", format!("{HEADER}{rows}").as_bytes());
    room.put("faces/index.csv", b"file,licence,age,gender\nme/neutral_1.jpg,x,40,Female\nme/smiling_1.jpg,x,40,Female\nother.jpg,x,Oct-19,\n");
    room
}

fn report(room: &Room, folder: &str) -> Value {
    serde_json::from_slice(&room.read(&format!("{folder}/report.json"))).unwrap()
}

#[test]
fn a_folder_is_measured_from_end_to_end() {
    let room = faces();
    room.ok(&["inspect", "faces/me/neutral_1.jpg", "--mask-dir", "faces/masks/me"]);
    room.put("out/notes.txt", b"mine");
    let done = room.run(&["eval", "faces", "-o", "out", "--stability", "2"]);
    assert_eq!(done.code, 1, "a photo is broken: {done:?}");
    assert!(done.err.contains("wall.png") && done.err.contains("broken.jpg"), "{}", done.err);
    assert!(done.out.contains("4 labelled photos (2 sure), 2 with a face, 1 without, 1 missing or broken; 1 more"), "{}", done.out);
    assert_eq!(room.names("out"), ["notes.txt", "report.html", "report.json"]);
    let report = report(&room, "out");
    assert_eq!((&report["format"], report["folder"].as_str()), (&1.into(), Some("faces")));
    let glasses = &report["attributes"]["glasses"];
    assert_eq!((&glasses["n"], &glasses["accuracy"], &glasses["present"]["balanced"]), (&2.into(), &0.5.into(), &0.5.into()));
    assert_eq!(glasses["confusion"]["counts"], serde_json::json!([[1, 0, 0], [1, 0, 0], [0, 0, 0]]));
    assert_eq!(report["attributes"]["facial_hair"]["n"], 1, "unknown is left out");
    assert_eq!(report["skin"]["thirds"][1]["n"], 2);
    // The mask is the parser's own, so all classes that the photo has are right.
    let map = &report["class_map"];
    assert_eq!(
        (&map["masks"], &map["iou"][0], &map["iou"][1]),
        (&1.into(), &serde_json::json!(["background", 1.0]), &serde_json::json!(["skin", 1.0]))
    );
    // The second and the fourth are changed, and the fourth is broken.
    let stability = &report["stability"];
    assert_eq!((&stability["photos"], stability["changes"].as_array().unwrap().len()), (&1.into(), 14));
    assert!(stability["parts"].as_f64().unwrap() > 0.5);
    let (same, things) = (&report["consistency"]["same"], report["consistency"]["things"].as_u64().unwrap());
    assert_eq!(same.as_array().unwrap().last(), Some(&1.into()), "one photo twice gives one emoji: {same} of {things}");
    assert_eq!(report["variety"]["hair"]["emoji"], 2);
    let kinds: Vec<&str> = report["failures"].as_array().unwrap().iter().map(|f| f["kind"].as_str().unwrap()).collect();
    assert_eq!(kinds, ["no-face", "photo"]);
    let ages: Vec<&str> = report["groups"].as_array().unwrap()[0]["groups"].as_array().unwrap().iter().map(|g| g["name"].as_str().unwrap()).collect();
    assert_eq!(ages, ["10-19", "40-49"]);
    let wrong = &report["readings"][1]["wrong"][0];
    assert_eq!((&wrong["what"], &wrong["label"], &wrong["seen"]), (&"glasses".into(), &"clear".into(), &"none".into()));
    the_page_stands_alone(&room, "out/report.html");
}

fn the_page_stands_alone(room: &Room, file: &str) {
    let page = String::from_utf8(room.read(file)).unwrap();
    assert!(page.starts_with("<!DOCTYPE html>") && page.trim_end().ends_with("</html>"));
    for outside in ["http://", "https://", "<script", "<link", "@import", "url("] {
        assert!(!page.contains(outside), "{outside}");
    }
    for shown in ["other.jpg", "clear → ", "no-face", "data:image/jpeg;base64,", "data:image/png;base64,", "prefers-color-scheme"] {
        assert!(page.contains(shown), "{shown}");
    }
}

#[test]
fn without_pictures_the_page_shows_nobody_and_json_goes_to_stdout() {
    let room = faces();
    let done = room.run(&["eval", "faces", "-o", "out", "--stability", "0", "--pictures", "0", "--json"]);
    let printed: Value = serde_json::from_str(&done.out).unwrap();
    assert_eq!(printed, report(&room, "out"));
    assert_eq!(printed["stability"], Value::Null);
    assert_eq!(printed["class_map"], Value::Null);
    let page = String::from_utf8(room.read("out/report.html")).unwrap();
    assert!(!page.contains("data:image/"));
    let again = room.run(&["eval", "faces", "--stability", "0", "--json"]);
    let mut again: Value = serde_json::from_str(&again.out).unwrap();
    again["timing"] = printed["timing"].clone();
    assert_eq!(again, printed, "the same photos give the same figures");
}

#[test]
fn a_list_chooses_among_the_labelled() {
    let room = faces();
    room.put("list.txt", b"# held out\n\nother.jpg\n");
    let out = room.ok(&["eval", "faces", "--list", "list.txt", "--stability", "0", "-o", "out"]);
    assert!(out.contains("1 labelled photos (1 sure), 1 with a face"), "{out}");
    let report = report(&room, "out");
    assert_eq!((&report["list"], report["readings"].as_array().unwrap().len()), (&"list.txt".into(), 1));
}

/// Runs in a folder with that labels.csv, and expects this to be said and nothing to be written.
fn refused(labels: &str, more: &[&str], said: &[&str]) {
    let room = faces();
    room.put("faces/labels.csv", labels.as_bytes());
    room.put("empty.txt", b"# nobody\n");
    room.put("unknown.txt", b"other.jpg\nstranger.jpg\n");
    let args = [&["eval", "faces", "-o", "out", "--stability", "0"], more].concat();
    let done = room.run(&args);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(said.iter().all(|s| done.err.contains(s)), "{said:?}: {}", done.err);
    assert!(!room.path("out/report.json").exists());
}

#[test]
fn labels_that_make_no_sense_are_named_by_line_and_column() {
    let row = |cells: &str| format!("{HEADER}other.jpg,none,none,none,short,black,n,closed,3,y\n{cells}\n");
    for (labels, said) in [
        ("", &["labels.csv", "no column `file`"][..]),
        ("name,glasses\nother.jpg,none\n", &["line 1", "no column `file`"]),
        ("file,colour\nother.jpg,red\n", &["line 1", "glasses, headwear"]),
        ("file,glasses,glasses\nother.jpg,none,none\n", &["line 1", "`glasses` is there twice"]),
        ("file,glasses\n", &["names no photo"]),
        (&row("wall.png,monocle,none,none,short,black,n,closed,3,y"), &["line 3, column glasses", "`monocle` is not one of none, clear, sun"]),
        (&row("wall.png,none,none,none,short,black,n,closed,11,y"), &["line 3, column skin", "`11`", "1 to 10"]),
        (&row("wall.png,none,none,none,short,black,n,closed,3,perhaps"), &["line 3, column sure", "y or n"]),
        (&row("other.jpg,none,none,none,short,black,n,closed,3,y"), &["line 3, column file", "`other.jpg`", "no earlier line"]),
        (&row("../secret.jpg,none,none,none,short,black,n,closed,3,y"), &["line 3, column file", "in this folder"]),
        (&row("wall.png,none"), &["line 3", "2 cells"]),
    ] {
        refused(labels, &[], said);
    }
    let good = row("wall.png,none,none,none,short,black,n,closed,3,y");
    refused(&good, &["--list", "empty.txt"], &["empty.txt", "lists no photo"]);
    refused(&good, &["--list", "unknown.txt"], &["unknown.txt, line 2", "stranger.jpg", "labels.csv"]);
    refused(&good, &["--masks", "nowhere"], &["nowhere", "no folder"]);
}

#[test]
fn a_folder_without_labels_is_refused() {
    let room = Room::new();
    room.portrait("faces/me.jpg");
    let done = room.run(&["eval", "faces", "-o", "out"]);
    assert_eq!((done.code, done.err.contains("labels.csv") && done.err.contains("no such file")), (1, true), "{done:?}");
    assert_eq!(room.run(&["eval", "faces"]).code, 2, "somewhere to write is needed, or --json");
}

#[test]
fn bad_masks_are_left_out_and_reported() {
    let room = faces();
    room.put("faces/labels.csv", b"file,glasses\nother.jpg,none\nme/neutral_1.jpg,none\n");
    image::GrayImage::from_pixel(5, 5, image::Luma([0])).save(room.put("masks/other.png", b"")).unwrap();
    let size = image::image_dimensions(common::portrait()).unwrap();
    image::GrayImage::from_pixel(size.0, size.1, image::Luma([20])).save(room.path("masks/me_neutral_1.png")).unwrap();
    let done = room.run(&["eval", "faces", "-o", "out", "--stability", "0", "--masks", "masks"]);
    assert_eq!(done.code, 1, "{done:?}");
    let report = report(&room, "out");
    assert_eq!((&report["class_map"], &report["photos"]["found"]), (&Value::Null, &2.into()));
    let said: Vec<&str> = report["failures"].as_array().unwrap().iter().map(|f| f["message"].as_str().unwrap()).collect();
    assert!(said.iter().any(|m| m.contains("5 x 5 pixels")) && said.iter().any(|m| m.contains("value 20; classes go from 0 to 19")), "{said:?}");
}

/// A handful of the photos that the project measures itself on, where they are.
#[test]
fn the_shared_faces_can_be_measured() {
    let faces = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../shared/faces");
    if !faces.join("labels.csv").is_file() {
        println!("skipped: there is no folder {}", faces.display());
        return;
    }
    let room = Room::new();
    let list = "london/neutral_113.jpg\nlondon/neutral_067.jpg\nfaker/male_15.jpg\ncongress/G000553.jpg\nfairface/31156.jpg\nfairface/39045.jpg\n";
    room.put("list.txt", list.as_bytes());
    let masks = Path::new(env!("CARGO_MANIFEST_DIR")).join("../models/training/masks");
    let (faces, masks) = (faces.to_string_lossy(), masks.to_string_lossy());
    room.ok(&["eval", &faces, "--list", "list.txt", "--masks", &masks, "--stability", "2", "-o", "out"]);
    let report = report(&room, "out");
    assert_eq!((&report["photos"]["labelled"], &report["photos"]["partners"]), (&6.into(), &2.into()), "two people of London, smiling too");
    assert_eq!(report["class_map"]["masks"], 6);
    assert!(report["class_map"]["mean"].as_f64().unwrap() > 0.3);
    assert_eq!(report["consistency"]["same"].as_array().unwrap().iter().filter_map(Value::as_u64).sum::<u64>(), 2);
}
