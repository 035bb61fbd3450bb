//! Makes the class maps of photos that the autoencoders learn from, by the very code that reads a selfie.
//!
//! `cargo run --example maps -- LIST OUT.u8`: LIST names a photo a line. Each photo's frame is cut three times: as detection has it, and twice shifted,
//! turned and scaled a little, so that the code learns which differences are only that. OUT.u8 holds raw 256x256 maps; `file,draw` lines go to stdout.

use selfmoji::face::{DetectOptions, FaceDetector};
use selfmoji::frame::CanonicalFrame;
use selfmoji::parse::FaceParser;
use selfmoji::photo::{Limits, Photo, Point, Similarity};
use std::io::{BufWriter, Write};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [list, out] = args.as_slice() else { return Err("usage: maps LIST OUT.u8".into()) };
    let models = concat!(env!("CARGO_MANIFEST_DIR"), "/models");
    let detector = FaceDetector::load(&std::fs::read(format!("{models}/blazeface/face_detection_short_range.onnx"))?)?;
    let parser = FaceParser::load(&std::fs::read(format!("{models}/bisenet/face_parser.onnx"))?)?;
    let mut out = BufWriter::new(std::fs::File::create(out)?);
    for (n, file) in std::fs::read_to_string(list)?.lines().enumerate() {
        let photo = Photo::decode(&std::fs::read(file)?, &Limits::default())?;
        let Ok(faces) = detector.detect(photo.rgb(), &DetectOptions::default()) else { continue };
        let still = CanonicalFrame::cut(photo.rgb(), &faces.main, parser.side())?;
        for draw in 0..3 {
            let frame =
                if draw == 0 { still.clone() } else { CanonicalFrame::cut_by(photo.rgb(), nudge(n, draw).then(&still.to_photo), parser.side()) };
            out.write_all(parser.parse(&frame)?.labels())?;
            println!("{file},{draw}");
        }
    }
    Ok(())
}

/// A small shift, turn and scale of the frame that depends on the photo's number and the draw alone.
fn nudge(n: usize, draw: usize) -> Similarity {
    let wave = |k: usize| ((n * 7 + draw * 3 + k) as f64 * 12.9898).sin();
    let side = 256.0;
    let centre = Point::new((side * (0.5 + 0.008 * wave(1))) as f32, (side * (0.5 + 0.008 * wave(2))) as f32);
    Similarity::square(side, centre, side * (1.0 + 0.03 * wave(3)), 0.035 * wave(4))
}
