//! Risk: style packs from anywhere. Whatever is wrong with one is said when it is loaded, with file and line, and never later.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

mod common;

use common::{TestPack, hair_with, recipe, svg};
use selfmoji::pack::PackError;
use selfmoji::{compose, picture};
use serde_json::{Value, json};

#[test]
fn the_minimal_pack_is_valid() {
    let pack = TestPack::minimal().open().unwrap();
    let svg = compose::svg(&pack, &recipe(), 64).unwrap();
    assert!(picture::render(&svg, 64).unwrap().pixels().any(|p| p.0[3] == 255));
}

#[test]
fn each_kind_of_bad_manifest_has_its_answer() {
    type Edit = fn(&mut Value);
    let cases: Vec<(&str, Edit, &str)> = vec![
        ("another format", |m| m["format"] = json!(2), "format 2 is not known"),
        ("no format", |m| drop(m.as_object_mut().unwrap().remove("format")), "missing field `format`"),
        ("unknown field", |m| m["script"] = json!("x"), "unknown field `script`"),
        ("unknown field of a part", |m| m["kinds"]["hair"][0]["onload"] = json!("x"), "unknown field `onload`"),
        ("a list", |m| *m = json!([]), "invalid"),
        ("bad name", |m| m["name"] = json!("My Pack"), "the name `My Pack`"),
        ("empty name", |m| m["name"] = json!(""), "the name ``"),
        ("bad version", |m| m["version"] = json!("1"), "version"),
        ("title that no picture can hold", |m| m["kinds"]["hair"][0]["title"] = json!("a\u{1}b"), "kinds.hair.0"),
        ("endless title", |m| m["title"] = json!("x".repeat(5000)), "title"),
        ("no canvas", |m| m["canvas"] = json!(0), "canvas is 0"),
        ("endless canvas", |m| m["canvas"] = json!(1e30), "canvas"),
        ("eyes swapped", |m| m["landmarks"]["right_eye"] = json!([70, 50]), "right eye must lie left"),
        ("eyes in one place", |m| m["landmarks"]["left_eye"] = json!([40, 50]), "landmarks"),
        ("mouth above the eyes", |m| m["landmarks"]["mouth"] = json!([50, 20]), "landmarks"),
        ("mouth off the canvas", |m| m["landmarks"]["mouth"] = json!([50, 170]), "landmarks"),
        ("landmark of one number", |m| m["landmarks"]["mouth"] = json!([50]), "invalid length 1"),
        ("layer twice", |m| m["layers"] = json!(["face", "face"]), "layers: `face` is there twice"),
        ("bad layer name", |m| m["layers"] = json!(["Face"]), "layers: `Face`"),
        ("too many layers", |m| m["layers"] = json!((0..65).map(|i| format!("l{i}")).collect::<Vec<_>>()), "at most 64"),
        ("unknown kind", |m| m["kinds"]["tail"] = json!([]), "unknown variant `tail`"),
        ("kind missing", |m| drop(m["kinds"].as_object_mut().unwrap().remove("nose")), "no nose part"),
        ("kind empty", |m| m["kinds"]["ears"] = json!([]), "no ears part"),
        ("id twice", |m| m["kinds"]["hair"] = json!([m["kinds"]["hair"][0], m["kinds"]["hair"][0]]), "hair: `one` is there twice"),
        ("bad id", |m| m["kinds"]["hair"][0]["id"] = json!("../x"), "hair: `../x`"),
        ("id too long", |m| m["kinds"]["hair"][0]["id"] = json!("x".repeat(65)), "must be lower-case"),
        (
            "too many parts",
            |m| m["kinds"]["hair"] = json!((0..2001).map(|i| json!({ "id": format!("h{i}"), "file": "hair.svg" })).collect::<Vec<_>>()),
            "at most 2000",
        ),
        ("empty palette", |m| m["palettes"]["hair"] = json!([]), "palette `hair` has 0 swatches"),
        ("swatch twice", |m| m["palettes"]["hair"][1]["id"] = json!("black"), "`black` is there twice"),
        ("swatch without a base", |m| drop(m["palettes"]["hair"][0].as_object_mut().unwrap().remove("base")), "missing field `base`"),
        ("colour word", |m| m["palettes"]["hair"][0]["base"] = json!("red"), "swatch `black`: `red` is not #rrggbb"),
        ("colour that breaks out", |m| m["palettes"]["hair"][0]["light"] = json!("#000\"/>"), "is not #rrggbb"),
        ("bad tone name", |m| m["palettes"]["hair"][0]["L\""] = json!("#000000"), "must be named with lower-case"),
        ("role without its palette", |m| m["colours"]["skin"] = json!({ "palette": "skin" }), "palette `skin`, which there is not"),
        ("bad role name", |m| m["colours"]["Skin"] = json!({ "palette": "hair" }), "colours: `Skin`"),
        ("role that is also a tone", |m| m["colours"]["hair-light"] = json!({ "palette": "hair" }), "`hair-light` is a role"),
    ];
    for (name, edit, expected) in cases {
        let mut pack = TestPack::minimal();
        edit(&mut pack.manifest);
        let error = pack.open().err().unwrap_or_else(|| panic!("{name}: accepted"));
        assert!(matches!(error, PackError::Manifest { .. }), "{name}: {error:?}");
        let message = error.to_string();
        assert!(message.starts_with("pack.json:") && message.contains(expected), "{name}: {message}");
    }
}

