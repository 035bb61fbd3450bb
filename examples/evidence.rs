//! Prints the numbers that attributes are decided by, a JSON line a photo: what the thresholds in src/attributes and src/colour were set on.
//!
//! `cargo run --example evidence -- PHOTO... > EVIDENCE.jsonl`

use selfmoji::photo::{Limits, Photo};
use selfmoji::studio::Studio;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let studio = Studio::bundled()?;
    for path in std::env::args().skip(1) {
        let photo = Photo::decode(&std::fs::read(&path)?, &Limits::default())?;
        match studio.read(&photo) {
            Ok(reading) => println!("[{path:?},{}]", reading.evidence()),
            Err(error) => eprintln!("{path}: {error}"),
        }
    }
    Ok(())
}
