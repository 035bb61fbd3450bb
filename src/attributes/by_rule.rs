//! By rule: from evidence to words, for parsers without heads. Thresholds were set on the training half of the labelled photos.

use super::{Attributes, Evidence, FacialHair, Glasses, HairLength, Headwear, Mouth};
use crate::colour::{Colours, HairColour, monk_tone};

/// Decides every attribute.
pub(super) fn decide(e: &Evidence, colours: &Colours) -> Attributes {
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

#[cfg(test)]
mod tests {
    use super::*;

    /// A plain face: all of the photo there, hair on top, eyes open, mouth closed.
    const PLAIN: Evidence = Evidence {
        seen_above: 1.0,
        seen_below: 1.0,
        glasses: 0.0,
        eyes_visible: 0.9,
        lens_contrast: 0.0,
        headwear: 0.0,
        headwear_top: 0.0,
        headwear_low: 0.0,
        facial_hair: 0.0,
        moustache: 0.0,
        chin: 0.0,
        jaw: 0.0,
        facial_hair_contrast: 0.0,
        hair: 0.15,
        hair_coherence: None,
        hair_top: 0.15,
        hair_low: 0.0,
        hair_lowest: 0.0,
        forehead: 0.0,
        mouth_open: 0.0,
        mouth_height: 0.0,
        teeth: 0.0,
        corners: 0.0,
        mouth_width: 0.8,
    };
    const BEARD: Evidence = Evidence { facial_hair: 0.06, moustache: 0.9, chin: 0.9, jaw: 0.9, facial_hair_contrast: 45.0, ..PLAIN };
    const HAT: Evidence = Evidence { headwear: 0.2, headwear_top: 0.2, hair_top: 0.0, ..PLAIN };

    fn of(e: Evidence) -> Attributes {
        decide(&e, &Colours { hair: Some([30, 28, 30]), ..Colours::default() })
    }

    /// Plain cases only: whatever the thresholds are set to, these must come out so.
    #[test]
    fn plain_evidence_gives_plain_words() {
        assert_eq!((of(PLAIN).glasses, of(PLAIN).headwear, of(PLAIN).facial_hair), (Glasses::None, Headwear::None, FacialHair::None));
        assert_eq!((of(PLAIN).hair_length, of(PLAIN).fringe, of(PLAIN).mouth), (HairLength::Short, Some(false), Mouth::Closed));
        for (e, word) in [(PLAIN, Glasses::Clear), (Evidence { eyes_visible: 0.0, lens_contrast: -40.0, ..PLAIN }, Glasses::Sun)] {
            assert_eq!(of(Evidence { glasses: 0.05, ..e }).glasses, word);
        }
        for (low, word) in [(0.0, Headwear::Hat), (0.5, Headwear::Scarf)] {
            assert_eq!(of(Evidence { headwear_low: low, ..HAT }).headwear, word);
        }
        for (e, word) in [
            (BEARD, FacialHair::Full),
            (Evidence { facial_hair: 0.02, facial_hair_contrast: 3.0, ..BEARD }, FacialHair::Stubble),
            (Evidence { facial_hair: 0.015, jaw: 0.0, ..BEARD }, FacialHair::Goatee),
            (Evidence { facial_hair: 0.006, jaw: 0.0, chin: 0.0, ..BEARD }, FacialHair::Moustache),
        ] {
            assert_eq!(of(e).facial_hair, word, "{e:?}");
        }
        for (e, word) in [
            (Evidence { hair_low: 0.2, hair_lowest: 0.1, ..PLAIN }, HairLength::Long),
            (Evidence { hair_low: 0.05, ..PLAIN }, HairLength::Medium),
            (Evidence { hair: 0.0, hair_top: 0.0, ..PLAIN }, HairLength::Bald),
            (HAT, HairLength::Unknown),
            (Evidence { hair_low: 0.2, hair_lowest: 0.1, ..HAT }, HairLength::Long),
        ] {
            assert_eq!(of(e).hair_length, word, "{e:?}");
        }
        for (e, word) in [
            (Evidence { mouth_open: 0.01, mouth_height: 0.15, teeth: 0.9, ..PLAIN }, Mouth::Teeth),
            (Evidence { mouth_open: 0.03, mouth_height: 0.5, ..PLAIN }, Mouth::Open),
            (Evidence { corners: 0.25, ..PLAIN }, Mouth::Smile),
        ] {
            assert_eq!(of(e).mouth, word, "{e:?}");
        }
    }

    #[test]
    fn what_is_not_seen_is_not_guessed() {
        assert_eq!(of(HAT).fringe, None);
        assert_eq!(of(Evidence { hair: 0.0, hair_top: 0.0, ..PLAIN }).hair_colour, None, "a bald head has no hair colour");
        let cut_off = of(Evidence { hair: 0.0, hair_top: 0.0, seen_above: 0.2, ..PLAIN });
        assert_ne!(cut_off.hair_length, HairLength::Bald, "the photo ends above the brows");
        assert_eq!(of(Evidence { forehead: 0.9, ..PLAIN }).fringe, Some(true));
        assert_eq!(of(PLAIN).hair_colour, Some(HairColour::Black));
        assert_eq!(decide(&PLAIN, &Colours::default()).hair_colour, None);
    }
}
