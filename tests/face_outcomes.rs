//! Risk: photos that are not a tidy portrait. Each gets a face or the one answer that fits, never a guess.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};
use selfmoji::face::{DetectOptions, Detection, FaceDetector, FaceError, Keypoint, OtherFaces};
use selfmoji::photo::{Limits, Photo, Point};
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

static DETECTOR: LazyLock<FaceDetector> = LazyLock::new(|| {
    let model = std::fs::read(root().join("models/blazeface/face_detection_short_range.onnx")).unwrap();
    FaceDetector::load(&model).unwrap()
});

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// A portrait of 512x512 pixels, and where its eyes and mouth are, read off by hand.
fn portrait() -> RgbImage {
    let bytes = std::fs::read(root().join("examples/portrait.jpg")).unwrap();
    Photo::decode(&bytes, &Limits::default()).unwrap().into_rgb()
}
const RIGHT_EYE: Point = Point::new(203.0, 107.0);
const LEFT_EYE: Point = Point::new(247.0, 108.0);
const MOUTH: Point = Point::new(223.0, 152.0);

fn detect(picture: &RgbImage) -> Result<Detection, FaceError> {
    DETECTOR.detect(picture, &DetectOptions::default()).map(|faces| faces.main)
}

/// Asserts that the keypoints are where the portrait has them, after `place` moved the portrait into another picture.
fn assert_portrait(found: &Detection, place: impl Fn(Point) -> Point, what: &str) {
    let unit = place(RIGHT_EYE).distance(place(LEFT_EYE));
    for (which, expected) in [(Keypoint::RightEye, RIGHT_EYE), (Keypoint::LeftEye, LEFT_EYE), (Keypoint::Mouth, MOUTH)] {
        let off = found.keypoint(which).distance(place(expected)) / unit;
        assert!(off < 0.25, "{what}: {which:?} is off by {off:.2} eye distances: {found:?}");
    }
}

/// Something busy that is no face.
fn backdrop(width: u32, height: u32) -> RgbImage {
    RgbImage::from_fn(width, height, |x, y| {
        let wave = (x as f32 * 0.02).sin() * 30.0 + (y as f32 * 0.013).cos() * 40.0 + 120.0;
        Rgb([wave as u8, (wave / 2.0) as u8 + 60, 200 - (wave / 2.0) as u8])
    })
}

#[test]
fn a_portrait_is_found_where_it_is() {
    let picture = portrait();
    let found = detect(&picture).unwrap();
    assert_portrait(&found, |p| p, "portrait");
    assert!(found.score > 0.8 && found.yaw().abs() < 0.2 && found.roll().abs() < 0.15, "{found:?}");
}

#[test]
fn small_faces_anywhere_in_a_large_photo_are_found() {
    let (width, height) = (2048, 1536);
    for side in [1400, 900, 600, 400] {
        let small = imageops::resize(&portrait(), side, side, FilterType::Triangle);
        for (x, y) in [(0, 0), (width - side, height - side), ((width - side) / 3, (height - side) / 2)] {
            let mut picture = backdrop(width, height);
            imageops::overlay(&mut picture, &small, i64::from(x), i64::from(y));
            let scale = side as f32 / 512.0;
            let what = format!("{side} px at {x},{y}");
            let found = detect(&picture).unwrap_or_else(|e| panic!("{what}: {e}"));
            assert_portrait(&found, |p| Point::new(p.x * scale + x as f32, p.y * scale + y as f32), &what);
        }
    }
}

#[test]
fn sideways_and_upside_down_selfies_are_found() {
    let picture = portrait();
    type Turn = fn(&RgbImage) -> RgbImage;
    type Place = fn(Point) -> Point;
    let cases: [(f32, Turn, Place); 3] = [
        (90.0, imageops::rotate90, |p| Point::new(512.0 - p.y, p.x)),
        (180.0, imageops::rotate180, |p| Point::new(512.0 - p.x, 512.0 - p.y)),
        (-90.0, imageops::rotate270, |p| Point::new(p.y, 512.0 - p.x)),
    ];
    for (degrees, turn, place) in cases {
        let found = detect(&turn(&picture)).unwrap_or_else(|e| panic!("turned by {degrees}: {e}"));
        assert_portrait(&found, place, &format!("turned by {degrees}"));
        let off = (found.roll().to_degrees() - degrees + 540.0).rem_euclid(360.0) - 180.0;
        assert!(off.abs() < 10.0, "turned by {degrees}, roll {}", found.roll().to_degrees());
    }
}

