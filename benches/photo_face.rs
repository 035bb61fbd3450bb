//! What the first rooms cost: decoding a phone photo, finding the face, cutting the frame.
//!
//!     cargo bench --bench photo_face

use criterion::{Criterion, criterion_group, criterion_main};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};
use selfmoji::face::{DetectOptions, FaceDetector};
use selfmoji::frame::CanonicalFrame;
use selfmoji::photo::{Limits, Photo};
use std::hint::black_box;

fn read(path: &str) -> Vec<u8> {
    std::fs::read(format!("{}/{path}", env!("CARGO_MANIFEST_DIR"))).expect("a file of the repository")
}

/// The portrait in the middle of 4000x3000 pixels, with a sensor's noise so that it compresses like a photo.
fn phone_photo(portrait: &RgbImage) -> Vec<u8> {
    let mut canvas = RgbImage::from_pixel(4000, 3000, Rgb([90, 110, 130]));
    imageops::overlay(&mut canvas, &imageops::resize(portrait, 3000, 3000, FilterType::Triangle), 500, 0);
    let mut state = 1_u32;
    for value in canvas.iter_mut() {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        *value = value.saturating_add((state >> 29) as u8);
    }
    let mut bytes = Vec::new();
    JpegEncoder::new_with_quality(&mut bytes, 90).encode_image(&canvas).expect("an encodable picture");
    bytes
}

fn rooms(c: &mut Criterion) {
    let limits = Limits::default();
    let options = DetectOptions::default();
    let selfie = read("examples/portrait.jpg");
    let phone = phone_photo(Photo::decode(&selfie, &limits).expect("a portrait").rgb());
    c.bench_function("load the face detector", |b| {
        let model = read("models/blazeface/face_detection_short_range.onnx");
        b.iter(|| FaceDetector::load(black_box(&model)));
    });
    let detector = FaceDetector::load(&read("models/blazeface/face_detection_short_range.onnx")).expect("the model that ships");
    for (name, bytes) in [("512x512", &selfie), ("4000x3000", &phone)] {
        c.bench_function(&format!("decode JPEG {name}"), |b| b.iter(|| Photo::decode(black_box(bytes), &limits)));
        let photo = Photo::decode(bytes, &limits).expect("a photo");
        c.bench_function(&format!("find the face in {name}"), |b| b.iter(|| detector.detect(black_box(photo.rgb()), &options)));
        let face = detector.detect(photo.rgb(), &options).expect("a face").main;
        c.bench_function(&format!("cut a frame of 256 from {name}"), |b| b.iter(|| CanonicalFrame::cut(black_box(photo.rgb()), &face, 256)));
    }
    let empty = RgbImage::from_fn(2048, 1536, |x, y| Rgb([(x / 8) as u8, (y / 6) as u8, 99]));
    c.bench_function("find no face in 2048x1536", |b| b.iter(|| detector.detect(black_box(&empty), &options)));
}

criterion_group!(benches, rooms);
criterion_main!(benches);
