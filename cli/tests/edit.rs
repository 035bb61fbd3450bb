//! `selfmoji options`, `edit` and `random`: what is written where, and what is left alone.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use serde_json::Value;

/// The small pack of the library's tests, which no drawing round changes.
fn style() -> String {
    format!("{}/../tests/frozen/pack", env!("CARGO_MANIFEST_DIR"))
}

/// A room with somebody's recipe in it.
fn room() -> Room {
    let room = Room::new();
    let pack = Pack::open(style()).unwrap();
    room.put("me.json", selfmoji::edit::random(&pack, "me").to_json().as_bytes());
    room
}

fn recipe(room: &Room, name: &str) -> Recipe {
    Recipe::from_json(&String::from_utf8(room.read(name)).unwrap()).unwrap()
}

#[test]
fn a_recipe_is_edited_into_another_file_or_on_purpose_into_its_own() {
    let room = room();
    let style = style();
    let before = room.read("me.json");
    room.ok(&["edit", "me.json", "hair=long", "hair=copper", "glasses=sun", "eyes.size=-0.4", "-o", "new.json", "--style", &style]);
    assert_eq!(room.read("me.json"), before);
    let new = recipe(&room, "new.json");
    assert_eq!((new.colours["hair"].as_str(), new.colours["brow"].as_str()), ("copper", "copper"));
    assert_eq!(new.axes[&selfmoji::kind::Kind::Eyes]["size"], -0.4);
    for ending in ["png", "webp", "svg"] {
        let file = format!("happy.{ending}");
        room.ok(&["edit", "new.json", "expression=happy", "-o", &file, "--size", "64", "--style", &style]);
        assert!(room.read(&file).len() > 300, "{ending}");
    }
    room.ok(&["edit", "me.json", "hair=bald", "-o", "me.json", "--style", &style]);
    assert_eq!(recipe(&room, "me.json").parts[&selfmoji::kind::Kind::Hair], "bald");
}

#[test]
fn an_edit_that_fails_writes_nothing() {
    let room = room();
    let style = style();
    for (args, code, said) in [
        (&["hair=long", "nose=nosy", "-o", "new.json"][..], 1, "me.json: nose: there is no `nosy`"),
        (&["hairlong", "-o", "new.json"], 1, "write KEY=VALUE"),
        (&["-o", "new.json"], 2, "nothing to change"),
        (&["hair=long"], 2, "--output"),
        (&["hair=long", "-o", "new.gif"], 2, "names no format"),
        (&["hair=long", "-o", "me.json", "--format", "png"], 2, "would be overwritten"),
        (&["hair=long", "-o", "no/such/new.json"], 1, "there is no folder no/such"),
        (&["--to-style", "no-such", "-o", "new.json"], 1, "no-such"),
    ] {
        let before = room.read("me.json");
        let done = room.run(&[&["edit", "me.json", "--style", &style], args].concat());
        assert!(done.code == code && done.err.contains(said), "{args:?}: {done:?}");
        assert_eq!((room.names("."), room.read("me.json")), (vec!["me.json".to_owned()], before), "{args:?}");
    }
    room.put("bad.json", b"{");
    for command in [&["edit", "bad.json", "hair=bob", "-o", "x.json"][..], &["options", "bad.json"], &["options", "missing.json"]] {
        let done = room.run(command);
        assert!(done.code == 1 && done.err.contains(command[1]), "{done:?}");
    }
}

#[test]
fn a_person_is_carried_over_to_another_style() {
    let room = room();
    let (old, style) = (recipe(&room, "me.json"), style());
    room.ok(&["edit", "me.json", "--style", &style, "--to-style", "classic@1.0.0", "skin=monk-09", "-o", "classic.json"]);
    let new = recipe(&room, "classic.json");
    assert_eq!((new.pack.as_str(), new.version.to_string().as_str(), new.colours["skin"].as_str()), ("classic", "1.0.0", "monk-09"));
    room.ok(&["draw", "classic.json", "-o", "classic.png", "--size", "32"]);
    room.ok(&["edit", "classic.json", "--to-style", &style, "-o", "back.json"]);
    assert_eq!(recipe(&room, "back.json").pack, old.pack);
}

