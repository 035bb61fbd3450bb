//! WebP under a limit: as good as fits.

use super::limits::SIDE;
use image::RgbaImage;
use webp::{AnimEncoder, AnimFrame, Encoder, WebPConfig};

/// Qualities that are tried, best first.
const QUALITIES: [f32; 6] = [90.0, 80.0, 65.0, 50.0, 30.0, 10.0];

/// A still picture: lossless where that fits, else the best quality that does. `Err` says how small it could be made.
pub(super) fn still(picture: &RgbaImage, limit: usize) -> Result<Vec<u8>, usize> {
    let encoder = Encoder::from_rgba(picture.as_raw(), picture.width(), picture.height());
    let mut smallest = usize::MAX;
    let configs = std::iter::once(lossless()).chain(QUALITIES.map(lossy));
    for config in configs.flatten() {
        if let Ok(file) = encoder.encode_advanced(&config) {
            if file.len() <= limit {
                return Ok(file.to_vec());
            }
            smallest = smallest.min(file.len());
        }
    }
    Err(smallest)
}

/// A loop of pictures, `millis` apart, in the best quality that fits. `Err` says how small it could be made.
pub(super) fn animated(frames: &[RgbaImage], millis: u32, limit: usize) -> Result<Vec<u8>, usize> {
    let mut smallest = usize::MAX;
    for config in QUALITIES.map(lossy).into_iter().flatten() {
        let mut encoder = AnimEncoder::new(SIDE, SIDE, &config);
        for (i, frame) in frames.iter().enumerate() {
            encoder.add_frame(AnimFrame::from_rgba(frame.as_raw(), SIDE, SIDE, (i as u32 * millis) as i32));
        }
        if let Ok(file) = encoder.try_encode() {
            if file.len() <= limit {
                return Ok(file.to_vec());
            }
            smallest = smallest.min(file.len());
        }
    }
    Err(smallest)
}

fn lossless() -> Option<WebPConfig> {
    let mut config = WebPConfig::new().ok()?;
    config.lossless = 1;
    config.quality = 80.0;
    config.method = 4;
    Some(config)
}

fn lossy(quality: f32) -> Option<WebPConfig> {
    let mut config = WebPConfig::new().ok()?;
    config.lossless = 0;
    config.quality = quality;
    config.alpha_quality = 100;
    config.method = 4;
    Some(config)
}
