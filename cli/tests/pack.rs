//! `selfmoji pack build`: embeddings that the program then works with.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::{Room, lines};
use serde_json::Value;
use std::path::Path;

fn copy(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        if from.is_dir() {
            copy(&from, &to);
        } else {
            std::fs::copy(from, to).unwrap();
        }
    }
}

#[test]
fn a_built_pack_ranks_as_the_same_pack_does() {
    let room = Room::new();
    room.portrait("me.jpg");
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/classic"), &room.path("style"));
    // Embeddings of other models are what `pack build` is there to replace.
    room.put("style/embeddings.json", br#"{"format":1,"extractor":"autoencoder","models":"old","embeddings":{}}"#);
    let done = room.run(&["inspect", "me.jpg", "--style", "style"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("selfmoji pack build"), "{}", done.err);
    let built = Path::new("style").join("embeddings.json");
    let said = room.ok(&["pack", "build", "style"]);
    assert!(said.starts_with(&format!("{}: embeddings of ", built.display())) && said.contains(" parts of classic "), "{said}");
    let json: Value = serde_json::from_slice(&room.read("style/embeddings.json")).unwrap();
    assert!(json["embeddings"]["hair"].as_object().unwrap().len() > 5);
    assert!(room.names("style").iter().all(|n| !n.contains(".tmp")));
    let styled = lines(&room.ok(&["inspect", "me.jpg", "--json", "--style", "style"]));
    let classic = lines(&room.ok(&["inspect", "me.jpg", "--json"]));
    let best = |v: &[Value]| v[0]["parts"].as_object().unwrap().values().map(|p| p[0]["id"].clone()).collect::<Vec<_>>();
    assert_eq!(best(&styled), best(&classic));
    // A part is redrawn, and nobody thinks of building.
    let hair = String::from_utf8(room.read("style/parts/hair/bob.svg")).unwrap();
    room.put("style/parts/hair/bob.svg", hair.replacen("<path ", "<path opacity=\"0.9\" ", 1).as_bytes());
    let done = room.run(&["inspect", "me.jpg", "--style", "style"]);
    assert!(done.code == 1 && done.err.contains("drawings have changed") && done.err.contains("selfmoji pack build"), "{}", done.err);
}

#[test]
fn a_folder_that_is_no_pack_is_explained() {
    let room = Room::new();
    room.put("style/pack.json", b"{}");
    for (folder, said) in [("style", "pack.json"), ("nowhere", "nowhere")] {
        let done = room.run(&["pack", "build", folder]);
        assert_eq!(done.code, 1);
        assert!(done.err.contains(said), "{}", done.err);
    }
    assert_eq!(room.names("style"), ["pack.json"]);
}

#[cfg(unix)]
#[test]
fn a_link_in_a_pack_is_not_written_through() {
    let room = Room::new();
    copy(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../templates/classic"), &room.path("style"));
    room.put("precious.txt", b"precious");
    std::fs::remove_file(room.path("style/embeddings.json")).unwrap();
    std::os::unix::fs::symlink(room.path("precious.txt"), room.path("style/embeddings.json")).unwrap();
    let done = room.run(&["pack", "build", "style"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("is a link"), "{}", done.err);
    assert_eq!(room.read("precious.txt"), b"precious");
}

#[cfg(unix)]
#[test]
fn a_model_that_is_no_plain_file_is_not_read() {
    let room = Room::new();
    room.portrait("me.jpg");
    std::fs::create_dir_all(room.path("models/autoencoders")).unwrap();
    std::os::unix::fs::symlink("/dev/zero", room.path("models/autoencoders/face.onnx")).unwrap();
    let done = room.run(&["create", "me.jpg", "-o", "me.png", "--models", "models"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("not a plain file"), "{}", done.err);
}
