//! `selfmoji trace`: a whole film or none, and a plain word where one cannot be made.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

mod common;

use common::{Done, Room, portrait};
use image::{ImageFormat, Rgb, RgbImage, imageops};
use std::io::Cursor;

fn png(picture: &RgbImage) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, ImageFormat::Png).unwrap();
    file.into_inner()
}

/// The portrait, of another size for each number.
fn face(i: u32) -> Vec<u8> {
    let portrait = image::open(portrait()).unwrap().into_rgb8();
    png(&imageops::resize(&portrait, 300 + 20 * i, 300 + 20 * i, imageops::FilterType::Triangle))
}

fn blank() -> Vec<u8> {
    png(&RgbImage::from_pixel(64, 48, Rgb([120; 3])))
}

/// Runs it where no other program can be found.
fn without_ffmpeg(room: &Room, args: &[&str]) -> Done {
    let nowhere = room.path("nowhere");
    std::fs::create_dir_all(&nowhere).unwrap();
    let done = room.command(args).env("PATH", &nowhere).output().unwrap();
    std::fs::remove_dir(&nowhere).unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    Done { code: done.status.code().unwrap(), out: text(done.stdout), err: text(done.stderr) }
}

/// The frames of an animated picture, all of one size, and the milliseconds at which the last ends.
fn film(file: &[u8]) -> (usize, i32) {
    let film = webp::AnimDecoder::new(file).decode().unwrap();
    let frames: Vec<_> = (0..film.len()).map(|i| film.get_frame(i).unwrap()).collect();
    assert!(frames.iter().all(|f| (f.width(), f.height()) == (960, 540)));
    assert!(frames.windows(2).all(|f| f[0].get_image() != f[1].get_image()), "every frame is another picture");
    (frames.len(), frames.last().unwrap().get_time_ms())
}

#[test]
fn frames_of_any_size_make_a_film_without_any_other_program() {
    let room = Room::new();
    for i in [1, 2, 10] {
        room.put(&format!("frames/frame{i}.png"), &face(i));
    }
    room.put("frames/frame3.png", &blank());
    room.put("frames/notes.txt", b"not a frame");
    let done = without_ffmpeg(&room, &["trace", "frames", "-o", "film.webp"]);
    assert!(done.code == 0 && done.err.is_empty(), "{done:?}");
    for said in ["film.webp\n", "4 frames, 10 a second\n", "1 without a face", "All parts", "ms a frame"] {
        assert!(done.out.contains(said), "{said}: {}", done.out);
    }
    assert_eq!(film(&room.read("film.webp")), (4, 400));

    let out = room.ok(&["trace", "frames", "-o", "film.webp", "--raw", "--kind", "eyes", "--fps", "20", "--every", "2", "--style", "ink"]);
    assert!(out.contains("2 frames, 10 a second"), "{out}");
    assert_eq!(film(&room.read("film.webp")), (2, 200));
    let out = room.ok(&["trace", "frames", "-o", "film.webp", "--max-frames", "1"]);
    assert!(out.contains("1 frames") && out.contains("there are more"), "{out}");
    assert_eq!(room.names("."), ["film.webp", "frames"], "nothing else is left behind");
}

#[test]
fn one_bad_frame_does_not_cost_the_others() {
    let room = Room::new();
    room.put("frames/1.png", &face(1));
    room.put("frames/2.png", b"no picture at all");
    let done = room.run(&["trace", "frames", "-o", "film.webp"]);
    assert_eq!(done.code, 1, "{done:?}");
    assert!(done.err.contains("2.png: ") && done.out.contains("1 that cannot be read"), "{done:?}");
    assert_eq!(film(&room.read("film.webp")).0, 2);
}

