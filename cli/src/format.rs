//! The formats an emoji is written in, and how one is chosen.

use crate::failure::Failure;
use clap::ValueEnum;
use selfmoji::pack::Pack;
use selfmoji::recipe::Recipe;
use selfmoji::{compose, picture};
use std::path::Path;

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Format {
    /// A picture with transparency
    Png,
    /// The same, smaller; lossless
    Webp,
    /// The drawing itself
    Svg,
    /// The recipe: the choices, to be drawn later
    Json,
}

impl Format {
    /// What was asked for, else what the output's ending says, else PNG.
    pub(crate) fn choose(asked: Option<Self>, output: Option<&Path>) -> Result<Self, String> {
        match (asked, output) {
            (Some(format), _) => Ok(format),
            (None, None) => Ok(Self::Png),
            (None, Some(path)) => Self::of_ending(path),
        }
    }

    fn of_ending(path: &Path) -> Result<Self, String> {
        let Some(ending) = path.extension() else { return Ok(Self::Png) };
        let known = Self::value_variants().iter().find(|f| ending.eq_ignore_ascii_case(f.ending()));
        known.copied().ok_or_else(|| {
            let (path, ending) = (path.display(), ending.display());
            format!("{path}: the ending .{ending} names no format; end in .png, .webp, .svg or .json, or say which with --format")
        })
    }

    pub(crate) const fn ending(self) -> &'static str {
        match self {
            Self::Png => "png",
            Self::Webp => "webp",
            Self::Svg => "svg",
            Self::Json => "json",
        }
    }

    /// The file's content.
    pub(crate) fn encode(self, pack: &Pack, recipe: &Recipe, size: u32) -> Result<Vec<u8>, Failure> {
        let svg = || compose::svg(pack, recipe, size);
        Ok(match self {
            Self::Png => picture::png(&svg()?, size)?,
            Self::Webp => picture::webp(&svg()?, size)?,
            Self::Svg => svg()?.into_bytes(),
            Self::Json => (recipe.to_json() + "\n").into_bytes(),
        })
    }
}
