//! What a photo shows in words.

use selfmoji::{attributes, colour};

/// Declares an enum with the cases of one of the library's, and the way from it.
macro_rules! words {
    ($(#[$about:meta])* $name:ident of $theirs:ty { $($(#[$doc:meta])* $case:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, uniffi::Enum)]
        pub enum $name { $($(#[$doc])* $case),* }

        impl From<$theirs> for $name {
            fn from(word: $theirs) -> Self {
                match word { $(<$theirs>::$case => Self::$case),* }
            }
        }
    };
}

words! {
    /// What is worn before the eyes.
    Glasses of attributes::Glasses {
        /// Nothing.
        None,
        /// Glasses through which the eyes are seen.
        Clear,
        /// Sunglasses.
        Sun,
    }
}

words! {
    /// What is worn on the head.
    Headwear of attributes::Headwear {
        /// Nothing.
        None,
        /// Hat, cap, helmet, hood.
        Hat,
        /// Headscarf, hijab, turban.
        Scarf,
    }
}

words! {
    /// Facial hair.
    FacialHair of attributes::FacialHair {
        /// None.
        None,
        /// Some days old.
        Stubble,
        /// On the upper lip only.
        Moustache,
        /// On the chin, with or without a moustache.
        Goatee,
        /// Along the jaw.
        Full,
    }
}

words! {
    /// Length of the hair.
    HairLength of attributes::HairLength {
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
}

words! {
    /// Colour of the hair, by families.
    HairColour of colour::HairColour {
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
}

words! {
    /// The mouth.
    Mouth of attributes::Mouth {
        /// Lips together, at rest.
        Closed,
        /// Lips together, smiling.
        Smile,
        /// Teeth showing.
        Teeth,
        /// Open.
        Open,
    }
}

/// What a photo shows in words: visible things only, each of which a user can change. Nothing is inferred about gender or race.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Attributes {
    /// Glasses.
    pub glasses: Glasses,
    /// Headwear.
    pub headwear: Headwear,
    /// Facial hair.
    pub facial_hair: FacialHair,
    /// Length of the hair.
    pub hair_length: HairLength,
    /// Hair colour; none of a bald head, or where too little hair is seen.
    pub hair_colour: Option<HairColour>,
    /// Whether hair falls over the forehead; none where that cannot be seen.
    pub fringe: Option<bool>,
    /// The mouth.
    pub mouth: Mouth,
    /// Skin tone on the Monk scale, 1 (lightest) to 10 (darkest).
    pub skin_tone: i32,
}

impl From<&attributes::Attributes> for Attributes {
    fn from(seen: &attributes::Attributes) -> Self {
        Self {
            glasses: seen.glasses.into(),
            headwear: seen.headwear.into(),
            facial_hair: seen.facial_hair.into(),
            hair_length: seen.hair_length.into(),
            hair_colour: seen.hair_colour.map(Into::into),
            fringe: seen.fringe,
            mouth: seen.mouth.into(),
            skin_tone: seen.skin_tone.into(),
        }
    }
}
