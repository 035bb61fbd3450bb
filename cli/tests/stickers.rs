//! `selfmoji stickers`: a folder that messengers take, whole or not at all.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use selfmoji::kind::Kind;
use serde_json::{Value, json};

fn room() -> Room {
    let pack = selfmoji::pack::Pack::classic().unwrap();
    let kinds = Kind::ALL.into_iter().filter(|k| !k.is_optional());
    let parts: serde_json::Map<String, Value> = kinds.map(|k| (k.name().to_owned(), json!(pack.parts(k)[0].id))).collect();
    let recipe = json!({ "format": 1, "pack": "classic", "version": pack.manifest().version, "parts": parts, "colours": {} });
    let room = Room::new();
    room.put("me.json", recipe.to_string().as_bytes());
    room
}

#[test]
fn a_folder_of_stickers_is_made_and_made_again() {
    let room = room();
    let args = ["stickers", "me.json", "-o", "mine", "--only", "laughing,crying,waving", "--name", "Ada"];
    let out = room.ok(&args);
    assert!(out.starts_with("mine: 3 stickers"), "{out}");
    assert_eq!(room.names("mine"), ["animated", "stickers.json", "telegram", "whatsapp"]);
    let index: Value = serde_json::from_slice(&room.read("mine/stickers.json")).unwrap();
    assert_eq!((&index["name"], &index["stickers"][0]["id"]), (&json!("Ada"), &json!("laughing")));
    room.read(&format!("mine/{}", index["stickers"][0]["file"].as_str().unwrap()));

    let again = room.run(&args);
    assert!(again.code == 1 && again.err.contains("add --replace"), "{again:?}");
    let fewer = ["stickers", "me.json", "-o", "mine", "--only", "laughing", "--no-animated", "--replace"];
    assert!(room.ok(&fewer).contains("1 stickers, 0 animated"));
    assert_eq!(room.names("mine"), ["stickers.json", "telegram"], "too few for WhatsApp, and nothing of the old set is left");
    assert_eq!(room.names("."), ["me.json", "mine"], "nothing else is left behind");
}

#[test]
fn each_wrong_wish_has_its_answer_and_leaves_nothing() {
    let room = room();
    room.put("letters/dear.txt", b"Dear");
    room.put("file", b"");
    for (args, code, said) in [
        (&["-o", "new", "--only", "smug"][..], 1, "no expression `smug`; use one of: happy"),
        (&["-o", "letters"], 1, "something else in it"),
        (&["-o", "letters", "--replace"], 1, "something else in it"),
        (&["-o", "file"], 1, "is not a folder"),
        (&["-o", "file/new", "--only", "happy"], 1, "cannot be written"),
        (&["-o", "new", "--name", ""], 2, "1 to 128 characters"),
        (&["-o", "new", "--name", "a\nb"], 2, "1 to 128 characters"),
        (&["-o", "new", "--style", "classic@1.0.0"], 1, "use classic"),
        (&[], 2, "--output"),
    ] {
        let done = room.run(&[&["stickers", "me.json"], args].concat());
        assert!(done.code == code && done.err.contains(said) && done.out.is_empty(), "{args:?}: {done:?}");
    }
    assert_eq!(room.names("."), ["file", "letters", "me.json"]);
}
