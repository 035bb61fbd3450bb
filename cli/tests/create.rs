//! `selfmoji create`: what is written where, and what is left alone.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::Room;
use selfmoji::recipe::Recipe;

#[test]
fn one_photo_needs_nothing_else() {
    let room = Room::new();
    room.portrait("selfie.jpg");
    assert_eq!(room.ok(&["create", "selfie.jpg"]), "selfie-emoji.png\n");
    let emoji = image::load_from_memory(&room.read("selfie-emoji.png")).unwrap();
    assert_eq!((emoji.width(), emoji.height()), (512, 512));
    assert!(emoji.color().has_alpha());
    assert_eq!(room.names("."), ["selfie-emoji.png", "selfie.jpg"], "nothing temporary is left");
}

#[test]
fn the_ending_or_the_option_chooses_the_format() {
    let room = Room::new();
    room.portrait("me.jpg");
    room.ok(&["create", "me.jpg", "-o", "me.svg", "--size", "64"]);
    let svg = String::from_utf8(room.read("me.svg")).unwrap();
    assert!(svg.starts_with("<svg") && svg.contains("width=\"64\"") && svg.contains("<title>"), "{}", &svg[..200]);
    room.ok(&["create", "me.jpg", "-o", "me.WEBP", "--size", "64"]);
    assert_eq!(&room.read("me.WEBP")[8..12], b"WEBP");
    room.ok(&["create", "me.jpg", "-o", "me.svg", "--format", "json"]);
    let recipe = Recipe::from_json(&String::from_utf8(room.read("me.svg")).unwrap()).unwrap();
    assert_eq!(recipe.pack, "classic");
    assert_eq!(room.ok(&["create", "me.jpg", "--format", "webp"]), "me-emoji.webp\n");
}

#[test]
fn a_bad_photo_does_not_stop_the_others() {
    let room = Room::new();
    room.portrait("a.jpg");
    room.put("b.jpg", b"this is no photo");
    room.portrait("c.jpg");
    let done = room.run(&["create", "a.jpg", "b.jpg", "missing.jpg", "c.jpg", "--out-dir", "new/emoji"]);
    assert_eq!(done.code, 1);
    assert_eq!(room.names("new/emoji"), ["a.png", "c.png"]);
    assert_eq!(room.read("new/emoji/a.png"), room.read("new/emoji/c.png"), "the same photo gets the same emoji");
    let errors: Vec<&str> = done.err.lines().collect();
    assert_eq!(errors.len(), 2, "{}", done.err);
    assert!(errors[0].contains("b.jpg") && errors[0].contains("JPEG, PNG or WebP"), "{}", errors[0]);
    assert!(errors[1].contains("missing.jpg") && errors[1].contains("no such file"), "{}", errors[1]);
}

#[test]
fn a_photo_is_never_overwritten() {
    let room = Room::new();
    let photo = room.portrait("me.png");
    let before = room.read("me.png");
    for args in [
        &["create", "me.png", "-o", "me.png"][..],
        &["create", "me.png", "-o", "./me.png"],
        &["create", "me.png", "--out-dir", "."],
        &["inspect", "me.png", "--mask-dir", "."],
        &["inspect", "me.png", "-o", "me.png"],
    ] {
        let done = room.run(args);
        assert_eq!(done.code, 2, "{args:?} {done:?}");
        assert!(done.err.contains("would be overwritten"), "{}", done.err);
    }
    assert_eq!(std::fs::read(photo).unwrap(), before);
}

#[test]
fn a_file_that_is_there_is_replaced_whole_or_not_at_all() {
    let room = Room::new();
    room.portrait("me.jpg");
    room.put("old.png", b"old");
    room.put("bad.jpg", b"bad");
    assert_eq!(room.run(&["create", "bad.jpg", "-o", "old.png"]).code, 1);
    assert_eq!(room.read("old.png"), b"old");
    room.ok(&["create", "me.jpg", "-o", "old.png"]);
    assert_eq!(&room.read("old.png")[1..4], b"PNG");
    assert_eq!(room.names("."), ["bad.jpg", "me.jpg", "old.png"]);
}

#[cfg(unix)]
#[test]
fn new_files_have_the_permissions_of_ordinary_ones() {
    use std::os::unix::fs::PermissionsExt;
    let room = Room::new();
    room.portrait("me.jpg");
    let mode = |name: &str| std::fs::metadata(room.path(name)).unwrap().permissions().mode() & 0o777;
    room.ok(&["create", "me.jpg", "-o", "me.json"]);
    assert_eq!(mode("me.json"), mode("me.jpg"));
    std::fs::set_permissions(room.path("me.json"), std::fs::Permissions::from_mode(0o640)).unwrap();
    room.ok(&["create", "me.jpg", "-o", "me.json"]);
    assert_eq!(mode("me.json"), 0o640);
}

#[cfg(unix)]
#[test]
fn devices_and_links_stay_what_they_are() {
    let room = Room::new();
    room.portrait("me.jpg");
    room.put("real.png", b"");
    std::os::unix::fs::symlink("real.png", room.path("link.png")).unwrap();
    room.ok(&["create", "me.jpg", "-o", "link.png"]);
    assert!(std::fs::symlink_metadata(room.path("link.png")).unwrap().is_symlink());
    assert!(room.read("real.png").len() > 1000);
    let done = room.run(&["create", "me.jpg", "-o", "/dev/null", "--format", "png"]);
    assert_eq!(done.code, 1);
    assert!(done.err.contains("not a plain file"), "{}", done.err);
}
