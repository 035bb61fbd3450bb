//! Makes a test film from one photo: the frames that a shaking hand and changing light would give of a face that does not move.
//!
//! `cargo run --example shake -- PHOTO FOLDER [--frames 60]` writes FOLDER/frame0.jpg and so on, to be looked at with `selfmoji trace FOLDER -o film.webp`.
//! The same photo always gives the same frames. They are meant for 10 to 30 frames a second.

use image::codecs::jpeg::JpegEncoder;
use image::{Rgb, RgbImage};
use selfmoji::photo::{Limits, Photo, Point, Similarity};
use std::f64::consts::TAU;
use std::path::Path;

const USAGE: &str = "usage: shake PHOTO FOLDER [--frames N]";
/// Longest side of a frame, in pixels: that of a phone's front camera while it films.
const LONGEST: u32 = 1280;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let (photo, folder, frames) = match args.as_slice() {
        [photo, folder] => (photo, folder, 60),
        [photo, folder, flag, frames] if flag == "--frames" => (photo, folder, frames.parse::<u32>()?),
        _ => return Err(USAGE.into()),
    };
    let limits = Limits { working_side: LONGEST, ..Limits::default() };
    let photo = Photo::decode(&std::fs::read(photo)?, &limits)?.into_rgb();
    std::fs::create_dir_all(folder)?;
    for i in 0..frames {
        let mut jpeg = Vec::new();
        JpegEncoder::new_with_quality(&mut jpeg, 88).encode_image(&frame(&photo, i))?;
        std::fs::write(Path::new(folder).join(format!("frame{i}.jpg")), jpeg)?;
    }
    Ok(())
}

/// A value that wanders between -1 and 1 from frame to frame: three slow waves, a hand's tremor, and a little that no frame shares with the next.
fn wander(what: u32, frame: u32) -> f64 {
    let wave = |i: u32, period: f64| (TAU * (f64::from(frame) / period + random(what * 7 + i))).sin();
    0.4 * wave(0, 67.0) + 0.3 * wave(1, 31.0) + 0.15 * wave(2, 13.0) + 0.1 * wave(3, 4.3) + 0.1 * (random(what * 7919 + frame * 104_729) - 0.5)
}

/// 0 to 1, the same for the same number (the finaliser of MurmurHash3).
fn random(number: u32) -> f64 {
    let mut n = number.wrapping_add(0x9e37_79b9);
    n = (n ^ (n >> 16)).wrapping_mul(0x85eb_ca6b);
    n = (n ^ (n >> 13)).wrapping_mul(0xc2b2_ae35);
    f64::from(n ^ (n >> 16)) / f64::from(u32::MAX)
}

fn frame(photo: &RgbImage, i: u32) -> RgbImage {
    let (width, height) = (f64::from(photo.width()), f64::from(photo.height()));
    let size = width.min(height);
    // Up to 5 % of the picture to each side, 8 % nearer or further, 7 degrees of turn; nearer on the whole, so that few edges show.
    let scale = (1.06 + 0.08 * wander(3, i)).recip();
    let (sin, cos) = (0.12 * wander(4, i)).sin_cos();
    let (a, b) = (scale * cos, scale * sin);
    let (dx, dy) = (0.05 * size * wander(1, i), 0.05 * size * wander(2, i));
    let (x, y) = (width / 2.0, height / 2.0);
    let to_photo = Similarity { a, b, tx: x - a * x + b * y + dx, ty: y - b * x - a * y + dy };
    let light = 1.0 + 0.25 * wander(5, i);
    let warmth = 0.1 * wander(6, i);
    let gains = [light * (1.0 + warmth), light, light * (1.0 - warmth)];
    let mut seed = i.wrapping_mul(0x0100_0193);
    let mut noise = || {
        seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        f64::from(seed >> 16) / 65_536.0 - 0.5
    };
    let moved = RgbImage::from_fn(photo.width(), photo.height(), |x, y| {
        let at = to_photo.apply(Point::new(x as f32 + 0.5, y as f32 + 0.5));
        let seen = bilinear(photo, at);
        Rgb([0, 1, 2].map(|c| (seen[c] * gains[c] + 10.0 * noise()).round().clamp(0.0, 255.0) as u8))
    });
    image::imageops::fast_blur(&moved, (0.5 + 0.5 * wander(7, i)).max(0.05) as f32)
}

/// The photo's colour at a place; beyond its edges that of the nearest pixel.
fn bilinear(photo: &RgbImage, at: Point) -> [f64; 3] {
    let (x, y) = (f64::from(at.x) - 0.5, f64::from(at.y) - 0.5);
    let (left, top) = (x.floor(), y.floor());
    let pixel = |x: f64, y: f64| {
        let within = |v: f64, most: u32| v.clamp(0.0, f64::from(most - 1)) as u32;
        photo.get_pixel(within(x, photo.width()), within(y, photo.height())).0.map(f64::from)
    };
    let corners = [pixel(left, top), pixel(left + 1.0, top), pixel(left, top + 1.0), pixel(left + 1.0, top + 1.0)];
    let (fx, fy) = (x - left, y - top);
    let shares = [(1.0 - fx) * (1.0 - fy), fx * (1.0 - fy), (1.0 - fx) * fy, fx * fy];
    [0, 1, 2].map(|c| corners.iter().zip(shares).map(|(corner, share)| corner[c] * share).sum())
}
