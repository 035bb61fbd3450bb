//! Advice on classes: a part whose shapes are not what its kind is made of is never found by a photo.

use super::{Checked, listed};
use crate::kind::Kind;
use crate::pack::Element;
use crate::parse::PartClass;

impl Checked<'_> {
    pub(super) fn classes(&mut self) {
        let pack = self.pack;
        for (path, kind, part) in listed(&pack.manifest).filter(|(path, ..)| path.starts_with("/kinds")) {
            let (Some(wanted), Some(drawing)) = (made_of(kind), pack.drawings.get(&(kind, part.id.clone()))) else { continue };
            // A shaved head is a hair part of bare skin.
            let bald = part.tags.get("length").is_some_and(|length| length == "bald");
            if !bald && !drawing.layers.iter().any(|(_, group)| has(group, wanted)) {
                let names = wanted.iter().map(|class| format!("class=\"{}\"", class.name())).collect::<Vec<_>>().join(" or ");
                self.warn(&path, &format!("no shape of the {kind} part `{}` has {names}, by which photos find it; say so in {}", part.id, part.file));
            }
        }
    }
}

const fn made_of(kind: Kind) -> Option<&'static [PartClass]> {
    Some(match kind {
        Kind::Face => &[PartClass::Skin],
        Kind::Hair => &[PartClass::Hair],
        Kind::Brows => &[PartClass::Brow],
        Kind::Eyes => &[PartClass::Eye],
        Kind::Nose => &[PartClass::Nose],
        Kind::Mouth => &[PartClass::Mouth, PartClass::UpperLip, PartClass::LowerLip],
        Kind::FacialHair => &[PartClass::FacialHair],
        Kind::Glasses => &[PartClass::Glasses],
        Kind::Headwear => &[PartClass::Headwear],
        Kind::Ears => &[PartClass::Ear],
        Kind::Body => &[PartClass::Cloth, PartClass::Neck],
        Kind::Marks | Kind::Lines | Kind::Earwear | Kind::Prop => return None,
    })
}

fn has(element: &Element, wanted: &[PartClass]) -> bool {
    (element.tag.is_shape() && wanted.contains(&element.class)) || element.children.iter().any(|child| has(child, wanted))
}
