//! One drawing by itself, as `pack check` looks at it.

use super::cast::{Cast, Member};
use super::paint::{Paint, Slots};
use super::writer::Writer;
use crate::kind::Kind;
use crate::pack::{Pack, PackError};

/// The SVG of one part, in the first swatches, clipped by the first face where it asks for one. Also of parts that only expressions use.
pub(crate) fn alone(pack: &Pack, kind: Kind, id: &str, size: u32) -> Result<String, PackError> {
    let slots = Slots::resolve(pack, &pack.blank())?;
    let drawing = pack.any_drawing(kind, id)?;
    let member = Member { kind, key: kind.name().into(), drawing, side: None, transform: None, outer: None, values: Vec::new() };
    let cast = Cast { members: vec![member], outline: Cast::first_outline(pack) };
    Ok(Writer::new(pack, &cast, &Paint::Colours(&slots), "a-").write(size, None))
}
