//! Risk: bytes from anywhere. Whatever they are, decoding answers with a typed error or a picture, quickly and within its memory.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

use image::{DynamicImage, ExtendedColorType, GrayImage, ImageEncoder, ImageFormat, Luma, Rgb, RgbImage, Rgba, RgbaImage};
use selfmoji::photo::{Limits, Photo, PhotoError, PhotoFormat};
use std::io::Cursor;
use std::time::{Duration, Instant};

fn encode(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut bytes = Cursor::new(Vec::new());
    picture.write_to(&mut bytes, format).unwrap();
    bytes.into_inner()
}

fn gradient(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| Rgb([(x * 2) as u8, (y * 3) as u8, 90])).into()
}

fn decode(bytes: &[u8]) -> Result<Photo, PhotoError> {
    Photo::decode(bytes, &Limits::default())
}

fn fixture(name: &str) -> Vec<u8> {
    std::fs::read(format!("{}/tests/fixtures/photos/{name}", env!("CARGO_MANIFEST_DIR"))).unwrap()
}

/// Overwrites the size in a JPEG's frame header.
fn jpeg_claiming(width: u16, height: u16) -> Vec<u8> {
    let mut bytes = encode(&gradient(96, 72), ImageFormat::Jpeg);
    let at = bytes.windows(2).position(|w| w == [0xFF, 0xC0]).unwrap();
    bytes[at + 5..at + 7].copy_from_slice(&height.to_be_bytes());
    bytes[at + 7..at + 9].copy_from_slice(&width.to_be_bytes());
    bytes
}

/// Overwrites the size in a PNG's header, with a checksum that agrees.
fn png_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = encode(&gradient(96, 72), ImageFormat::Png);
    bytes[16..20].copy_from_slice(&width.to_be_bytes());
    bytes[20..24].copy_from_slice(&height.to_be_bytes());
    let crc = crc32(&bytes[12..29]);
    bytes[29..33].copy_from_slice(&crc.to_be_bytes());
    bytes
}

fn crc32(bytes: &[u8]) -> u32 {
    !bytes.iter().fold(!0_u32, |crc, &b| (0..8).fold(crc ^ u32::from(b), |c, _| if c & 1 == 1 { (c >> 1) ^ 0xEDB8_8320 } else { c >> 1 }))
}

/// Overwrites the canvas size in an extended WebP's header.
fn webp_claiming(width: u32, height: u32) -> Vec<u8> {
    let mut bytes = fixture("animated.webp");
    bytes[24..27].copy_from_slice(&(width - 1).to_le_bytes()[..3]);
    bytes[27..30].copy_from_slice(&(height - 1).to_le_bytes()[..3]);
    bytes
}

/// A canvas of 96x72 around a picture that claims 16383x16383, or around metadata that claims 4 gigabytes.
fn webp_lying(inner_size: bool) -> Vec<u8> {
    let mut picture = fixture("lossy.webp")[12..].to_vec();
    if inner_size {
        picture[14..18].copy_from_slice(&[0xFF, 0x3F, 0xFF, 0x3F]);
    }
    let mut bytes = b"RIFF\0\0\0\0WEBPVP8X\x0a\0\0\0\x08\0\0\0\x5f\0\0\x47\0\0".to_vec();
    bytes.extend(picture);
    bytes.extend(b"EXIF\xf0\xff\xff\xffII");
    let length = bytes.len() as u32 - 8;
    bytes[4..8].copy_from_slice(&length.to_le_bytes());
    bytes
}

/// A progressive file with one scan header after another, each of which would cost a pass over the picture.
fn scan_bomb() -> Vec<u8> {
    let mut bytes = vec![0xFF, 0xD8, 0xFF, 0xC2, 0, 11, 8, 0x1F, 0x40, 0x1F, 0x40, 1, 1, 0x11, 0];
    for _ in 0..100_000 {
        bytes.extend([0xFF, 0xDA, 0, 8, 1, 1, 0, 1, 1, 0x10, 0x7F, 0xFF, 0x00]);
    }
    bytes
}

