//! `selfmoji pack new`, `check`, `preview`, `zip`: from an empty folder to a pack that is given away.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use serde_json::Value;

#[test]
fn a_new_pack_is_complete_at_once() {
    let room = Room::new();
    let said = room.ok(&["pack", "new", "My Style", "--author", "Ada \"A\" Lovelace", "--licence", "CC-BY-4.0"]);
    assert!(said.contains("My Style") && said.contains("my-style"), "{said}");
    let manifest: Value = serde_json::from_slice(&room.read("My Style/pack.json")).unwrap();
    let expected = [("name", "my-style"), ("title", "My style"), ("author", "Ada \"A\" Lovelace"), ("licence", "CC-BY-4.0")];
    for (key, value) in expected {
        assert_eq!(manifest[key], value, "{key}");
    }
    assert!(room.names("My Style").contains(&"README.md".to_owned()));
    let checked = room.ok(&["pack", "check", "My Style"]);
    // Only what `pack build` is there for.
    assert!(checked.lines().count() == 2 && checked.contains("embeddings.json") && checked.contains("no errors, 1 warning"), "{checked}");
    room.portrait("me.jpg");
    room.ok(&["create", "me.jpg", "-o", "me.png", "--size", "64", "--style", "My Style"]);
    let built = room.ok(&["pack", "build", "My Style"]);
    assert!(built.contains("embeddings.json") && built.contains("parts of my-style 0.1.0"), "{built}");
    assert!(room.ok(&["pack", "check", "My Style"]).ends_with("no errors, no warnings\n"));
}

#[test]
fn a_new_pack_takes_the_place_of_nothing() {
    let room = Room::new();
    room.put("full/precious.txt", b"precious");
    room.put("file", b"precious");
    std::fs::create_dir(room.path("empty")).unwrap();
    for (args, said) in [
        (&["full"][..], "has something in it already"),
        (&["file"], "cannot hold a new pack"),
        (&["no/such/folder"], "the folder above it is not there"),
        (&["---"], "--name"),
        (&["fresh", "--name", "My Pack"], "lower-case letters"),
        (&["fresh", "--author", "a\u{7}b"], "no control characters"),
        (&["empty", "--name", "x/y"], "lower-case letters"),
    ] {
        let mut all = vec!["pack", "new", "--"];
        all.truncate(if args[0] == "---" { 3 } else { 2 });
        all.extend(args);
        let done = room.run(&all);
        assert_eq!((done.code, done.out.as_str()), (1, ""), "{args:?} {done:?}");
        assert!(done.err.contains(said), "{args:?}: {}", done.err);
        assert!(!done.err.contains(".selfmoji-"), "{}", done.err);
    }
    assert_eq!(room.names("."), ["empty", "file", "full"]);
    assert_eq!((room.names("full"), room.names("empty").len()), (vec!["precious.txt".to_owned()], 0));
    room.ok(&["pack", "new", "empty"]);
    assert!(room.names("empty").iter().all(|n| !n.starts_with('.')), "{:?}", room.names("empty"));
}

#[test]
fn a_check_names_files_and_lines_and_its_exit_code_tells() {
    let room = Room::new();
    room.ok(&["pack", "new", "style"]);
    room.put(
        "style/parts/nose/button.svg",
        b"<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 512 512\">\n<g data-layer=\"nose\">\n<text>x</text>\n</g>\n</svg>",
    );
    std::fs::remove_file(room.path("style/parts/nose/wide.svg")).unwrap();
    let done = room.run(&["pack", "check", "style"]);
    assert_eq!((done.code, done.err.as_str()), (1, ""));
    let lines: Vec<&str> = done.out.lines().collect();
    let button = std::path::Path::new("style").join("parts/nose/button.svg");
    assert!(lines.iter().any(|l| l.starts_with(&format!("{}:3: error: <text>", button.display()))), "{lines:#?}");
    assert!(lines.iter().any(|l| l.contains("pack.json:") && l.contains("error: `parts/nose/wide.svg`")), "{lines:#?}");
    assert!(lines.last().unwrap().contains("2 errors"), "{lines:#?}");
    let json = room.run(&["pack", "check", "style", "--json"]);
    let json: Value = serde_json::from_str(&json.out).unwrap();
    assert_eq!(json["errors"], 2);
    assert!(
        json["diagnostics"].as_array().unwrap().iter().any(|d| d["file"] == "parts/nose/button.svg" && d["line"] == 3 && d["severity"] == "error")
    );
    for args in [&["pack", "build", "style"][..], &["pack", "zip", "style"], &["pack", "preview", "style", "-o", "p.html"]] {
        let done = room.run(args);
        assert_eq!(done.code, 1, "{args:?}");
        assert!(done.err.contains("2 errors") && done.err.contains("button.svg:3"), "{args:?}: {}", done.err);
    }
    assert_eq!(room.names("."), ["style"]);
}

