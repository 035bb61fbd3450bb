//! Risk: recipes are kept for years and typed by hand. What is read is what was written, and what cannot be used says why.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{TestPack, recipe};
use selfmoji::compose;
use selfmoji::kind::Kind;
use selfmoji::pack::{Pack, PackError};
use selfmoji::recipe::{Adjust, Recipe};
use serde_json::{Value, json};

/// The recipe as JSON after an edit.
fn edited(edit: impl FnOnce(&mut Value)) -> String {
    let mut json: Value = serde_json::from_str(&recipe().to_json()).unwrap();
    edit(&mut json);
    json.to_string()
}

fn pack() -> Pack {
    TestPack::minimal().open().unwrap()
}

#[test]
fn a_recipe_survives_json() {
    let mut full = recipe();
    full.parts.insert(Kind::FacialHair, "full".into());
    full.colours.insert("skin".into(), "#a0b1c2".into());
    full.transforms.insert(Kind::Mouth, Adjust { dx: -3.25, dy: 64.0, scale: 0.5 });
    full.transforms.insert(Kind::Eyes, Adjust { dx: 0.1, dy: 0.0, scale: 1.0 });
    for recipe in [recipe(), full] {
        let json = recipe.to_json();
        let read = Recipe::from_json(&json).unwrap();
        assert_eq!(read, recipe);
        assert_eq!(read.to_json(), json);
    }
}

#[test]
fn what_may_be_left_out_has_its_default() {
    let json = edited(|r| {
        r.as_object_mut().unwrap().remove("expression");
        r["transforms"] = json!({ "mouth": { "dx": 3 } });
    });
    let read = Recipe::from_json(&json).unwrap();
    assert_eq!(read.expression, "neutral");
    assert_eq!(read.transforms[&Kind::Mouth], Adjust { dx: 3.0, dy: 0.0, scale: 1.0 });
}

#[test]
fn each_kind_of_bad_recipe_has_its_answer() {
    let transform = |t: Value| edited(|r| r["transforms"] = json!({ "mouth": t }));
    let cases = [
        ("nothing", String::new(), "is a JSON object"),
        ("text", "a recipe".into(), "is a JSON object"),
        ("a picture", "\u{fffd}PNG".into(), "is a JSON object"),
        ("truncated", recipe().to_json()[..80].to_owned(), "EOF"),
        ("very deep", "{\"parts\":".repeat(6_000), "recipe cannot be used"),
        ("too long", edited(|r| r["pack"] = json!("x".repeat(70_000))), "at most 65536"),
        ("another format", edited(|r| r["format"] = json!(2)), "format 2 is not known"),
        ("no format", edited(|r| drop(r.as_object_mut().unwrap().remove("format"))), "missing field `format`"),
        ("unknown field", edited(|r| r["photo"] = json!("x")), "unknown field `photo`"),
        ("unknown kind", edited(|r| r["parts"]["tail"] = json!("one")), "unknown variant `tail`"),
        ("part that is a number", edited(|r| r["parts"]["hair"] = json!(1)), "expected a string"),
        ("bad version", edited(|r| r["version"] = json!("latest")), "version"),
        ("a prop of one's own", edited(|r| r["parts"]["prop"] = json!("tear")), "props belong to expressions"),
        ("axis out of range", edited(|r| r["axes"] = json!({ "nose": { "width": 1.5 } })), "axes.nose.width: 1.5 is not within -1 to 1"),
        ("a list", "[1]".into(), "is a JSON object"),
        ("too far right", transform(json!({ "dx": 64.5 })), "transforms.mouth"),
        ("too far up", transform(json!({ "dy": -1e9 })), "transforms.mouth"),
        ("too large", transform(json!({ "scale": 2.1 })), "scale within 0.5 to 2"),
        ("too small", transform(json!({ "scale": 0 })), "transforms.mouth"),
        ("infinitely far", transform(json!({ "dx": 1e39 })), "out of range"),
        ("unknown adjustment", transform(json!({ "rotate": 5 })), "unknown field `rotate`"),
        ("null", transform(json!({ "dx": null })), "invalid type: null"),
    ];
    for (name, json, expected) in cases {
        let message = Recipe::from_json(&json).err().unwrap_or_else(|| panic!("{name}: accepted")).to_string();
        assert!(message.starts_with("the recipe cannot be used: ") && message.contains(expected), "{name}: {message}");
    }
}

#[test]
fn what_the_pack_does_not_have_is_named() {
    let pack = pack();
    let draw = |json: String| compose::svg(&pack, &Recipe::from_json(&json).unwrap(), 64).unwrap_err();
    let error = draw(edited(|r| r["parts"]["hair"] = json!("bob")));
    assert!(matches!(&error, PackError::NoSuchPart { kind: Kind::Hair, id, known, .. } if id == "bob" && known == "one"), "{error:?}");
    let error = draw(edited(|r| r["parts"]["headwear"] = json!("hat")));
    assert!(matches!(error, PackError::NoSuchPart { kind: Kind::Headwear, .. }), "{error:?}");
    for kind in Kind::ALL.into_iter().filter(|k| !k.is_optional()) {
        let error = draw(edited(|r| drop(r["parts"].as_object_mut().unwrap().remove(kind.name()))));
        assert!(matches!(error, PackError::PartNeeded { kind: k } if k == kind), "{error:?}");
    }
    for colour in ["pink", "", "#12345", "#1234567", "#gggggg", "rgb(0,0,0)", "#000\"/>"] {
        let error = draw(edited(|r| r["colours"]["hair"] = json!(colour)));
        assert!(matches!(&error, PackError::NoSuchColour { role, known, .. } if role == "hair" && known == "black, red"), "{colour}: {error:?}");
    }
}

