//! What both targets do with a pack that loads: everything an app would.

#![forbid(unsafe_code)]

use selfmoji::kind::Kind;
use selfmoji::matching::drawn_crop;
use selfmoji::pack::Pack;
use selfmoji::parts::View;
use selfmoji::recipe::Recipe;
use selfmoji::{compose, edit, picture};
use serde_json::{Map, Value, json};
use std::io::{Cursor, Write};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// Draws an avatar of the first part of every kind, small, and the class map of its hair.
pub fn draw(pack: &Pack) {
    let first = |kind: Kind| Some((kind, pack.parts(kind).first()?.id.clone()));
    let parts: Map<String, Value> = Kind::ALL.into_iter().filter_map(first).map(|(kind, id)| (kind.name().into(), json!(id))).collect();
    let manifest = pack.manifest();
    let json = json!({ "format": 1, "pack": manifest.name, "version": manifest.version, "parts": parts, "colours": {} });
    let recipe = Recipe::from_json(&json.to_string()).expect("a recipe of a pack's own parts");
    // A valid pack's parts can be composed, whatever they are; the renderer may refuse, but must not panic.
    let svg = compose::svg(pack, &recipe, 32).expect("a recipe of a pack's own parts");
    assert!(svg.len() < 8 << 20, "{} bytes", svg.len());
    let _ = picture::render(&svg, 32);
    let person = edit::random(pack, "fuzz");
    compose::svg(pack, &person, 32).expect("a person made up from the pack");
    for expression in manifest.expressions.list.iter().take(3) {
        let feeling = Recipe { expression: expression.id.clone(), ..person.clone() };
        let svg = compose::svg_at(pack, &feeling, 32, 0.3).expect("an expression of the pack");
        let _ = picture::render(&svg, 32);
        let _ = edit::options(pack, &feeling);
    }
    if let Some(hair) = pack.parts(Kind::Hair).first() {
        let _ = drawn_crop(pack, View::Hair, &hair.id);
    }
}

/// A small pack whose hair is the given SVG, as a zip file.
pub fn with_hair(svg: &[u8]) -> Vec<u8> {
    let part = |kind: &str, content: &str| {
        let file = format!(r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 512 512"><g data-layer="{kind}">{content}</g></svg>"#);
        (format!("{kind}.svg"), file.into_bytes())
    };
    let mut files = vec![("hair.svg".to_owned(), svg.to_vec())];
    let face = r#"<path id="outline" class="skin" fill="var(--skin)" d="M150 150C150 90 362 90 362 150V330C362 450 150 450 150 330Z"/>"#;
    files.push(part("face", face));
    for kind in ["brows", "eyes", "nose", "mouth", "ears", "body"] {
        files.push(part(kind, r#"<rect x="200" y="200" width="40" height="20"/>"#));
    }
    let kinds: Map<String, Value> = files.iter().map(|(file, _)| (file.replace(".svg", ""), json!([{ "id": "one", "file": file }]))).collect();
    let layers = ["hair-back", "body", "ears", "face", "marks", "mouth", "nose", "eyes", "brows", "hair-side", "hair-front", "hair"];
    let tones = json!([{ "id": "one", "base": "#503020", "light": "#806040", "shadow": "#301810", "line": "#201008", "edge": "#201008" }]);
    let manifest = json!({
        "format": 1, "name": "fuzz", "version": "1.0.0", "title": "Fuzz", "licence": "MIT", "author": "Nobody", "canvas": 512,
        "landmarks": { "right_eye": [208, 258], "left_eye": [304, 258], "mouth": [256, 348] }, "layers": layers,
        "palettes": { "tones": tones }, "colours": { "hair": { "palette": "tones" }, "skin": { "palette": "tones" } }, "kinds": kinds,
    });
    files.push(("pack.json".into(), manifest.to_string().into_bytes()));
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for (name, bytes) in files {
        zip.start_file(name, stored).expect("writing to memory");
        zip.write_all(&bytes).expect("writing to memory");
    }
    zip.finish().expect("writing to memory").into_inner()
}
