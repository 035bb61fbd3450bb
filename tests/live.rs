//! Risk: a live emoji that flickers, freezes, or stays when the person has gone.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use image::{Rgb, RgbImage, imageops};
use selfmoji::face::FaceError;
use selfmoji::kind::Kind;
use selfmoji::live::{Frame, Live, LiveOptions};
use selfmoji::pack::Pack;
use selfmoji::photo::{Limits, Photo};
use selfmoji::studio::{Error, Studio, Style};
use std::sync::LazyLock;
use std::time::Duration;

static STUDIO: LazyLock<(Studio, Style)> = LazyLock::new(|| {
    let studio = Studio::bundled().unwrap();
    let style = studio.style(Pack::classic().unwrap()).unwrap();
    (studio, style)
});

fn portrait() -> RgbImage {
    let bytes = std::fs::read(concat!(env!("CARGO_MANIFEST_DIR"), "/examples/portrait.jpg")).unwrap();
    Photo::decode(&bytes, &Limits::default()).unwrap().into_rgb()
}

/// The portrait moved over a canvas, a little lighter or darker.
fn moved(portrait: &RgbImage, dx: i64, dy: i64, light: i32) -> Photo {
    let mut canvas = RgbImage::from_pixel(900, 600, Rgb([150, 150, 155]));
    imageops::overlay(&mut canvas, portrait, 100 + dx, 44 + dy);
    Photo::from_rgb(imageops::brighten(&canvas, light), &Limits::default()).unwrap()
}

fn empty() -> Photo {
    Photo::from_rgb(RgbImage::from_pixel(320, 240, Rgb([90, 120, 90])), &Limits::default()).unwrap()
}

fn next(live: &mut Live, photo: &Photo) -> Result<Frame, Error> {
    live.next(&STUDIO.0, &STUDIO.1, photo, Duration::from_millis(100))
}

#[test]
fn a_shaken_face_keeps_its_emoji_and_the_same_frames_give_the_same() {
    let portrait = portrait();
    let shaken: Vec<Photo> = (0..12).map(|i| moved(&portrait, [0, 5, -4, 2][i % 4], [3, -3, 0][i % 3], [0, 9, -9][i % 3])).collect();
    let film = || -> Vec<Frame> {
        let mut live = Live::new(LiveOptions::default());
        shaken.iter().map(|photo| next(&mut live, photo).unwrap()).collect()
    };
    let (first, again) = (film(), film());
    assert!(first[0].fresh && first[0].changed.contains(&Kind::Hair) && first[1..].iter().all(|f| !f.fresh));
    let changes: usize = first[1..].iter().map(|f| f.changed.len()).sum();
    assert!(changes <= 2, "{changes} changes");
    for (a, b) in first.iter().zip(&again) {
        assert_eq!((&a.avatar.recipe, &a.avatar.rankings), (&b.avatar.recipe, &b.avatar.rankings));
    }
    assert_eq!(first[0].avatar.recipe, STUDIO.0.read(&shaken[0]).unwrap().avatar(&STUDIO.1).recipe, "the first frame is an ordinary photo");
}

#[test]
fn frames_that_are_the_same_change_nothing_not_even_the_colours_of_what_is_not_worn() {
    let photo = Photo::from_rgb(portrait(), &Limits::default()).unwrap();
    let mut live = Live::new(LiveOptions::default());
    let first = next(&mut live, &photo).unwrap();
    for _ in 0..5 {
        let frame = next(&mut live, &photo).unwrap();
        assert_eq!((frame.changed, frame.recoloured, frame.avatar.recipe), (vec![], vec![], first.avatar.recipe.clone()));
    }
}

#[test]
fn a_face_lost_for_a_moment_keeps_its_emoji_and_then_it_is_said() {
    let face = moved(&portrait(), 0, 0, 0);
    let mut live = Live::new(LiveOptions { patience: 0.35, ..LiveOptions::default() });
    let nothing = next(&mut Live::default(), &empty());
    assert!(matches!(nothing, Err(Error::Face(FaceError::NoFace))), "there is nothing to keep yet");
    let before = next(&mut live, &face).unwrap().avatar.recipe;
    for _ in 0..3 {
        let kept = next(&mut live, &empty()).unwrap();
        assert!(kept.reading.is_none() && kept.changed.is_empty() && kept.avatar.recipe == before);
    }
    let back = next(&mut live, &face).unwrap();
    assert!(!back.fresh && back.reading.is_some(), "it was not gone for long");
    for _ in 0..3 {
        next(&mut live, &empty()).unwrap();
    }
    for _ in 0..2 {
        assert!(matches!(next(&mut live, &empty()), Err(Error::Face(FaceError::NoFace))));
    }
    // A face as small as this one is not looked for in every frame.
    let again = (0..6).find_map(|_| next(&mut live, &face).ok()).unwrap();
    assert!(again.fresh, "whoever comes now may be somebody else");
}

#[test]
fn another_face_another_style_or_a_reset_starts_afresh() {
    let portrait = portrait();
    let (left, right) = (moved(&portrait, -100, 0, 0), moved(&portrait, 288, 0, 0));
    let mut live = Live::new(LiveOptions::default());
    assert!(next(&mut live, &left).unwrap().fresh);
    assert!(!next(&mut live, &left).unwrap().fresh);
    assert!(next(&mut live, &right).unwrap().fresh, "no face jumps that far");
    let ink = STUDIO.0.style(Pack::bundled("ink").unwrap()).unwrap();
    let inked = live.next(&STUDIO.0, &ink, &right, Duration::from_millis(100)).unwrap();
    assert!(!inked.fresh && inked.avatar.recipe.pack == "ink");
    ink.svg(&inked.avatar.recipe, 64).unwrap();
    live.reset();
    assert!(next(&mut live, &right).unwrap().fresh);
}