#[test]
fn a_colour_that_is_not_named_is_the_palettes_first() {
    let pack = TestPack::minimal().hair(&common::hair_with("fill=\"var(--hair)\" stroke=\"var(--hair-light)\"")).open().unwrap();
    let without = Recipe::from_json(&edited(|r| r["colours"] = json!({}))).unwrap();
    let svg = compose::svg(&pack, &without, 64).unwrap();
    assert!(svg.contains("fill=\"#101010\"") && svg.contains("stroke=\"#404040\""), "{svg}");
}

#[test]
fn a_free_colour_brings_tones_of_its_own() {
    let pack = TestPack::minimal().hair(&common::hair_with("fill=\"var(--hair)\" stroke=\"var(--hair-light)\"")).open().unwrap();
    let free = Recipe::from_json(&edited(|r| r["colours"]["hair"] = json!("#3060a0"))).unwrap();
    let svg = compose::svg(&pack, &free, 64).unwrap();
    assert!(svg.contains("fill=\"#3060a0\""), "{svg}");
    let stroke = svg.split("stroke=\"#").nth(1).unwrap();
    let channel = |i: usize| u8::from_str_radix(&stroke[i..i + 2], 16).unwrap();
    let [r, g, b] = [channel(0), channel(2), channel(4)];
    assert!(r > 0x30 && g > 0x60 && b > 0xa0, "the light tone #{r:02x}{g:02x}{b:02x} is no lighter than the colour");
}

fn ids(svg: &str) -> Vec<&str> {
    svg.split(" id=\"").skip(1).map(|s| s.split('"').next().unwrap()).collect()
}

#[test]
fn ids_of_two_avatars_on_one_page_do_not_clash() {
    let read = |name: &str| {
        let path = format!("{}/tests/golden/recipes/{name}.json", env!("CARGO_MANIFEST_DIR"));
        Recipe::from_json(&std::fs::read_to_string(path).unwrap()).unwrap()
    };
    let first = read("free_colours");
    let mut other_colour = first.clone();
    other_colour.colours.insert("hair".into(), "black".into());
    let mut moved = first.clone();
    moved.transforms.insert(Kind::Nose, Adjust { dx: 1.0, dy: 0.0, scale: 1.0 });
    let svgs: Vec<String> = [first, other_colour, moved, read("hijab_over_long_hair")]
        .iter()
        .map(|r| compose::svg(&Pack::bundled_for(r).unwrap(), r, 64).unwrap())
        .collect();
    let mut all: Vec<&str> = svgs.iter().flat_map(|s| ids(s)).collect();
    assert!(all.len() > 8, "{all:?}");
    let count = all.len();
    all.sort_unstable();
    all.dedup();
    assert_eq!(all.len(), count, "an id is there twice");
    for svg in &svgs {
        let own = ids(svg);
        for reference in svg.split("url(#").skip(1).map(|s| s.split(')').next().unwrap()) {
            assert!(own.contains(&reference), "#{reference} is not in the avatar's own SVG");
        }
    }
}

#[test]
fn titles_cannot_break_out_of_the_label() {
    let mut pack = TestPack::minimal();
    pack.manifest["kinds"]["hair"][0]["title"] = json!("\"/><script>x()</script> & 'co'");
    let pack = pack.open().unwrap();
    let svg = compose::svg(&pack, &recipe(), 64).unwrap();
    assert!(!svg.contains("<script") && svg.contains("&lt;script&gt;") && svg.contains("&amp;"), "{svg}");
    let document = roxmltree::Document::parse(&svg).unwrap();
    let root = document.root_element();
    assert_eq!(root.attribute("role"), Some("img"));
    let title = root.children().find(|n| n.has_tag_name(("http://www.w3.org/2000/svg", "title"))).unwrap().text().unwrap();
    assert_eq!(root.attribute("aria-label"), Some(title));
    assert!(title.contains("\"/><script>x()</script> & 'co'"), "{title}");
}

#[test]
fn what_the_pack_does_not_know_is_said_and_never_drawn() {
    let pack = pack();
    for (json, said) in [
        (edited(|r| r["colours"]["tail"] = json!("black")), "a colour for `tail`"),
        (edited(|r| r["colours"]["\u{1b}[31m"] = json!("black")), "`\\u{1b}[31m`"),
        (edited(|r| r["expression"] = json!("wink")), "no expression `wink`; use one of: neutral"),
        (edited(|r| r["axes"] = json!({ "nose": { "width": 0.5 } })), "cannot be drawn with width = 0.5"),
        (edited(|r| r["version"] = json!("1.2.4")), "made with the style pack test 1.2.4, and this is test 1.2.3"),
        (edited(|r| r["pack"] = json!("other")), "made with the style pack other 1.2.3"),
    ] {
        let error = compose::svg(&pack, &Recipe::from_json(&json).unwrap(), 64).unwrap_err().to_string();
        assert!(error.contains(said), "{error}");
    }
}

#[test]
fn a_byte_order_mark_does_no_harm() {
    let recipe = recipe();
    assert_eq!(Recipe::from_json(&format!("\u{feff}\n{}", recipe.to_json())), Ok(recipe));
}

#[test]
fn sizes_that_no_picture_can_have_are_refused() {
    let svg = compose::svg(&pack(), &recipe(), 64).unwrap();
    for size in [0, selfmoji::picture::MAX_SIZE + 1, u32::MAX] {
        assert_eq!(selfmoji::picture::png(&svg, size), Err(selfmoji::picture::PictureError::Size { size }));
    }
    for text in ["", "no svg", "<svg", "<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"0\" height=\"0\"/>"] {
        assert!(matches!(selfmoji::picture::render(text, 8), Err(selfmoji::picture::PictureError::Svg { .. })), "{text}");
    }
}
