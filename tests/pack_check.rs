//! Risk: a designer who mends one thing at a time, or is never told. A check names everything that is wrong, with its file and line.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{TestPack, hair_with, svg};
use selfmoji::pack::{Report, Severity, check};
use serde_json::json;

fn checked(pack: &TestPack) -> Report {
    let folder = tempfile::tempdir().unwrap();
    pack.write(folder.path());
    check(folder.path())
}

/// `file: severity: message` of each diagnostic.
fn said(report: &Report) -> Vec<String> {
    report.diagnostics.iter().map(|d| format!("{}:{}: {}: {}", d.file, d.line, d.severity, d.message)).collect()
}

/// The line of `pack.json` on which something stands, as [`TestPack::write`] writes it.
fn line_of(pack: &TestPack, text: &str) -> u32 {
    let json = serde_json::to_string_pretty(&pack.manifest).unwrap();
    json.lines().position(|l| l.contains(text)).unwrap() as u32 + 1
}

#[test]
fn everything_wrong_with_a_drawing_is_said_at_once() {
    let pack = TestPack::minimal().hair(
        "<g data-layer=\"hair\" class=\"wig\">\n\
         <circle cx=\"50\" cy=\"30\" r=\"20\" style=\"fill:red\" fill=\"red\"/>\n\
         <script>x()</script>\n\
         <path d=\"M0 0H9V9Z\" fill=\"var(--hair-glow)\" clip-path=\"url(#gone)\"/>\n\
         <path data-outline=\"face\" d=\"M0 0\"/>\n\
         <g data-layer=\"face\"/>\n\
         </g>\n\
         <rect width=\"9\" height=\"9\"/>\n\
         <g data-layer=\"hair\"><path d=\"M0 0H9\" data-vary-a=\"M0 0V9\"/></g>\n\
         <g data-layer=\"sky\"><text>hello</text></g>",
    );
    let said = said(&checked(&pack));
    let errors: Vec<&String> = said.iter().filter(|s| s.starts_with("hair.svg")).collect();
    for expected in [
        "hair.svg:2: error: class `wig`",
        "hair.svg:3: error: attribute `style`",
        "hair.svg:3: error: paint `red`",
        "hair.svg:4: error: <script>",
        "hair.svg:5: error: clip-path refers to `#gone`",
        "hair.svg:5: error: the slot --hair-glow",
        "hair.svg:6: error: data-outline",
        "hair.svg:7: error: data-layer",
        "hair.svg:9: error: put every shape in",
        "hair.svg:10: error: data-vary-a must have the same commands",
        "hair.svg:10: warning: data-vary-a is never used",
        "hair.svg:11: error: the manifest has no layer `sky`",
        "hair.svg:11: error: <text>",
    ] {
        assert_eq!(errors.iter().filter(|s| s.starts_with(expected)).count(), 1, "{expected}: {errors:#?}");
    }
    assert_eq!(errors.len(), 13, "{errors:#?}");
}

#[test]
fn everything_wrong_with_the_manifest_and_the_drawings_is_said_together() {
    let mut pack = TestPack::minimal().hair(&hair_with("opacity=\"x\""));
    pack.manifest["name"] = json!("My Pack");
    pack.manifest["canvas"] = json!(100);
    pack.manifest["kinds"]["nose"][0]["file"] = json!("missing.svg");
    pack.manifest["palettes"]["hair"][1]["base"] = json!("red");
    pack.files.insert("ears.svg".into(), b"<svg".to_vec());
    let said = said(&checked(&pack));
    let lines = ["\"name\"", "\"red\"", "missing.svg"].map(|text| line_of(&pack, text));
    for expected in [
        format!("pack.json:{}: error: the name `My Pack`", lines[0]),
        format!("pack.json:{}: error: palette `hair`", lines[1]),
        format!("pack.json:{}: error: `missing.svg`", lines[2]),
        "ears.svg:1: error: not well-formed".into(),
        "hair.svg:3: error: opacity".into(),
    ] {
        assert!(said.iter().any(|s| s.starts_with(&expected)), "{expected}: {said:#?}");
    }
    assert!(said.is_sorted_by_key(|s| !s.starts_with("pack.json")), "the manifest comes first: {said:#?}");
}

