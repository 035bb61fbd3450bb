//! Attributes: what a photo shows in words, from its class map and colours. Neutral, visible things only, each one a tag a user can change.
//!
//! People recognise discrete qualities before outlines, so these sharpen the ranking of parts (see [`crate::matching`]).

mod by_rule;
mod evidence;
mod heads;
mod texture;

use crate::colour::HairColour;
use serde::Serialize;

use crate::colour::Colours;
use crate::parse::Answers;

pub(crate) use evidence::Evidence;

/// Decides every attribute: by the parser's heads where it has them, otherwise by rules on its class map.
pub(crate) fn decide(evidence: &Evidence, colours: &Colours, answers: Option<&Answers>) -> Attributes {
    match answers {
        Some(answers) => heads::decide(answers, evidence, colours),
        None => by_rule::decide(evidence, colours),
    }
}

/// What is worn before the eyes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum Glasses {
    None,
    Clear,
    Sun,
}

/// What is worn on the head.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Headwear {
    /// Nothing.
    None,
    /// Hat, cap, helmet, hood.
    Hat,
    /// Headscarf, hijab, turban.
    Scarf,
}

/// Facial hair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
#[allow(missing_docs)]
pub enum FacialHair {
    None,
    Stubble,
    Moustache,
    /// On the chin, with or without a moustache.
    Goatee,
    /// Along the jaw.
    Full,
}

/// Length of the hair.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum HairLength {
    /// None, or hardly any on top.
    Bald,
    /// Ends above the jaw.
    Short,
    /// Ends between jaw and shoulders.
    Medium,
    /// Reaches the shoulders or further.
    Long,
    /// Hidden by headwear or by the edge of the photo.
    Unknown,
}

/// The mouth.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Mouth {
    /// Lips together, at rest.
    Closed,
    /// Lips together, smiling.
    Smile,
    /// Teeth showing.
    Teeth,
    /// Open.
    Open,
}

/// What a photo shows in words.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Attributes {
    /// Glasses.
    pub glasses: Glasses,
    /// Headwear.
    pub headwear: Headwear,
    /// Facial hair.
    pub facial_hair: FacialHair,
    /// Length of the hair.
    pub hair_length: HairLength,
    /// Hair colour; `None` (in JSON `"unknown"`) of a bald head, or where too little hair is seen.
    #[serde(serialize_with = "or_unknown")]
    pub hair_colour: Option<HairColour>,
    /// Whether hair falls over the forehead; `None` (in JSON `null`) where it cannot be seen.
    pub fringe: Option<bool>,
    /// The mouth.
    pub mouth: Mouth,
    /// Skin tone on the Monk scale, 1 (lightest) to 10.
    pub skin_tone: u8,
}

fn or_unknown<S: serde::Serializer>(colour: &Option<HairColour>, to: S) -> Result<S::Ok, S::Error> {
    match colour {
        Some(colour) => colour.serialize(to),
        None => to.serialize_str("unknown"),
    }
}

macro_rules! words {
    ($($kind:ident { $($variant:ident $word:literal),* }),* $(,)?) => {
        $(impl $kind {
            /// The word used in tags and in JSON.
            #[must_use]
            pub const fn word(self) -> &'static str {
                match self { $(Self::$variant => $word),* }
            }
        })*
    };
}

words! {
    Glasses { None "none", Clear "clear", Sun "sun" },
    Headwear { None "none", Hat "hat", Scarf "scarf" },
    FacialHair { None "none", Stubble "stubble", Moustache "moustache", Goatee "goatee", Full "full" },
    HairLength { Bald "bald", Short "short", Medium "medium", Long "long", Unknown "unknown" },
    Mouth { Closed "closed", Smile "smile", Teeth "teeth", Open "open" },
}
