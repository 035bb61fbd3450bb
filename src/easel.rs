//! Easel: many pictures in a short time. It keeps the rendered layers of earlier pictures, so that the next one only renders what it does not share with them:
//! an editor's choices, a person's expressions, the frames of a movement, a page of avatars.
//!
//! ```
//! use selfmoji::{easel::Easel, edit, pack::Pack};
//!
//! # fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let pack = Pack::classic()?;
//! let easel = Easel::new();
//! for seed in ["ada", "grace", "hedy"] {
//!     std::fs::write(std::env::temp_dir().join(format!("{seed}.png")), easel.png(&pack, &edit::random(&pack, seed), 128)?)?;
//! }
//! # Ok(())
//! # }
//! ```
//!
//! A picture is the same every time, whatever was drawn before. It is not byte for byte that of [`picture::png`], which renders the whole SVG at once: where soft
//! edges of two layers meet, a channel may differ by a few of 255, as rounding happens in another order.

use crate::compose;
use crate::pack::{Pack, PackError};
use crate::picture::{self, PictureError, Sprite};
use crate::recipe::Recipe;
use std::collections::{HashMap, HashSet, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};

/// Why a picture could not be drawn.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum EaselError {
    /// The recipe cannot be drawn with this pack.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// The picture cannot be made.
    #[error(transparent)]
    Picture(#[from] PictureError),
}

/// Draws recipes and keeps rendered layers. Share it between threads: everything takes `&self`.
#[derive(Debug)]
pub struct Easel {
    kept: Mutex<Kept>,
    budget: usize,
}

/// Rendered layers by the size of the picture and their SVG.
#[derive(Debug, Default)]
struct Kept {
    sprites: HashMap<Key, Arc<Sprite>>,
    /// Oldest first; whether it was used again.
    order: VecDeque<Key>,
    used: HashSet<Key>,
    bytes: usize,
}

type Key = (u32, Arc<str>);

impl Kept {
    fn get(&mut self, key: &Key) -> Option<Arc<Sprite>> {
        let sprite = self.sprites.get(key)?;
        self.used.insert(key.clone());
        Some(Arc::clone(sprite))
    }

    /// Makes room by second chance (Corbató, 1968): what was used again since its last turn stays for another.
    fn put(&mut self, key: Key, sprite: &Arc<Sprite>, budget: usize) {
        if self.sprites.insert(key.clone(), Arc::clone(sprite)).is_none() {
            self.bytes += sprite.bytes() + key.1.len();
            self.order.push_back(key);
        }
        while self.bytes > budget {
            let Some(oldest) = self.order.pop_front() else { break };
            if self.used.remove(&oldest) {
                self.order.push_back(oldest);
            } else if let Some(gone) = self.sprites.remove(&oldest) {
                self.bytes -= gone.bytes() + oldest.1.len();
            }
        }
    }
}

impl Default for Easel {
    fn default() -> Self {
        Self::new()
    }
}

impl Easel {
    /// An easel that keeps up to 64 MiB of layers: some thousand at 128 pixels, some hundred at 512. A server that draws many people wants more.
    #[must_use]
    pub fn new() -> Self {
        Self::with_budget(64 << 20)
    }

    /// An easel that keeps up to `bytes` of layers. Those that were used once go first.
    #[must_use]
    pub fn with_budget(bytes: usize) -> Self {
        Self { kept: Mutex::default(), budget: bytes }
    }

    /// The picture of a recipe, `size` pixels each way: straight (not premultiplied) RGBA, row by row.
    ///
    /// # Errors
    ///
    /// [`EaselError`].
    pub fn draw(&self, pack: &Pack, recipe: &Recipe, size: u32) -> Result<image::RgbaImage, EaselError> {
        self.draw_at(pack, recipe, size, 0.0)
    }

    /// As [`Easel::draw`], at a moment of the expression's loop; see [`compose::svg_at`].
    ///
    /// # Errors
    ///
    /// [`EaselError`].
    pub fn draw_at(&self, pack: &Pack, recipe: &Recipe, size: u32, phase: f32) -> Result<image::RgbaImage, EaselError> {
        let mut canvas = picture::Canvas::new(size)?;
        for piece in compose::pieces(pack, recipe, phase)? {
            canvas.put(&*self.sprite(piece, size)?);
        }
        Ok(canvas.finish())
    }

    /// A PNG file without metadata, made for speed: a little larger than that of [`picture::png`].
    ///
    /// # Errors
    ///
    /// [`EaselError`].
    pub fn png(&self, pack: &Pack, recipe: &Recipe, size: u32) -> Result<Vec<u8>, EaselError> {
        Ok(picture::quick_png(&self.draw(pack, recipe, size)?)?)
    }

    fn sprite(&self, piece: String, size: u32) -> Result<Arc<Sprite>, EaselError> {
        let key = (size, Arc::from(piece));
        if let Some(sprite) = self.lock().get(&key) {
            return Ok(sprite);
        }
        // Rendered outside the lock: two threads may render the same layer once each, which is cheaper than waiting for one another.
        let sprite = Arc::new(picture::sprite(&key.1, size)?);
        self.lock().put(key, &sprite, self.budget);
        Ok(sprite)
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Kept> {
        // A panic elsewhere leaves whole sprites only.
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit;

    #[test]
    fn what_was_drawn_before_makes_no_difference_and_nearly_none_to_the_whole_svg() {
        let pack = Pack::classic().unwrap();
        let (warm, tiny) = (Easel::new(), Easel::with_budget(0));
        for i in 0..24 {
            let mut recipe = edit::random(&pack, &format!("easel {i}"));
            recipe.expression = ["neutral", "laughing", "waving", "winking"][i % 4].into();
            let drawn = warm.draw(&pack, &recipe, 96).unwrap();
            assert_eq!(drawn, warm.draw(&pack, &recipe, 96).unwrap());
            assert_eq!(drawn, tiny.draw(&pack, &recipe, 96).unwrap());
            let whole = picture::render(&compose::svg(&pack, &recipe, 96).unwrap(), 96).unwrap();
            let far = |(a, b): &(&image::Rgba<u8>, &image::Rgba<u8>)| a[3].max(b[3]) > 16 && (0..4).any(|c| a[c].abs_diff(b[c]) > 12);
            let count = drawn.pixels().zip(whole.pixels()).filter(far).count();
            assert!(count < 10, "{i}: {count} pixels are far from those of the whole SVG");
        }
        assert!(tiny.lock().sprites.is_empty() && tiny.lock().bytes == 0 && warm.lock().bytes > 0);
    }

    #[test]
    fn what_cannot_be_drawn_is_said() {
        let pack = Pack::classic().unwrap();
        let recipe = edit::random(&pack, "x");
        let easel = Easel::new();
        for size in [0, picture::MAX_SIZE + 1] {
            assert!(matches!(easel.draw(&pack, &recipe, size), Err(EaselError::Picture(PictureError::Size { .. }))));
        }
        let other = Recipe { pack: "other".into(), ..recipe };
        assert!(matches!(easel.draw(&pack, &other, 8), Err(EaselError::Pack(PackError::OtherPack { .. }))));
    }
}
