//! Cuts the pixels that the pixel autoencoders are trained on: the same code that cuts them from a selfie.
//!
//! `cargo run --example pixels -- OUT < FRAMES`: FRAMES holds, for each photo, its 256x256 class map and then the 256x256 frame, both as raw bytes.
//! Writes OUT/<view>.u8, 3x32x32 bytes a photo, and OUT/<view>.covered.f32, how many cells of the class map's crop the part covers.

use selfmoji::parse::ClassMap;
use selfmoji::parts::{Crop, View};
use std::fs::File;
use std::io::{BufReader, BufWriter, ErrorKind, Read, Write};
use std::path::Path;

const SIDE: usize = 256;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let out = std::env::args().nth(1).ok_or("usage: pixels OUT < FRAMES")?;
    std::fs::create_dir_all(&out)?;
    let file = |name: String| File::create(Path::new(&out).join(name)).map(BufWriter::new);
    let mut files = Vec::new();
    for view in View::ALL {
        files.push((view, file(format!("{view}.u8"))?, file(format!("{view}.covered.f32"))?));
    }
    let mut frames = BufReader::new(std::io::stdin());
    let (mut labels, mut rgb) = (vec![0; SIDE * SIDE], vec![0; SIDE * SIDE * 3]);
    let mut count = 0;
    loop {
        match frames.read_exact(&mut labels) {
            Err(e) if e.kind() == ErrorKind::UnexpectedEof => break,
            other => other?,
        }
        frames.read_exact(&mut rgb)?;
        let map = ClassMap::new(SIDE, labels.clone()).ok_or("a class map has labels that are no classes")?;
        let picture = image::RgbImage::from_raw(SIDE as u32, SIDE as u32, rgb.clone()).ok_or("a frame is not 256x256")?;
        let (map, picture) = (map.settled(), map.settled_picture(&picture));
        for (view, pixels, covered) in &mut files {
            let crop = Crop::cut(&map, *view);
            let bytes: Vec<u8> = crop.pixels(&picture).iter().map(|v| (v * 255.0).round() as u8).collect();
            pixels.write_all(&bytes)?;
            covered.write_all(&crop.values.iter().sum::<f32>().to_le_bytes())?;
        }
        count += 1;
    }
    println!("{count} frames, {} views", View::ALL.len());
    Ok(())
}
