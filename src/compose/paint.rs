//! Paint: what a shape's `fill` and `stroke` become.

use crate::pack::{Pack, PackError, Swatch, colour};
use crate::parse::PartClass;
use crate::recipe::Recipe;
use palette::{FromColor, Oklch, Srgb};
use std::collections::BTreeMap;

/// How shapes are painted.
pub(super) enum Paint<'a> {
    /// For people: slots take the recipe's colours.
    Colours(&'a Slots),
    /// For the matcher: every shape takes the colour that stands for its class, solid and without smoothing.
    Classes,
}

/// Slot name to `#rrggbb`.
#[derive(Debug)]
pub(super) struct Slots(BTreeMap<String, String>);

impl Slots {
    /// Resolves every slot of every colour role. A role the recipe does not name takes the first swatch.
    pub(super) fn resolve(pack: &Pack, recipe: &Recipe) -> Result<Self, PackError> {
        let mut slots = BTreeMap::new();
        if let Some(role) = recipe.colours.keys().find(|role| !pack.manifest().colours.contains_key(*role)) {
            return Err(PackError::NoSuchRole {
                role: role.escape_debug().to_string(),
                known: pack.manifest().colours.keys().map(String::as_str).collect::<Vec<_>>().join(", "),
            });
        }
        for role in pack.manifest().colours.keys() {
            let swatches = pack.swatches(role);
            let swatch = match recipe.colours.get(role).map(String::as_str) {
                None => swatches[0].clone(),
                Some(wanted) => find(swatches, wanted).ok_or_else(|| PackError::NoSuchColour {
                    role: role.clone(),
                    colour: wanted.into(),
                    known: swatches.iter().map(|s| s.id.as_str()).collect::<Vec<_>>().join(", "),
                })?,
            };
            for (tone, value) in &swatch.tones {
                slots.insert(format!("{role}-{tone}"), value.clone());
            }
            slots.insert(role.clone(), swatch.base);
        }
        Ok(Self(slots))
    }

    pub(super) fn get(&self, slot: &str) -> &str {
        // Loading a pack checks that every slot its parts use is there.
        self.0.get(slot).map_or("none", String::as_str)
    }
}

/// The swatch of that id, or one mixed for a free colour.
fn find(swatches: &[Swatch], wanted: &str) -> Option<Swatch> {
    swatches.iter().find(|s| s.id == wanted).cloned().or_else(|| {
        let rgb = colour::parse(wanted)?;
        nearest(swatches, rgb).map(|model| mix(model, rgb))
    })
}

fn oklch(rgb: [u8; 3]) -> Oklch {
    Oklch::from_color(Srgb::from(rgb).into_format::<f32>())
}

/// The swatch whose base is nearest to the eye.
pub(crate) fn nearest(swatches: &[Swatch], rgb: [u8; 3]) -> Option<&Swatch> {
    let distance = |s: &Swatch| colour::parse(&s.base).map_or(f32::INFINITY, |c| crate::colour::distance(c, rgb));
    swatches.iter().min_by(|a, b| distance(a).total_cmp(&distance(b)))
}

/// Tones for a colour that is no swatch: they stand to it as the nearest swatch's tones stand to that swatch's base.
fn mix(model: &Swatch, rgb: [u8; 3]) -> Swatch {
    let from = oklch(colour::parse(&model.base).unwrap_or(rgb));
    let to = oklch(rgb);
    let shift = |tone: &str| {
        let tone = oklch(colour::parse(tone).unwrap_or(rgb));
        let l = (to.l + tone.l - from.l).clamp(0.0, 1.0);
        let chroma = (to.chroma + tone.chroma - from.chroma).max(0.0);
        let hue = to.hue + (tone.hue - from.hue);
        let rgb: Srgb<u8> = Srgb::from_color(Oklch::new(l, chroma, hue)).into_format();
        colour::format([rgb.red, rgb.green, rgb.blue])
    };
    Swatch { id: String::new(), base: colour::format(rgb), tones: model.tones.iter().map(|(k, v)| (k.clone(), shift(v))).collect() }
}

/// The colour that stands for a class: its paired index, 1 and up, in the red channel.
pub(super) fn class_colour(class: PartClass) -> Option<String> {
    class.sides().map(|_| colour::format([class as u8, 0, 0]))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn swatch(id: &str, base: &str, light: &str) -> Swatch {
        Swatch { id: id.into(), base: base.into(), tones: BTreeMap::from([("light".into(), light.into())]) }
    }

    #[test]
    fn a_name_is_looked_up_and_a_free_colour_mixed() {
        let swatches = [swatch("black", "#202020", "#505050"), swatch("red", "#a03010", "#d06040")];
        assert_eq!(find(&swatches, "red").unwrap(), swatches[1]);
        assert_eq!(find(&swatches, "blue"), None);
        let own = find(&swatches, "#a03010").unwrap();
        assert_eq!((own.base.as_str(), own.tones["light"].as_str()), ("#a03010", "#d06040"), "a swatch's own colour keeps its tones");
        let grey = find(&swatches, "#303030").unwrap();
        let [r, g, b] = colour::parse(&grey.tones["light"]).unwrap();
        assert!(r > 0x50 && r.abs_diff(g) <= 1 && g.abs_diff(b) <= 1, "grey stays grey: {}", grey.tones["light"]);
    }

    #[test]
    fn extreme_colours_have_tones() {
        let swatches = [swatch("one", "#808080", "#ffffff"), swatch("two", "#ff0000", "#000000")];
        for free in ["#000000", "#ffffff", "#00ff00", "#0000ff", "#ff00ff"] {
            let mixed = find(&swatches, free).unwrap();
            assert!(mixed.base == free && colour::parse(&mixed.tones["light"]).is_some(), "{mixed:?}");
        }
    }

    #[test]
    fn the_nearest_swatch_is_near_to_the_eye() {
        let swatches = [swatch("black", "#202020", "#000000"), swatch("red", "#a03010", "#000000")];
        assert_eq!(nearest(&swatches, [120, 50, 40]).unwrap().id, "red");
        assert_eq!(nearest(&swatches, [50, 45, 48]).unwrap().id, "black");
        assert!(nearest(&[], [0; 3]).is_none());
    }
}
