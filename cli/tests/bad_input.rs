//! Whatever is named as a photo, the program answers soon and in words.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use std::io::Read;

fn refused(room: &Room, photo: &str, said: &str) {
    let done = room.run(&["create", photo, "-o", "out.png"]);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(done.err.contains(photo) && done.err.contains(said), "{}", done.err);
    assert_eq!(done.err.lines().count(), 1, "{}", done.err);
    assert!(!room.path("out.png").exists());
}

#[test]
fn files_that_are_no_photos() {
    let room = Room::new();
    room.put("empty.jpg", b"");
    room.put("text.jpg", b"Dear diary");
    room.put("cut.jpg", &std::fs::read(common::portrait()).unwrap()[..3000]);
    std::fs::create_dir(room.path("folder")).unwrap();
    std::fs::File::create(room.path("huge.jpg")).unwrap().set_len(20 << 30).unwrap();
    for (photo, said) in [
        ("empty.jpg", "empty"),
        ("text.jpg", "not a picture"),
        ("cut.jpg", "damaged or incomplete"),
        ("folder", "this is a folder"),
        ("huge.jpg", "at most 50331648 are read"),
        ("nowhere.jpg", "no such file"),
        ("text.jpg/me.jpg", "text.jpg/me.jpg"),
    ] {
        refused(&room, photo, said);
    }
}

#[cfg(unix)]
#[test]
fn pipes_and_devices_do_not_hang() {
    let room = Room::new();
    let made = std::process::Command::new("mkfifo").arg(room.path("pipe.jpg")).status();
    if made.is_ok_and(|s| s.success()) {
        refused(&room, "pipe.jpg", "not a plain file");
    }
    refused(&room, "/dev/zero", "not a plain file");
}

#[cfg(unix)]
#[test]
fn an_unreadable_file_is_named() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    let path = room.portrait("secret.jpg");
    std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o000)).unwrap();
    // The superuser may read everything.
    if std::fs::read(&path).is_err() {
        refused(&room, "secret.jpg", "you may not read");
    }
}

#[test]
fn bad_usage_exits_2_and_shows_the_usage() {
    let room = Room::new();
    room.portrait("a.jpg");
    room.portrait("b.jpg");
    room.portrait("c/a.jpg");
    for args in [
        &["create"][..],
        &["create", "a.jpg", "b.jpg"],
        &["create", "a.jpg", "b.jpg", "-o", "c.png"],
        &["create", "a.jpg", "-o", "b.png", "--out-dir", "d"],
        &["create", "a.jpg", "c/a.jpg", "--out-dir", "d"],
        &["create", "a.jpg", "-o", "a.gif"],
        &["create", "a.jpg", "--size", "0"],
        &["create", "a.jpg", "--size", "4097"],
        &["create", "a.jpg", "--format", "bmp"],
        &["create", "a.jpg", "--extractor", "magic"],
        &["inspect", "a.jpg", "b.jpg", "-o", "c.png"],
        &["inspect", "a.jpg", "-o", "c.jpg"],
        &["paint", "a.jpg"],
    ] {
        let done = room.run(args);
        assert_eq!((done.code, done.out.as_str()), (2, ""), "{args:?} {done:?}");
        assert!(done.err.contains("Usage: selfmoji") || done.err.contains("try '--help'"), "{}", done.err);
    }
    assert_eq!(room.names("."), ["a.jpg", "b.jpg", "c"]);
    assert_eq!(room.run::<&str>(&[]).code, 2);
}

#[test]
fn styles_and_models_that_are_not_there() {
    let room = Room::new();
    room.portrait("a.jpg");
    std::fs::create_dir(room.path("empty")).unwrap();
    for (args, said) in [
        (["--style", "baroque"], "no style called `baroque`"),
        (["--style", "a.jpg"], "no zip file"),
        (["--style", "empty"], "pack.json"),
        (["--models", "nowhere"], "nowhere"),
        (["--models", "empty"], "no model file"),
        (["--extractor", "resnet50"], "resnet50/backbone.onnx"),
        (["--extractor", "pixels"], "pixels/face.onnx"),
        (["--extractor", "both"], "pixels/face.onnx"),
    ] {
        let done = room.run(&[&["create", "a.jpg"], &args[..]].concat());
        assert_eq!(done.code, 1, "{done:?}");
        assert!(done.err.contains(said), "{}", done.err);
    }
    assert_eq!(room.names("."), ["a.jpg", "empty"]);
}

#[test]
fn a_reader_that_has_enough_is_no_error() {
    let room = Room::new();
    let photos = ["1", "2", "3"].map(|n| format!("{n}.jpg"));
    photos.iter().for_each(|name| drop(room.portrait(name)));
    let args = [&["inspect", "--json"].map(String::from)[..], &photos[..]].concat();
    let mut child = room.command(&args).spawn().unwrap();
    drop(child.stdout.take());
    let mut err = String::new();
    child.stderr.take().unwrap().read_to_string(&mut err).unwrap();
    assert_eq!((child.wait().unwrap().code(), err.as_str()), (Some(0), ""));
}

#[test]
fn help_and_version_go_to_stdout() {
    let room = Room::new();
    assert_eq!(room.ok(&["--version"]), concat!("selfmoji ", env!("CARGO_PKG_VERSION"), "\n"));
    for command in ["create", "draw", "inspect", "pack"] {
        assert!(room.ok(&["--help"]).contains(command));
        assert!(room.ok(&[command, "--help"]).contains("Usage: selfmoji"));
    }
}
