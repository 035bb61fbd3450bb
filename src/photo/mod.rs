//! Photo: from a file's bytes, or a camera's pixels, to an upright RGB picture of a size worth working on.
//!
//! This is the room where untrusted bytes arrive. Everything a file claims about itself is checked against [`Limits`] before memory is
//! asked for; the picture is turned upright by its EXIF orientation, and every other piece of metadata stays behind in the file.
//!
//! The rest of the library needs about a thousand pixels across a selfie, so a large photo is reduced while it is decoded: a 12-megapixel JPEG
//! never exists in full (see [`Limits::working_side`]). [`Photo::original_size`] and [`Photo::to_original`] lead back.

mod error;
mod exif;
mod format;
mod jpeg;
mod jpeg_header;
mod limits;
mod reduce;
mod sample;
mod similarity;
mod still;
mod webp_header;

use image::metadata::Orientation;
use image::{DynamicImage, RgbImage};

pub use error::PhotoError;
pub use format::PhotoFormat;
pub use limits::Limits;
pub use similarity::{Point, Similarity};

pub(crate) use reduce::reduce as reduced_by;
pub(crate) use sample::{sample, sample_inside};

/// An upright 8-bit RGB picture (sRGB assumed; embedded colour profiles are not applied).
#[derive(Clone)]
pub struct Photo {
    rgb: RgbImage,
    original: (u32, u32),
}

impl Photo {
    /// Decodes a JPEG, PNG or WebP file held in memory, whatever its name: the format is read from the content.
    ///
    /// Greyscale, palette, CMYK and 16-bit pictures become RGB; transparency is laid over white; of an animation the first frame is taken.
    ///
    /// # Errors
    ///
    /// [`PhotoError`] where the bytes are no such picture, are damaged or cut short, or ask for more than `limits` allow.
    pub fn decode(bytes: &[u8], limits: &Limits) -> Result<Self, PhotoError> {
        let format = PhotoFormat::sniff(bytes)?;
        limits.check_bytes(bytes.len())?;
        let raw = match format {
            PhotoFormat::Jpeg => jpeg::decode(bytes, limits)?,
            PhotoFormat::Png | PhotoFormat::WebP => still::decode(bytes, format, limits)?,
        };
        Ok(raw.upright())
    }

    /// Takes a camera frame: rows of 8-bit red, green, blue, alpha, `stride` bytes from one row's start to the next (at least `4 * width`).
    ///
    /// Transparency is laid over white; an opaque frame is taken as it is. The last row may end after its pixels, without the padding of a full stride.
    /// Camera frames usually lie on their side: see [`Photo::turned`].
    ///
    /// # Errors
    ///
    /// [`PhotoError::Buffer`] where the lengths do not fit together, or a size error as for [`Photo::decode`].
    pub fn from_rgba(pixels: &[u8], width: u32, height: u32, stride: usize, limits: &Limits) -> Result<Self, PhotoError> {
        limits.check_size(width, height)?;
        let row = width as usize * 4;
        let needed = (height as usize - 1).checked_mul(stride).and_then(|n| n.checked_add(row));
        if stride < row || needed.is_none_or(|n| pixels.len() < n) {
            return Err(PhotoError::Buffer { width, height, stride, bytes: pixels.len() });
        }
        limits.check_memory(u64::from(width) * u64::from(height) * 3)?;
        let mut rgb = RgbImage::new(width, height);
        for (from, to) in pixels.chunks(stride).zip(rgb.chunks_exact_mut(width as usize * 3)) {
            for (p, q) in from.as_chunks::<4>().0.iter().zip(to.as_chunks_mut::<3>().0) {
                *q = still::over_white(*p);
            }
        }
        Ok(Raw::new(rgb, Orientation::NoTransforms).reduced(limits).upright())
    }

    /// Takes a picture that is already decoded and upright, reducing it to [`Limits::working_side`].
    ///
    /// # Errors
    ///
    /// A size error as for [`Photo::decode`].
    pub fn from_rgb(rgb: RgbImage, limits: &Limits) -> Result<Self, PhotoError> {
        limits.check_size(rgb.width(), rgb.height())?;
        Ok(Raw::new(rgb, Orientation::NoTransforms).reduced(limits).upright())
    }

    /// The same photo turned clockwise by quarter turns, for camera frames that come with a rotation beside them.
    #[must_use]
    pub fn turned(self, quarter_turns: u8) -> Self {
        let orientation = match quarter_turns % 4 {
            0 => return self,
            1 => Orientation::Rotate90,
            2 => Orientation::Rotate180,
            _ => Orientation::Rotate270,
        };
        Raw { rgb: self.rgb, original: self.original, orientation }.upright()
    }

    /// The upright picture at its working size.
    #[must_use]
    pub fn rgb(&self) -> &RgbImage {
        &self.rgb
    }

    /// The upright picture at its working size, taken out.
    #[must_use]
    pub fn into_rgb(self) -> RgbImage {
        self.rgb
    }

    /// Width and height of the working picture in pixels.
    #[must_use]
    pub fn size(&self) -> (u32, u32) {
        self.rgb.dimensions()
    }

    /// Width and height of the upright photo before any reduction, in pixels.
    #[must_use]
    pub fn original_size(&self) -> (u32, u32) {
        self.original
    }

    /// Working pixels per original pixel: 1 where nothing was reduced, 0.5 where two pixels became one.
    #[must_use]
    pub fn scale(&self) -> f32 {
        self.rgb.width() as f32 / self.original.0 as f32
    }

    /// A place in the working picture, in pixels of the upright original.
    #[must_use]
    pub fn to_original(&self, point: Point) -> Point {
        Point { x: point.x * self.original.0 as f32 / self.rgb.width() as f32, y: point.y * self.original.1 as f32 / self.rgb.height() as f32 }
    }
}

/// Sizes only: a photo's pixels have no place in a log.
impl std::fmt::Debug for Photo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Photo").field("size", &self.size()).field("original_size", &self.original).finish_non_exhaustive()
    }
}

/// A decoded picture that may still lie on its side.
struct Raw {
    rgb: RgbImage,
    /// Size before reduction, in the file's own orientation.
    original: (u32, u32),
    orientation: Orientation,
}

impl Raw {
    fn new(rgb: RgbImage, orientation: Orientation) -> Self {
        Self { original: rgb.dimensions(), rgb, orientation }
    }

    /// Brings the long side within the working size, by whole-number steps so that no detail is smeared.
    fn reduced(mut self, limits: &Limits) -> Self {
        let (width, height) = self.rgb.dimensions();
        let step = width.max(height).div_ceil(limits.working_side.max(1));
        if step > 1 {
            self.rgb = reduce::reduce(&self.rgb, [0, 0, width, height], step);
        }
        self
    }

    fn upright(self) -> Photo {
        use Orientation::{Rotate90, Rotate90FlipH, Rotate270, Rotate270FlipH};
        let (width, height) = self.original;
        let sideways = matches!(self.orientation, Rotate90 | Rotate270 | Rotate90FlipH | Rotate270FlipH);
        let mut picture = DynamicImage::ImageRgb8(self.rgb);
        picture.apply_orientation(self.orientation);
        Photo { rgb: picture.into_rgb8(), original: if sideways { (height, width) } else { (width, height) } }
    }
}