#[test]
fn the_page_is_one_file_that_shows_everything_and_loads_nothing() {
    let room = Room::new();
    room.ok(&["pack", "new", "style", "--author", "<b>&\"x\""]);
    assert_eq!(room.ok(&["pack", "preview", "style", "-o", "p.html", "--people", "3"]), "p.html\n");
    let page = String::from_utf8(room.read("p.html")).unwrap();
    let manifest: Value = serde_json::from_slice(&room.read("style/pack.json")).unwrap();
    let ids = |v: &Value| v.as_array().unwrap().iter().map(|p| p["id"].as_str().unwrap().to_owned()).collect::<Vec<_>>();
    let mut expected: Vec<String> = manifest["kinds"].as_object().unwrap().values().flat_map(ids).collect();
    expected.extend(manifest["palettes"].as_object().unwrap().values().flat_map(ids));
    expected.extend(ids(&manifest["expressions"]["list"]));
    expected.extend(["preview/3", "eyes.size=1", "eyes.size=-1", "mouth.curve=1"].map(String::from));
    for id in expected {
        assert!(page.contains(&format!("data-id=\"{id}\"")), "{id}");
    }
    assert!(page.contains("&lt;b&gt;&amp;&quot;x&quot;") && !page.contains("<b>&\"x"), "texts of a pack are text");
    let links = page.replace("http://www.w3.org/2000/svg", "");
    assert!(!links.contains("http:") && !links.contains("https:") && !links.contains("url(http"), "it loads something");
    // The first people stay the same however many follow.
    room.ok(&["pack", "preview", "style", "-o", "again.html", "--people", "3"]);
    assert_eq!(room.read("again.html"), page.as_bytes());
    room.ok(&["pack", "preview", "style", "-o", "other.html", "--people", "3", "--seed", "other"]);
    assert_ne!(room.read("other.html"), page.as_bytes());
}

#[test]
fn the_picture_shows_the_same() {
    let room = Room::new();
    room.ok(&["pack", "new", "style"]);
    room.ok(&["pack", "preview", "style", "-o", "p.png", "--people", "2"]);
    let sheet = image::load_from_memory(&room.read("p.png")).unwrap();
    assert!(sheet.width() == 1400 && sheet.height() > 2000, "{} x {}", sheet.width(), sheet.height());
}

#[test]
fn a_zip_file_holds_the_pack_and_nothing_else_and_is_always_the_same() {
    let room = Room::new();
    room.ok(&["pack", "new", "style", "--name", "mine"]);
    room.put("style/notes.txt", b"for me only");
    assert!(room.ok(&["pack", "zip", "style"]).starts_with("mine-0.1.0.zip: "));
    room.ok(&["pack", "zip", "style", "-o", "again.zip"]);
    let bytes = room.read("mine-0.1.0.zip");
    assert_eq!(bytes, room.read("again.zip"));
    let holds = |name: &str| bytes.windows(name.len()).any(|w| w == name.as_bytes());
    assert!(holds("pack.json") && holds("parts/hair/short.svg") && !holds("notes.txt") && !holds("README.md"));
    assert!(room.ok(&["pack", "check", "again.zip"]).contains("again.zip: no errors"));
    room.ok(&["pack", "preview", "again.zip", "-o", "p.html", "--people", "1"]);
    room.put("cut.zip", &bytes[..bytes.len() / 2]);
    let done = room.run(&["pack", "check", "cut.zip"]);
    assert!(done.code == 1 && done.out.contains("cut short") && done.out.contains("1 error"), "{done:?}");
}

#[test]
fn files_that_are_no_pictures_are_not_written_over() {
    let room = Room::new();
    room.ok(&["pack", "new", "style"]);
    for args in [
        &["pack", "zip", "style", "-o", "style/pack.json"][..],
        &["pack", "preview", "style", "-o", "style/pack.json"],
        &["pack", "preview", "style", "-o", "style"],
        &["pack", "preview", "style"],
    ] {
        assert_eq!(room.run(args).code, 2, "{args:?}");
    }
    room.ok(&["pack", "check", "style"]);
}
