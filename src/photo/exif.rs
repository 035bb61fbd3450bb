//! The one thing taken from a photo's metadata: which way is up.

use image::metadata::Orientation;

/// The orientation in a JPEG's APP1 segment, if it is an EXIF one that states any.
pub(super) fn orientation(app1: &[u8]) -> Option<Orientation> {
    Orientation::from_exif_chunk(app1.strip_prefix(b"Exif\0\0")?)
}
