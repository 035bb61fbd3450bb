//! Draws a page of made-up people in a style, to look at: `cargo run --example people -- OUT.png [PACK] [SEED]`.

use selfmoji::compose;
use selfmoji::kind::Kind;
use selfmoji::pack::Pack;
use selfmoji::picture;
use selfmoji::recipe::{FORMAT, Recipe};
use std::collections::BTreeMap;

const COLUMNS: u32 = 8;
const ROWS: u32 = 4;
const SIZE: u32 = 160;
/// Of ten people, how many wear or grow each thing that may be absent.
const OF_TEN: [(Kind, u64); 3] = [(Kind::FacialHair, 3), (Kind::Glasses, 3), (Kind::Headwear, 2)];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut args = std::env::args().skip(1);
    let out = args.next().ok_or("usage: people OUT.png [PACK] [SEED]")?;
    let pack = Pack::open(args.next().unwrap_or_else(|| "templates/classic".into()))?;
    let mut dice = Dice(args.next().map_or(Ok(1), |s| s.parse())?);
    let mut page = image::RgbaImage::from_pixel(COLUMNS * SIZE, ROWS * SIZE, image::Rgba([255; 4]));
    for i in 0..COLUMNS * ROWS {
        let recipe = person(&pack, &mut dice);
        let picture = picture::render(&compose::svg(&pack, &recipe, SIZE)?, SIZE)?;
        image::imageops::overlay(&mut page, &picture, i64::from(i % COLUMNS * SIZE), i64::from(i / COLUMNS * SIZE));
    }
    image::DynamicImage::ImageRgba8(page).into_rgb8().save(&out)?;
    println!("{out}");
    Ok(())
}

fn person(pack: &Pack, dice: &mut Dice) -> Recipe {
    let mut parts = BTreeMap::new();
    for kind in Kind::ALL {
        let rare = OF_TEN.iter().find(|(k, _)| *k == kind).map_or(10, |(_, n)| *n);
        if dice.roll(10) < rare {
            let choice = pack.parts(kind);
            parts.insert(kind, choice[dice.roll(choice.len() as u64) as usize].id.clone());
        }
    }
    let mut colours: BTreeMap<String, String> = BTreeMap::new();
    for role in pack.manifest().colours.keys() {
        let swatches = pack.swatches(role);
        // Dyed hair comes last in a palette, and so do painted lips; both are rarer than the rest.
        let usual = (swatches.len() as u64 * 3).div_ceil(4);
        let range = if dice.roll(8) == 0 { swatches.len() as u64 } else { usual };
        colours.insert(role.clone(), swatches[dice.roll(range) as usize].id.clone());
    }
    for role in ["brow", "beard"] {
        if let Some(hair) = colours.get("hair").cloned() {
            colours.insert(role.into(), hair);
        }
    }
    let (name, version) = (pack.manifest().name.clone(), pack.manifest().version.clone());
    Recipe { format: FORMAT, pack: name, version, parts, colours, transforms: BTreeMap::new(), axes: BTreeMap::new(), expression: "neutral".into() }
}

/// A small generator (Knuth's MMIX constants), so that the same seed draws the same page.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}