#[test]
fn pictures_without_a_face_say_so() {
    let noise = RgbImage::from_fn(300, 200, |x, y| Rgb([x, y, x ^ y].map(|v| (v.wrapping_mul(2_654_435_761) >> 24) as u8)));
    for (what, picture) in [
        ("black", RgbImage::new(640, 480)),
        ("a backdrop", backdrop(1200, 900)),
        ("noise", noise),
        ("one pixel", RgbImage::new(1, 1)),
        ("nothing", RgbImage::new(0, 0)),
        ("a sliver", RgbImage::new(3000, 2)),
    ] {
        assert_eq!(detect(&picture), Err(FaceError::NoFace), "{what}");
    }
}

#[test]
fn two_faces_are_one_and_another_or_a_refusal() {
    let face = portrait();
    let mut picture = RgbImage::new(1024, 512);
    imageops::overlay(&mut picture, &face, 0, 0);
    imageops::overlay(&mut picture, &imageops::resize(&face, 400, 400, FilterType::Triangle), 560, 60);
    let faces = DETECTOR.detect(&picture, &DetectOptions::default()).unwrap();
    assert_portrait(&faces.main, |p| p, "the larger one");
    assert_eq!(faces.others.len(), 1, "{faces:?}");
    assert!(faces.others[0].face.width < faces.main.face.width && faces.others[0].face.x > 560.0);

    let strict = DetectOptions { other_faces: OtherFaces::Refuse, ..DetectOptions::default() };
    let Err(FaceError::SeveralFaces { faces: all }) = DETECTOR.detect(&picture, &strict) else { panic!("not refused") };
    assert_eq!((all.len(), all[0]), (2, faces.main));
    let only_twins = DetectOptions { similar_size: 0.95, ..strict };
    assert!(DETECTOR.detect(&picture, &only_twins).is_ok(), "a much smaller face does not count");
}

#[test]
fn too_small_and_turned_faces_are_named() {
    let mut picture = backdrop(640, 480);
    imageops::overlay(&mut picture, &imageops::resize(&portrait(), 150, 150, FilterType::Triangle), 200, 100);
    let error = detect(&picture).unwrap_err();
    let FaceError::TooSmall { eye_distance, .. } = error else { panic!("{error:?}") };
    assert!((10.0..16.0).contains(&eye_distance));
    assert!(error.to_string().contains("come closer"), "{error}");

    let strict = DetectOptions { max_yaw: 0.0, ..DetectOptions::default() };
    let error = DETECTOR.detect(&portrait(), &strict).unwrap_err();
    let FaceError::TurnedTooFar { yaw, .. } = error else { panic!("{error:?}") };
    let side = if yaw > 0.0 { "right" } else { "left" };
    assert!(error.to_string().contains(side), "{error}");
}

#[test]
fn other_models_are_refused_at_load() {
    for bytes in [&b""[..], b"not a model", &[0x08; 100]] {
        assert!(matches!(FaceDetector::load(bytes), Err(FaceError::Model { .. })));
    }
}

#[test]
fn one_detector_serves_many_threads() {
    fn shareable<T: Send + Sync>(_: &T) {}
    shareable(&*DETECTOR);
    let picture = portrait();
    let first = detect(&picture).unwrap();
    std::thread::scope(|scope| {
        for thread in [(); 3].map(|()| scope.spawn(|| detect(&picture).unwrap())) {
            assert_eq!(thread.join().unwrap(), first);
        }
    });
}

#[test]
fn a_detection_survives_json() {
    let found = detect(&portrait()).unwrap();
    let json = serde_json::to_value(found).unwrap();
    assert!(json["box"]["width"].is_number() && json["keypoints"][5]["x"].is_number(), "{json}");
    assert_eq!(serde_json::from_value::<Detection>(json).unwrap(), found);
}

/// Frontal portraits of many people: nearly all must be found, where another detector (YuNet) sees them, and pass as frontal.
#[test]
fn portraits_of_many_people_are_found() {
    let folder = root().join("../shared/faces");
    let Ok(index) = std::fs::read_to_string(folder.join("index.csv")) else {
        println!("skipped: {} is not there", folder.display());
        return;
    };
    let (mut seen, mut found, mut missed) = (0, 0, Vec::<PathBuf>::new());
    for line in index.lines().skip(1).step_by(41) {
        let columns: Vec<&str> = line.split(',').collect();
        let number = |i: usize| columns[i].parse::<f32>().unwrap();
        let (right, left) = (Point::new(number(8), number(9)), Point::new(number(10), number(11)));
        let path = folder.join(columns[0]);
        let photo = Photo::decode(&std::fs::read(&path).unwrap(), &Limits::default()).unwrap();
        seen += 1;
        match detect(photo.rgb()) {
            Ok(face) if face.keypoint(Keypoint::RightEye).distance(right) < 0.4 * right.distance(left) => found += 1,
            _ => missed.push(path),
        }
    }
    println!("{found} of {seen}; missed: {missed:?}");
    assert!(found * 100 >= seen * 98, "{found} of {seen}; missed: {missed:?}");
}
