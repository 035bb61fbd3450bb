//! Selfmoji for Kotlin and Swift. Types and calls only: what they mean is in the library, and nothing is decided here.
//!
//! Every call returns a `Result`, because a panic that crosses into Swift ends the app unless the function may throw. Comments on public items are
//! the documentation
//! of both languages, so they speak of neither, and name no Rust type.

mod avatar;
mod change;
mod easel;
mod emoji;
mod error;
mod face;
mod kind;
mod live;
mod numbers;
mod options;
mod pack;
mod photo;
mod progress;
mod reading;
mod recipe;
mod sticker;
mod studio;
mod words;

pub use avatar::{Avatar, Candidate, Ranking};
pub use change::Change;
pub use easel::Easel;
pub use emoji::{
    Concepts, Emoji, EmojiRanker, EmojiSet, PhotoQuery, SaidWord, SeenConcept, Sight, SkinTone, SuggestOptions, Suggestion, Suggestions, Words,
    skin_tone_of,
};
pub use error::SelfmojiError;
pub use face::{Face, FaceBox, FacePoint};
pub use kind::Kind;
pub use live::{Live, LiveFrame};
pub use options::{AxisOption, ColourOptions, EditOptions, ExpressionOption, KindOptions, PackInfo, PartOption, SwatchOption, Tab};
pub use pack::{Pack, bundled_pack_names};
pub use photo::{Photo, PhotoLimits};
pub use progress::{ProgressError, ProgressListener};
pub use reading::Reading;
pub use recipe::{Adjust, Recipe, recipe_from_json, recipe_to_json};
pub use sticker::{Sticker, StickerFile, StickerSet, StickersWanted};
pub use studio::{Studio, StudioOptions, Style};
pub use words::{Attributes, FacialHair, Glasses, HairColour, HairLength, Headwear, Mouth};

uniffi::setup_scaffolding!("selfmoji");

/// The version of the library, as in its changelog, for instance `0.1.0`.
///
/// Fails never; it may throw as every call may, should the library be damaged.
#[uniffi::export]
pub fn version() -> Result<String, SelfmojiError> {
    Ok(env!("CARGO_PKG_VERSION").to_owned())
}
