//! The classes: the 19 of CelebAMask-HQ in the order common BiSeNet face parsers use, and facial hair.

/// How many classes there are.
pub const CLASS_COUNT: usize = 20;

/// What a pixel shows. Left and right are the person's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
#[repr(u8)]
#[allow(missing_docs)]
pub enum Class {
    Background = 0,
    Skin = 1,
    LeftBrow = 2,
    RightBrow = 3,
    LeftEye = 4,
    RightEye = 5,
    Glasses = 6,
    LeftEar = 7,
    RightEar = 8,
    Earring = 9,
    Nose = 10,
    /// Between the lips: teeth, tongue, opening.
    Mouth = 11,
    UpperLip = 12,
    LowerLip = 13,
    Neck = 14,
    Necklace = 15,
    Cloth = 16,
    Hair = 17,
    Headwear = 18,
    /// Beard, moustache, stubble: this project's addition.
    FacialHair = 19,
}

impl Class {
    /// All classes by index.
    pub const ALL: [Self; CLASS_COUNT] = [
        Self::Background,
        Self::Skin,
        Self::LeftBrow,
        Self::RightBrow,
        Self::LeftEye,
        Self::RightEye,
        Self::Glasses,
        Self::LeftEar,
        Self::RightEar,
        Self::Earring,
        Self::Nose,
        Self::Mouth,
        Self::UpperLip,
        Self::LowerLip,
        Self::Neck,
        Self::Necklace,
        Self::Cloth,
        Self::Hair,
        Self::Headwear,
        Self::FacialHair,
    ];

    /// Index in a class map.
    #[must_use]
    pub const fn index(self) -> u8 {
        self as u8
    }
}

macro_rules! part_classes {
    ($($variant:ident $name:literal),* $(,)?) => {
        /// What a drawn shape is. Paired things have one class; the side follows from where on the canvas a pixel is.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub(crate) enum PartClass { $($variant),* }

        impl PartClass {
            pub(crate) fn from_name(name: &str) -> Option<Self> {
                match name { $($name => Some(Self::$variant),)* _ => None }
            }

            /// The class whose discriminant that is.
            pub(crate) fn from_index(index: u8) -> Option<Self> {
                [$(Self::$variant),*].get(usize::from(index)).copied()
            }

            pub(crate) const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name),* }
            }

            pub(crate) fn names() -> impl Iterator<Item = &'static str> {
                [$($name),*].into_iter()
            }
        }
    };
}

part_classes! {
    None "none", Skin "skin", Brow "brow", Eye "eye", Glasses "glasses", Ear "ear", Earring "earring", Nose "nose", Mouth "mouth",
    UpperLip "upper-lip", LowerLip "lower-lip", Neck "neck", Necklace "necklace", Cloth "cloth", Hair "hair", Headwear "headwear",
    FacialHair "facial-hair",
}

impl PartClass {
    /// The class in the picture's left half, where the person's right side is, and in its right half. `None` for what means nothing.
    pub(crate) const fn sides(self) -> Option<[Class; 2]> {
        Some(match self {
            Self::None => return None,
            Self::Skin => [Class::Skin; 2],
            Self::Brow => [Class::RightBrow, Class::LeftBrow],
            Self::Eye => [Class::RightEye, Class::LeftEye],
            Self::Glasses => [Class::Glasses; 2],
            Self::Ear => [Class::RightEar, Class::LeftEar],
            Self::Earring => [Class::Earring; 2],
            Self::Nose => [Class::Nose; 2],
            Self::Mouth => [Class::Mouth; 2],
            Self::UpperLip => [Class::UpperLip; 2],
            Self::LowerLip => [Class::LowerLip; 2],
            Self::Neck => [Class::Neck; 2],
            Self::Necklace => [Class::Necklace; 2],
            Self::Cloth => [Class::Cloth; 2],
            Self::Hair => [Class::Hair; 2],
            Self::Headwear => [Class::Headwear; 2],
            Self::FacialHair => [Class::FacialHair; 2],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_class_is_at_its_index() {
        for (i, class) in Class::ALL.into_iter().enumerate() {
            assert_eq!(usize::from(class.index()), i);
        }
    }

    #[test]
    fn drawn_classes_have_names_and_sides() {
        for (i, name) in PartClass::names().enumerate() {
            let class = PartClass::from_name(name).unwrap();
            assert_eq!((class as usize, PartClass::from_index(i as u8)), (i, Some(class)));
            assert_eq!(class.sides().is_none(), name == "none");
        }
        assert_eq!(PartClass::from_index(17), None);
        assert_eq!(PartClass::Eye.sides(), Some([Class::RightEye, Class::LeftEye]), "the person's right is on the picture's left");
        // Background apart, everything a photo can show can be drawn.
        let drawn: Vec<Class> = PartClass::names().filter_map(PartClass::from_name).filter_map(PartClass::sides).flatten().collect();
        assert!(Class::ALL[1..].iter().all(|c| drawn.contains(c)));
    }
}
