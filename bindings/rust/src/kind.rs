//! The part kinds.

use selfmoji::kind::Kind as Theirs;

/// Declares the enum and the ways from and to the library's.
macro_rules! kinds {
    ($(#[$about:meta])* $name:ident { $($(#[$doc:meta])* $case:ident,)* }) => {
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, uniffi::Enum)]
        pub enum $name { $($(#[$doc])* $case),* }

        impl $name {
            /// None for kinds that belong to expressions and are never part of a recipe.
            pub(crate) fn of(kind: Theirs) -> Option<Self> {
                match kind { $(Theirs::$case => Some(Self::$case),)* _ => None }
            }
        }

        impl From<$name> for Theirs {
            fn from(kind: $name) -> Self {
                match kind { $($name::$case => Self::$case),* }
            }
        }
    };
}

kinds! {
    /// One of the kinds of parts an avatar is put together from.
    Kind {
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
    }
}
