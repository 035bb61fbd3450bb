//! PNG and WebP: decoded whole, then flattened to RGB and reduced.

use super::{Limits, PhotoError, PhotoFormat, Raw, webp_header};
use image::codecs::{png::PngDecoder, webp::WebPDecoder};
use image::error::{ImageError, LimitErrorKind};
use image::metadata::Orientation;
use image::{ColorType, DynamicImage, ImageDecoder, RgbImage};
use std::io::Cursor;

pub(super) fn decode(bytes: &[u8], format: PhotoFormat, limits: &Limits) -> Result<Raw, PhotoError> {
    let failed = |error| from_image(error, format, limits);
    let mut bounds = image::Limits::no_limits();
    bounds.max_alloc = Some(limits.max_memory);
    if format == PhotoFormat::Png {
        // The decoder would refuse absurd sizes too, but for their memory, not for their pixels.
        if let Some((width, height)) = png_size(bytes) {
            limits.check_size(width, height)?;
        }
        let mut decoder = PngDecoder::with_limits(Cursor::new(bytes), bounds).map_err(failed)?;
        // A photo whose metadata is broken is still a photo.
        let orientation = decoder.orientation().unwrap_or(Orientation::NoTransforms);
        finish(decoder, orientation, format, limits)
    } else {
        let header = webp_header::Header::read(bytes)?;
        limits.check_size(header.width, header.height)?;
        let decoder = WebPDecoder::new(Cursor::new(bytes)).map_err(failed)?;
        finish(decoder, header.orientation, format, limits)
    }
}

/// The size in a PNG's first chunk.
fn png_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let (header, rest) = bytes.get(12..)?.split_first_chunk::<4>()?;
    let (width, rest) = rest.split_first_chunk()?;
    let (height, _) = rest.split_first_chunk()?;
    (header == b"IHDR").then_some((u32::from_be_bytes(*width), u32::from_be_bytes(*height)))
}

fn finish(decoder: impl ImageDecoder, orientation: Orientation, format: PhotoFormat, limits: &Limits) -> Result<Raw, PhotoError> {
    let failed = |error| from_image(error, format, limits);
    let (width, height) = decoder.dimensions();
    limits.check_size(width, height)?;
    let pixels = u64::from(width) * u64::from(height);
    let copy = if decoder.color_type() == ColorType::Rgb8 { 0 } else { 3 * pixels };
    // The WebP decoder holds its planes, or for lossless files four bytes a pixel, beside the picture that it fills.
    let inside = if format == PhotoFormat::WebP { 4 * pixels } else { 0 };
    limits.check_memory(decoder.total_bytes().saturating_add(copy + inside))?;
    let rgb = flatten(DynamicImage::from_decoder(decoder).map_err(failed)?);
    Ok(Raw::new(rgb, orientation).reduced(limits))
}

/// Any colour type to RGB, transparency over white.
fn flatten(picture: DynamicImage) -> RgbImage {
    if !picture.color().has_alpha() {
        return picture.into_rgb8();
    }
    let rgba = picture.into_rgba8();
    let (width, height) = rgba.dimensions();
    RgbImage::from_fn(width, height, |x, y| image::Rgb(over_white(rgba.get_pixel(x, y).0)))
}

/// A pixel with (straight) alpha, laid over white.
pub(super) fn over_white([r, g, b, alpha]: [u8; 4]) -> [u8; 3] {
    if alpha == 255 {
        return [r, g, b];
    }
    let alpha = u32::from(alpha);
    [r, g, b].map(|c| ((u32::from(c) * alpha + 255 * (255 - alpha) + 127) / 255) as u8)
}

fn from_image(error: ImageError, format: PhotoFormat, limits: &Limits) -> PhotoError {
    match error {
        ImageError::Limits(error) if matches!(error.kind(), LimitErrorKind::InsufficientMemory) => {
            PhotoError::TooMuchMemory { bytes: limits.max_memory + 1, max: limits.max_memory }
        }
        ImageError::Unsupported(error) => PhotoError::UnsupportedFeature { format, detail: error.to_string() },
        other => PhotoError::Damaged { format, detail: other.to_string() },
    }
}
