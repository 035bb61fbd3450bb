//! Heads: from the probabilities of the parser's heads to words.

use super::{Attributes, Evidence, FacialHair, Glasses, HairLength, Headwear, Mouth};
use crate::colour::{Colours, HairColour};
use crate::parse::Answers;

/// Under headwear, hair that covers less of the frame than this says nothing of its length.
const HAIR_SEEN: f32 = 0.012;

/// Decides every attribute.
pub(super) fn decide(answers: &Answers, evidence: &Evidence, colours: &Colours) -> Attributes {
    let headwear = if answers.wears_headwear() { *likeliest(&[Headwear::Hat, Headwear::Scarf], &answers.headwear[1..]) } else { Headwear::None };
    let hair_length = if headwear != Headwear::None && evidence.hair < HAIR_SEEN {
        HairLength::Unknown
    } else {
        *likeliest(&[HairLength::Bald, HairLength::Short, HairLength::Medium, HairLength::Long], &answers.hair_length)
    };
    const HAIR_COLOURS: [HairColour; 5] = [HairColour::Black, HairColour::Brown, HairColour::Blond, HairColour::Red, HairColour::Grey];
    let hair_seen = hair_length != HairLength::Bald && colours.hair.is_some();
    const BEARDS: [FacialHair; 4] = [FacialHair::Stubble, FacialHair::Moustache, FacialHair::Goatee, FacialHair::Full];
    Attributes {
        glasses: if answers.wears_glasses() { *likeliest(&[Glasses::Clear, Glasses::Sun], &answers.glasses[1..]) } else { Glasses::None },
        headwear,
        facial_hair: if answers.has_facial_hair() { *likeliest(&BEARDS, &answers.facial_hair[1..]) } else { FacialHair::None },
        hair_length,
        hair_colour: hair_seen.then(|| *likeliest(&HAIR_COLOURS, &answers.hair_colour)),
        fringe: (headwear == Headwear::None).then_some(answers.fringe[1] > 0.5),
        mouth: *likeliest(&[Mouth::Closed, Mouth::Smile, Mouth::Teeth, Mouth::Open], &answers.mouth),
        skin_tone: skin_tone(&answers.skin),
    }
}

/// The word of the greatest probability; the earlier one of equals.
fn likeliest<'a, T>(words: &'a [T], probabilities: &[f32]) -> &'a T {
    let mut best = 0;
    for (i, p) in probabilities.iter().enumerate().take(words.len()) {
        if *p > probabilities[best] {
            best = i;
        }
    }
    &words[best]
}

/// The mean of the steps, each by its probability: one between two likely steps is never far from either.
fn skin_tone(steps: &[f32; 10]) -> u8 {
    let mean: f32 = steps.iter().zip(1u8..).map(|(p, step)| p * f32::from(step)).sum();
    (mean.round() as u8).clamp(1, 10)
}
