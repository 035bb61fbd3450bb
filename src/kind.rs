//! Kind: the part kinds an avatar is made of. A part is only ever compared with parts of its own kind.

use serde::{Deserialize, Serialize};

/// One of the parts an avatar is put together from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(test, derive(schemars::JsonSchema))]
#[serde(rename_all = "kebab-case")]
#[non_exhaustive]
pub enum Kind {
    /// Outline of the face from the temples to the chin.
    Face,
    /// Hair, or the bald head.
    Hair,
    /// Both brows.
    Brows,
    /// Both eyes.
    Eyes,
    /// The nose.
    Nose,
    /// Lips and what is between them.
    Mouth,
    /// Beard, moustache or stubble; may be absent.
    FacialHair,
    /// Glasses or sunglasses; may be absent.
    Glasses,
    /// Hat, scarf, turban and the like; may be absent.
    Headwear,
    /// Both ears.
    Ears,
    /// Neck, shoulders and collar.
    Body,
    /// Freckles, moles and other marks of the skin; may be absent.
    Marks,
    /// Lines that come with age or laughter; may be absent.
    Lines,
    /// Hearing aids, earrings, earbuds; may be absent.
    Earwear,
    /// Tears, hearts, hands: what an expression adds. Never part of a recipe.
    Prop,
}

impl Kind {
    /// All kinds a recipe can name, in that order.
    pub const ALL: [Self; 14] = [
        Self::Face,
        Self::Hair,
        Self::Brows,
        Self::Eyes,
        Self::Nose,
        Self::Mouth,
        Self::FacialHair,
        Self::Glasses,
        Self::Headwear,
        Self::Ears,
        Self::Body,
        Self::Marks,
        Self::Lines,
        Self::Earwear,
    ];

    /// The kinds that are read from photos. The others are people's own choice: a parser sees neither freckles nor hearing aids.
    pub const SEEN: [Self; 11] = [
        Self::Face,
        Self::Hair,
        Self::Brows,
        Self::Eyes,
        Self::Nose,
        Self::Mouth,
        Self::FacialHair,
        Self::Glasses,
        Self::Headwear,
        Self::Ears,
        Self::Body,
    ];

    /// The name used in manifests, recipes and on the command line.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Face => "face",
            Self::Hair => "hair",
            Self::Brows => "brows",
            Self::Eyes => "eyes",
            Self::Nose => "nose",
            Self::Mouth => "mouth",
            Self::FacialHair => "facial-hair",
            Self::Glasses => "glasses",
            Self::Headwear => "headwear",
            Self::Ears => "ears",
            Self::Body => "body",
            Self::Marks => "marks",
            Self::Lines => "lines",
            Self::Earwear => "earwear",
            Self::Prop => "prop",
        }
    }

    /// The kind of that name, of those a recipe can name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// Whether an avatar may go without it.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::FacialHair | Self::Glasses | Self::Headwear | Self::Marks | Self::Lines | Self::Earwear)
    }

    /// Whether people move it, so that its part may change from one moment to the next.
    pub(crate) const fn is_quick(self) -> bool {
        matches!(self, Self::Eyes | Self::Mouth)
    }

    /// Whether its parts show the same thing on both sides of the face, so that a turn to one side is mirrored on the other.
    #[must_use]
    pub const fn is_paired(self) -> bool {
        matches!(self, Self::Brows | Self::Eyes | Self::Ears)
    }
}

impl std::fmt::Display for Kind {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name())
    }
}

#[cfg(test)]
mod tests {
    use super::Kind;

    #[test]
    fn names_are_the_same_everywhere() {
        for kind in Kind::ALL {
            assert_eq!(Kind::from_name(kind.name()), Some(kind));
            assert_eq!(serde_json::to_value(kind).unwrap(), kind.name());
            assert_eq!(kind.to_string(), kind.name());
        }
        assert_eq!(Kind::from_name("Hair"), None);
        assert_eq!(Kind::from_name("prop"), None, "props belong to expressions");
        assert!(Kind::SEEN.iter().all(|k| Kind::ALL.contains(k)));
        assert!(Kind::ALL.is_sorted(), "recipes name kinds in this order");
    }
}