#[test]
fn what_a_check_calls_an_error_does_not_load_and_the_other_way_round() {
    type Edit = fn(&mut TestPack);
    let cases: Vec<(&str, Edit, Option<&str>)> = vec![
        ("nothing", |_| (), None),
        ("with a schema", |p| p.manifest["$schema"] = json!("style-pack.schema.json"), None),
        ("an axis of a kind", |p| p.manifest["axes"] = json!({ "eyes": [{ "id": "size", "transform": "scale", "from": 0.8, "to": 1.2 }] }), None),
        (
            "an axis of a kind without a transform",
            |p| p.manifest["axes"] = json!({ "mouth": [{ "id": "curve", "from": -1, "to": 1 }] }),
            Some("all mouth parts can only share an axis with a `transform`"),
        ),
        (
            "an axis that scales faces",
            |p| p.manifest["axes"] = json!({ "face": [{ "id": "size", "transform": "scale", "from": 0.8, "to": 1.2 }] }),
            Some("a face is not moved"),
        ),
        (
            "an axis that turns one face",
            |p| p.manifest["kinds"]["face"][0]["axes"] = json!([{ "id": "tilt", "transform": "rotate", "from": -5, "to": 5 }]),
            Some("a face is not moved"),
        ),
        ("a face with masters", |p| p.manifest["kinds"]["face"][0]["axes"] = json!([{ "id": "jaw", "from": -1, "to": 1 }]), None),
        (
            "an expression that moves the face",
            |p| {
                p.manifest["expressions"] =
                    json!({ "list": [{ "id": "a", "title": "", "alt": "a", "emoji": ["😀"], "moves": { "face": { "dy": 4 } } }] })
            },
            Some("a face is not moved"),
        ),
        (
            "an expression that sways the face",
            |p| {
                p.manifest["expressions"] =
                    json!({ "list": [{ "id": "a", "title": "", "alt": "a", "emoji": ["😀"], "animate": [{ "what": "face" }] }] })
            },
            Some("a face is not moved"),
        ),
        (
            "an expression with an unknown part",
            |p| p.manifest["expressions"] = json!({ "list": [{ "id": "a", "title": "", "alt": "a", "emoji": ["😀"], "parts": { "eyes": "gone" } }] }),
            Some("there is no eyes part `gone`"),
        ),
        ("a missing file", |p| drop(p.files.remove("nose.svg")), Some("`nose.svg`")),
        ("no manifest that can be read", |p| p.manifest = json!([]), Some("invalid")),
        ("control characters", |p| p.manifest["name"] = json!("a\u{1b}[2J"), Some("\\u{1b}[2J")),
    ];
    for (name, edit, expected) in cases {
        let mut pack = TestPack::minimal();
        edit(&mut pack);
        let report = checked(&pack);
        let errors: Vec<&str> = report.diagnostics.iter().filter(|d| d.severity == Severity::Error).map(|d| d.message.as_str()).collect();
        assert_eq!(errors.is_empty(), pack.open().is_ok(), "{name}: {errors:?}");
        match expected {
            None => assert!(errors.is_empty(), "{name}: {errors:?}"),
            Some(text) => assert!(errors.iter().any(|e| e.contains(text)) && errors.len() == 1, "{name}: {errors:?}"),
        }
    }
}

