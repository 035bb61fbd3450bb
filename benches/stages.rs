//! What every stage costs, from a photo's bytes to a picture's.
//!
//!     cargo bench --bench stages              # all of them
//!     cargo bench --bench stages -- whole     # those whose name has "whole" in it

use criterion::{Criterion, criterion_group, criterion_main};
use image::codecs::jpeg::JpegEncoder;
use image::imageops::{self, FilterType};
use image::{Rgb, RgbImage};
use selfmoji::colour;
use selfmoji::embed::Seen;
use selfmoji::face::{DetectOptions, FaceDetector};
use selfmoji::frame::CanonicalFrame;
use selfmoji::kind::Kind;
use selfmoji::matching::Library;
use selfmoji::pack::Pack;
use selfmoji::parse::FaceParser;
use selfmoji::parts::{Crop, View};
use selfmoji::photo::{Limits, Photo};
use selfmoji::picture;
use selfmoji::studio::{Studio, Style};
use std::hint::black_box;
use std::ops::ControlFlow;

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

fn selfie() -> Vec<u8> {
    read("examples/portrait.jpg")
}

fn decoded(bytes: &[u8]) -> Photo {
    Photo::decode(bytes, &Limits::default()).expect("a photo")
}

fn phone() -> Vec<u8> {
    phone_photo(decoded(&selfie()).rgb())
}

fn studio() -> (Studio, Style) {
    let studio = Studio::bundled().expect("the models that ship");
    let style = studio.style(Pack::classic().expect("the pack that ships")).expect("its embeddings");
    (studio, style)
}

fn loading(c: &mut Criterion) {
    let detector = read("models/blazeface/face_detection_short_range.onnx");
    let parser = read("models/bisenet/face_parser.onnx");
    c.bench_function("load the face detector", |b| b.iter(|| FaceDetector::load(black_box(&detector))));
    c.bench_function("load the face parser", |b| b.iter(|| FaceParser::load(black_box(&parser))));
    c.bench_function("load all models", |b| b.iter(Studio::bundled));
    c.bench_function("load the classic pack", |b| b.iter(Pack::classic));
    c.bench_function("load everything", |b| b.iter(studio));
    let (studio, style) = studio();
    let mut group = c.benchmark_group("slow");
    group.sample_size(10);
    group.bench_function("embed every part of the pack", |b| {
        b.iter(|| Library::build(style.pack(), studio.extractor(), &mut |_, _| ControlFlow::Continue(())))
    });
}

fn photo_and_face(c: &mut Criterion) {
    let (limits, options) = (Limits::default(), DetectOptions::default());
    let detector = FaceDetector::load(&read("models/blazeface/face_detection_short_range.onnx")).expect("the model that ships");
    for (name, bytes) in [("512x512", selfie()), ("4000x3000", phone())] {
        c.bench_function(&format!("decode JPEG {name}"), |b| b.iter(|| Photo::decode(black_box(&bytes), &limits)));
        let photo = decoded(&bytes);
        c.bench_function(&format!("find the face in {name}"), |b| b.iter(|| detector.detect(black_box(photo.rgb()), &options)));
        let face = detector.detect(photo.rgb(), &options).expect("a face").main;
        c.bench_function(&format!("cut a frame of 256 from {name}"), |b| b.iter(|| CanonicalFrame::cut(black_box(photo.rgb()), &face, 256)));
    }
    let empty = RgbImage::from_fn(2048, 1536, |x, y| Rgb([(x / 8) as u8, (y / 6) as u8, 99]));
    c.bench_function("find no face in 2048x1536", |b| b.iter(|| detector.detect(black_box(&empty), &options)));
}

fn reading(c: &mut Criterion) {
    let (studio, style) = studio();
    let parser = FaceParser::load(&read("models/bisenet/face_parser.onnx")).expect("the model that ships");
    let photo = decoded(&selfie());
    let reading = studio.read(&photo).expect("a face");
    c.bench_function("parse a frame", |b| b.iter(|| parser.parse(black_box(&reading.frame))));
    c.bench_function("cut all crops", |b| b.iter(|| View::ALL.map(|view| Crop::cut(black_box(&reading.map), view))));
    let crops = View::ALL.map(|view| Crop::cut(&reading.map, view));
    c.bench_function("embed all crops", |b| {
        b.iter(|| crops.iter().map(|crop| studio.extractor().embed(crop.view, Seen { crop, picture: None })).collect::<Vec<_>>());
    });
    c.bench_function("measure colours", |b| b.iter(|| colour::measure(black_box(&reading.frame), &reading.map)));
    c.bench_function("rank all kinds", |b| b.iter(|| Kind::SEEN.map(|kind| black_box(&reading).ranking(&style, kind))));
    c.bench_function("choose an avatar", |b| b.iter(|| black_box(&reading).avatar(&style)));
}

fn drawing(c: &mut Criterion) {
    let (studio, style) = studio();
    let recipe = studio.create(&selfie(), &style).expect("an avatar").recipe;
    c.bench_function("compose the SVG", |b| b.iter(|| style.svg(black_box(&recipe), 512)));
    for size in [128, 256, 512] {
        let svg = style.svg(&recipe, size).expect("an SVG");
        c.bench_function(&format!("render {size}x{size}"), |b| b.iter(|| picture::render(black_box(&svg), size)));
        c.bench_function(&format!("render {size}x{size} to PNG"), |b| b.iter(|| picture::png(black_box(&svg), size)));
    }
}

fn whole(c: &mut Criterion) {
    let (studio, style) = studio();
    let draw = |recipe| picture::png(&style.svg(&recipe, 512)?, 512).map_err(Box::<dyn std::error::Error>::from);
    let phone = phone();
    for (name, bytes) in [("512x512", &selfie()), ("4000x3000", &phone)] {
        c.bench_function(&format!("whole way, {name} JPEG to 512x512 PNG"), |b| {
            b.iter(|| draw(studio.create(black_box(bytes), &style).expect("an avatar").recipe));
        });
    }
    let photo = decoded(&phone);
    c.bench_function("whole way after decoding 4000x3000", |b| {
        b.iter(|| draw(studio.read(black_box(&photo)).expect("a face").avatar(&style).recipe));
    });
    c.bench_function("read a decoded photo", |b| b.iter(|| studio.read(black_box(&photo))));
}

criterion_group!(benches, loading, photo_and_face, reading, drawing, whole);
criterion_main!(benches);
