//! JPEG, reduced while it is decoded.
//!
//! A JPEG block can be turned into 8x8, 4x4, 2x2 or 1 pixel straight from its frequencies, which is faster than 8x8 and needs a fraction
//! of the memory. That is why this does not go through the same decoder as the other formats.

use super::jpeg_header::{Header, damaged};
use super::{Limits, PhotoError, PhotoFormat, Raw};
use image::RgbImage;
use jpeg_decoder::{Decoder, Error, PixelFormat};

pub(super) fn decode(bytes: &[u8], limits: &Limits) -> Result<Raw, PhotoError> {
    let header = Header::read(bytes)?;
    limits.check_size(header.width, header.height)?;
    header.check_length(bytes.len())?;
    let eighths = eighths(header.width.max(header.height), limits.working_side);
    limits.check_memory(memory(&header, eighths))?;

    let mut decoder = Decoder::new(bytes);
    decoder.set_max_decoding_buffer_size(usize::try_from(limits.max_memory).unwrap_or(usize::MAX));
    let request = |side: u32| u16::try_from((side * eighths).div_ceil(8)).unwrap_or(u16::MAX);
    decoder.scale(request(header.width), request(header.height)).map_err(from_decoder)?;
    let info = decoder.info().ok_or_else(|| damaged("no frame header"))?;
    let size = (u32::from(info.width), u32::from(info.height));
    if size != (request(header.width).into(), request(header.height).into()) {
        return Err(damaged("it states two different sizes"));
    }
    let pixels = decoder.decode().map_err(from_decoder)?;
    let rgb = to_rgb(pixels, info.pixel_format, size).ok_or_else(|| damaged("fewer pixels than its size"))?;
    // A side over eight times the working size is left to be reduced further.
    Ok(Raw { rgb, original: (header.width, header.height), orientation: header.orientation }.reduced(limits))
}

/// How many pixels a row of eight becomes: the most that keeps the long side within the working size.
fn eighths(long_side: u32, working_side: u32) -> u32 {
    [8, 4, 2].into_iter().find(|n| (long_side * n).div_ceil(8) <= working_side).unwrap_or(1)
}

/// About what decoding holds at its peak, in bytes.
fn memory(header: &Header, eighths: u32) -> u64 {
    let share = |n: u64| n * u64::from(eighths * eighths) / 64;
    let coefficients = if header.progressive { header.samples * 2 } else { 0 };
    let pixels = u64::from(header.width) * u64::from(header.height);
    // Component planes, the interleaved picture, and its RGB copy where the components are not RGB already.
    let copies = if header.components == 3 { 3 } else { 3 + u64::from(header.components) };
    coefficients + share(header.samples) + share(pixels * copies)
}

fn to_rgb(pixels: Vec<u8>, format: PixelFormat, (width, height): (u32, u32)) -> Option<RgbImage> {
    let rgb = match format {
        PixelFormat::RGB24 => pixels,
        PixelFormat::L8 => pixels.iter().flat_map(|&l| [l; 3]).collect(),
        PixelFormat::L16 => return None,
        PixelFormat::CMYK32 => pixels.as_chunks::<4>().0.iter().flat_map(|&p| cmyk_to_rgb(p)).collect(),
    };
    RgbImage::from_raw(width, height, rgb)
}

/// The usual approximation without a print profile: each ink takes its share of the light that black ink leaves.
fn cmyk_to_rgb([c, m, y, k]: [u8; 4]) -> [u8; 3] {
    [c, m, y].map(|ink| ((255 - u32::from(ink)) * (255 - u32::from(k)) / 255) as u8)
}

fn from_decoder(error: Error) -> PhotoError {
    match error {
        Error::Format(detail) => damaged(detail),
        Error::Unsupported(feature) => PhotoError::UnsupportedFeature { format: PhotoFormat::Jpeg, detail: format!("{feature:?}") },
        Error::Io(error) if error.kind() == std::io::ErrorKind::UnexpectedEof => damaged("it ends too early"),
        other => damaged(other.to_string()),
    }
}
