//! Risk: people who bring a network of their own. Ordinary BiSeNet exports and ResNet50-class backbones load and are read as they mean it.
//!
//! The tiny networks come from models/training/make_tiny_models.py, which says what they compute.

#![allow(clippy::unwrap_used, reason = "a test fails by panicking")]

use image::{Rgb, RgbImage};
use selfmoji::embed::Seen;
use selfmoji::frame::CanonicalFrame;
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::parse::{Class, FaceParser, ParseError};
use selfmoji::parts::{Crop, View};
use selfmoji::photo::{Limits, Photo, Similarity};
use selfmoji::studio::{Error, ExtractorKind, ModelFiles, Studio};
use std::path::{Path, PathBuf};

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn tiny(name: &str) -> Vec<u8> {
    std::fs::read(root().join("tests/fixtures/models").join(name)).unwrap()
}

/// A frame of four squares: red and green above, blue and grey below.
fn squares(side: u32) -> CanonicalFrame {
    let photo = RgbImage::from_fn(side, side, |x, y| {
        Rgb(match (x < side / 2, y < side / 2) {
            (true, true) => [255, 0, 0],
            (false, true) => [0, 255, 0],
            (true, false) => [0, 0, 255],
            // Near ImageNet's mean, so no channel stands out.
            (false, false) => [124, 116, 104],
        })
    });
    CanonicalFrame::cut_by(&photo, Similarity::scale_then_shift(1.0, 0.0, 0.0), side)
}

