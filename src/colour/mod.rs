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
