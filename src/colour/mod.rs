//! Colour: what colours a person's skin, hair, lips, eyes and glasses have, whatever the light.
//!
//! Distances are CIEDE2000 (Sharma et al. 2005) between CIELAB colours under D65; conversions are the `palette` crate's.

mod hair;
mod light;
mod measure;
mod skin;

use palette::color_difference::Ciede2000;
use palette::{FromColor, Lab, Srgb, white_point::D65};

pub use hair::HairColour;
pub use measure::{Colours, measure};
pub use skin::{MONK, monk_tone};

/// CIELAB under D65: lightness 0 to 100, green to red, blue to yellow.
pub(crate) fn lab(rgb: [u8; 3]) -> Lab<D65, f32> {
    Lab::from_color(Srgb::from(rgb).into_format::<f32>())
}

/// CIEDE2000 distance of two sRGB colours: about 2 is just visible, 10 is plainly another colour.
pub(crate) fn distance(a: [u8; 3], b: [u8; 3]) -> f32 {
    lab(a).difference(lab(b))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances_are_those_of_the_standard() {
        for (a, b, expected) in
            [([0; 3], [255; 3], 100.0), ([255, 0, 0], [0, 255, 0], 86.6), ([255, 0, 0], [0, 0, 255], 52.9), ([9, 8, 7], [9, 8, 7], 0.0)]
        {
            for found in [distance(a, b), distance(b, a)] {
                assert!((found - expected).abs() < 0.2, "{a:?} {b:?}: {found}");
            }
        }
    }
}
