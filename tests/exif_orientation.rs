//! Risk: selfies lie on their side. Phones store the sensor's rows and say in EXIF which way is up.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

use image::codecs::{jpeg::JpegEncoder, png::PngEncoder, webp::WebPEncoder};
use image::{ExtendedColorType, ImageEncoder, Rgb, RgbImage};
use selfmoji::photo::{Limits, Photo};

const WIDTH: u32 = 64;
const HEIGHT: u32 = 48;

/// The four corners of the upright picture: red, green / blue, white.
fn upright(x: u32, y: u32, width: u32, height: u32) -> Rgb<u8> {
    Rgb(match (x < width / 2, y < height / 2) {
        (true, true) => [200, 0, 0],
        (false, true) => [0, 200, 0],
        (true, false) => [0, 0, 200],
        (false, false) => [250, 250, 250],
    })
}

/// The picture as a camera stores it under each orientation: for a stored pixel, the upright pixel that it shows.
/// The EXIF standard words them as "the 0th row is the visual top, the 0th column the visual left side", and so on.
fn stored(orientation: u8) -> RgbImage {
    let (w, h) = if orientation >= 5 { (HEIGHT, WIDTH) } else { (WIDTH, HEIGHT) };
    let (right, bottom) = (WIDTH - 1, HEIGHT - 1);
    RgbImage::from_fn(w, h, |column, row| {
        let (x, y) = match orientation {
            1 => (column, row),
            2 => (right - column, row),
            3 => (right - column, bottom - row),
            4 => (column, bottom - row),
            5 => (row, column),
            6 => (right - row, column),
            7 => (right - row, bottom - column),
            _ => (row, bottom - column),
        };
        upright(x, y, WIDTH, HEIGHT)
    })
}

/// A minimal EXIF block with one entry: orientation.
fn exif(orientation: u8, little_endian: bool) -> Vec<u8> {
    if little_endian {
        vec![b'I', b'I', 42, 0, 8, 0, 0, 0, 1, 0, 0x12, 0x01, 3, 0, 1, 0, 0, 0, orientation, 0, 0, 0, 0, 0, 0, 0]
    } else {
        vec![b'M', b'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, orientation, 0, 0, 0, 0, 0, 0]
    }
}

fn encode(mut encoder: impl ImageEncoder, picture: &RgbImage, exif: Vec<u8>) {
    encoder.set_exif_metadata(exif).unwrap();
    encoder.write_image(picture, picture.width(), picture.height(), ExtendedColorType::Rgb8).unwrap();
}

fn files(orientation: u8, picture: &RgbImage) -> Vec<(&'static str, Vec<u8>)> {
    let mut files = vec![("JPEG", vec![]), ("JPEG, big-endian EXIF", vec![]), ("PNG", vec![]), ("WebP", vec![])];
    encode(JpegEncoder::new_with_quality(&mut files[0].1, 95), picture, exif(orientation, true));
    encode(JpegEncoder::new_with_quality(&mut files[1].1, 95), picture, exif(orientation, false));
    encode(PngEncoder::new(&mut files[2].1), picture, exif(orientation, true));
    encode(WebPEncoder::new_lossless(&mut files[3].1), picture, exif(orientation, true));
    files
}

fn assert_upright(photo: &Photo, what: &str) {
    let (width, height) = photo.size();
    for (x, y) in [(4, 4), (width - 5, 4), (4, height - 5), (width - 5, height - 5)] {
        let (found, expected) = (photo.rgb().get_pixel(x, y).0, upright(x, y, width, height).0);
        assert!(found.iter().zip(expected).all(|(a, b)| a.abs_diff(b) < 40), "{what} at {x},{y}: {found:?} is not {expected:?}");
    }
}

#[test]
fn all_eight_orientations_come_out_upright() {
    for orientation in 1..=8 {
        for (name, bytes) in files(orientation, &stored(orientation)) {
            let photo = Photo::decode(&bytes, &Limits::default()).unwrap();
            let what = format!("{name}, orientation {orientation}");
            assert_eq!((photo.size(), photo.original_size()), ((WIDTH, HEIGHT), (WIDTH, HEIGHT)), "{what}");
            assert_upright(&photo, &what);
        }
    }
}

#[test]
fn reduction_and_orientation_agree_on_the_original_size() {
    let limits = Limits { working_side: 40, min_side: 8, ..Limits::default() };
    for (name, bytes) in files(6, &stored(6)) {
        let photo = Photo::decode(&bytes, &limits).unwrap();
        assert_eq!((photo.size(), photo.original_size()), ((WIDTH / 2, HEIGHT / 2), (WIDTH, HEIGHT)), "{name}");
        assert_upright(&photo, name);
    }
}

#[test]
fn senseless_orientations_are_ignored() {
    for orientation in [0, 9, 255] {
        for (name, bytes) in files(orientation, &stored(1)) {
            let photo = Photo::decode(&bytes, &Limits::default()).unwrap();
            assert_upright(&photo, &format!("{name}, orientation {orientation}"));
        }
    }
}