#[test]
fn options_say_all_that_edit_takes() {
    let room = room();
    let style = style();
    let text = room.ok(&["options", "me.json", "--style", &style]);
    let me = recipe(&room, "me.json");
    let hair = &me.parts[&selfmoji::kind::Kind::Hair];
    for said in ["Frozen 1.0.0", &format!("[{hair}]"), "colour.hair", "eyes.size", "-1 to 1", "[neutral]  happy", "#rrggbb"] {
        assert!(text.contains(said), "{said}: {text}");
    }
    let out = room.ok(&["options", "me.json", "--json", "--thumbnails", "new/pictures", "--style", &style]);
    let form: Value = serde_json::from_str(&out).unwrap();
    let kinds = form["tabs"].as_array().unwrap().iter().flat_map(|t| t["kinds"].as_array().unwrap());
    let choices = kinds.flat_map(|k| k["parts"].as_array().unwrap()).chain(form["expressions"].as_array().unwrap());
    let mut files: Vec<String> = choices.map(|c| c["thumbnail"].as_str().unwrap().to_owned()).collect();
    files.sort();
    assert_eq!(files, room.names("new/pictures"));
    assert!(files.contains(&"hair-bob.png".to_owned()) && files.contains(&"expression-happy.png".to_owned()));
    let picture = image::load_from_memory(&room.read("new/pictures/hair-bob.png")).unwrap();
    assert_eq!((picture.width(), picture.height()), (128, 128));
    let plain: Value = serde_json::from_str(&room.ok(&["options", "me.json", "--json", "--style", &style])).unwrap();
    assert_eq!(plain["tabs"][0]["kinds"][0]["parts"][0].get("thumbnail"), None);
}

#[test]
fn a_seed_is_a_person() {
    let room = Room::new();
    let style = style();
    let base = ["random", "--style", &style, "--size", "32"];
    let run = |more: &[&str]| room.ok(&[&base[..], more].concat());
    assert_eq!(run(&["--seed", "ada", "--out-dir", "one"]), "one/ada.png\n");
    assert_eq!(run(&["--seed", "ada", "--count", "3", "--out-dir", "many", "--format", "json"]).lines().count(), 3);
    assert_eq!(room.names("many"), ["ada-001.json", "ada-002.json", "ada-003.json"]);
    run(&["--seed", "ada/2", "--out-dir", "again", "--format", "json"]);
    let again = room.names("again").remove(0);
    assert!(again.starts_with("ada-2-") && again.len() == "ada-2-01234567.json".len(), "{again}: not to be mixed up with the seed ada-2");
    assert_eq!(room.read(&format!("again/{again}")), room.read("many/ada-002.json"), "the second of many has the seed ada/2");
    assert_eq!(recipe(&room, "many/ada-001.json").pack, "frozen");
    run(&["--out-dir", "fresh", "--count", "2"]);
    run(&["--out-dir", "fresh", "--count", "2"]);
    assert_eq!(room.names("fresh").len(), 4, "two seeds that nobody had before");
    let seed = room.names("fresh")[0].split('-').next().unwrap().to_owned();
    run(&["--out-dir", "same", "--count", "2", "--seed", &seed]);
    assert_eq!(room.read(&format!("same/{seed}-001.png")), room.read(&format!("fresh/{seed}-001.png")), "the name tells the seed");
    for (args, said) in
        [(&["--seed", "", "--out-dir", "x"][..], "the seed is empty"), (&["--count", "0", "--out-dir", "x"], "--count"), (&[], "--out-dir")]
    {
        let done = room.run(&[&["random"], args].concat());
        assert!(done.code == 2 && done.err.contains(said), "{done:?}");
    }
}
