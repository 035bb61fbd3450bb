//! Sprites: layers rendered by themselves, cropped to what they cover, and laid over each other.

use super::{MAX_SIZE, PictureError, contained, parse, straighten};
use image::codecs::png::{CompressionType, FilterType, PngEncoder};
use image::{ExtendedColorType, ImageEncoder, RgbaImage};
use resvg::tiny_skia::{Pixmap, Transform};

/// A rendered layer: premultiplied RGBA, and where it lies in its picture.
#[derive(Debug)]
pub(crate) struct Sprite {
    x: u32,
    y: u32,
    width: u32,
    pixels: Vec<[u8; 4]>,
}

impl Sprite {
    pub(crate) fn bytes(&self) -> usize {
        self.pixels.len() * 4 + size_of::<Self>()
    }
}

/// Renders an SVG for a picture of `size` pixels each way.
pub(crate) fn sprite(svg: &str, size: u32) -> Result<Sprite, PictureError> {
    let tree = parse(svg)?;
    let scale = size as f32 / tree.size().width();
    let bounds = tree.root().abs_layer_bounding_box();
    // A pixel more on each side for soft edges.
    let place = |v: f32| ((v * scale) as i64).clamp(0, i64::from(size)) as u32;
    let (x, y) = (place(bounds.x() - 1.0 / scale), place(bounds.y() - 1.0 / scale));
    let (right, bottom) = (place(bounds.right() + 2.0 / scale), place(bounds.bottom() + 2.0 / scale));
    if right <= x || bottom <= y {
        return Ok(Sprite { x: 0, y: 0, width: 0, pixels: Vec::new() });
    }
    let mut pixmap = Pixmap::new(right - x, bottom - y).ok_or(PictureError::Size { size })?;
    let transform = Transform::from_scale(scale, scale).post_translate(-(x as f32), -(y as f32));
    contained(|| resvg::render(&tree, transform, &mut pixmap.as_mut()))?;
    let pixels = pixmap.data().chunks_exact(4).map(|p| [p[0], p[1], p[2], p[3]]).collect();
    Ok(Sprite { x, y, width: right - x, pixels })
}

/// A picture that sprites are put on.
#[derive(Debug)]
pub(crate) struct Canvas {
    size: u32,
    pixels: Vec<u8>,
}

impl Canvas {
    pub(crate) fn new(size: u32) -> Result<Self, PictureError> {
        if size == 0 || size > MAX_SIZE {
            return Err(PictureError::Size { size });
        }
        Ok(Self { size, pixels: vec![0; size as usize * size as usize * 4] })
    }

    /// Source over destination (Porter and Duff, 1984).
    pub(crate) fn put(&mut self, sprite: &Sprite) {
        if sprite.width == 0 {
            return;
        }
        let row = self.size as usize * 4;
        let start = sprite.y as usize * row + sprite.x as usize * 4;
        for (line, above) in self.pixels[start..].chunks_mut(row).zip(sprite.pixels.chunks_exact(sprite.width as usize)) {
            for (under, over) in line.chunks_exact_mut(4).zip(above) {
                match over[3] {
                    0 => {}
                    255 => under.copy_from_slice(over),
                    alpha => {
                        let through = 255 - u32::from(alpha);
                        for c in 0..4 {
                            // Rounded division by 255.
                            let rest = u32::from(under[c]) * through + 128;
                            under[c] = (u32::from(over[c]) + ((rest + (rest >> 8)) >> 8)).min(255) as u8;
                        }
                    }
                }
            }
        }
    }

    /// The picture, no longer premultiplied.
    pub(crate) fn finish(mut self) -> RgbaImage {
        straighten(&mut self.pixels);
        RgbaImage::from_raw(self.size, self.size, self.pixels).unwrap_or_default()
    }
}

/// PNG with a fixed filter: trying all filters for every row takes longer than the rest of the encoding.
pub(crate) fn quick_png(picture: &RgbaImage) -> Result<Vec<u8>, PictureError> {
    let mut file = Vec::with_capacity(picture.len() / 16);
    let encoder = PngEncoder::new_with_quality(&mut file, CompressionType::Fast, FilterType::Up);
    let written = encoder.write_image(picture.as_raw(), picture.width(), picture.height(), ExtendedColorType::Rgba8);
    written.map_err(|e| PictureError::Encode { detail: e.to_string() })?;
    Ok(file)
}
