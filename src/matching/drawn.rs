//! Drawn parts as the matcher sees them: on the pack's plainest head, in the canonical frame.

use crate::compose;
use crate::kind::Kind;
use crate::pack::{Pack, PackError};
use crate::parse::ClassMap;
use crate::parts::{Crop, View};
use crate::photo::Similarity;
use crate::picture;
use crate::recipe::Recipe;
use image::RgbImage;
use std::collections::BTreeMap;

/// Side of the maps that drawn parts are cut from: that of the parser's frame.
const SIDE: u32 = 256;

/// What a view shows of a drawn part: the counterpart of a photo's [`Crop::cut`].
///
/// # Errors
///
/// [`PackError::NoSuchPart`].
pub fn drawn_crop(pack: &Pack, view: View, id: &str) -> Result<Crop, PackError> {
    Ok(Drawn::of(pack, view.kind(), id, false)?.crop(view))
}

/// A drawn part as a photo's part would be seen.
pub(crate) struct Drawn {
    map: ClassMap,
    pub(crate) picture: Option<RgbImage>,
}

impl Drawn {
    /// Draws a part on the pack's plainest head: the first part of every kind that an avatar must have, without hair unless it is hair.
    pub(crate) fn of(pack: &Pack, kind: Kind, id: &str, with_picture: bool) -> Result<Self, PackError> {
        let recipe = plain(pack, kind, id);
        let shown: Vec<Kind> = Kind::ALL.into_iter().filter(|&k| k == kind || !(k.is_optional() || k == Kind::Hair)).collect();
        let map = compose::class_map(pack, &recipe, &shown, SIDE as usize)?;
        let picture = with_picture.then(|| in_frame(pack, &recipe)).transpose()?;
        Ok(Self { map, picture })
    }

    pub(crate) fn crop(&self, view: View) -> Crop {
        Crop::cut(&self.map, view)
    }
}

fn plain(pack: &Pack, kind: Kind, id: &str) -> Recipe {
    let first = |k: Kind| pack.parts(k).first().map(|p| (k, p.id.clone()));
    let mut parts: BTreeMap<Kind, String> = Kind::ALL.into_iter().filter(|k| !k.is_optional()).filter_map(first).collect();
    parts.insert(kind, id.into());
    Recipe { parts, ..pack.blank() }
}

/// The avatar as a picture in the canonical frame, on white.
fn in_frame(pack: &Pack, recipe: &Recipe) -> Result<RgbImage, PackError> {
    let svg = compose::svg(pack, recipe, SIDE)?;
    let canvas = f64::from(pack.manifest().canvas);
    let placed = pack.to_frame().then(&Similarity::scale_then_shift(f64::from(SIDE), 0.0, 0.0));
    let pixels = picture::render_with(&svg, SIDE, placed, canvas).map_err(|e| PackError::Render { detail: e.to_string() })?;
    Ok(RgbImage::from_fn(SIDE, SIDE, |x, y| {
        let i = ((y * SIDE + x) * 4) as usize;
        let alpha = u32::from(pixels[i + 3]);
        image::Rgb([0, 1, 2].map(|c| ((u32::from(pixels[i + c]) * alpha + 255 * (255 - alpha)) / 255) as u8))
    }))
}
