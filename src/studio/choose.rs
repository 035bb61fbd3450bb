//! Choose: from rankings and colours to a recipe.

use super::{Reading, Style};
use crate::colour::{self, HairColour, MONK};
use crate::compose;
use crate::edit;
use crate::kind::Kind;
use crate::matching::Ranking;
use crate::pack::{Swatch, colour as hex};
use crate::recipe::Recipe;
use std::collections::BTreeMap;

/// The best part of every kind that a photo shows.
pub(super) fn parts(reading: &Reading, rankings: &BTreeMap<Kind, Ranking>) -> BTreeMap<Kind, String> {
    let shown = rankings.iter().filter(|(kind, _)| reading.shows(**kind));
    shown.filter_map(|(&kind, ranking)| Some((kind, ranking.best()?.id.clone()))).collect()
}

/// The recipe of these choices, with the colours that they leave open.
pub(crate) fn recipe(style: &Style, parts: BTreeMap<Kind, String>, colours: BTreeMap<String, String>) -> Recipe {
    let mut recipe = Recipe { parts, colours, ..style.pack.blank() };
    edit::complete(&style.pack, &mut recipe);
    recipe
}

/// A swatch for every colour role of the pack that a photo speaks for.
pub(crate) fn colours(reading: &Reading, style: &Style) -> BTreeMap<String, String> {
    let measured = &reading.colours;
    // The family that was read, by eye as it were, before that of the measured colour: light changes the latter first.
    let family = |rgb| reading.attributes.hair_colour.unwrap_or_else(|| HairColour::of(rgb));
    let hair = measured.hair.map(|rgb| hair_swatch(style.pack.swatches("hair"), rgb, family(rgb)));
    let mut chosen = BTreeMap::new();
    for role in style.pack.manifest().colours.keys() {
        let swatches = style.pack.swatches(role);
        let id = match role.as_str() {
            "skin" => nearest(swatches, MONK[usize::from(reading.attributes.skin_tone) - 1]),
            "hair" => hair.clone().flatten().or_else(|| measured.brow.and_then(|rgb| hair_swatch(swatches, rgb, family(rgb)))),
            // Skin shines through thin brows and short beards and reddens them, so they follow the hair, unless they are grey and it is not.
            "brow" => hair.clone().flatten().or_else(|| measured.brow.and_then(|rgb| hair_swatch(swatches, rgb, family(rgb)))),
            "beard" => {
                let grey = measured.facial_hair.filter(|&rgb| HairColour::of(rgb) == HairColour::Grey);
                let own = grey.or(measured.facial_hair.filter(|_| measured.hair.is_none()));
                own.and_then(|rgb| hair_swatch(swatches, rgb, HairColour::of(rgb))).or_else(|| hair.clone().flatten())
            }
            "lip" => lip(swatches, measured.lip, measured.skin, MONK[usize::from(reading.attributes.skin_tone) - 1]),
            "iris" => measured.iris.and_then(|rgb| nearest(swatches, rgb)),
            // Of what is not worn, a few stray pixels say nothing.
            "frame" => measured.glasses.filter(|_| reading.shows(Kind::Glasses)).and_then(|rgb| nearest(swatches, rgb)),
            "headwear" => measured.headwear.filter(|_| reading.shows(Kind::Headwear)).and_then(|rgb| nearest(swatches, rgb)),
            "cloth" => measured.cloth.and_then(|rgb| nearest(swatches, rgb)),
            _ => None,
        };
        chosen.extend(id.map(|id| (role.clone(), id)));
    }
    chosen
}

fn base(swatch: &Swatch) -> [u8; 3] {
    // The manifest's check parsed it once already.
    hex::parse(&swatch.base).unwrap_or_default()
}

fn nearest(swatches: &[Swatch], rgb: [u8; 3]) -> Option<String> {
    compose::nearest(swatches, rgb).map(|s| s.id.clone())
}

