//! Kind: the part kinds an avatar is made of. A part is only ever compared with parts of its own kind.

use serde::{Deserialize, Serialize};

/// One of the parts an avatar is put together from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
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
}

impl Kind {
    /// All kinds, in the order they are named in a recipe.
    pub const ALL: [Self; 11] = [
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
        }
    }

    /// The kind of that name.
    #[must_use]
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|k| k.name() == name)
    }

    /// Whether an avatar may go without it.
    #[must_use]
    pub const fn is_optional(self) -> bool {
        matches!(self, Self::FacialHair | Self::Glasses | Self::Headwear)
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
        assert!(Kind::ALL.is_sorted(), "recipes name kinds in this order");
    }
}