#[test]
fn text_that_is_no_manifest_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let open = || selfmoji::pack::Pack::open(folder.path()).unwrap_err();
    assert!(matches!(open(), PackError::Read { file, .. } if file == "pack.json"));
    let good = serde_json::to_string(&TestPack::minimal().manifest).unwrap();
    let edited = |from: &str, to: &str| {
        assert!(good.contains(from), "{from}");
        good.replacen(from, to, 1).into_bytes()
    };
    for (name, bytes, expected) in [
        ("nothing", vec![], "EOF"),
        ("unfinished", b"{".to_vec(), "EOF"),
        ("binary", vec![0; 100], "UTF-16 or binary"),
        ("wrong UTF-8", b"{\"a\xff\"".to_vec(), "from byte 4 on"),
        ("UTF-16", good.encode_utf16().flat_map(u16::to_le_bytes).collect(), "UTF-16"),
        ("UTF-16 with a mark", [0xfeff].into_iter().chain(good.encode_utf16()).flat_map(u16::to_be_bytes).collect(), "UTF-16"),
        ("null", b"null".to_vec(), "invalid type"),
        ("deep lists", vec![b'['; 10_000], "recursion limit"),
        ("deep objects", "{\"a\":".repeat(10_000).into_bytes(), "recursion limit"),
        ("deep in a field", edited("\"format\":1", &format!("\"format\":{}", "[".repeat(200))), "recursion limit"),
        ("number out of range", edited("\"canvas\":100", "\"canvas\":1e999"), "out of range"),
        ("number that is no JSON", edited("\"canvas\":100", "\"canvas\":NaN"), "expected value"),
        ("field twice", edited("\"format\":1", "\"format\":1,\"format\":1"), "`format` is there twice"),
        ("kind twice", edited("\"nose\":", "\"nose\":[],\"nose\":"), "`nose` is there twice"),
        ("palette twice", edited("\"palettes\":{", "\"palettes\":{\"hair\":[],"), "`hair` is there twice"),
        ("control characters in a name", edited("\"format\":1", "\"\\u001b[2J\":1"), "`\\u{1b}[2J`"),
    ] {
        std::fs::write(folder.path().join("pack.json"), bytes).unwrap();
        let error = open();
        let message = error.to_string();
        assert!(matches!(error, PackError::Manifest { .. }) && message.contains(expected), "{name}: {message}");
        assert!(!message.chars().any(char::is_control), "{name}: {message:?}");
    }
    std::fs::write(folder.path().join("pack.json"), format!("\u{feff}{good}")).unwrap();
    assert!(matches!(open(), PackError::Read { .. }), "a byte order mark is no harm: it is the parts that are missing");
    std::fs::write(folder.path().join("pack.json"), vec![b' '; (8 << 20) + 1]).unwrap();
    assert!(matches!(open(), PackError::TooLarge { file, .. } if file == "pack.json"));
}

