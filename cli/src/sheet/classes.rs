//! The colours and names by which the sheet shows classes.

use selfmoji::parse::{CLASS_COUNT, Class, ClassMap};

/// A class's name, the same for left and right, and its colour. `None` for the background.
pub(crate) fn look(class: Class) -> Option<(&'static str, [u8; 3])> {
    Some(match class {
        Class::Background => return None,
        Class::Skin => ("skin", [0xf2, 0xb6, 0x8c]),
        Class::LeftBrow | Class::RightBrow => ("brows", [0x7a, 0x4d, 0x2b]),
        Class::LeftEye | Class::RightEye => ("eyes", [0x1f, 0x8f, 0xe0]),
        Class::Glasses => ("glasses", [0x14, 0x1b, 0x4d]),
        Class::LeftEar | Class::RightEar => ("ears", [0xe8, 0x7f, 0x9c]),
        Class::Earring => ("earring", [0xff, 0xc9, 0x1f]),
        Class::Nose => ("nose", [0xf0, 0x8a, 0x3c]),
        Class::Mouth => ("mouth", [0xfa, 0xfa, 0xfa]),
        Class::UpperLip => ("upper lip", [0xd9, 0x2f, 0x4b]),
        Class::LowerLip => ("lower lip", [0xf2, 0x5f, 0x73]),
        Class::Neck => ("neck", [0xc8, 0xa0, 0xe0]),
        Class::Necklace => ("necklace", [0xd0, 0xd0, 0x30]),
        Class::Cloth => ("clothes", [0x4f, 0xb8, 0x8a]),
        Class::Hair => ("hair", [0x6a, 0x4f, 0xc4]),
        Class::Headwear => ("headwear", [0x18, 0x9a, 0xa8]),
        Class::FacialHair => ("facial hair", [0x9a, 0x7b, 0x1e]),
    })
}

/// Colours by class index.
pub(super) fn palette() -> [Option<[u8; 3]>; CLASS_COUNT] {
    Class::ALL.map(|c| look(c).map(|(_, colour)| colour))
}

/// The classes that a map shows more than a trace of, in the order of the classes.
pub(super) fn legend(map: &ClassMap) -> Vec<(&'static str, [u8; 3])> {
    let counts = map.counts();
    let least = map.labels().len() / 4000;
    let mut shown: Vec<(&'static str, [u8; 3])> = Vec::new();
    for class in Class::ALL.into_iter().filter(|c| counts[usize::from(c.index())] > least) {
        if let Some(look) = look(class).filter(|look| !shown.contains(look)) {
            shown.push(look);
        }
    }
    shown
}
