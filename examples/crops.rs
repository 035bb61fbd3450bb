//! Cuts the views that the autoencoders are trained on out of class maps: the same code that cuts them from a selfie.
//!
//! `cargo run --example crops -- MAPS OUT PACK`: MAPS holds 256x256 class maps as raw bytes, one after the other. Writes OUT/<view>.f32, for each
//! map its crop (all zeros where the part is absent), and OUT/<view>.drawn.f32 with OUT/<view>.drawn.txt for the parts of the pack.

use selfmoji::matching::drawn_crop;
use selfmoji::pack::Pack;
use selfmoji::parse::ClassMap;
use selfmoji::parts::{Crop, View};
use std::io::{BufWriter, Write};
use std::path::Path;

const SIDE: usize = 256;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let args: Vec<String> = std::env::args().skip(1).collect();
    let [maps, out, pack] = args.as_slice() else { return Err("usage: crops MAPS OUT PACK".into()) };
    let (out, pack) = (Path::new(out), Pack::open(pack)?);
    std::fs::create_dir_all(out)?;
    let maps = std::fs::read(maps)?;
    let maps: Vec<ClassMap> = maps.chunks_exact(SIDE * SIDE).filter_map(|m| ClassMap::new(SIDE, m.to_vec())).map(|m| m.settled()).collect();
    for view in View::ALL {
        let mut file = BufWriter::new(std::fs::File::create(out.join(format!("{view}.f32")))?);
        for map in &maps {
            write(&mut file, &Crop::cut(map, view))?;
        }
        let mut drawn = BufWriter::new(std::fs::File::create(out.join(format!("{view}.drawn.f32")))?);
        let mut names = String::new();
        for part in pack.parts(view.kind()) {
            write(&mut drawn, &drawn_crop(&pack, view, &part.id)?)?;
            names += &format!("{}\n", part.id);
        }
        std::fs::write(out.join(format!("{view}.drawn.txt")), names)?;
    }
    println!("{} maps, {} views", maps.len(), View::ALL.len());
    Ok(())
}

fn write(file: &mut impl Write, crop: &Crop) -> std::io::Result<()> {
    crop.values.iter().try_for_each(|v| file.write_all(&v.to_le_bytes()))
}