#[test]
fn files_outside_the_pack_are_never_read() {
    let outside = tempfile::tempdir().unwrap();
    let secret = outside.path().join("secret.svg");
    std::fs::write(&secret, svg(&hair_with(""))).unwrap();
    let absolute = secret.to_str().unwrap().to_owned();
    let climbing = format!("../{}/secret.svg", outside.path().file_name().unwrap().to_str().unwrap());
    let folder = tempfile::tempdir_in(outside.path().parent().unwrap()).unwrap();
    let mut names =
        vec![absolute, climbing, "parts/../../x.svg".into(), "./hair.svg".into(), "..\\x.svg".into(), String::new(), "/".into(), ".".into()];
    names.extend(["missing.svg".into(), "a folder".into(), "nul\0.svg".into()]);
    std::fs::create_dir(folder.path().join("a folder")).unwrap();
    #[cfg(unix)]
    {
        std::os::unix::fs::symlink(&secret, folder.path().join("link.svg")).unwrap();
        std::os::unix::fs::symlink(outside.path(), folder.path().join("linked")).unwrap();
        names.extend(["link.svg".into(), "linked/secret.svg".into()]);
    }
    names.extend(["a\u{1b}[2Jb.svg".into(), "a\nb.svg".into(), "a\u{202e}b.svg".into(), "x".repeat(300), "C:\\x.svg".into()]);
    for name in names {
        let mut pack = TestPack::minimal();
        pack.manifest["kinds"]["hair"][0]["file"] = json!(name);
        pack.write(folder.path());
        let error = selfmoji::pack::Pack::open(folder.path()).err().unwrap_or_else(|| panic!("{name:?}: accepted"));
        assert!(matches!(&error, PackError::Read { file, .. } if *file == name), "{name:?}: {error:?}");
        assert!(!error.to_string().chars().any(|c| c.is_control() || c == '\u{202e}'), "{name:?}: {error}");
    }
}

#[test]
fn names_that_differ_in_capitals_only_are_not_mixed_up() {
    let mut pack = TestPack::minimal();
    pack.manifest["kinds"]["hair"][0]["file"] = json!("Hair.svg");
    let message = pack.open().unwrap_err().to_string();
    // Where capitals do not matter to the system, the file is simply there.
    assert!(message.contains("there is `hair.svg`, and capitals matter"), "{message}");
    pack.manifest["kinds"]["nose"][0]["file"] = json!("hair.svg");
    let message = pack.open().unwrap_err().to_string();
    assert!(message.starts_with("pack.json:") && message.contains("differ in capitals only"), "{message}");
}

#[test]
fn embeddings_are_read_as_they_are_or_not_at_all() {
    let folder = tempfile::tempdir().unwrap();
    TestPack::minimal().write(folder.path());
    let file = folder.path().join("embeddings.json");
    let open = || selfmoji::pack::Pack::open(folder.path());
    assert!(open().is_ok(), "none are needed");
    std::fs::write(&file, vec![b' '; (8 << 20) + 1]).unwrap();
    assert!(matches!(open(), Err(PackError::TooLarge { file, .. }) if file == "embeddings.json"));
    std::fs::remove_file(&file).unwrap();
    std::fs::create_dir(&file).unwrap();
    assert!(matches!(open(), Err(PackError::Read { file, .. }) if file == "embeddings.json"));
    #[cfg(unix)]
    {
        std::fs::remove_dir(&file).unwrap();
        std::os::unix::fs::symlink("/dev/zero", &file).unwrap();
        assert!(open().unwrap_err().to_string().contains("is a link"));
    }
}