#[test]
fn each_kind_of_bad_photo_has_its_answer() {
    type Check = fn(&PhotoError) -> bool;
    let too_large: Check = |e| matches!(e, PhotoError::TooLarge { .. });
    let too_small: Check = |e| matches!(e, PhotoError::TooSmall { .. });
    let damaged: Check = |e| matches!(e, PhotoError::Damaged { .. });
    let half = |bytes: Vec<u8>| bytes[..bytes.len() / 2].to_vec();
    let cases: Vec<(&str, Vec<u8>, Check)> = vec![
        ("nothing", vec![], |e| *e == PhotoError::Empty),
        ("one byte", vec![0xFF], |e| *e == PhotoError::NotAPicture),
        ("text", b"<svg xmlns='http://www.w3.org/2000/svg'/>".to_vec(), |e| *e == PhotoError::NotAPicture),
        ("GIF", b"GIF89a\x01\0\x01\0".to_vec(), |e| matches!(e, PhotoError::UnsupportedFormat { name: "GIF" })),
        ("HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic".to_vec(), |e| matches!(e, PhotoError::UnsupportedFormat { name: "HEIC" })),
        ("JPEG start only", vec![0xFF, 0xD8, 0xFF], damaged),
        ("PNG start only", b"\x89PNG\r\n\x1a\n".to_vec(), damaged),
        ("WebP start only", b"RIFF\x04\0\0\0WEBP".to_vec(), damaged),
        ("half a JPEG", half(encode(&gradient(400, 300), ImageFormat::Jpeg)), damaged),
        ("half a PNG", half(encode(&gradient(400, 300), ImageFormat::Png)), damaged),
        ("half a WebP", half(fixture("lossy.webp")), damaged),
        ("1x1 JPEG", encode(&gradient(1, 1), ImageFormat::Jpeg), too_small),
        ("1x1 PNG", encode(&gradient(1, 1), ImageFormat::Png), too_small),
        ("1x1 WebP", encode(&gradient(1, 1), ImageFormat::WebP), too_small),
        ("65535x1 JPEG", jpeg_claiming(65535, 1), too_large),
        ("0x0 JPEG", jpeg_claiming(0, 0), too_small),
        ("65535x1 PNG", png_claiming(65535, 1), too_large),
        ("JPEG of 4 gigapixels", jpeg_claiming(65535, 65535), too_large),
        ("PNG of 4 exapixels", png_claiming(0x7FFF_FFFF, 0x7FFF_FFFF), too_large),
        ("WebP of 268 megapixels", webp_claiming(16384, 16384), |e| matches!(e, PhotoError::TooLarge { .. } | PhotoError::Damaged { .. })),
        ("WebP canvas smaller than its picture", webp_lying(true), damaged),
        ("JPEG of 60 megapixels and no data", jpeg_claiming(10_000, 6_000), damaged),
        ("PNG of 50 megapixels and no data", png_claiming(8_000, 6_000), damaged),
        ("100,000 scans", scan_bomb(), damaged),
    ];
    for (name, bytes, expected) in cases {
        let start = Instant::now();
        let error = decode(&bytes).err().unwrap_or_else(|| panic!("{name}: decoded"));
        assert!(expected(&error), "{name}: {error:?}");
        assert!(error.to_string().len() > 30, "{name}: the message says too little: {error}");
        assert!(start.elapsed() < Duration::from_secs(5), "{name} took {:?}", start.elapsed());
    }
}

#[test]
fn metadata_that_lies_about_its_length_does_not_spoil_a_photo() {
    let answer = decode(&webp_lying(false));
    assert!(matches!(answer, Ok(_) | Err(PhotoError::Damaged { .. })), "{answer:?}");
}

#[test]
fn a_small_file_that_unpacks_to_much_is_refused_by_its_header() {
    let mut bytes = Vec::new();
    let black = vec![0_u8; 8000 * 7900];
    image::codecs::png::PngEncoder::new(&mut bytes).write_image(&black, 8000, 7900, ExtendedColorType::L8).unwrap();
    assert!(bytes.len() < 1 << 20);
    assert!(matches!(decode(&bytes), Err(PhotoError::TooMuchMemory { .. })));
}