#[test]
fn each_oversight_is_warned_of_where_it_is() {
    type Edit = fn(&mut TestPack);
    let cases: Vec<(&str, Edit, &str, &str)> = vec![
        ("no tag", |_| (), "pack.json", "hair `one` lacks the tag `texture`"),
        (
            "a tag mistyped",
            |p| p.manifest["kinds"]["hair"][0]["tags"] = json!({ "length": "longish" }),
            "pack.json",
            "the tag length=longish is none that photos are read for",
        ),
        ("a part called like a colour", |p| p.manifest["kinds"]["hair"][0]["id"] = json!("red"), "pack.json", "`hair=red` could mean either"),
        ("no skin", |_| (), "pack.json", "no colour role `skin`"),
        (
            "too few skins",
            |p| {
                p.manifest["palettes"]["skin"] = json!([{ "id": "pale", "base": "#ffeedd" }]);
                p.manifest["colours"]["skin"] = json!({ "palette": "skin" });
            },
            "pack.json",
            "has 1 skin tones",
        ),
        ("a role that nothing uses", |_| (), "pack.json", "no drawing uses var(--hair)"),
        (
            "a tone that nothing uses",
            |p| *p = TestPack::minimal().hair(&hair_with("fill=\"var(--hair)\"")),
            "pack.json",
            "no drawing uses the tone `light`",
        ),
        (
            "a palette that nothing uses",
            |p| p.manifest["palettes"]["frame"] = json!([{ "id": "gold", "base": "#ffcc00" }]),
            "pack.json",
            "no colour role uses the palette `frame`",
        ),
        (
            "an axis without masters",
            |p| p.manifest["kinds"]["hair"][0]["axes"] = json!([{ "id": "length", "from": 0, "to": 1 }]),
            "pack.json",
            "has a data-vary-length, so the axis changes nothing",
        ),
        (
            "masters without an axis",
            |p| {
                drop(p.files.insert(
                    "hair.svg".into(),
                    svg("<g data-layer=\"hair\"><path d=\"M0 0H9V9Z\" data-vary-length=\"M0 0H9V20Z\"/></g>").into_bytes(),
                ))
            },
            "hair.svg",
            "the part `one` has no axis `length`",
        ),
        (
            "paired axes without a pivot",
            |p| p.manifest["axes"] = json!({ "eyes": [{ "id": "size", "transform": "scale", "from": 0.8, "to": 1.2 }] }),
            "pack.json",
            "no point in `pivots`",
        ),
        ("a stray file", |p| drop(p.files.insert("old/hair 2.svg".into(), vec![b'x'])), "old/hair 2.svg", "does not name this file"),
        (
            "the same drawing twice",
            |p| {
                p.manifest["kinds"]["hair"].as_array_mut().unwrap().push(json!({ "id": "two", "file": "two.svg" }));
                p.files.insert("two.svg".into(), p.files["hair.svg"].clone());
            },
            "pack.json",
            "hair `two` is the same drawing as hair `one`",
        ),
        ("nothing drawn", |p| *p = TestPack::minimal().hair(""), "hair.svg", "cannot be seen at 64 px"),
        (
            "drawn elsewhere",
            |p| *p = TestPack::minimal().hair("<g data-layer=\"hair\"><circle cx=\"-40\" cy=\"30\" r=\"20\"/></g>"),
            "hair.svg",
            "outside the canvas",
        ),
        (
            "a prop nobody uses",
            |p| {
                p.files.insert("tear.svg".into(), svg("<g data-layer=\"face\"><circle cx=\"40\" cy=\"30\" r=\"20\"/></g>").into_bytes());
                p.manifest["expressions"] = json!({ "parts": { "prop": [{ "id": "tear", "file": "tear.svg" }] }, "list": [] });
            },
            "pack.json",
            "prop `tear`: no expression uses it",
        ),
        ("no embeddings", |_| (), "embeddings.json", "selfmoji pack build"),
        (
            "stale embeddings",
            |p| drop(p.files.insert("embeddings.json".into(), br#"{"format":1,"extractor":"autoencoder","models":"x","embeddings":{}}"#.to_vec())),
            "embeddings.json",
            "selfmoji pack build",
        ),
    ];
    for (name, edit, file, expected) in cases {
        let mut pack = TestPack::minimal();
        edit(&mut pack);
        let report = checked(&pack);
        let found = report.diagnostics.iter().find(|d| d.message.contains(expected));
        let found = found.unwrap_or_else(|| panic!("{name}: {:#?}", said(&report)));
        assert_eq!((found.severity, found.file.as_str()), (Severity::Warning, file), "{name}");
        assert_eq!(report.count(Severity::Error), 0, "{name}: {:#?}", said(&report));
    }
}

#[test]
fn texts_for_people_and_hidden_files_are_no_oversight() {
    let mut pack = TestPack::minimal();
    for name in ["README.md", "LICENSE-MIT", "notes.txt", ".git/config", "style-pack.schema.json"] {
        pack.files.insert(name.into(), b"x".to_vec());
    }
    let said = said(&checked(&pack));
    assert!(!said.iter().any(|s| s.contains("does not name this file")), "{said:#?}");
}

#[test]
fn a_pack_of_mistakes_ends() {
    let shapes = "<circle cx=\"5\" cy=\"5\" r=\"5\" a=\"1\" b=\"1\" c=\"1\" e=\"1\" f=\"1\"/>\n".repeat(500);
    let report = checked(&TestPack::minimal().hair(&format!("<g data-layer=\"hair\">{shapes}</g>")));
    assert!((900..1100).contains(&report.count(Severity::Error)), "{}", report.count(Severity::Error));
}

#[test]
fn what_is_no_pack_is_said_in_one_line() {
    let folder = tempfile::tempdir().unwrap();
    for path in [folder.path().to_owned(), folder.path().join("nowhere")] {
        let report = check(&path);
        assert_eq!(report.diagnostics.len(), 1, "{report:?}");
        assert_eq!(report.count(Severity::Error), 1);
    }
}
