//! Choose: from rankings and colours to a recipe.

use super::{Reading, Style};
use crate::colour::{self, HairColour, MONK};
use crate::kind::Kind;
use crate::matching::Ranking;
use crate::pack::{Swatch, colour as hex};
use crate::recipe::{FORMAT, Recipe};
use std::collections::BTreeMap;

pub(super) fn recipe(reading: &Reading, style: &Style, rankings: &BTreeMap<Kind, Ranking>) -> Recipe {
    let mut parts = BTreeMap::new();
    for (&kind, ranking) in rankings {
        if let Some(best) = ranking.best().filter(|_| reading.shows(kind)) {
            parts.insert(kind, best.id.clone());
        }
    }
    let manifest = style.pack.manifest();
    Recipe {
        format: FORMAT,
        pack: manifest.name.clone(),
        version: manifest.version.clone(),
        parts,
        colours: colours(reading, style),
        transforms: BTreeMap::new(),
        expression: "neutral".into(),
    }
}

/// A swatch for every colour role of the pack that a photo can speak for; the others keep the pack's first swatch.
fn colours(reading: &Reading, style: &Style) -> BTreeMap<String, String> {
    let measured = &reading.colours;
    let hair = measured.hair.map(|rgb| hair_swatch(style.pack.swatches("hair"), rgb));
    let mut chosen = BTreeMap::new();
    for role in style.pack.manifest().colours.keys() {
        let swatches = style.pack.swatches(role);
        let id = match role.as_str() {
            "skin" => nearest(swatches, MONK[usize::from(reading.attributes.skin_tone) - 1]),
            "hair" => hair.clone().flatten().or_else(|| measured.brow.and_then(|rgb| hair_swatch(swatches, rgb))),
            // Brows and beards are close to the hair, but may have greyed or darkened: they follow their own colour within its family.
            "brow" => measured.brow.and_then(|rgb| hair_swatch(swatches, rgb)),
            "beard" => measured.facial_hair.and_then(|rgb| hair_swatch(swatches, rgb)).or_else(|| hair.clone().flatten()),
            "lip" => lip(swatches, measured.lip, measured.skin, MONK[usize::from(reading.attributes.skin_tone) - 1]),
            "iris" => measured.iris.and_then(|rgb| nearest(swatches, rgb)),
            "frame" => measured.glasses.and_then(|rgb| nearest(swatches, rgb)),
            "headwear" => measured.headwear.and_then(|rgb| nearest(swatches, rgb)),
            "cloth" => measured.cloth.and_then(|rgb| nearest(swatches, rgb)),
            _ => None,
        };
        chosen.insert(role.clone(), id.unwrap_or_else(|| swatches[0].id.clone()));
    }
    chosen
}

fn base(swatch: &Swatch) -> [u8; 3] {
    // The manifest's check parsed it once already.
    hex::parse(&swatch.base).unwrap_or_default()
}

fn nearest(swatches: &[Swatch], rgb: [u8; 3]) -> Option<String> {
    let by_distance = |a: &&Swatch, b: &&Swatch| colour::distance(base(a), rgb).total_cmp(&colour::distance(base(b), rgb));
    swatches.iter().min_by(by_distance).map(|s| s.id.clone())
}

/// The nearest swatch of the same family of hair colours: a light brown is never called grey because a grey swatch happens to lie nearer.
fn hair_swatch(swatches: &[Swatch], rgb: [u8; 3]) -> Option<String> {
    let family = HairColour::of(rgb);
    // Locks shade each other, so light hair is measured darker than the colour one would draw it with.
    let lift = if matches!(family, HairColour::Blond | HairColour::Grey) { 1.3 } else { 1.0 };
    let seen = rgb.map(|v| (f32::from(v) * lift).min(255.0) as u8);
    let same: Vec<Swatch> = swatches.iter().filter(|s| HairColour::of(base(s)) == family && natural(base(s))).cloned().collect();
    nearest(if same.is_empty() { swatches } else { &same }, seen)
}

/// Dyed colours are chosen by people, never read from a photo: bad light is far more common.
fn natural(rgb: [u8; 3]) -> bool {
    let c = colour::lab(rgb);
    let hue = c.b.atan2(c.a).to_degrees();
    c.a.hypot(c.b) < 14.0 || (20.0..100.0).contains(&hue)
}

/// The lip colour, as far from the pack's skin as the photo's lips are from its skin.
fn lip(swatches: &[Swatch], lip: Option<[u8; 3]>, skin: Option<[u8; 3]>, drawn_skin: [u8; 3]) -> Option<String> {
    let (lip, skin) = (lip?, skin?);
    let wanted = [0, 1, 2].map(|c| (f32::from(drawn_skin[c]) * f32::from(lip[c]) / f32::from(skin[c].max(8))).round().clamp(0.0, 255.0) as u8);
    nearest(swatches, wanted)
}
