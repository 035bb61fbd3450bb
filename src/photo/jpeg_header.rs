//! What a JPEG says about itself before its pixels: size, sampling, process, orientation, number of scans.
//!
//! The file is walked marker by marker (ITU-T T.81, annex B). It is done here rather than asked of the decoder because the limits must be
//! checked before anything is decoded, and because no decoder tells how many scans are coming.

use super::{PhotoError, PhotoFormat, exif};
use image::metadata::Orientation;

/// Files in use have about ten scans; each one costs a pass over the whole picture, however few its bytes.
const MAX_SCANS: usize = 64;

#[derive(Debug)]
pub(super) struct Header {
    pub(super) width: u32,
    pub(super) height: u32,
    pub(super) progressive: bool,
    pub(super) orientation: Orientation,
    /// Samples in all components together, before any reduction, in whole blocks.
    pub(super) samples: u64,
    /// Number of components: 1 grey, 3 colour, 4 print colours.
    pub(super) components: u32,
}

pub(super) fn damaged(detail: impl Into<String>) -> PhotoError {
    PhotoError::Damaged { format: PhotoFormat::Jpeg, detail: detail.into() }
}

fn unsupported(detail: &str) -> PhotoError {
    PhotoError::UnsupportedFeature { format: PhotoFormat::Jpeg, detail: detail.into() }
}

impl Header {
    pub(super) fn read(bytes: &[u8]) -> Result<Self, PhotoError> {
        let mut frame = None;
        let mut orientation = Orientation::NoTransforms;
        let mut scans = 0;
        let mut walk = Walk { bytes, at: 2 };
        while let Some((marker, segment)) = walk.next() {
            match marker {
                // All SOF markers but DHT, JPG and DAC, which share their range.
                0xC0..=0xCF if !matches!(marker, 0xC4 | 0xC8 | 0xCC) => {
                    if frame.is_some() {
                        return Err(unsupported("more than one frame"));
                    }
                    frame = Some(Frame::read(marker, segment)?);
                }
                0xE1 => {
                    if let Some(stated) = exif::orientation(segment) {
                        orientation = stated;
                    }
                }
                0xDA => {
                    let Some(frame) = &frame else { return Err(damaged("pixels come before the size")) };
                    scans += 1;
                    if scans > MAX_SCANS {
                        return Err(damaged(format!("more than {MAX_SCANS} scans")));
                    }
                    if !frame.progressive {
                        // Nothing after the first scan's start matters here, and a baseline scan's work is bounded by its bytes.
                        break;
                    }
                    walk.skip_entropy_coded();
                }
                0xD9 => break,
                _ => {}
            }
        }
        let Some(frame) = frame else { return Err(damaged("it ends before stating its size")) };
        if scans == 0 {
            return Err(damaged("it ends before its pixels"));
        }
        let Frame { width, height, progressive, samples, components } = frame;
        Ok(Self { width, height, progressive, orientation, samples, components })
    }

    /// Refuses files too short for what they claim to show: the decoder paints missing pixels grey where a file has a proper end.
    pub(super) fn check_length(&self, bytes: usize) -> Result<(), PhotoError> {
        // Each block takes a code for its mean and, unless progressive, one for the rest; a code takes at least one bit.
        let least_bits = self.samples / 64 * if self.progressive { 1 } else { 2 };
        if (bytes as u64) * 8 < least_bits {
            return Err(damaged(format!("{bytes} bytes cannot hold its {}x{} pixels", self.width, self.height)));
        }
        Ok(())
    }
}

struct Frame {
    width: u32,
    height: u32,
    progressive: bool,
    samples: u64,
    components: u32,
}

impl Frame {
    fn read(marker: u8, segment: &[u8]) -> Result<Self, PhotoError> {
        let &[precision, h1, h0, w1, w0, components, ref rest @ ..] = segment else {
            return Err(damaged("the frame header is cut short"));
        };
        if !matches!(marker, 0xC0..=0xC2) {
            return Err(unsupported("lossless, hierarchical or arithmetic coding"));
        }
        if precision != 8 {
            return Err(unsupported("more than 8 bits a sample"));
        }
        if !matches!(components, 1 | 3 | 4) || rest.len() < 3 * usize::from(components) {
            return Err(damaged(format!("{components} colour components")));
        }
        let width = u32::from(u16::from_be_bytes([w1, w0]));
        let height = u32::from(u16::from_be_bytes([h1, h0]));
        let sampling = || rest.chunks_exact(3).take(components.into()).map(|c| (u32::from(c[1] >> 4), u32::from(c[1] & 15)));
        let most_h = sampling().map(|s| s.0).max().unwrap_or(0);
        let most_v = sampling().map(|s| s.1).max().unwrap_or(0);
        if sampling().any(|(h, v)| !(1..=4).contains(&h) || !(1..=4).contains(&v)) {
            return Err(damaged("impossible chroma subsampling"));
        }
        let mcus = u64::from(width.div_ceil(8 * most_h)) * u64::from(height.div_ceil(8 * most_v));
        let samples = sampling().map(|(h, v)| mcus * u64::from(h * v) * 64).sum();
        Ok(Self { width, height, progressive: marker == 0xC2, samples, components: components.into() })
    }
}

/// Goes from marker to marker.
struct Walk<'a> {
    bytes: &'a [u8],
    at: usize,
}

impl<'a> Walk<'a> {
    /// The next marker and its segment (empty for the markers that have none); `None` at the end or where the file is cut off.
    fn next(&mut self) -> Option<(u8, &'a [u8])> {
        // Fill bytes may precede a marker, and writers leave stray bytes between segments; decoders skip both.
        loop {
            let found = self.bytes.get(self.at..)?.iter().position(|&b| b == 0xFF)?;
            self.at += found + 1;
            if !matches!(self.bytes.get(self.at)?, 0 | 0xFF) {
                break;
            }
        }
        let marker = self.bytes[self.at];
        self.at += 1;
        if matches!(marker, 0x01 | 0xD0..=0xD9) {
            return Some((marker, &[]));
        }
        let length = usize::from(u16::from_be_bytes([*self.bytes.get(self.at)?, *self.bytes.get(self.at + 1)?]));
        let segment = self.bytes.get(self.at + 2..self.at + length.max(2))?;
        self.at += length.max(2);
        Some((marker, segment))
    }

    /// Moves to the marker after a scan's pixels: stuffed zeros and restart markers belong to the pixels.
    fn skip_entropy_coded(&mut self) {
        while let Some(found) = self.bytes.get(self.at..).and_then(|rest| rest.iter().position(|&b| b == 0xFF)) {
            self.at += found;
            match self.bytes.get(self.at + 1) {
                Some(0 | 0xD0..=0xD7) => self.at += 2,
                Some(0xFF) => self.at += 1,
                _ => return,
            }
        }
        self.at = self.bytes.len();
    }
}
