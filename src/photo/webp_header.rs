//! What a WebP says about itself before its pixels.
//!
//! An extended WebP states its size twice: for the canvas, and in each picture inside. A decoder allocates by the inner one, so both are
//! read here and must agree, or the limits could be checked against a lie. Layout: RFC 9649.

use super::{PhotoError, PhotoFormat};
use image::metadata::Orientation;

#[derive(Debug)]
pub(super) struct Header {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) orientation: Orientation,
}

fn damaged(detail: &str) -> PhotoError {
    PhotoError::Damaged { format: PhotoFormat::WebP, detail: detail.into() }
}

impl Header {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, PhotoError> {
        let mut canvas = None;
        let mut orientation = Orientation::NoTransforms;
        let mut pictures = Vec::new();
        for (name, chunk) in Chunks(bytes.get(12..).unwrap_or_default()) {
            match name {
                b"VP8X" => canvas = Some((read_u24(chunk, 4)? + 1, read_u24(chunk, 7)? + 1)),
                b"VP8 " | b"VP8L" => pictures.push(inner_size(name, chunk)?),
                b"ANMF" => {
                    for (name, chunk) in Chunks(chunk.get(16..).unwrap_or_default()) {
                        if matches!(name, b"VP8 " | b"VP8L") {
                            pictures.push(inner_size(name, chunk)?);
                        }
                    }
                }
                // Some writers put the JPEG prefix before the block, against the standard.
                b"EXIF" => {
                    let block = chunk.strip_prefix(b"Exif\0\0").unwrap_or(chunk);
                    orientation = Orientation::from_exif_chunk(block).unwrap_or(Orientation::NoTransforms);
                }
                _ => {}
            }
        }
        let Some(&first) = pictures.first() else { return Err(damaged("it ends before its pixels")) };
        let (width, height) = canvas.unwrap_or(first);
        if pictures.iter().any(|p| p.0 > width || p.1 > height) {
            return Err(damaged("a picture is larger than its canvas"));
        }
        Ok(Self { width, height, orientation })
    }
}

/// The size in a lossy or lossless bitstream's own header.
fn inner_size(name: &[u8; 4], chunk: &[u8]) -> Result<(u32, u32), PhotoError> {
    let bits = |at: usize| {
        let four = chunk.get(at..at + 4).and_then(|b| b.first_chunk());
        four.map(|b| u32::from_le_bytes(*b)).ok_or_else(|| damaged("a picture's header is cut short"))
    };
    Ok(if name == b"VP8L" {
        let bits = bits(1)?;
        ((bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1)
    } else {
        let bits = bits(6)?;
        (bits & 0x3FFF, bits >> 16 & 0x3FFF)
    })
}

fn read_u24(chunk: &[u8], at: usize) -> Result<u32, PhotoError> {
    match chunk.get(at..at + 3) {
        Some(&[a, b, c]) => Ok(u32::from_le_bytes([a, b, c, 0])),
        _ => Err(damaged("the canvas header is cut short")),
    }
}

/// The chunks that lie wholly within the bytes.
struct Chunks<'a>(&'a [u8]);

impl<'a> Iterator for Chunks<'a> {
    type Item = (&'a [u8; 4], &'a [u8]);

    fn next(&mut self) -> Option<Self::Item> {
        let (name, rest) = self.0.split_first_chunk::<4>()?;
        let (length, rest) = rest.split_first_chunk::<4>()?;
        let length = usize::try_from(u32::from_le_bytes(*length)).ok()?;
        let chunk = rest.get(..length)?;
        // Chunks start at even places.
        self.0 = rest.get(length.checked_add(length % 2)?..).unwrap_or_default();
        Some((name, chunk))
    }
}