#[test]
fn limits_are_the_callers() {
    let bytes = encode(&gradient(96, 72), ImageFormat::Png);
    let limits = Limits::default();
    assert!(matches!(Photo::decode(&bytes, &Limits { max_bytes: 10, ..limits }), Err(PhotoError::TooManyBytes { max: 10, .. })));
    assert!(matches!(Photo::decode(&bytes, &Limits { max_pixels: 6911, ..limits }), Err(PhotoError::TooLarge { .. })));
    assert!(matches!(Photo::decode(&bytes, &Limits { min_side: 73, ..limits }), Err(PhotoError::TooSmall { .. })));
    let small = Photo::decode(&bytes, &Limits { working_side: 40, ..limits }).unwrap();
    assert_eq!((small.size(), small.original_size()), ((32, 24), (96, 72)));
    for format in [ImageFormat::Jpeg, ImageFormat::Png, ImageFormat::WebP] {
        let bytes = encode(&gradient(4000, 100), format);
        let size = Photo::decode(&bytes, &limits).unwrap().size();
        assert_eq!(size, (2000, 50), "{format:?}");
    }
}

#[test]
fn a_50_megapixel_photo_passes_the_defaults() {
    let picture = GrayImage::from_fn(8160, 6120, |x, y| Luma([(x / 40 + y / 60) as u8]));
    let photo = decode(&encode(&picture.into(), ImageFormat::Jpeg)).unwrap();
    assert_eq!((photo.size(), photo.original_size()), ((2040, 1530), (8160, 6120)));
    assert!((photo.scale() - 0.25).abs() < 1e-6);
    for (x, y) in [(4, 4), (1000, 700), (2035, 1525)] {
        let original = photo.to_original(selfmoji::photo::Point::new(x as f32 + 0.5, y as f32 + 0.5));
        let expected = original.x / 40.0 + original.y / 60.0;
        let found = f32::from(photo.rgb().get_pixel(x, y).0[0]);
        assert!((found - expected % 256.0).abs() < 4.0, "{x},{y}: {found} is not {expected}");
    }
}

#[test]
fn every_colour_type_becomes_rgb() {
    let plain = gradient(96, 72);
    let mut cases: Vec<(String, Vec<u8>, [u8; 3])> = Vec::new();
    // The pixel (60, 40) of the gradient.
    let colour = [120, 120, 90];
    for name in ["progressive.jpg", "subsampled.jpg", "cmyk.jpg", "palette.png", "lossy.webp", "animated.webp"] {
        cases.push((name.into(), fixture(name), colour));
    }
    for (name, picture) in [
        ("16-bit", DynamicImage::ImageRgb16(plain.to_rgb16())),
        ("alpha", DynamicImage::ImageRgba8(plain.to_rgba8())),
        ("16-bit alpha", DynamicImage::ImageRgba16(plain.to_rgba16())),
    ] {
        cases.push((name.into(), encode(&picture, ImageFormat::Png), colour));
    }
    cases.push(("lossless WebP".into(), encode(&plain, ImageFormat::WebP), colour));
    let grey = DynamicImage::ImageLuma8(GrayImage::from_pixel(96, 72, Luma([77])));
    for format in [ImageFormat::Png, ImageFormat::Jpeg] {
        cases.push((format!("grey {format:?}"), encode(&grey, format), [77; 3]));
    }
    let clear = DynamicImage::ImageRgba8(RgbaImage::from_pixel(96, 72, Rgba([0, 100, 200, 51])));
    cases.push(("a fifth opaque".into(), encode(&clear, ImageFormat::Png), [204, 224, 244]));
    for (name, bytes, expected) in cases {
        let photo = decode(&bytes).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(photo.size(), (96, 72), "{name}");
        let found = photo.rgb().get_pixel(60, 40).0;
        assert!(found.iter().zip(expected).all(|(a, b)| a.abs_diff(b) <= 8), "{name}: {found:?} is not {expected:?}");
    }
}

