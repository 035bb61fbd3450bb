//! Hair colour families.

use super::lab;
use serde::Serialize;

/// A family of hair colours.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HairColour {
    /// Black and nearly black.
    Black,
    /// Dark to light brown.
    Brown,
    /// Dark to platinum blond.
    Blond,
    /// Auburn, copper, ginger.
    Red,
    /// Grey and white.
    Grey,
}

impl HairColour {
    /// The family of a hair colour measured in a photo.
    #[must_use]
    pub fn of(hair: [u8; 3]) -> Self {
        let c = lab(hair);
        let chroma = c.a.hypot(c.b);
        let hue = c.b.atan2(c.a).to_degrees();
        // Set on labelled photos: hair in a photo is much darker than its name suggests.
        if c.l < 16.0 || (c.l < 24.0 && chroma < 4.0) {
            Self::Black
        } else if c.l > 34.0 && chroma < 15.0 {
            Self::Grey
        } else if chroma > 18.0 && (0.0..54.0).contains(&hue) && c.l < 50.0 {
            Self::Red
        } else if (c.l > 40.0 && hue > 50.0) || c.l > 52.0 {
            Self::Blond
        } else {
            Self::Brown
        }
    }
}

#[cfg(test)]
mod tests {
    use super::HairColour::{self, Black, Blond, Brown, Grey, Red};

    #[test]
    fn plain_colours_are_of_their_family() {
        for (hair, family) in [
            ([20, 18, 20], Black),
            ([0, 0, 0], Black),
            ([35, 32, 40], Black),
            ([92, 61, 44], Brown),
            ([110, 78, 55], Brown),
            ([217, 179, 102], Blond),
            ([190, 150, 100], Blond),
            ([165, 75, 30], Red),
            // Blue light is no red hair.
            ([40, 50, 120], Brown),
            ([163, 163, 168], Grey),
            ([235, 235, 235], Grey),
        ] {
            assert_eq!(HairColour::of(hair), family, "{hair:?}");
        }
    }
}
