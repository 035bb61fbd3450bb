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
        if c.l > 34.0 && chroma < 10.0 {
            Self::Grey
        } else if c.l < 24.0 {
            Self::Black
        } else if chroma > 24.0 && hue < 56.0 {
            Self::Red
        } else if c.l > 50.0 {
            Self::Blond
        } else {
            Self::Brown
        }
    }
}
