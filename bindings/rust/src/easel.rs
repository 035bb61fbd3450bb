//! Drawing quickly.

use crate::{Pack, Recipe, SelfmojiError, numbers};
use selfmoji::easel;
use std::sync::Arc;

/// Draws many pictures quickly by keeping rendered layers: an editor's choices, a person's expressions, the frames of a movement. Safe to share
/// between threads.
///
/// A picture is the same every time; it may differ from the pack's own by a few of 255 at soft edges.
#[derive(Debug, uniffi::Object)]
pub struct Easel(easel::Easel);

#[uniffi::export]
impl Easel {
    /// An easel that keeps up to so many bytes of layers. Default: 64 MiB, some thousand layers at 128 pixels.
    #[uniffi::constructor(default(budget_bytes = 67108864))]
    pub fn new(budget_bytes: i64) -> Result<Arc<Self>, SelfmojiError> {
        Ok(Arc::new(Self(easel::Easel::with_budget(numbers::bound(budget_bytes, usize::MAX)))))
    }

    /// The picture of a recipe, `size` pixels each way (1 to 4096): straight (not premultiplied) RGBA, row by row, 4 bytes a pixel.
    ///
    /// `phase` is the moment of the expression's movement, 0 to 1, of which a whole lasts 1.6 seconds; the still picture is that of 0. Throws OtherPack, Recipe and Picture.
    #[uniffi::method(default(phase = 0.0))]
    pub fn rgba(&self, pack: &Pack, recipe: Recipe, size: i32, phase: f32) -> Result<Vec<u8>, SelfmojiError> {
        Ok(self.0.draw_at(&pack.0, &recipe.theirs()?, numbers::size(size)?, phase)?.into_raw())
    }

    /// The same as a PNG file without metadata, made for speed.
    ///
    /// Throws OtherPack, Recipe and Picture.
    pub fn png(&self, pack: &Pack, recipe: Recipe, size: i32) -> Result<Vec<u8>, SelfmojiError> {
        Ok(self.0.png(&pack.0, &recipe.theirs()?, numbers::size(size)?)?)
    }
}