/// What a hair part holds, the line that is to blame, and words of the message.
fn bad_parts() -> Vec<(&'static str, String, u32, &'static str)> {
    let layer = |inner: &str| format!("<g data-layer=\"hair\" class=\"hair\">\n{inner}\n</g>");
    let with = |attributes: &str| hair_with(attributes);
    let clip = "<clipPath id=\"a\"><circle cx=\"9\" cy=\"9\" r=\"9\"/></clipPath>";
    vec![
        ("script", layer("<script>x()</script>"), 3, "<script>"),
        ("script beside the layers", "<script>x()</script>".into(), 2, "data-layer"),
        ("style element", layer("<style>*{fill:red}</style>"), 3, "<style>"),
        ("style attribute", with("style=\"fill:red\""), 3, "`style`"),
        ("event", with("onclick=\"x()\""), 3, "`onclick`"),
        ("link", layer("<a><circle r=\"1\"/></a>"), 3, "<a>"),
        ("href", with("href=\"#x\""), 3, "`href`"),
        ("xlink:href", with("xmlns:xlink=\"http://www.w3.org/1999/xlink\" xlink:href=\"http://example.org/\""), 3, "`href`"),
        ("image", layer("<image width=\"9\" height=\"9\"/>"), 3, "<image>"),
        ("use", layer("<use/>"), 3, "<use>"),
        ("text", layer("<text>hello</text>"), 3, "<text>"),
        ("mask", layer("<mask id=\"m\"/>"), 3, "<mask>"),
        ("mask attribute", with("mask=\"url(#m)\""), 3, "`mask`"),
        ("filter", layer("<filter id=\"f\"/>"), 3, "<filter>"),
        ("filter attribute", with("filter=\"url(#f)\""), 3, "`filter`"),
        ("pattern", layer("<pattern id=\"f\"/>"), 3, "<pattern>"),
        ("foreign content", layer("<foreignObject/>"), 3, "<foreignObject>"),
        ("animation", layer("<animate/>"), 3, "<animate>"),
        ("nested svg", layer("<svg/>"), 3, "<svg>"),
        ("reference to the outside", with("fill=\"url(http://example.org/#a)\""), 3, "paint"),
        ("colour word", with("fill=\"red\""), 3, "paint `red`"),
        ("unknown slot", with("fill=\"var(--skin)\""), 3, "--skin"),
        ("unknown tone", with("fill=\"var(--hair-shadow)\""), 3, "--hair-shadow"),
        ("unknown class", with("class=\"moustache\""), 3, "class `moustache`"),
        ("unknown layer", "<g data-layer=\"sky\"/>".into(), 2, "no layer `sky`"),
        ("no layer", "<g>\n</g>".into(), 2, "data-layer"),
        ("layer in a layer", layer("<g data-layer=\"face\"/>"), 3, "data-layer"),
        ("not a number", with("opacity=\"NaN\""), 3, "opacity: `NaN`"),
        ("infinite", with("transform=\"scale(inf)\""), 3, "transform: `scale(inf)`"),
        ("huge number", with("stroke-width=\"1e9\""), 3, "stroke-width: `1e9`"),
        ("huge number in a path", layer("<path d=\"M0 0L1e38 5\"/>"), 3, "1e38"),
        ("huge numbers run together", layer("<path d=\"M0 0L1-9999999\"/>"), 3, "-9.999999e6"),
        ("words in a path", layer("<path d=\"M0 0 url(x)\"/>"), 3, "`url(x)`"),
        ("bad transform", with("transform=\"translate(calc(1))\""), 3, "`translate(calc(1))`"),
        ("endless transform", with(&format!("transform=\"{}\"", "scale(9)".repeat(100))), 3, "transform"),
        ("hair-thin dashes", with("stroke=\"#000000\" stroke-dasharray=\"0.00001\""), 3, "too fine"),
        ("dashes of nothing", with("stroke=\"#000000\" stroke-dasharray=\"0 0\""), 3, "stroke-dasharray"),
        ("many dashes", layer(&format!("<path stroke-dasharray=\"0.5 0.5\" d=\"M0 0{}\"/>", "L9e4 9e4 0 0".repeat(5))), 3, "too fine"),
        ("dashes for whatever is inside", layer("<g stroke-dasharray=\"5\"/>"), 3, "stroke-dasharray belongs"),
        ("dashes on an outline", layer("<path data-outline=\"face\" stroke-dasharray=\"5\"/>"), 3, "stroke-dasharray belongs"),
        ("negative dashes", with("stroke=\"#000000\" stroke-dasharray=\"5 -4\""), 3, "stroke-dasharray"),
        ("bad id", with("id=\"a b\""), 3, "id `a b`"),
        ("missing definition", with("clip-path=\"url(#a)\""), 3, "`#a`"),
        ("fill by a clip path", format!("{clip}{}", with("fill=\"url(#a)\"")), 3, "which is a <clipPath>"),
        ("clip by a gradient", format!("<linearGradient id=\"a\"/>{}", with("clip-path=\"url(#a)\"")), 3, "which is a <linearGradient>"),
        ("id twice", format!("{clip}\n{clip}"), 3, "the id `a`"),
        ("id of a shape twice", layer("<path id=\"a\"/>\n<path id=\"a\"/>"), 4, "the id `a`"),
        ("gradient that takes after itself", "<linearGradient id=\"a\" href=\"#a\"/>".into(), 2, "`href`"),
        ("gradient filled by itself", "<linearGradient id=\"a\" fill=\"url(#a)\"/>".into(), 2, "within a definition"),
        ("shape in a shape", layer("<path><path/></path>"), 3, "cannot stand inside <path>"),
        ("group in a clip path", "<clipPath id=\"a\"><g/></clipPath>".into(), 2, "cannot stand inside <clipPath>"),
        ("element of another namespace", layer("<x:path xmlns:x=\"http://example.org/\"/>"), 3, "no SVG element"),
        ("attribute of another namespace", with("xmlns:x=\"http://example.org/\" x:fill=\"#000000\""), 3, "`fill`"),
        ("data URI", with("fill=\"url(data:image/png;base64,AAAA)\""), 3, "paint"),
        ("unfinished command", layer("<path d=\"M0 0Q zz\"/>"), 3, "`zz`"),
        ("path that begins nowhere", layer("<path d=\"L9 9\"/>"), 3, "`L9 9`"),
        ("half a matrix", with("transform=\"matrix(1 2 3)\""), 3, "matrix(a b c d e f)"),
        ("not a number in a matrix", with("transform=\"matrix(NaN 0 0 1 0 0)\""), 3, "cannot be read"),
        ("flat skew", with("transform=\"skewX(90)\""), 3, "85 degrees"),
        ("negative width", with("stroke-width=\"-1\""), 3, "from 0"),
        ("negative radius", layer("<circle r=\"-1\"/>"), 3, "from 0"),
        ("opacity over 1", with("opacity=\"2\""), 3, "from 0 to 1"),
        ("word of another attribute", with("fill-rule=\"round\""), 3, "one of: nonzero, evenodd"),
        ("number with a unit", with("stroke-width=\"3px\""), 3, "without a unit"),
        ("number too large to be one", with("stroke-width=\"1e999\""), 3, "`1e999`"),
        ("odd points", layer("<polygon points=\"1 2 3\"/>"), 3, "pairs"),
        ("endless path", layer(&format!("<path d=\"M0 0{}\"/>", "h1".repeat(5000))), 3, "more than 4000 commands"),
        ("varied by other commands", layer("<path d=\"M0 0L5 5\" data-vary-a=\"M0 0Q5 5 6 6\"/>"), 3, "number 2 is `Q`, not `L`"),
        ("varied by fewer commands", layer("<path d=\"M0 0L5 5\" data-vary-a=\"M0 0\"/>"), 3, "number 2 is nothing, not `L`"),
        ("varied from nothing", layer("<path data-vary-a=\"M0 0\"/>"), 3, "number 1 is `M`, not nothing"),
        ("varied circle", with("data-vary-a=\"M0 0\""), 3, "belongs on a <path>"),
        ("bad axis", layer("<path d=\"M0 0\" data-vary-A=\"M0 0\"/>"), 3, "an axis is called"),
        (
            "many axes",
            layer(&format!("<path d=\"M0 0\" {}/>", (0..5).map(|i| format!("data-vary-a{i}=\"M0 0\" ")).collect::<String>())),
            3,
            "at most 4 axes",
        ),
        ("control characters", layer("<path d=\"M0 0 &#x9b;\"/>"), 3, "\\u{9b}"),
        ("clip path that clips itself", "<clipPath id=\"a\" clip-path=\"url(#a)\"/>".into(), 2, "within a definition"),
        ("clip path whose child it clips", "<clipPath id=\"a\"><path clip-path=\"url(#a)\"/></clipPath>".into(), 2, "within a definition"),
        (
            "two clip paths in a ring",
            "<clipPath id=\"a\"><path clip-path=\"url(#b)\"/></clipPath>\n<clipPath id=\"b\"><path clip-path=\"url(#a)\"/></clipPath>".into(),
            3,
            "within a definition",
        ),
        ("definition inside a layer", layer(clip), 3, "beside the layers"),
        ("mirror in a mirror", layer("<g data-mirror=\"true\">\n<g data-mirror=\"true\"/></g>"), 4, "data-mirror"),
        ("mirror in a definition", "<clipPath id=\"a\" data-mirror=\"true\"/>".into(), 2, "data-mirror"),
        ("clipped twice", format!("{clip}{}", with("data-clip=\"face\" clip-path=\"url(#a)\"")), 3, "cannot stand together"),
        ("outline with a path", layer("<path data-outline=\"face\" d=\"M0 0\"/>"), 3, "data-outline"),
        ("outline on a circle", with("data-outline=\"face\""), 3, "data-outline"),
        ("outline of hair", layer("<path data-outline=\"hair\"/>"), 3, "data-outline"),
        ("deep nesting", layer(&format!("{}{}", "<g>".repeat(12), "</g>".repeat(12))), 3, "nested more than 12 deep"),
        ("attribute twice", with("cx=\"4\""), 3, "well-formed"),
        ("unclosed", "<g data-layer=\"hair\">".into(), 3, "well-formed"),
        ("endless attribute", with(&format!("stroke-dasharray=\"{}\"", "1 ".repeat(20_000))), 3, "too long"),
    ]
}

