//! The manifest's JSON Schema, docs/style-pack.schema.json, for editors that help while a pack is written. It is made from the Rust types and the caps,
//! and only tests need it:
//!
//!     SELFMOJI_REGENERATE=1 cargo test schema    # rewrites the file, and the starter's copy of it

use super::{Manifest, caps};
use crate::kind::Kind;
use serde_json::{Value, json};
use std::path::Path;

/// Ids, as `is_id` has them.
const ID: &str = "^[a-z0-9-]{1,64}$";
const COLOUR: &str = "^#[0-9A-Fa-f]{6}$";
/// No control characters.
const READABLE: &str = "^[^\\u0000-\\u001f\\u007f-\\u009f]*$";

fn schema() -> Value {
    let mut schema = serde_json::to_value(schemars::schema_for!(Manifest)).unwrap();
    for (place, limits) in limits() {
        let at = schema.pointer_mut(place).and_then(Value::as_object_mut).unwrap_or_else(|| panic!("{place} is not in the schema"));
        at.extend(limits.as_object().cloned().unwrap_or_default());
    }
    let root = schema.as_object_mut().unwrap();
    root.insert("title".into(), json!("Style pack of Selfmoji"));
    root.insert("description".into(), json!("pack.json: what a style pack consists of. See docs/style-pack-format.md."));
    plain(&mut schema);
    schema
}

/// What the types do not say: patterns, ranges, and which names maps have.
fn limits() -> Vec<(&'static str, Value)> {
    let id = || json!({ "type": "string", "pattern": ID });
    let text = || json!({ "maxLength": caps::TEXT_BYTES, "pattern": READABLE });
    let range = |least: f32, most: f32| json!({ "minimum": least, "maximum": most });
    let kinds = |prop: bool| {
        let names = Kind::ALL.into_iter().chain(prop.then_some(Kind::Prop)).map(Kind::name);
        json!({ "propertyNames": { "enum": names.collect::<Vec<_>>() } })
    };
    let mut all_kinds = kinds(false);
    all_kinds["required"] = json!(Kind::ALL.into_iter().filter(|k| !k.is_optional()).map(Kind::name).collect::<Vec<_>>());
    vec![
        ("/properties/$schema", text()),
        ("/properties/format", json!({ "const": super::FORMAT })),
        ("/properties/name", json!({ "pattern": ID })),
        ("/properties/title", text()),
        ("/properties/licence", text()),
        ("/properties/author", text()),
        ("/properties/canvas", range(16.0, 4096.0)),
        ("/properties/layers", json!({ "maxItems": caps::LAYERS, "uniqueItems": true, "items": id() })),
        ("/properties/palettes", json!({ "propertyNames": id() })),
        ("/properties/palettes/additionalProperties", json!({ "minItems": 1, "maxItems": caps::SWATCHES })),
        ("/properties/colours", json!({ "propertyNames": id() })),
        ("/properties/pivots", kinds(false)),
        ("/properties/pivots/additionalProperties/items", json!({ "minimum": 0 })),
        ("/properties/axes", kinds(false)),
        ("/properties/axes/additionalProperties", json!({ "maxItems": caps::AXES, "items": { "$ref": "#/$defs/Axis", "required": ["transform"] } })),
        ("/properties/kinds", all_kinds),
        ("/properties/kinds/additionalProperties", json!({ "minItems": 1, "maxItems": caps::PARTS })),
        ("/$defs/Landmarks/properties/right_eye/items", json!({ "minimum": 0 })),
        ("/$defs/Landmarks/properties/left_eye/items", json!({ "minimum": 0 })),
        ("/$defs/Landmarks/properties/mouth/items", json!({ "minimum": 0 })),
        ("/$defs/Swatch/properties/id", id()),
        ("/$defs/Swatch/properties/base", json!({ "pattern": COLOUR })),
        ("/$defs/Swatch", json!({ "propertyNames": id() })),
        ("/$defs/Swatch/additionalProperties", json!({ "pattern": COLOUR, "description": "A further tone, `#rrggbb`." })),
        ("/$defs/Role/properties/palette", id()),
        ("/$defs/Role/properties/by", json!({ "maxProperties": 1 })),
        ("/$defs/Part/properties/id", id()),
        ("/$defs/Part/properties/file", text()),
        ("/$defs/Part/properties/title", text()),
        ("/$defs/Part/properties/tags/additionalProperties", text()),
        ("/$defs/Part/properties/axes", json!({ "maxItems": caps::AXES })),
        ("/$defs/Axis/properties/id", id()),
        ("/$defs/Axis/properties/title", text()),
        ("/$defs/Axis", amounts()),
        ("/$defs/Expressions/properties/parts", kinds(true)),
        ("/$defs/Expressions/properties/list", json!({ "maxItems": caps::EXPRESSIONS })),
        ("/$defs/Expression/properties/id", json!({ "pattern": ID, "not": { "const": "neutral" } })),
        ("/$defs/Expression/properties/title", text()),
        ("/$defs/Expression/properties/alt", text()),
        ("/$defs/Expression/properties/emoji", json!({ "minItems": 1, "maxItems": 3 })),
        ("/$defs/Expression/properties/emoji/items", text()),
        ("/$defs/Expression/properties/parts", kinds(false)),
        ("/$defs/Expression/properties/props", json!({ "maxItems": caps::PROPS })),
        ("/$defs/Expression/properties/moves", json!({ "propertyNames": { "enum": movable() } })),
        (
            "/$defs/Expression/properties/hide",
            json!({ "items": { "enum": Kind::ALL.into_iter().filter(|k| k.is_optional()).map(Kind::name).collect::<Vec<_>>() } }),
        ),
        ("/$defs/Expression/properties/animate", json!({ "maxItems": caps::SWAYS })),
        ("/$defs/Move/properties/dx", range(-128.0, 128.0)),
        ("/$defs/Move/properties/dy", range(-128.0, 128.0)),
        ("/$defs/Move/properties/scale", range(0.25, 4.0)),
        ("/$defs/Move/properties/rotate", range(-180.0, 180.0)),
        ("/$defs/Sway/properties/dx", range(-128.0, 128.0)),
        ("/$defs/Sway/properties/dy", range(-128.0, 128.0)),
        ("/$defs/Sway/properties/scale", range(0.25, 4.0)),
        ("/$defs/Sway/properties/rotate", range(-180.0, 180.0)),
        ("/$defs/Sway/properties/beats", json!({ "minimum": 1, "maximum": 16 })),
    ]
}

