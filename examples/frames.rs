//! Says where the canonical frame of each photo lies, so that training pictures are cut exactly as selfies are.
//!
//! `cargo run --example frames -- LIST > FRAMES.csv`: LIST names a photo a line. Lines `file,ax,ay,bx,by,cx,cy`: the photo pixels of the frame's corners
//! (0, 0), (1, 0) and (0, 1). Photos without a face are left out.

use selfmoji::face::{DetectOptions, FaceDetector};
use selfmoji::frame::CanonicalFrame;
use selfmoji::photo::{Limits, Photo, Point};

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let list = std::env::args().nth(1).ok_or("usage: frames LIST")?;
    let models = concat!(env!("CARGO_MANIFEST_DIR"), "/models");
    let detector = FaceDetector::load(&std::fs::read(format!("{models}/blazeface/face_detection_short_range.onnx"))?)?;
    println!("file,ax,ay,bx,by,cx,cy");
    for file in std::fs::read_to_string(list)?.lines() {
        let photo = Photo::decode(&std::fs::read(file)?, &Limits::default())?;
        let Ok(faces) = detector.detect(photo.rgb(), &DetectOptions::default()) else { continue };
        let unit = CanonicalFrame::cut(photo.rgb(), &faces.main, 16)?.unit_to_photo();
        let corners = [(0.0, 0.0), (1.0, 0.0), (0.0, 1.0)].map(|(x, y)| photo.to_original(unit.apply(Point::new(x, y))));
        println!("{file},{}", corners.map(|p| format!("{},{}", p.x, p.y)).join(","));
    }
    Ok(())
}