#[test]
fn each_wrong_wish_has_its_answer_and_leaves_nothing() {
    let room = Room::new();
    room.put("blank/1.png", &blank());
    room.put("broken/1.png", b"no picture at all");
    room.put("letters/dear.txt", b"Dear");
    room.put("frames/1.webp", b"any");
    room.put("selfie.png", &blank());
    std::fs::create_dir(room.path("folder.webp")).unwrap();
    let before = room.names(".");
    for (args, code, said) in [
        (&["blank", "-o", "new.webp"][..], 1, "no face was found in any of its 1 frames"),
        (&["broken", "-o", "new.webp"], 1, "there is no film"),
        (&["letters", "-o", "new.webp"], 1, "there are no pictures in letters"),
        (&["nowhere", "-o", "new.webp"], 1, "there is no video and no folder nowhere"),
        (&["selfie.png", "-o", "new.webp"], 1, "is a picture"),
        (&["frames", "-o", "frames/1.webp"], 1, "would be overwritten"),
        (&["blank", "-o", "folder.webp"], 1, "is a folder"),
        (&["blank", "-o", "no/where.webp"], 1, "there is no folder no"),
        (&["blank", "-o", "new.gif"], 2, ".mp4, .webm or .webp"),
        (&["blank", "-o", "new"], 2, ".mp4, .webm or .webp"),
        (&["blank", "-o", "new.webp", "--kind", "tail"], 2, "facial-hair"),
        (&["blank", "-o", "new.webp", "--every", "0"], 2, "--every"),
        (&["blank", "-o", "new.webp", "--max-frames", "0"], 2, "--max-frames"),
        (&["blank", "-o", "new.webp", "--fps", "0"], 2, "--fps"),
        (&["blank"], 2, "--output"),
    ] {
        let done = room.run(&[&["trace"], args].concat());
        assert!(done.code == code && done.err.contains(said) && done.out.is_empty(), "{args:?}: {done:?}");
    }
    assert_eq!(room.names("."), before);
    assert_eq!(room.read("frames/1.webp"), b"any");
}

#[test]
fn a_missing_ffmpeg_is_named_with_what_to_do_instead() {
    let room = Room::new();
    room.put("frames/1.png", &face(1));
    room.put("selfie.mp4", b"a video");
    for args in [["trace", "selfie.mp4", "-o", "film.webp"], ["trace", "frames", "-o", "film.mp4"], ["trace", "frames", "-o", "film.webm"]] {
        let done = without_ffmpeg(&room, &args);
        assert!(done.code == 1 && done.err.contains("install it") && done.err.contains(".webp"), "{args:?}: {done:?}");
        assert_eq!(room.names("."), ["frames", "selfie.mp4"]);
    }
}

/// Passes where there is no ffmpeg: then there is nothing to test.
#[test]
fn videos_are_read_and_written_by_ffmpeg_whatever_they_are_called() {
    if std::process::Command::new("ffmpeg").arg("-version").output().is_err() {
        return;
    }
    let room = Room::new();
    for i in 0..4 {
        room.put(&format!("frames/{i}.png"), &face(2));
    }
    let out = room.ok(&["trace", "frames", "-o", "http:film.mp4", "--fps", "5"]);
    assert!(out.contains("4 frames, 5 a second"), "{out}");
    // The film shows a face, small, and is a video like any other.
    let out = room.ok(&["trace", "http:film.mp4", "-o", "again.webm", "--max-frames", "2"]);
    assert!(out.contains("2 frames, 5 a second; there are more"), "{out}");
    assert!(room.read("again.webm").starts_with(&[0x1a, 0x45, 0xdf, 0xa3]));

    room.put("junk.mp4", b"not a video");
    room.put("list.mp4", b"#EXTM3U\n#EXTINF:1,\nhttp:film.mp4\n");
    for name in ["junk.mp4", "list.mp4"] {
        let done = room.run(&["trace", name, "-o", "new.webp"]);
        assert!(done.code == 1 && done.err.contains("ffmpeg finds no video in this file; it said: "), "{done:?}");
    }
    assert_eq!(room.names("."), ["again.webm", "frames", "http:film.mp4", "junk.mp4", "list.mp4"]);
}