#[test]
fn each_kind_of_bad_part_has_its_answer_with_file_and_line() {
    for (name, content, line, expected) in bad_parts() {
        let error = TestPack::minimal().hair(&content).open().err().unwrap_or_else(|| panic!("{name}: accepted"));
        let message = error.to_string();
        assert!(message.starts_with(&format!("hair.svg:{line}: ")) && message.contains(expected), "{name}: {message}");
        assert!(message.len() < 600, "{name}: the message is {} bytes long", message.len());
    }
}

#[test]
fn each_kind_of_bad_part_file_has_its_answer() {
    let good = svg(&hair_with("")).into_bytes();
    let many = |n: usize| svg(&format!("<g data-layer=\"hair\">{}</g>", "<g/>".repeat(n))).into_bytes();
    let dtd = |entities: &str| format!("<?xml version=\"1.0\"?>\n<!DOCTYPE svg [{entities}]>\n{}", svg("")).into_bytes();
    let bomb: String = (1..9).map(|i| format!("<!ENTITY a{i} \"{}\">", format!("&a{};", i - 1).repeat(10))).collect();
    let mut not_utf8 = good.clone();
    not_utf8[60] = 0xFF;
    let root = |attributes: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" {attributes}/>").into_bytes();
    let cases: Vec<(&str, Vec<u8>, &str)> = vec![
        ("nothing", vec![], "well-formed"),
        ("binary", vec![0; 100], "UTF-16 or binary"),
        ("PNG", b"\x89PNG\r\n\x1a\n".to_vec(), "not UTF-8"),
        ("not UTF-8", not_utf8, "not UTF-8"),
        ("UTF-16", good.iter().flat_map(|&b| [b, 0]).collect(), "UTF-16"),
        ("truncated", good[..good.len() / 2].to_vec(), "well-formed"),
        ("HTML", b"<html><body/></html>".to_vec(), "<svg>"),
        ("document type", dtd(""), "well-formed"),
        ("entities", dtd(&format!("<!ENTITY a0 \"lol\">{bomb}")), "well-formed"),
        ("outside entity", dtd("<!ENTITY x SYSTEM \"file:///etc/hostname\">"), "well-formed"),
        ("too many elements", many(600), "the number of elements is 601"),
        ("very many elements", many(20_000), "hair.svg"),
        ("very deep nesting", svg(&"<g>".repeat(30_000)).into_bytes(), "hair.svg"),
        ("too big", svg(&" ".repeat(200_000)).into_bytes(), "the size in bytes"),
        ("another canvas", root("viewBox=\"0 0 512 512\""), "\"0 0 100 100\""),
        ("no canvas", root(""), "viewBox"),
        ("canvas that is no number", root("viewBox=\"0 0 NaN 100\""), "viewBox"),
        ("script on the root", root("viewBox=\"0 0 100 100\" onload=\"x()\""), "`onload`"),
        ("style on the root", root("viewBox=\"0 0 100 100\" style=\"fill:red\""), "`style`"),
    ];
    for (name, bytes, expected) in cases {
        let mut pack = TestPack::minimal();
        pack.files.insert("hair.svg".into(), bytes);
        let message = pack.open().err().unwrap_or_else(|| panic!("{name}: accepted")).to_string();
        assert!(message.starts_with("hair.svg") && message.contains(expected), "{name}: {message}");
    }
}