#[test]
fn an_ordinary_export_is_read_by_its_first_output() {
    for (name, side, frames) in [("tiny_bisenet19.onnx", 64, [64, 256, 50]), ("tiny_bisenet19_open.onnx", 512, [512, 64, 200])] {
        let parser = FaceParser::load(&tiny(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!(parser.side(), side, "{name}");
        for frame in frames {
            let map = parser.parse(&squares(frame)).unwrap().map;
            assert_eq!(map.side(), frame as usize);
            let at = |x: f32, y: f32| map.at((x * frame as f32) as isize, (y * frame as f32) as isize);
            let found = [at(0.25, 0.25), at(0.75, 0.25), at(0.25, 0.75), at(0.75, 0.75)];
            let expected = [Class::Hair, Class::Skin, Class::Cloth, Class::Background].map(Class::index);
            assert_eq!(found, expected, "{name}, a frame of {frame}");
        }
    }
}

#[test]
fn a_frame_beyond_the_photo_is_background() {
    let parser = FaceParser::load(&tiny("tiny_bisenet19.onnx")).unwrap();
    let photo = RgbImage::from_pixel(64, 64, Rgb([255, 0, 0]));
    let frame = CanonicalFrame::cut_by(&photo, Similarity::scale_then_shift(1.0, 32.0, 0.0), 64);
    let map = parser.parse(&frame).unwrap().map;
    assert_eq!((map.at(20, 32), map.at(50, 32)), (Class::Hair.index(), Class::Background.index()));
}

#[test]
fn networks_that_are_no_face_parser_are_refused_at_load() {
    let detector = std::fs::read(root().join("models/blazeface/face_detection_short_range.onnx")).unwrap();
    let cases = [("nothing", vec![]), ("text", b"not a network".to_vec()), ("a backbone", tiny("tiny_backbone.onnx")), ("a detector", detector)];
    for (name, bytes) in cases {
        let ParseError::Model { detail } = FaceParser::load(&bytes).err().unwrap_or_else(|| panic!("{name}: loaded")) else { panic!("{name}") };
        assert!(!detail.is_empty(), "{name}");
    }
}

/// A folder laid out like `models/`, with one file of one's own.
fn folder_with(name: &str, bytes: &[u8]) -> (tempfile::TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join(name);
    std::fs::create_dir_all(path.parent().unwrap()).unwrap();
    std::fs::write(&path, bytes).unwrap();
    let root = folder.path().to_owned();
    (folder, root)
}

fn portrait() -> Photo {
    Photo::decode(&std::fs::read(root().join("examples/portrait.jpg")).unwrap(), &Limits::default()).unwrap()
}

#[test]
fn a_backbone_of_ones_own_goes_the_whole_way() {
    let (_keep, folder) = folder_with("resnet50/backbone.onnx", &tiny("tiny_backbone.onnx"));
    let studio = Studio::load(&ModelFiles::bundled().with_folder(&folder).unwrap(), ExtractorKind::ResNet50).unwrap();
    assert_eq!(studio.extractor().name(), "resnet50");
    // The pack's own embeddings are an autoencoder's: they must not be used.
    let style = studio.style(Pack::classic().unwrap()).unwrap();
    let reading = studio.read(&portrait()).unwrap();
    let avatar = reading.avatar(&style);
    for kind in Kind::SEEN {
        let ranking = &avatar.rankings[&kind];
        assert_eq!(ranking.candidates.len(), style.pack().parts(kind).len());
        assert!(ranking.candidates.iter().all(|c| c.cosine.is_finite() && c.cosine.abs() <= 1.001), "{kind}: {ranking:?}");
    }
    let spread = |kind: Kind| {
        let cosines = avatar.rankings[&kind].candidates.iter().map(|c| c.cosine);
        cosines.clone().fold(f32::MIN, f32::max) - cosines.fold(f32::MAX, f32::min)
    };
    assert!(spread(Kind::Hair) > 0.1, "all cosines are alike: {}", spread(Kind::Hair));
    assert!(style.svg(&avatar.recipe, 64).is_ok());
    assert_eq!(avatar.recipe, studio.read(&portrait()).unwrap().avatar(&style).recipe);
}

#[test]
fn autoencoders_on_pixels_go_the_whole_way_alone_and_beside_those_on_class_maps() {
    let (_keep, folder) = folder_with("pixels/face.onnx", &tiny("tiny_pixels.onnx"));
    for view in View::ALL {
        std::fs::write(folder.join(format!("pixels/{view}.onnx")), tiny("tiny_pixels.onnx")).unwrap();
    }
    let files = ModelFiles::bundled().with_folder(&folder).unwrap();
    let maps = files.extractor(ExtractorKind::Autoencoder).unwrap();
    let mut fingerprints = vec![maps.fingerprint().to_owned()];
    for (kind, name) in [(ExtractorKind::Pixels, "pixels"), (ExtractorKind::Both, "both")] {
        let studio = Studio::load(&files, kind).unwrap();
        assert_eq!(studio.extractor().name(), name);
        let style = studio.style(Pack::classic().unwrap()).unwrap();
        let reading = studio.read(&portrait()).unwrap();
        assert!(reading.avatar(&style).rankings.values().flat_map(|r| &r.candidates).all(|c| c.cosine.is_finite() && c.cosine.abs() <= 1.001));
        let crop = Crop::cut(&reading.map, View::Hair);
        let seen = Seen { crop: &crop, picture: Some(&reading.frame.rgb) };
        let [alone, length] = [maps.as_ref(), studio.extractor()].map(|e| e.embed(View::Hair, seen).unwrap().len());
        assert_eq!(length, if name == "both" { alone + 8 } else { 8 });
        fingerprints.push(studio.extractor().fingerprint().to_owned());
    }
    assert!(fingerprints[0] != fingerprints[1] && fingerprints[1] != fingerprints[2] && fingerprints[0] != fingerprints[2]);
}

#[test]
fn a_parser_of_ones_own_goes_the_whole_way() {
    let (_keep, folder) = folder_with("bisenet/face_parser.onnx", &tiny("tiny_bisenet19.onnx"));
    let studio = Studio::load(&ModelFiles::bundled().with_folder(&folder).unwrap(), ExtractorKind::Autoencoder).unwrap();
    let reading = studio.read(&portrait()).unwrap();
    assert_eq!((reading.frame.side(), reading.map.side()), (64, 64));
    let style = studio.style(Pack::classic().unwrap()).unwrap();
    // Eyes, nose and mouth are never seen by this parser; there must be an avatar all the same.
    assert!(style.svg(&reading.avatar(&style).recipe, 64).is_ok());
}

#[test]
fn a_model_that_is_missing_or_wrong_is_named() {
    let without = Studio::load(&ModelFiles::bundled(), ExtractorKind::ResNet50).unwrap_err();
    assert!(matches!(&without, Error::ModelFile { file, .. } if file.contains("resnet50")), "{without:?}");
    assert!(matches!(Studio::load(&ModelFiles::default(), ExtractorKind::Autoencoder), Err(Error::ModelFile { .. })));
    let empty = tempfile::tempdir().unwrap();
    for folder in [empty.path(), &empty.path().join("missing")] {
        assert!(matches!(ModelFiles::bundled().with_folder(folder), Err(Error::ModelFile { .. })));
    }
    for (name, extractor) in [
        ("resnet50/backbone.onnx", ExtractorKind::ResNet50),
        ("autoencoders/hair.onnx", ExtractorKind::Autoencoder),
        ("bisenet/face_parser.onnx", ExtractorKind::Autoencoder),
        ("blazeface/face_detection_short_range.onnx", ExtractorKind::Autoencoder),
    ] {
        let (_keep, folder) = folder_with(name, b"damaged");
        let error = Studio::load(&ModelFiles::bundled().with_folder(&folder).unwrap(), extractor).err().unwrap_or_else(|| panic!("{name}: loaded"));
        assert!(error.to_string().contains("cannot be used"), "{name}: {error}");
    }
}

#[test]
fn embeddings_of_other_models_never_meet() {
    let studio = Studio::bundled().unwrap();
    let (_keep, folder) = folder_with("autoencoders/hair.onnx", &std::fs::read(root().join("models/autoencoders/glasses.onnx")).unwrap());
    let Ok(other) = Studio::load(&ModelFiles::bundled().with_folder(&folder).unwrap(), ExtractorKind::Autoencoder) else { panic!("not loaded") };
    assert_ne!(studio.extractor().fingerprint(), other.extractor().fingerprint());
    let error = other.style(Pack::classic().unwrap()).expect_err("embeddings of other models were used").to_string();
    assert!(error.contains("pack build"), "{error}");
}