/// A face stays where it is.
fn movable() -> Vec<&'static str> {
    Kind::ALL.into_iter().filter(|k| *k != Kind::Face).chain([Kind::Prop]).map(Kind::name).collect()
}

/// How far an axis may go depends on its transform.
fn amounts() -> Value {
    let ends = |least: f32, most: f32| json!({ "properties": { "from": { "minimum": least, "maximum": most }, "to": { "minimum": least, "maximum": most } } });
    let with = |names: &[&str], then: Value| {
        let condition = json!({ "properties": { "transform": { "enum": names } }, "required": ["transform"] });
        json!({ "if": condition, "then": then })
    };
    let without = json!({ "properties": { "from": { "minimum": -1, "maximum": 0 }, "to": { "minimum": 0, "maximum": 1 } } });
    json!({ "allOf": [
        with(&["scale", "scale-x", "scale-y"], ends(0.5, 2.0)),
        with(&["shift-x", "shift-y"], ends(-64.0, 64.0)),
        with(&["rotate"], ends(-45.0, 45.0)),
        { "if": { "not": { "required": ["transform"] } }, "then": without },
    ] })
}

/// Descriptions without the links of Rust documentation, numbers without `format`s that no schema knows.
fn plain(value: &mut Value) {
    match value {
        Value::Object(map) => {
            map.retain(|key, v| key != "format" || !v.as_str().is_some_and(|f| matches!(f, "float" | "uint32")));
            if let Some(Value::String(text)) = map.get_mut("description") {
                *text = text.replace("[`FORMAT`]", "1").replace("[`", "`").replace("`]", "`").replace('\n', " ");
            }
            map.values_mut().for_each(plain);
        }
        Value::Array(list) => list.iter_mut().for_each(plain),
        _ => {}
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

#[test]
fn the_committed_schema_says_what_the_types_say() {
    let made = serde_json::to_string_pretty(&schema()).unwrap() + "\n";
    for file in ["docs/style-pack.schema.json", "cli/starter/style-pack.schema.json"] {
        let path = root().join(file);
        if std::env::var_os("SELFMOJI_REGENERATE").is_some() {
            std::fs::write(&path, &made).unwrap();
        }
        let committed = std::fs::read_to_string(&path).unwrap_or_default();
        assert!(committed == made, "{file} is not as the Rust types are; run SELFMOJI_REGENERATE=1 cargo test schema, and look at what changed");
    }
}

fn manifests() -> Vec<(String, Value)> {
    let templates = std::fs::read_dir(root().join("templates")).unwrap().chain(std::fs::read_dir(root().join("templates/past")).unwrap());
    let folders = templates.map(|e| e.unwrap().path()).chain([root().join("cli/starter")]);
    let files = folders.map(|f| f.join("pack.json")).filter(|f| f.exists());
    files.map(|f| (f.display().to_string(), serde_json::from_slice(&std::fs::read(&f).unwrap()).unwrap())).collect()
}

#[test]
fn every_shipped_manifest_follows_the_schema() {
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let manifests = manifests();
    assert!(manifests.len() >= 3, "{}", manifests.len());
    for (file, manifest) in manifests {
        // Packs that are still being drawn have no parts yet, which is the loader's business.
        let errors: Vec<String> = validator.iter_errors(&manifest).map(|e| format!("{}: {e}", e.instance_path())).collect();
        assert!(errors.is_empty() || manifest["kinds"] == json!({}), "{file}: {errors:#?}");
    }
}

#[test]
fn what_the_schema_refuses_the_loader_refuses() {
    type Edit = fn(&mut Value);
    let cases: Vec<(&str, Edit)> = vec![
        ("another format", |m| m["format"] = json!(2)),
        ("a field there is not", |m| m["script"] = json!("x")),
        ("no licence", |m| drop(m.as_object_mut().unwrap().remove("licence"))),
        ("a name with capitals", |m| m["name"] = json!("My Pack")),
        ("half a version", |m| m["version"] = json!("1.0")),
        ("an endless title", |m| m["title"] = json!("x".repeat(300))),
        ("a title with an escape", |m| m["title"] = json!("a\u{1b}[2J")),
        ("a canvas that is too small", |m| m["canvas"] = json!(8)),
        ("a landmark of three numbers", |m| m["landmarks"]["mouth"] = json!([1, 2, 3])),
        ("a landmark off the canvas", |m| m["landmarks"]["mouth"] = json!([-1, 300])),
        ("a layer with a space", |m| m["layers"][0] = json!("hair back")),
        ("a layer twice", |m| m["layers"][0] = m["layers"][1].clone()),
        ("an empty palette", |m| m["palettes"]["hair"] = json!([])),
        ("a colour word", |m| m["palettes"]["hair"][0]["base"] = json!("red")),
        ("a tone that is no colour", |m| m["palettes"]["hair"][0]["light"] = json!("#12")),
        ("a role without a palette", |m| m["colours"]["hair"] = json!({})),
        ("a pivot off the canvas", |m| m["pivots"]["eyes"] = json!([-4, 4])),
        ("a kind there is not", |m| m["kinds"]["tail"] = m["kinds"]["hair"].clone()),
        ("props among the kinds", |m| m["kinds"]["prop"] = m["kinds"]["hair"].clone()),
        ("a needed kind missing", |m| drop(m["kinds"].as_object_mut().unwrap().remove("nose"))),
        ("a needed kind empty", |m| m["kinds"]["nose"] = json!([])),
        ("a part without a file", |m| drop(m["kinds"]["nose"][0].as_object_mut().unwrap().remove("file"))),
        ("a part's id with a slash", |m| m["kinds"]["nose"][0]["id"] = json!("../x")),
        ("a field of a part there is not", |m| m["kinds"]["nose"][0]["onload"] = json!("x")),
        ("a shared axis without a transform", |m| m["axes"]["eyes"] = json!([{ "id": "a", "from": -1, "to": 1 }])),
        ("a transform there is not", |m| m["axes"]["eyes"] = json!([{ "id": "a", "transform": "skew", "from": 1, "to": 1 }])),
        ("an axis that scales too far", |m| m["axes"]["eyes"] = json!([{ "id": "a", "transform": "scale", "from": 0.1, "to": 1 }])),
        ("an axis of a drawing that goes too far", |m| m["kinds"]["nose"][0]["axes"] = json!([{ "id": "a", "from": -2, "to": 1 }])),
        ("an expression called neutral", |m| m["expressions"]["list"][0]["id"] = json!("neutral")),
        ("an expression without emoji", |m| m["expressions"]["list"][0]["emoji"] = json!([])),
        ("a move too far", |m| m["expressions"]["list"][0]["moves"]["brows"] = json!({ "dy": 500 })),
        ("a moved face", |m| m["expressions"]["list"][0]["moves"]["face"] = json!({ "dy": 5 })),
        ("hidden eyes", |m| m["expressions"]["list"][0]["hide"] = json!(["eyes"])),
        ("a sway without beats", |m| m["expressions"]["list"][0]["animate"] = json!([{ "what": "head", "beats": 0 }])),
        ("a swap of nothing", |m| m["expressions"]["list"][0]["parts"]["eyes"] = json!(5)),
    ];
    let validator = jsonschema::draft202012::new(&schema()).unwrap();
    let starter: Value = serde_json::from_slice(&std::fs::read(root().join("cli/starter/pack.json")).unwrap()).unwrap();
    let loads = |m: &Value| Manifest::examine(m.to_string().as_bytes()).is_ok_and(|(_, found)| found.is_empty());
    assert!(validator.is_valid(&starter) && loads(&starter));
    for (name, edit) in cases {
        let mut broken = starter.clone();
        edit(&mut broken);
        assert!(!validator.is_valid(&broken), "the schema accepts {name}");
        assert!(!loads(&broken), "the loader accepts {name}");
    }
}
