//! Makes the class maps of photos that the autoencoders learn from, by the very code that reads a selfie.
//!
//! `cargo run --example maps -- LIST OUT.u8`: LIST names a photo a line. Each photo's frame is cut five times: as detection has it, and four times shifted,
//! turned, scaled, relit or blurred a little, so that the code learns which differences are only that. OUT.u8 holds raw 256x256 maps; `file,draw` lines go
//! to stdout.

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
        for draw in 0..5 {
            let mut frame =
                if draw == 0 { still.clone() } else { CanonicalFrame::cut_by(photo.rgb(), nudge(n, draw).then(&still.to_photo), parser.side()) };
            if draw > 0 {
                relight(&mut frame, 1.0 + 0.25 * wave(n, draw, 5) as f32, draw == 2);
            }
            out.write_all(parser.parse(&frame)?.map.labels())?;
            println!("{file},{draw}");
        }
    }
    Ok(())
}

/// A number from -1 to 1 that depends on the photo's number, the draw and the question alone.
fn wave(n: usize, draw: usize, k: usize) -> f64 {
    ((n * 7 + draw * 3 + k) as f64 * 12.9898).sin()
}

/// Lighter or darker, and for some draws a little out of focus; beyond the photo nothing changes.
fn relight(frame: &mut CanonicalFrame, gain: f32, blur: bool) {
    let mut changed = if blur { image::imageops::blur(&frame.rgb, 0.9) } else { frame.rgb.clone() };
    changed.iter_mut().for_each(|v| *v = (f32::from(*v) * gain).min(255.0) as u8);
    for ((pixel, new), inside) in frame.rgb.pixels_mut().zip(changed.pixels()).zip(frame.inside.iter()) {
        if *inside != 0 {
            *pixel = *new;
        }
    }
}

/// A small shift, turn and scale of the frame.
fn nudge(n: usize, draw: usize) -> Similarity {
    let wave = |k| wave(n, draw, k);
    let side = 256.0;
    let centre = Point::new((side * (0.5 + 0.008 * wave(1))) as f32, (side * (0.5 + 0.008 * wave(2))) as f32);
    Similarity::square(side, centre, side * (1.0 + 0.03 * wave(3)), 0.035 * wave(4))
}
