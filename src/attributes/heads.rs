//! Heads: from the probabilities of the parser's heads to words.

use super::{Attributes, Evidence, FacialHair, Glasses, HairLength, Headwear, Mouth};
use crate::colour::{Colours, HairColour, monk_tone};
use crate::parse::Answers;

/// Under headwear, hair that covers less of the frame than this says nothing of its length.
const HAIR_SEEN: f32 = 0.012;

/// How far, in mean square steps, a tone measured by its colour is off, and up to what spread of the head's own answer it is not asked.
const MEASURED_SPREAD: f32 = 2.0;
const CLEAR_ENOUGH: f32 = 1.0;

/// Decides every attribute.
pub(super) fn decide(answers: &Answers, evidence: &Evidence, colours: &Colours) -> Attributes {
    let headwear = if answers.wears_headwear() { *likeliest(&[Headwear::Hat, Headwear::Scarf], &answers.headwear[1..]) } else { Headwear::None };
    let hair_length = if headwear != Headwear::None && evidence.hair < HAIR_SEEN {
        HairLength::Unknown
    } else {
        *likeliest(&[HairLength::Bald, HairLength::Short, HairLength::Medium, HairLength::Long], &answers.hair_length)
    };
    const HAIR_COLOURS: [HairColour; 5] = [HairColour::Black, HairColour::Brown, HairColour::Blond, HairColour::Red, HairColour::Grey];
    const BEARDS: [FacialHair; 4] = [FacialHair::Stubble, FacialHair::Moustache, FacialHair::Goatee, FacialHair::Full];
    Attributes {
        glasses: if answers.wears_glasses() { *likeliest(&[Glasses::Clear, Glasses::Sun], &answers.glasses[1..]) } else { Glasses::None },
        headwear,
        facial_hair: if answers.has_facial_hair() { *likeliest(&BEARDS, &answers.facial_hair[1..]) } else { FacialHair::None },
        hair_length,
        // Under headwear brows and beard tell it too.
        hair_colour: (hair_length != HairLength::Bald).then(|| *likeliest(&HAIR_COLOURS, &answers.hair_colour)),
        // What is worn far back on the head leaves the forehead to be seen.
        fringe: (headwear == Headwear::None || answers.headwear[0] > 0.4).then_some(answers.fringe[1] > 0.5),
        mouth: *likeliest(&[Mouth::Closed, Mouth::Smile, Mouth::Teeth, Mouth::Open], &answers.mouth),
        skin_tone: skin_tone(&answers.skin, colours.skin.map(monk_tone)),
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

/// The mean of the steps, each by its probability, and of the tone that was measured, each by how sure it is: where the head spreads its answer widely, the
/// measured colour counts.
fn skin_tone(steps: &[f32; 10], measured: Option<u8>) -> u8 {
    let tone = |i: usize| i as f32 + 1.0;
    let mean: f32 = steps.iter().enumerate().map(|(i, p)| p * tone(i)).sum();
    let spread: f32 = steps.iter().enumerate().map(|(i, p)| p * (tone(i) - mean).powi(2)).sum();
    let spread = (spread - CLEAR_ENOUGH).max(0.0);
    let sure = measured.map_or(mean, |m| (mean * MEASURED_SPREAD + f32::from(m) * spread) / (MEASURED_SPREAD + spread).max(1e-6));
    (sure.round() as u8).clamp(1, 10)
}

#[cfg(test)]
mod tests {
    use super::*;

    const SURE: f32 = 0.97;

    /// A short-haired, bare, neutral face of tone 5, everything nearly certain.
    fn plain() -> Answers {
        fn all<const N: usize>(which: usize) -> [f32; N] {
            std::array::from_fn(|i| if i == which { SURE } else { (1.0 - SURE) / (N - 1) as f32 })
        }
        Answers {
            glasses: all(0),
            headwear: all(0),
            facial_hair: all(0),
            hair_length: all(1),
            hair_colour: all(0),
            fringe: all(0),
            mouth: all(0),
            texture: all(0),
            skin: all(4),
        }
    }

    fn of(answers: Answers) -> Attributes {
        decide(&answers, &Evidence { hair: 0.15, ..Evidence::default() }, &Colours::default())
    }

    #[test]
    fn the_likeliest_word_is_said() {
        let a = of(plain());
        assert_eq!((a.glasses, a.headwear, a.facial_hair, a.mouth), (Glasses::None, Headwear::None, FacialHair::None, Mouth::Closed));
        assert_eq!((a.hair_length, a.hair_colour, a.fringe, a.skin_tone), (HairLength::Short, Some(HairColour::Black), Some(false), 5));
        assert_eq!(of(Answers { mouth: [0.1, 0.2, 0.4, 0.3], ..plain() }).mouth, Mouth::Teeth);
        // None is the likeliest single word, but that there is a beard is likelier still.
        assert_eq!(of(Answers { facial_hair: [0.4, 0.1, 0.1, 0.1, 0.3], ..plain() }).facial_hair, FacialHair::Full);
        assert_eq!(of(Answers { glasses: [0.6, 0.15, 0.25], ..plain() }).glasses, Glasses::Sun);
    }

    #[test]
    fn what_is_not_seen_is_not_said() {
        let hijab = Answers { headwear: [0.02, 0.08, 0.9], ..plain() };
        let covered = decide(&hijab, &Evidence { hair: 0.001, ..Evidence::default() }, &Colours::default());
        assert_eq!((covered.headwear, covered.hair_length, covered.fringe), (Headwear::Scarf, HairLength::Unknown, None));
        assert_eq!(of(Answers { hair_length: [0.9, 0.1, 0.0, 0.0], ..plain() }).hair_colour, None, "a bald head has no hair colour");
    }

    #[test]
    fn a_tone_between_two_is_one_of_them() {
        let mut skin = [0.0; 10];
        (skin[6], skin[7]) = (0.45, 0.55);
        assert_eq!(of(Answers { skin, ..plain() }).skin_tone, 8);
        assert_eq!(of(Answers { skin: [0.1; 10], ..plain() }).skin_tone, 6);
        let dark = Colours { skin: Some([60, 42, 35]), ..Colours::default() };
        assert!(
            decide(&Answers { skin: [0.1; 10], ..plain() }, &Evidence::default(), &dark).skin_tone > 7,
            "what is measured counts where the head is unsure"
        );
        assert_eq!(decide(&plain(), &Evidence::default(), &dark).skin_tone, 5, "and hardly where it is sure");
    }
}
