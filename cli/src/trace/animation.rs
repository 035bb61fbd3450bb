//! An animated WebP picture, written frame by frame.
//!
//! libwebp's own encoder of animations holds every frame until the last; here each is encoded by itself and put into the container at once, so a long film takes
//! no more memory than a short one.

use anyhow::{Result, bail};
use image::RgbImage;
use std::io::{Seek, SeekFrom, Write};
use webp::{Encoder, WebPConfig};

/// What the container's sizes can count, with room to spare.
const MOST_BYTES: u64 = u32::MAX as u64 - (1 << 24);
/// Of 100; text is still sharp.
const QUALITY: f32 = 76.0;

/// An animation in a file that can be gone back in.
pub(crate) struct Animation<W> {
    to: W,
    size: (u32, u32),
    bytes: u64,
    config: WebPConfig,
}

impl<W: Write + Seek> Animation<W> {
    /// Begins a picture that is played again and again.
    pub(crate) fn begin(mut to: W, size: (u32, u32)) -> Result<Self> {
        let Ok(mut config) = WebPConfig::new() else { bail!("the WebP encoder cannot be used") };
        (config.lossless, config.quality, config.method) = (0, QUALITY, 3);
        to.write_all(b"RIFF\0\0\0\0WEBP")?;
        const ANIMATED: u8 = 2;
        let mut extended = vec![ANIMATED, 0, 0, 0];
        extended.extend(u24(size.0 - 1));
        extended.extend(u24(size.1 - 1));
        let mut animation = Self { to, size, bytes: 4, config };
        animation.chunk(*b"VP8X", &[&extended])?;
        // White behind it, and no end to the repetitions.
        animation.chunk(*b"ANIM", &[&[255; 4], &[0; 2]])?;
        Ok(animation)
    }

    /// Adds a frame that is shown for so long.
    pub(crate) fn add(&mut self, frame: &RgbImage, millis: u32) -> Result<()> {
        let encoder = Encoder::from_rgb(frame.as_raw(), frame.width(), frame.height());
        let Ok(file) = encoder.encode_advanced(&self.config) else { bail!("a frame cannot be encoded as WebP") };
        // A picture's file is a header of 12 bytes and then what a frame holds.
        let Some(picture) = file.get(12..) else { bail!("a frame cannot be encoded as WebP") };
        const REPLACE: u8 = 2;
        let mut head = vec![0; 6];
        head.extend(u24(self.size.0 - 1));
        head.extend(u24(self.size.1 - 1));
        head.extend(u24(millis.min(0xff_ffff)));
        head.push(REPLACE);
        self.chunk(*b"ANMF", &[&head, picture])?;
        if self.bytes > MOST_BYTES {
            bail!("the film is too long for one WebP picture; take fewer frames with --every or --max-frames, or write an .mp4");
        }
        Ok(())
    }

    /// Completes the file.
    pub(crate) fn finish(mut self) -> Result<()> {
        self.to.seek(SeekFrom::Start(4))?;
        self.to.write_all(&u32::try_from(self.bytes)?.to_le_bytes())?;
        Ok(self.to.flush()?)
    }

    fn chunk(&mut self, name: [u8; 4], content: &[&[u8]]) -> Result<()> {
        let length: usize = content.iter().map(|c| c.len()).sum();
        self.to.write_all(&name)?;
        self.to.write_all(&u32::try_from(length)?.to_le_bytes())?;
        content.iter().try_for_each(|c| self.to.write_all(c))?;
        self.to.write_all(&[0][..length % 2])?;
        self.bytes += 8 + (length + length % 2) as u64;
        Ok(())
    }
}

fn u24(value: u32) -> [u8; 3] {
    let [a, b, c, _] = value.to_le_bytes();
    [a, b, c]
}

#[cfg(test)]
mod tests {
    use super::*;
    use image::Rgb;
    use std::io::Cursor;

    #[test]
    fn frames_and_times_come_back() {
        let mut file = Cursor::new(Vec::new());
        let mut animation = Animation::begin(&mut file, (33, 20)).unwrap();
        let colours = [[250, 0, 0], [0, 250, 0], [0, 0, 250]];
        for colour in colours {
            animation.add(&RgbImage::from_pixel(33, 20, Rgb(colour)), 40).unwrap();
        }
        animation.finish().unwrap();
        let film = webp::AnimDecoder::new(file.get_ref()).decode().unwrap();
        assert_eq!(film.len(), 3);
        for (i, colour) in colours.into_iter().enumerate() {
            let frame = film.get_frame(i).unwrap();
            assert_eq!((frame.width(), frame.height(), frame.get_time_ms()), (33, 20, 40 * (i as i32 + 1)));
            assert!((0..3).all(|c| frame.get_image()[c].abs_diff(colour[c]) < 12), "{:?}", &frame.get_image()[..4]);
        }
    }
}
