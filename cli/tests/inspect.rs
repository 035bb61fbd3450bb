//! `selfmoji inspect`: what other programs rely on.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::{Room, lines};
use image::imageops::FilterType;
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use serde_json::Value;

fn face_box(line: &Value) -> Vec<f64> {
    line["face"]["box"].as_array().unwrap().iter().map(|v| v.as_f64().unwrap()).collect()
}

#[test]
fn json_has_the_promised_fields_and_words() {
    let room = Room::new();
    room.portrait("me.jpg");
    let out = room.ok(&["inspect", "me.jpg", "--json"]);
    let [line] = &lines(&out)[..] else { panic!("{out}") };
    assert_eq!(line["file"], "me.jpg");
    assert!(line.get("error").is_none());
    let place = face_box(line);
    assert_eq!(place.len(), 4);
    let (x, y) = (place[0] + place[2] / 2.0, place[1] + place[3] / 2.0);
    assert!((200.0..250.0).contains(&x) && (95.0..150.0).contains(&y), "the face is at {x}, {y}");
    assert!((0.5..=1.0).contains(&line["face"]["score"].as_f64().unwrap()));
    let a = &line["attributes"];
    for (name, words) in [
        ("glasses", "none clear sun"),
        ("headwear", "none hat scarf"),
        ("facial_hair", "none stubble moustache goatee full"),
        ("hair_length", "bald short medium long unknown"),
        ("hair_colour", "black brown blond red grey unknown"),
        ("mouth", "closed smile teeth open"),
    ] {
        let word = a[name].as_str().unwrap_or_else(|| panic!("{name}: {a}"));
        assert!(words.split(' ').any(|w| w == word), "{name}: {word}");
    }
    assert!(a["fringe"].is_boolean() || a["fringe"].is_null());
    assert!((1..=10).contains(&a["skin_tone"].as_u64().unwrap()));
    assert_eq!(a.as_object().unwrap().len(), 8);
    parts_are_complete_and_sorted(line);
}

fn parts_are_complete_and_sorted(line: &Value) {
    let pack = Pack::classic().unwrap();
    let parts = line["parts"].as_object().unwrap();
    assert_eq!(parts.len(), Kind::SEEN.len());
    for kind in Kind::SEEN {
        let ranked = parts[kind.name()].as_array().unwrap();
        let attribute = kind.name().replace('-', "_");
        let absent = kind.is_optional() && line["attributes"][attribute] == "none";
        assert_eq!(ranked.len(), if absent { 0 } else { pack.parts(kind).len() }, "{kind}");
        assert!(ranked.iter().all(|r| pack.part(kind, r["id"].as_str().unwrap()).is_ok()));
        let scores: Vec<f64> = ranked.iter().map(|r| r["score"].as_f64().unwrap()).collect();
        assert!(scores.is_sorted_by(|a, b| a >= b), "{kind}: {scores:?}");
    }
}

#[test]
fn each_photo_has_its_line_in_order_also_a_bad_one() {
    let room = Room::new();
    room.portrait("a.jpg");
    room.put("b.png", b"");
    let plain = image::RgbImage::from_pixel(200, 200, image::Rgb([90, 120, 150]));
    plain.save(room.path("c.png")).unwrap();
    room.portrait("d.jpg");
    let done = room.run(&["inspect", "a.jpg", "b.png", "c.png", "nowhere.jpg", "d.jpg", "--json", "--mask-dir", "masks"]);
    assert_eq!(done.code, 1);
    let lines = lines(&done.out);
    assert_eq!(lines.iter().map(|l| l["file"].as_str().unwrap()).collect::<Vec<_>>(), ["a.jpg", "b.png", "c.png", "nowhere.jpg", "d.jpg"]);
    assert_eq!([1, 2, 3].map(|i| lines[i]["error"]["kind"].as_str().unwrap()), ["photo", "no-face", "file"]);
    for bad in &lines[1..4] {
        let message = bad["error"]["message"].as_str().unwrap();
        assert!(done.err.contains(message), "stderr says it too: {message}");
        assert!(bad.get("face").is_none() && bad.get("parts").is_none());
    }
    assert_eq!(lines[0]["face"], lines[4]["face"]);
    assert_eq!(room.names("masks"), ["a.png", "d.png"]);
}

#[test]
fn boxes_and_masks_are_in_pixels_of_the_original() {
    let room = Room::new();
    let small = image::open(room.portrait("small.jpg")).unwrap().into_rgb8();
    // More than the 2048 pixels that are worked on, and not a multiple of anything.
    let large = image::imageops::resize(&small, 2601, 2601, FilterType::Triangle);
    large.save(room.path("large.png")).unwrap();
    let out = room.ok(&["inspect", "small.jpg", "large.png", "--json", "--mask-dir", "masks"]);
    let boxes: Vec<Vec<f64>> = lines(&out).iter().map(face_box).collect();
    let scale = 2601.0 / 512.0;
    for (a, b) in boxes[0].iter().zip(&boxes[1]) {
        assert!((a * scale - b).abs() < 8.0 * scale, "{boxes:?}");
    }
    let masks = ["masks/small.png", "masks/large.png"].map(|name| image::load_from_memory(&room.read(name)).unwrap());
    for (mask, side) in masks.iter().zip([512, 2601]) {
        assert_eq!(mask.color(), image::ColorType::L8);
        assert_eq!((mask.width(), mask.height()), (side, side));
        assert!(mask.as_bytes().iter().all(|&v| v < 20));
    }
    // Below the eyes' middle there is skin or nose; in the corner, outside the frame, nothing.
    let nose = |scale: f64| ((boxes[0][0] + boxes[0][2] / 2.0) * scale, (boxes[0][1] + boxes[0][3] * 0.5) * scale);
    for (mask, scale) in masks.iter().zip([1.0, scale]) {
        let (x, y) = nose(scale);
        let class = mask.as_luma8().unwrap().get_pixel(x as u32, y as u32).0[0];
        assert!(matches!(class, 1 | 10), "class {class}");
        assert_eq!(mask.as_luma8().unwrap().get_pixel(mask.width() - 1, mask.height() - 1).0[0], 0);
    }
}

#[test]
fn the_sheet_is_a_picture_and_the_summary_a_text() {
    let room = Room::new();
    room.portrait("me.jpg");
    assert_eq!(room.ok(&["inspect", "me.jpg", "-o", "sheet.png"]), "sheet.png\n");
    let sheet = image::load_from_memory(&room.read("sheet.png")).unwrap();
    assert_eq!(sheet.width(), 1400);
    assert!((1500..3500).contains(&sheet.height()));
    let text = room.ok(&["inspect", "me.jpg"]);
    for word in ["me.jpg", "512 x 512", "Skin tone", "Facial hair", "Mouth", "classic"] {
        assert!(text.contains(word), "{word} is not in {text}");
    }
}

#[test]
fn masks_that_would_be_the_same_file_are_refused_before_starting() {
    let room = Room::new();
    room.portrait("a/me.jpg");
    room.portrait("b/me.png");
    let done = room.run(&["inspect", "a/me.jpg", "b/me.png", "--json", "--mask-dir", "masks"]);
    assert_eq!((done.code, done.out.as_str()), (2, ""));
    assert!(done.err.contains("a/me.jpg and b/me.png would both be written to masks/me.png"), "{}", done.err);
    assert!(!room.path("masks").exists());
}