#[test]
fn a_face_needs_an_outline_to_follow() {
    for shape in ["<circle class=\"skin\" r=\"9\"/>", "<circle id=\"outline\" r=\"9\"/>", "<path id=\"outline\"/>", "<path id=\"outline\" d=\" \"/>"]
    {
        let mut pack = TestPack::minimal();
        pack.files.insert("face.svg".into(), svg(&format!("<g data-layer=\"face\">{shape}</g>")).into_bytes());
        let message = pack.open().err().unwrap_or_else(|| panic!("{shape}: accepted")).to_string();
        assert!(message.starts_with("face.svg:") && message.contains("outline"), "{shape}: {message}");
    }
}

/// The most a part may ask for without breaking a rule: it is drawn without a panic.
#[test]
fn the_worst_that_is_allowed_can_be_drawn() {
    let layer = |inner: &str| format!("<g data-layer=\"hair\" class=\"hair\">\n{inner}\n</g>");
    let nested =
        |attributes: &str| layer(&format!("{}<rect width=\"100\" height=\"100\"/>{}", format!("<g {attributes}>").repeat(10), "</g>".repeat(10)));
    let zigzag: String = (0..1500).map(|i| format!("L{} {} ", (i % 2) * 100_000, i % 100)).collect();
    let cases = [
        ("nothing", String::new()),
        ("empty layer", "<g data-layer=\"hair\"/>".into()),
        ("shrinking without end", nested("transform=\"scale(0.00001)\"")),
        ("flat", nested("transform=\"scale(0)\"")),
        ("not invertible", nested("transform=\"matrix(1 1 1 1 0 0)\"")),
        ("skewed", nested("transform=\"skewX(85)\"")),
        ("see-through", layer("<g opacity=\"0.5\"><g opacity=\"0.5\"><rect width=\"100\" height=\"100\"/></g></g>")),
        ("far away", nested("transform=\"translate(100000 -100000)\"")),
        ("no sizes", layer("<rect width=\"0\" height=\"5\"/><rect/><circle r=\"0\"/><ellipse rx=\"0\" ry=\"2\"/><polygon points=\"\"/><line/>")),
        ("path of nothing", layer("<path d=\"\"/><path d=\"M0 0\"/><path d=\"M1 1zzz\"/><path/><path d=\"M5 5\" stroke=\"#000000\"/>")),
        ("large arcs", layer("<path d=\"M0 0A1e5 1e-5 45 1 1 1e5 1e5z\" stroke=\"#000000\" stroke-width=\"1e5\"/>")),
        ("long zigzag", layer(&format!("<path stroke=\"#000000\" d=\"M0 0{zigzag}\"/>"))),
        ("dashed zigzag", layer(&format!("<path stroke=\"#000000\" stroke-dasharray=\"9e4\" d=\"M0 0{zigzag}\"/>"))),
        ("many dashed circles", layer(&"<circle r=\"9\" fill=\"none\" stroke=\"#000000\" stroke-dasharray=\"2\"/>".repeat(500))),
        ("gradient without stops", format!("<radialGradient id=\"a\" r=\"0\"/>{}", hair_with("fill=\"url(#a)\""))),
        ("empty clip", format!("<clipPath id=\"a\"/>{}", hair_with("clip-path=\"url(#a)\""))),
        ("mirrored many times", layer(&"<g data-mirror=\"true\"><rect width=\"9\" height=\"9\"/></g>".repeat(290))),
        ("outline without end", layer(&"<path data-outline=\"face\" stroke=\"#000000\" stroke-width=\"1e5\"/>".repeat(100))),
    ];
    for (name, content) in cases {
        let pack = TestPack::minimal().hair(&content).open().unwrap_or_else(|e| panic!("{name}: {e}"));
        let svg = compose::svg(&pack, &recipe(), 128).unwrap();
        let drawn = picture::render(&svg, 128);
        assert!(drawn.is_ok(), "{name}: {drawn:?}");
        assert!(svg.len() < 1 << 20, "{name}: {} bytes", svg.len());
    }
}