/// The nearest swatch of the same family of hair colours: a light brown is never called grey because a grey swatch happens to lie nearer.
fn hair_swatch(swatches: &[Swatch], rgb: [u8; 3], family: HairColour) -> Option<String> {
    // Locks shade each other, so light hair is measured darker than the colour one would draw it with.
    let lift = if matches!(family, HairColour::Blond | HairColour::Grey) { 1.3 } else { 1.0 };
    let seen = rgb.map(|v| (f32::from(v) * lift).min(255.0) as u8);
    let same: Vec<Swatch> = swatches.iter().filter(|s| suits(family, base(s))).cloned().collect();
    nearest(if same.is_empty() { swatches } else { &same }, seen)
}

/// Whether a drawn colour belongs to a family. Dyed colours belong to none: people choose them, and bad light is far more common in photos.
fn suits(family: HairColour, drawn: [u8; 3]) -> bool {
    let c = colour::lab(drawn);
    let (chroma, hue) = (c.a.hypot(c.b), c.b.atan2(c.a).to_degrees());
    let warm = (30.0..100.0).contains(&hue);
    match family {
        HairColour::Black => c.l < 17.0,
        HairColour::Grey => c.l > 40.0 && chroma < 8.0,
        HairColour::Red => warm && hue < 62.0 && chroma > 35.0,
        HairColour::Blond => warm && c.l > 52.0 && hue > 70.0,
        HairColour::Brown => warm && (17.0..52.0).contains(&c.l) && (8.0..35.0).contains(&chroma),
    }
}

/// The lip colour, as far from the pack's skin as the photo's lips are from its skin. Lipstick of other hues than lips have is left to the person.
fn lip(swatches: &[Swatch], lip: Option<[u8; 3]>, skin: Option<[u8; 3]>, drawn_skin: [u8; 3]) -> Option<String> {
    let (lip, skin) = (lip?, skin?);
    let wanted = [0, 1, 2].map(|c| (f32::from(drawn_skin[c]) * f32::from(lip[c]) / f32::from(skin[c].max(8))).round().clamp(0.0, 255.0) as u8);
    let of_lips = |s: &&Swatch| {
        let c = colour::lab(base(s));
        (14.0..75.0).contains(&c.b.atan2(c.a).to_degrees()) && c.a.hypot(c.b) < 45.0
    };
    let lips: Vec<Swatch> = swatches.iter().filter(of_lips).cloned().collect();
    nearest(if lips.is_empty() { swatches } else { &lips }, wanted)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::Pack;

    #[test]
    fn hair_keeps_its_family_and_is_never_dyed() {
        let pack = Pack::classic().unwrap();
        let swatches = pack.swatches("hair");
        for (rgb, allowed) in [
            ([25, 22, 24], &["black", "blue-black"][..]),
            ([70, 48, 36], &["dark-brown", "brown"]),
            ([120, 85, 55], &["brown", "light-brown"]),
            ([200, 165, 95], &["dark-blond", "blond"]),
            ([160, 160, 165], &["grey", "white", "salt-pepper"]),
            ([30, 40, 120], &["black", "blue-black", "dark-brown", "brown", "salt-pepper", "grey"]),
        ] {
            let id = hair_swatch(swatches, rgb, HairColour::of(rgb)).unwrap();
            assert!(allowed.contains(&id.as_str()), "{rgb:?}: {id}");
        }
    }

    #[test]
    fn a_pack_with_one_odd_swatch_still_has_a_colour() {
        let green = Swatch { id: "green".into(), base: "#00ff00".into(), tones: BTreeMap::new() };
        for rgb in [[0; 3], [255; 3], [120, 80, 50]] {
            assert_eq!(hair_swatch(std::slice::from_ref(&green), rgb, HairColour::of(rgb)).as_deref(), Some("green"));
            assert_eq!(lip(std::slice::from_ref(&green), Some(rgb), Some([0; 3]), [9; 3]).as_deref(), Some("green"));
        }
        assert_eq!(nearest(&[], [0; 3]), None);
    }
}
