//! Recipe: the resolved choices that make one person's emoji. Small JSON, made to be kept for years.
//!
//! A recipe names the pack and the version it was made with, the parts, the colours and the adjustments; nothing in it is worked out again
//! when it is drawn. It holds no measurement of a face.

use crate::kind::Kind;
use semver::Version;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

/// The recipe format this version reads and writes.
pub const FORMAT: u32 = 1;
/// Largest recipe that is read, in bytes.
const MAX_BYTES: usize = 64 << 10;

/// The choices of one avatar.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Recipe {
    /// [`FORMAT`].
    pub format: u32,
    /// Name of the style pack.
    pub pack: String,
    /// Version of the style pack that the choices were made from.
    pub version: Version,
    /// Part ids. Optional kinds that are absent here are absent from the avatar.
    pub parts: BTreeMap<Kind, String>,
    /// For each colour role a swatch id of the pack's palette, or `#rrggbb`.
    pub colours: BTreeMap<String, String>,
    /// Adjustments of whole kinds.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub transforms: BTreeMap<Kind, Adjust>,
    /// Values of axes by kind, -1 to 1; a part is as drawn at 0, which need not be named.
    #[serde(default, skip_serializing_if = "BTreeMap::is_empty")]
    pub axes: BTreeMap<Kind, BTreeMap<String, f32>>,
    /// The expression; `neutral` leaves the parts as they are.
    #[serde(default = "neutral")]
    pub expression: String,
}

/// Moves and scales all parts of a kind about the pack's pivot for it, or the middle of the canvas.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Adjust {
    /// To the right, in canvas units, -64 to 64.
    #[serde(default)]
    pub dx: f32,
    /// Down, in canvas units, -64 to 64.
    #[serde(default)]
    pub dy: f32,
    /// Scale, 0.5 to 2.
    #[serde(default = "one")]
    pub scale: f32,
}

fn one() -> f32 {
    1.0
}

fn neutral() -> String {
    "neutral".into()
}

/// Why a recipe cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("the recipe cannot be used: {detail}")]
pub struct RecipeError {
    /// What is wrong, with line and column where known.
    pub detail: String,
}

impl Recipe {
    /// Reads a recipe from JSON.
    ///
    /// # Errors
    ///
    /// [`RecipeError`] where the text is no recipe of a format this version knows, or a value is out of range.
    pub fn from_json(json: &str) -> Result<Self, RecipeError> {
        let wrong = |detail: String| RecipeError { detail };
        if json.len() > MAX_BYTES {
            return Err(wrong(format!("{} bytes long; a recipe has at most {MAX_BYTES}", json.len())));
        }
        // Some editors put a byte order mark first.
        let json = json.trim_start_matches('\u{feff}').trim_start();
        if !json.starts_with('{') {
            return Err(wrong("a recipe is a JSON object, `{...}`".into()));
        }
        let recipe: Self = serde_json::from_str(json).map_err(|e| wrong(e.to_string().escape_debug().to_string()))?;
        recipe.check()?;
        Ok(recipe)
    }

    /// Whether its values are such as [`Recipe::from_json`] accepts, for recipes that came otherwise. Whether a pack has what it names is seen when it is drawn.
    ///
    /// # Errors
    ///
    /// [`RecipeError`] where the format is not known, or a value is out of range.
    pub fn check(&self) -> Result<(), RecipeError> {
        let wrong = |detail: String| RecipeError { detail };
        if self.format != FORMAT {
            return Err(wrong(format!("format {} is not known; this version reads format {FORMAT}", self.format)));
        }
        if self.parts.contains_key(&Kind::Prop) || self.axes.contains_key(&Kind::Prop) || self.transforms.contains_key(&Kind::Prop) {
            return Err(wrong("prop: props belong to expressions; name an expression instead".into()));
        }
        for (kind, axes) in &self.axes {
            if let Some((axis, value)) = axes.iter().find(|(_, v)| !(-1.0..=1.0).contains(*v)) {
                return Err(wrong(format!("axes.{kind}.{}: {value} is not within -1 to 1", axis.escape_debug())));
            }
        }
        for (kind, Adjust { dx, dy, scale }) in &self.transforms {
            if !((-64.0..=64.0).contains(dx) && (-64.0..=64.0).contains(dy) && (0.5..=2.0).contains(scale)) {
                return Err(wrong(format!("transforms.{kind}: dx and dy must be within -64 to 64 and scale within 0.5 to 2")));
            }
        }
        Ok(())
    }

    /// The recipe as JSON, indented, with a fixed order of its fields.
    #[must_use]
    pub fn to_json(&self) -> String {
        // Strings, numbers and maps with string keys: there is nothing here that JSON cannot hold.
        serde_json::to_string_pretty(self).unwrap_or_default()
    }
}
