//! Stickers that a messenger refuses, that show somebody else, or that say nothing to those who do not see them.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{TestPack, recipe};
use image::codecs::webp::WebPDecoder;
use image::{AnimationDecoder, ImageDecoder, RgbaImage};
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use selfmoji::sticker::{self, Naming, Sticker, StickerError, Wanted, limits};
use selfmoji::{compose, picture};
use serde_json::{Value, json};
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::ops::ControlFlow;

/// The minimal pack with expressions: one still, two that move.
fn pack() -> Pack {
    let mut pack = TestPack::minimal();
    let arc = r##"<g data-layer="eyes"><g data-mirror="true"><path d="M32 52Q40 44 46 52" fill="none" stroke="#000000" stroke-width="2"/></g></g>"##;
    let drop = r##"<g data-layer="mouth"><circle cx="30" cy="60" r="4" fill="#4090f0"/></g>"##;
    pack.files.insert("arc.svg".into(), common::svg(arc).into_bytes());
    pack.files.insert("drop.svg".into(), common::svg(drop).into_bytes());
    let expression = |id: &str, more: Value| {
        let mut e = json!({ "id": id, "title": id, "alt": format!("being {id}"), "emoji": ["\u{1f600}"], "parts": { "eyes": "arc" } });
        e.as_object_mut().unwrap().extend(more.as_object().unwrap().clone());
        e
    };
    pack.manifest["expressions"] = json!({
        "parts": { "eyes": [{ "id": "arc", "file": "arc.svg" }], "prop": [{ "id": "drop", "file": "drop.svg" }] },
        "list": [
            expression("calm", json!({})),
            expression("crying", json!({ "props": ["drop"], "animate": [{ "what": "drop", "dy": 20, "beats": 2 }] })),
            expression("shaking", json!({ "animate": [{ "what": "head", "rotate": 10 }] })),
        ],
    });
    pack.open().unwrap()
}

/// The first part of every kind that must be there, and the first swatch of every colour.
fn plain(pack: &Pack) -> Recipe {
    let kinds = Kind::ALL.into_iter().filter(|k| !k.is_optional());
    let parts: BTreeMap<&str, &str> = kinds.map(|k| (k.name(), pack.parts(k)[0].id.as_str())).collect();
    let (name, version) = (&pack.manifest().name, &pack.manifest().version);
    Recipe::from_json(&json!({ "format": 1, "pack": name, "version": version, "parts": parts, "colours": {} }).to_string()).unwrap()
}

fn check(sticker: &Sticker) -> Vec<RgbaImage> {
    let (bytes, characters) =
        if sticker.animated { (limits::ANIMATED_BYTES, limits::ANIMATED_ALT) } else { (limits::STILL_BYTES, limits::STILL_ALT) };
    let name = &sticker.id;
    assert!(sticker.webp.len() <= bytes, "{name}: {} bytes", sticker.webp.len());
    assert!((1..=characters).contains(&sticker.alt.chars().count()), "{name}: {}", sticker.alt);
    assert!((1..=3).contains(&sticker.emoji.len()), "{name}");
    let decoder = WebPDecoder::new(Cursor::new(&sticker.webp)).unwrap();
    assert_eq!(decoder.dimensions(), (limits::SIDE, limits::SIDE), "{name}");
    assert_eq!(decoder.has_animation(), sticker.animated, "{name}");
    let frames: Vec<RgbaImage> = if sticker.animated {
        let frames = decoder.into_frames().collect_frames().unwrap();
        let millis: Vec<u32> = frames.iter().map(|f| f.delay().numer_denom_ms().0 / f.delay().numer_denom_ms().1).collect();
        assert!(millis.iter().all(|m| *m >= 8) && millis.iter().sum::<u32>() <= 10_000, "{name}: {millis:?}");
        frames.into_iter().map(image::Frame::into_buffer).collect()
    } else {
        vec![image::load_from_memory(&sticker.webp).unwrap().into_rgba8()]
    };
    for frame in &frames {
        let last = limits::SIDE - 1;
        assert!(
            [(0, 0), (last, 0), (0, last), (last, last)].iter().all(|&(x, y)| frame.get_pixel(x, y)[3] == 0),
            "{name}: the corners must be clear"
        );
        assert!(frame.pixels().any(|p| p[3] == 255), "{name} is empty");
    }
    frames
}

#[test]
fn a_set_keeps_every_limit_and_order() {
    let pack = pack();
    let mut told = Vec::new();
    let set = sticker::set(&pack, &recipe(), &Wanted::default(), &mut |done, total| {
        told.push((done, total));
        ControlFlow::Continue(())
    });
    let set = set.unwrap();
    assert_eq!(told, (1..=5).map(|i| (i, 5)).collect::<Vec<_>>());
    assert_eq!(set.still.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["calm", "crying", "shaking"]);
    assert_eq!(set.animated.iter().map(|s| s.id.as_str()).collect::<Vec<_>>(), ["crying", "shaking"]);
    for moving in &set.animated {
        let still = set.still.iter().find(|s| s.id == moving.id).unwrap();
        let (frames, still) = (check(moving), check(still).remove(0));
        assert!(frames.len() > 4 && frames.windows(2).any(|w| w[0] != w[1]), "{} does not move", moving.id);
        // Lossy, so only nearly the same.
        let far = frames[0].pixels().zip(still.pixels()).filter(|(a, b)| a[3].abs_diff(b[3]) > 60).count();
        assert!(far < 400, "{}: the first frame is another picture ({far} pixels)", moving.id);
    }
    assert_eq!(set.still[1].alt, "Emoji of a person being crying; hair: one, black");
    let tray = image::load_from_memory(&set.tray).unwrap();
    assert_eq!((tray.width(), tray.height()), (limits::TRAY_SIDE, limits::TRAY_SIDE));
    assert!(set.tray.len() <= limits::TRAY_BYTES);
}