/// Parts that would take a phone minutes, or all its memory, at the largest size.
#[test]
fn each_kind_of_costly_part_is_refused() {
    let layer = |inner: &str| format!("<g data-layer=\"hair\" class=\"hair\">{inner}</g>");
    let square = "<rect width=\"100\" height=\"100\"/>";
    let veil = "<rect width=\"100\" height=\"100\" fill-opacity=\"0.5\"/>";
    let stops = |n: usize| "<stop stop-color=\"#000000\"/>".repeat(n);
    let zigzag: String = (0..3000).map(|i| format!("L{} {}", i % 100, (i % 2) * 100)).collect();
    let within =
        |attributes: &str, times: usize, inner: &str| format!("{}{inner}{}", format!("<g {attributes}>").repeat(times), "</g>".repeat(times));
    let clip = |shapes: &str| format!("<clipPath id=\"a\">{shapes}</clipPath>");
    let stroke = "fill=\"none\" stroke=\"#000000\" stroke-opacity=\"0.5\"";
    let (paint, nest, range) = ("canvases of paint", "canvases at one time", "range of numbers");
    let cases = [
        ("veils", layer(&veil.repeat(200)), paint),
        ("veils made large", layer(&within("transform=\"scale(9)\"", 3, &veil.repeat(200))), paint),
        (
            "veils brought in from outside",
            layer(&format!("<g transform=\"translate(500 0)\">{}</g>", veil.replace("width", "x=\"-500\" width").repeat(99))),
            paint,
        ),
        ("veils that mirror in", layer(&format!("<g data-mirror=\"true\">{}</g>", veil.repeat(20))), paint),
        ("opaque squares", layer(&square.repeat(550)), paint),
        ("huge strokes", layer(&format!("<circle cx=\"50\" cy=\"50\" r=\"1\" {stroke} stroke-width=\"9e4\"/>").repeat(100)), paint),
        ("strokes inherited", layer(&format!("<g {stroke} stroke-width=\"200\">{}</g>", "<path d=\"M0 0H99\"/>".repeat(100))), paint),
        ("outlines", layer(&"<path data-outline=\"face\" fill-opacity=\"0.5\"/>".repeat(500)), paint),
        (
            "gradients",
            format!(
                "<linearGradient id=\"a\">{}</linearGradient>{}",
                stops(2),
                layer(&"<rect width=\"100\" height=\"100\" fill=\"url(#a)\"/>".repeat(20))
            ),
            paint,
        ),
        (
            "endless gradient",
            format!(
                "<linearGradient id=\"a\">{}</linearGradient>{}",
                stops(500),
                layer(&"<rect width=\"100\" height=\"100\" fill=\"url(#a)\"/>".repeat(2))
            ),
            paint,
        ),
        ("opacity groups", layer(&format!("<g opacity=\"0.5\">{square}</g>").repeat(90)), paint),
        ("clipped groups", clip(square) + &layer(&format!("<g clip-path=\"url(#a)\">{square}</g>").repeat(40)), paint),
        ("groups clipped to the face", layer(&format!("<g data-clip=\"face\">{square}</g>").repeat(40)), paint),
        ("clip path of many shapes", clip(&square.repeat(300)) + &layer(&format!("<g clip-path=\"url(#a)\">{square}</g>")), paint),
        ("zigzag fills", layer(&format!("<path d=\"M0 0{zigzag}\"/>").repeat(4)), paint),
        (
            "dashes across the canvas",
            layer(&format!("<path d=\"M0 50{}\" {stroke} stroke-width=\"100\" stroke-dasharray=\"1\"/>", "H100H0".repeat(90))),
            paint,
        ),
        ("varied to fill the canvas", layer(&"<path fill-opacity=\"0.5\" d=\"M0 0H1V1\" data-vary-a=\"M0 0H99V99\"/>".repeat(200)), paint),
        ("layers in layers", layer(&within("opacity=\"0.5\"", 9, square)), nest),
        ("a layer far beyond the canvas", layer("<g opacity=\"0.5\"><rect x=\"-200\" y=\"-200\" width=\"500\" height=\"500\"/></g>"), nest),
        ("growing without end", layer(&within("transform=\"scale(100000)\"", 10, square)), range),
    ];
    for (name, content, expected) in cases {
        let message = TestPack::minimal().hair(&content).open().err().unwrap_or_else(|| panic!("{name}: accepted")).to_string();
        assert!(message.starts_with("hair.svg:1: ") && message.contains(expected), "{name}: {message}");
    }
}

/// Parts that are each bearable, but not together.
#[test]
fn a_costly_avatar_is_refused_though_its_parts_are_not() {
    let mut pack = TestPack::minimal();
    for kind in ["hair", "nose", "ears"] {
        let veil = "<rect width=\"100\" height=\"100\" fill-opacity=\"0.5\"/>";
        pack.files.insert(format!("{kind}.svg"), svg(&format!("<g data-layer=\"{kind}\">{}</g>", veil.repeat(20))).into_bytes());
    }
    let message = pack.open().unwrap_err().to_string();
    assert!(message.starts_with("pack.json:") && message.contains("canvases of paint"), "{message}");
}
