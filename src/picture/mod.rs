//! Picture: from SVG to pixels and files. No text, no raster images and no outside reference is ever followed.

mod sprite;

use crate::photo::Similarity;
use resvg::tiny_skia::{Pixmap, Transform};
use std::panic::{AssertUnwindSafe, catch_unwind};

pub(crate) use sprite::{Canvas, Sprite, quick_png, sprite};

/// Largest picture, in pixels each way.
pub const MAX_SIZE: u32 = 4096;

/// Why a picture could not be made.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum PictureError {
    /// The size is not one a picture can have.
    #[error("a picture of {size} pixels was asked for; sizes from 1 to {MAX_SIZE} can be drawn")]
    Size {
        /// The size asked for.
        size: u32,
    },
    /// The SVG cannot be drawn.
    #[error("the drawing cannot be rendered: {detail}")]
    Svg {
        /// What the renderer said.
        detail: String,
    },
    /// The file format's encoder failed.
    #[error("the picture cannot be encoded: {detail}")]
    Encode {
        /// What the encoder said.
        detail: String,
    },
}

/// Renders a square SVG at `size` pixels each way: straight (not premultiplied) RGBA, row by row.
///
/// # Errors
///
/// [`PictureError`].
pub fn render(svg: &str, size: u32) -> Result<image::RgbaImage, PictureError> {
    // Said before the drawing is looked at: one that was composed for no size cannot be read either.
    if !(1..=MAX_SIZE).contains(&size) {
        return Err(PictureError::Size { size });
    }
    let tree = parse(svg)?;
    let width = tree.size().width();
    let scale = Similarity::scale_then_shift(f64::from(size) / f64::from(width), 0.0, 0.0);
    let pixels = pixels(&tree, size, scale)?;
    image::RgbaImage::from_raw(size, size, pixels).ok_or(PictureError::Size { size })
}

/// As [`render`], with the drawing's units placed by a map of one's own; `units` is the width of the drawing in those units.
pub(crate) fn render_with(svg: &str, size: u32, placed: Similarity, units: f64) -> Result<Vec<u8>, PictureError> {
    let tree = parse(svg)?;
    let to_units = Similarity::scale_then_shift(units / f64::from(tree.size().width()), 0.0, 0.0);
    pixels(&tree, size, to_units.then(&placed))
}

/// A PNG file without metadata.
///
/// # Errors
///
/// [`PictureError`].
pub fn png(svg: &str, size: u32) -> Result<Vec<u8>, PictureError> {
    encode(svg, size, image::ImageFormat::Png)
}

/// A lossless WebP file without metadata.
///
/// # Errors
///
/// [`PictureError`].
pub fn webp(svg: &str, size: u32) -> Result<Vec<u8>, PictureError> {
    encode(svg, size, image::ImageFormat::WebP)
}

fn encode(svg: &str, size: u32, format: image::ImageFormat) -> Result<Vec<u8>, PictureError> {
    encoded(&render(svg, size)?, format)
}

pub(crate) fn encoded(picture: &image::RgbaImage, format: image::ImageFormat) -> Result<Vec<u8>, PictureError> {
    let mut file = std::io::Cursor::new(Vec::new());
    picture.write_to(&mut file, format).map_err(|e| PictureError::Encode { detail: e.to_string() })?;
    Ok(file.into_inner())
}

fn parse(svg: &str) -> Result<usvg::Tree, PictureError> {
    let nothing = usvg::ImageHrefResolver { resolve_data: Box::new(|_, _, _| None), resolve_string: Box::new(|_, _| None) };
    let options = usvg::Options { image_href_resolver: nothing, ..usvg::Options::default() };
    contained(|| usvg::Tree::from_str(svg, &options))?.map_err(|e| PictureError::Svg { detail: e.to_string() })
}

/// Runs the renderer, which has assertions of its own that a drawing of an untrusted pack may break: a panic becomes an error here, at the edge, and
/// never reaches the app. That is sound: the renderer keeps no state between calls, and what it was working on is dropped with the error.
/// (It needs unwinding, the default. The process's own panic hook still sees the panic: a library must not replace it.)
fn contained<T>(work: impl FnOnce() -> T) -> Result<T, PictureError> {
    let panicked = |_| PictureError::Svg { detail: "the renderer gave up on it".into() };
    catch_unwind(AssertUnwindSafe(work)).map_err(panicked)
}

fn pixels(tree: &usvg::Tree, size: u32, placed: Similarity) -> Result<Vec<u8>, PictureError> {
    let mut pixmap = (size <= MAX_SIZE).then(|| Pixmap::new(size, size)).flatten().ok_or(PictureError::Size { size })?;
    let Similarity { a, b, tx, ty } = placed;
    let transform = Transform::from_row(a as f32, b as f32, -b as f32, a as f32, tx as f32, ty as f32);
    contained(|| resvg::render(tree, transform, &mut pixmap.as_mut()))?;
    let mut data = pixmap.take();
    straighten(&mut data);
    Ok(data)
}

/// Takes the opacity out of the colours.
fn straighten(data: &mut [u8]) {
    for p in data.chunks_exact_mut(4) {
        let alpha = u32::from(p[3]);
        if alpha != 0 && alpha != 255 {
            for c in &mut p[..3] {
                *c = ((u32::from(*c) * 255 + alpha / 2) / alpha).min(255) as u8;
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{PictureError, contained};

    #[test]
    fn a_panic_of_the_renderer_is_an_error() {
        assert_eq!(contained(|| 1), Ok(1));
        assert!(matches!(contained(|| -> u8 { panic!("on purpose") }), Err(PictureError::Svg { .. })));
    }
}
