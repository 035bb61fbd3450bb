//! The caps on a pack. A pack that needs more is a mistake or an attack.

/// Longest manifest or embeddings file, in bytes.
pub(crate) const JSON_BYTES: usize = 8 << 20;
/// Longest part file, in bytes.
pub(crate) const PART_BYTES: usize = 128 << 10;
/// Most bytes of all files of a pack together; a file that several parts share counts for each.
pub(crate) const PACK_BYTES: usize = 48 << 20;
/// Most parts of a pack.
pub(crate) const PARTS: usize = 2000;
/// Most elements of a part.
pub(crate) const ELEMENTS: usize = 600;
/// Deepest nesting of a part's elements.
pub(crate) const DEPTH: usize = 12;
/// Longest attribute, in bytes.
pub(crate) const ATTRIBUTE_BYTES: usize = 32 << 10;
/// Most layers of a pack.
pub(crate) const LAYERS: usize = 64;
/// Longest title, tag or name of an author, in bytes.
pub(crate) const TEXT_BYTES: usize = 200;
/// Longest name of a file, in bytes.
pub(crate) const NAME_BYTES: usize = 200;
/// Most swatches of a palette.
pub(crate) const SWATCHES: usize = 256;
/// Largest magnitude of any number in a part.
pub(crate) const NUMBER: f64 = 1e5;
/// Most commands of a path.
pub(crate) const SEGMENTS: usize = 4000;
/// Most steps of a transform.
pub(crate) const TRANSFORMS: usize = 8;
/// Largest angle of a skew, in degrees: its tangent is a scale.
pub(crate) const SKEW: f64 = 85.0;
/// Most axes along which one path varies.
pub(crate) const MASTERS: usize = 4;
/// Most dashes of all the dashed strokes of a part: each takes time to draw.
pub(crate) const DASHES: f64 = 20_000.0;
/// Most axes of a part or kind.
pub(crate) const AXES: usize = 8;
/// Most expressions of a pack.
pub(crate) const EXPRESSIONS: usize = 128;
/// Most props of an expression.
pub(crate) const PROPS: usize = 6;
/// Most movements of an animated expression.
pub(crate) const SWAYS: usize = 8;
/// Most canvases of paint that a part may cost; see `cost.rs`.
pub(crate) const PART_COST: f64 = 25.0;
/// Most canvases of paint that the costliest part of every kind may cost together.
pub(crate) const AVATAR_COST: f64 = 50.0;
/// Most canvases that the nested layers of a part may take at one time: at 4096 pixels, 64 MiB each.
pub(crate) const NESTED_LAYERS: f64 = 4.0;
/// Longest zip file, in bytes.
#[cfg(feature = "zip")]
pub(crate) const ZIP_BYTES: usize = 32 << 20;
/// Most entries of a zip file, folders and files that are no part of the pack included.
#[cfg(feature = "zip")]
pub(crate) const ZIP_ENTRIES: usize = 4096;
/// Most bytes of all entries of a zip file, unpacked.
#[cfg(feature = "zip")]
pub(crate) const ZIP_UNPACKED: u64 = 64 << 20;
/// How many times its packed size an entry of over 1 MiB may unpack to. Drawings and embeddings pack 2 to 10 times.
#[cfg(feature = "zip")]
pub(crate) const ZIP_RATIO: u64 = 100;
