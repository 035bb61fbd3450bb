//! The caps on a pack. A pack that needs more is a mistake or an attack.

/// Longest manifest or embeddings file, in bytes.
pub(crate) const JSON_BYTES: usize = 8 << 20;
/// Longest part file, in bytes.
pub(crate) const PART_BYTES: usize = 128 << 10;
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
/// Most swatches of a palette.
pub(crate) const SWATCHES: usize = 256;
/// Largest magnitude of any number in a part.
pub(crate) const NUMBER: f32 = 1e5;
/// Most steps of a transform.
pub(crate) const TRANSFORMS: usize = 8;
/// Most dashes of all the dashed strokes of a part: each takes time to draw.
pub(crate) const DASHES: f32 = 20_000.0;
/// Most axes of a part or kind.
pub(crate) const AXES: usize = 8;
/// Most expressions of a pack.
pub(crate) const EXPRESSIONS: usize = 128;
/// Most props of an expression.
pub(crate) const PROPS: usize = 6;
/// Most movements of an animated expression.
pub(crate) const SWAYS: usize = 8;