#[test]
fn camera_frames_are_checked_and_turned() {
    let (width, height, stride) = (40_u32, 34_u32, 40 * 4 + 12);
    let mut pixels = vec![0_u8; stride * height as usize];
    pixels[..4].copy_from_slice(&[250, 10, 20, 255]);
    let limits = Limits::default();
    let take = |len: usize, stride| Photo::from_rgba(&pixels[..len], width, height, stride, &limits);
    let photo = take(pixels.len() - 12, stride).unwrap();
    assert_eq!(photo.rgb().get_pixel(0, 0).0, [250, 10, 20]);
    assert_eq!(photo.rgb().get_pixel(1, 0).0, [255; 3], "transparent is white");
    for (turns, size, corner) in
        [(0, (40, 34), (0, 0)), (1, (34, 40), (33, 0)), (2, (40, 34), (39, 33)), (3, (34, 40), (0, 39)), (4, (40, 34), (0, 0))]
    {
        let turned = photo.clone().turned(turns);
        assert_eq!((turned.size(), turned.original_size()), (size, size));
        assert_eq!(turned.rgb().get_pixel(corner.0, corner.1).0, [250, 10, 20], "{turns} quarter turns");
    }
    for (len, stride) in [(pixels.len() - 13, stride), (pixels.len(), 159), (pixels.len(), usize::MAX), (0, stride)] {
        assert!(matches!(take(len, stride), Err(PhotoError::Buffer { .. })), "{len} bytes, stride {stride}");
    }
    assert!(matches!(Photo::from_rgba(&[], u32::MAX, u32::MAX, 4, &limits), Err(PhotoError::TooLarge { .. })));
    assert!(matches!(Photo::from_rgba(&[], 0, 0, 0, &limits), Err(PhotoError::TooSmall { .. })));
}

/// Every file cut at every length, and with bytes changed at random places: any answer will do but a panic or a long wait.
#[test]
fn cut_and_changed_files_never_panic() {
    let mut seeds: Vec<(PhotoFormat, Vec<u8>)> = vec![
        (PhotoFormat::Jpeg, encode(&gradient(50, 40), ImageFormat::Jpeg)),
        (PhotoFormat::Png, encode(&gradient(50, 40), ImageFormat::Png)),
        (PhotoFormat::WebP, encode(&gradient(50, 40), ImageFormat::WebP)),
    ];
    for name in ["progressive.jpg", "subsampled.jpg", "cmyk.jpg"] {
        seeds.push((PhotoFormat::Jpeg, fixture(name)));
    }
    seeds.push((PhotoFormat::Png, fixture("palette.png")));
    seeds.push((PhotoFormat::WebP, fixture("lossy.webp")));
    seeds.push((PhotoFormat::WebP, fixture("animated.webp")));
    // Small limits keep this test short; the files are smaller still.
    let limits = Limits { max_pixels: 1 << 20, max_memory: 16 << 20, working_side: 64, ..Limits::default() };
    // More rounds by hand: SELFMOJI_MUTATIONS=100000 cargo test --release --test bad_photos
    let rounds = std::env::var("SELFMOJI_MUTATIONS").ok().and_then(|v| v.parse().ok()).unwrap_or(400);
    let mut state = 0x2545_F491_4F6C_DD1D_u64;
    let mut random = |below: usize| {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        (state >> 16) as usize % below
    };
    for (format, seed) in &seeds {
        for length in (0..seed.len()).step_by(seed.len().div_ceil(200)) {
            let _ = Photo::decode(&seed[..length], &limits);
        }
        for _ in 0..rounds {
            let mut bytes = seed.clone();
            for _ in 0..=random(6) {
                // Headers decide most: half of the changes go there.
                let most = if random(2) == 0 { bytes.len().min(200) } else { bytes.len() };
                bytes[random(most)] = [0, 1, 0xFF, 0x7F, random(256) as u8][random(5)];
            }
            let start = Instant::now();
            let _ = Photo::decode(&bytes, &limits);
            assert!(start.elapsed() < Duration::from_secs(5), "{format} took {:?}: {bytes:02x?}", start.elapsed());
        }
    }
}
