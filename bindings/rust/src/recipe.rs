//! Recipes as plain values.

use crate::{Kind, SelfmojiError};
use selfmoji::recipe;
use std::collections::HashMap;

/// The choices of one avatar: a small value to be kept for years, which draws the same picture after every update. It holds no measurement of a face.
///
/// Save it as Selfmoji's own JSON, which every version reads.
#[derive(Debug, Clone, PartialEq, uniffi::Record)]
pub struct Recipe {
    /// Name of the style pack.
    pub pack: String,
    /// Version of the style pack that the choices were made from, for instance `1.1.0`.
    pub version: String,
    /// Part ids. Optional kinds that are absent here are absent from the avatar.
    pub parts: HashMap<Kind, String>,
    /// For each colour role a swatch id of the pack's palette, or `#rrggbb`.
    pub colours: HashMap<String, String>,
    /// Adjustments of whole kinds; mostly empty.
    pub transforms: HashMap<Kind, Adjust>,
    /// Values of axes by kind, -1 to 1; a part is as drawn at 0, which need not be named.
    pub axes: HashMap<Kind, HashMap<String, f32>>,
    /// The expression; `neutral` leaves the parts as they are.
    pub expression: String,
}

/// Moves and scales all parts of a kind about the pack's pivot for it, or the middle of the canvas.
#[derive(Debug, Clone, Copy, PartialEq, uniffi::Record)]
pub struct Adjust {
    /// To the right, in canvas units, -64 to 64.
    pub dx: f32,
    /// Down, in canvas units, -64 to 64.
    pub dy: f32,
    /// Scale, 0.5 to 2.
    pub scale: f32,
}

/// Reads a recipe from JSON, as every part of Selfmoji writes it.
///
/// Throws the case Recipe where the text is no recipe that this version knows, or a value is out of range.
#[uniffi::export]
pub fn recipe_from_json(json: String) -> Result<Recipe, SelfmojiError> {
    Ok((&recipe::Recipe::from_json(&json)?).into())
}

/// The recipe as JSON, indented, with a fixed order of its fields.
///
/// Throws the case Recipe where a value is out of range.
#[uniffi::export]
pub fn recipe_to_json(recipe: Recipe) -> Result<String, SelfmojiError> {
    Ok(recipe.theirs()?.to_json())
}

impl Recipe {
    /// The library's recipe.
    pub(crate) fn theirs(self) -> Result<recipe::Recipe, SelfmojiError> {
        let version = semver::Version::parse(&self.version);
        let version = version.map_err(|e| SelfmojiError::Recipe(format!("the recipe cannot be used: version: {e}")))?;
        let adjust = |a: Adjust| recipe::Adjust { dx: a.dx, dy: a.dy, scale: a.scale };
        let theirs = recipe::Recipe {
            format: recipe::FORMAT,
            pack: self.pack,
            version,
            parts: self.parts.into_iter().map(|(kind, id)| (kind.into(), id)).collect(),
            colours: self.colours.into_iter().collect(),
            transforms: self.transforms.into_iter().map(|(kind, a)| (kind.into(), adjust(a))).collect(),
            axes: self.axes.into_iter().map(|(kind, axes)| (kind.into(), axes.into_iter().collect())).collect(),
            expression: self.expression,
        };
        theirs.check()?;
        Ok(theirs)
    }
}

impl From<&recipe::Recipe> for Recipe {
    fn from(theirs: &recipe::Recipe) -> Self {
        let adjust = |a: &recipe::Adjust| Adjust { dx: a.dx, dy: a.dy, scale: a.scale };
        Self {
            pack: theirs.pack.clone(),
            version: theirs.version.to_string(),
            parts: theirs.parts.iter().filter_map(|(kind, id)| Some((Kind::of(*kind)?, id.clone()))).collect(),
            colours: theirs.colours.clone().into_iter().collect(),
            transforms: theirs.transforms.iter().filter_map(|(kind, a)| Some((Kind::of(*kind)?, adjust(a)))).collect(),
            axes: theirs.axes.iter().filter_map(|(kind, axes)| Some((Kind::of(*kind)?, axes.clone().into_iter().collect()))).collect(),
            expression: theirs.expression.clone(),
        }
    }
}
