//! Decide: from evidence to words. Thresholds were set on the training half of the labelled photos.

use super::{Attributes, Evidence, FacialHair, Glasses, HairLength, Headwear, Mouth};
use crate::colour::{Colours, HairColour, monk_tone};

/// Decides every attribute.
pub(crate) fn decide(e: &Evidence, colours: &Colours) -> Attributes {
    let headwear = headwear(e);
    let hair_length = hair_length(e, headwear);
    let hair_colour = if matches!(hair_length, HairLength::Bald) { None } else { colours.hair.map(HairColour::of) };
    Attributes {
        glasses: glasses(e),
        headwear,
        facial_hair: facial_hair(e),
        hair_length,
        hair_colour,
        fringe: fringe(e, headwear),
        mouth: mouth(e),
        skin_tone: colours.skin.map_or(5, monk_tone),
    }
}

fn glasses(e: &Evidence) -> Glasses {
    if e.glasses < 0.011 {
        Glasses::None
    } else if e.eyes_visible < 0.27 && e.lens_contrast < -18.0 {
        Glasses::Sun
    } else {
        Glasses::Clear
    }
}

fn headwear(e: &Evidence) -> Headwear {
    if e.headwear < 0.0055 {
        Headwear::None
    } else if e.headwear_low > 0.11 {
        Headwear::Scarf
    } else {
        Headwear::Hat
    }
}

fn facial_hair(e: &Evidence) -> FacialHair {
    if e.facial_hair < 0.0024 {
        FacialHair::None
    } else if e.chin < 0.2 {
        FacialHair::Moustache
    } else if e.jaw < 0.2 {
        FacialHair::Goatee
    } else if e.facial_hair > 0.03 && e.facial_hair_contrast > 30.0 {
        FacialHair::Full
    } else {
        FacialHair::Stubble
    }
}

fn hair_length(e: &Evidence, headwear: Headwear) -> HairLength {
    if e.hair_lowest > 0.02 {
        HairLength::Long
    } else if e.hair_low > 0.006 {
        HairLength::Medium
    } else if headwear != Headwear::None {
        HairLength::Unknown
    } else if e.hair_top < 0.006 && e.seen_above > 0.75 {
        HairLength::Bald
    } else {
        HairLength::Short
    }
}

fn fringe(e: &Evidence, headwear: Headwear) -> Option<bool> {
    (headwear == Headwear::None).then_some(e.forehead > 0.03)
}

fn mouth(e: &Evidence) -> Mouth {
    if e.mouth_height > 0.07 {
        if e.teeth > 0.04 && e.mouth_height < 0.25 { Mouth::Teeth } else { Mouth::Open }
    } else if e.corners > 0.06 {
        Mouth::Smile
    } else {
        Mouth::Closed
    }
}