#[test]
fn the_files_are_what_messengers_read() {
    let pack = pack();
    let set = sticker::set(&pack, &recipe(), &Wanted::default(), &mut |_, _| ControlFlow::Continue(())).unwrap();
    let files: BTreeMap<String, Vec<u8>> = set.files(&Naming { name: "Me".into(), publisher: "I".into() }).into_iter().collect();
    let index: Value = serde_json::from_slice(&files["stickers.json"]).unwrap();
    for sticker in index["stickers"].as_array().unwrap() {
        let file = &files[sticker["file"].as_str().unwrap()];
        assert_eq!(sticker["bytes"], file.len());
        assert!(sticker["alt"].as_str().unwrap().starts_with("Emoji of a person"));
    }
    let contents: Value = serde_json::from_slice(&files["whatsapp/contents.json"]).unwrap();
    let packs = contents["sticker_packs"].as_array().unwrap();
    assert_eq!(packs.len(), 1, "two moving stickers are too few for a pack of their own");
    assert_eq!((&packs[0]["animated_sticker_pack"], &packs[0]["name"]), (&json!(false), &json!("Me")));
    for sticker in packs[0]["stickers"].as_array().unwrap() {
        assert!(files.contains_key(&format!("whatsapp/still-1/{}", sticker["image_file"].as_str().unwrap())));
        assert!(!sticker["accessibility_text"].as_str().unwrap().is_empty() && !sticker["emojis"].as_array().unwrap().is_empty());
    }
    assert!(files.contains_key("whatsapp/still-1/tray.png"));
    assert_eq!(std::str::from_utf8(&files["telegram/emoji.txt"]).unwrap().lines().count(), 3);
}

#[test]
fn each_wrong_wish_has_its_answer() {
    let pack = pack();
    let go = |wanted: &Wanted| sticker::set(&pack, &recipe(), wanted, &mut |_, _| ControlFlow::Continue(())).unwrap_err();
    let error = go(&Wanted { expressions: vec!["smug".into()], animated: true });
    assert!(error.to_string().contains("no expression `smug`; use one of: calm, crying, shaking"), "{error}");
    assert!(
        sticker::still(&pack, &recipe(), "neutral").is_err()
            && matches!(sticker::animated(&pack, &recipe(), "calm"), Err(StickerError::Still { .. }))
    );
    let none = TestPack::minimal().open().unwrap();
    assert!(matches!(
        sticker::set(&none, &recipe(), &Wanted::default(), &mut |_, _| ControlFlow::Continue(())),
        Err(StickerError::NoExpressions { .. })
    ));
    let stopped = sticker::set(&pack, &recipe(), &Wanted::default(), &mut |_, _| ControlFlow::Break(()));
    assert!(matches!(stopped, Err(StickerError::Cancelled)));
}

/// The packs that ship: every expression fits as a still sticker, shows something of its own, and leaves the person's hair, skin and clothes alone.
#[test]
fn every_expression_of_every_style_is_a_sticker_of_the_same_person() {
    for name in Pack::bundled_names() {
        let pack = Pack::bundled(name).unwrap();
        let list = &pack.manifest().expressions.list;
        if list.is_empty() {
            println!("{name} has no expressions");
            continue;
        }
        assert!(list.len() >= 24, "{name} has {} expressions", list.len());
        let neutral = plain(&pack);
        let at = |recipe: &Recipe| picture::render(&compose::svg(&pack, recipe, 96).unwrap(), 96).unwrap();
        let before = at(&neutral);
        let mut seen = BTreeSet::from([before.clone().into_raw()]);
        for expression in list {
            let recipe = Recipe { expression: expression.id.clone(), ..neutral.clone() };
            let after = at(&recipe);
            assert!(seen.insert(after.clone().into_raw()), "{name}: {} looks like another expression", expression.id);
            // Most of the picture is hair, skin and clothes.
            let same = before.pixels().zip(after.pixels()).filter(|(a, b)| a == b).count();
            assert!(same * 10 >= before.pixels().len() * 7, "{name}: {} changes {} of {} pixels", expression.id, 9216 - same, 9216);
            check(&sticker::still(&pack, &neutral, &expression.id).unwrap());
        }
        let moving: Vec<&str> = list.iter().filter(|e| !e.animate.is_empty()).map(|e| e.id.as_str()).collect();
        assert!(moving.len() >= 5, "{name}: only {moving:?} move");
        for id in &moving[..2] {
            check(&sticker::animated(&pack, &neutral, id).unwrap());
        }
    }
}
