//! What the frames of one face say together: running means of what is measured, held words.

use super::LiveOptions;
use super::held::Held;
use super::mean::Mean;
use crate::attributes::{self, Attributes, FacialHair, Glasses, HairLength, Headwear, Mouth};
use crate::colour::{Colours, HairColour, monk_tone};
use crate::parts::View;
use crate::studio::Reading;
use std::collections::BTreeMap;

/// Views that tell people apart and do not move with an expression.
const LASTING: [View; 5] = [View::Face, View::Hair, View::Brows, View::Nose, View::Ears];

/// What is remembered of a face before any style.
#[derive(Debug, Default)]
pub(super) struct Steady {
    vectors: BTreeMap<View, Mean>,
    colours: [Mean; 9],
    answers: [Mean; 9],
    seen_above: Mean,
    coherence: Mean,
    words: Option<Words>,
}

/// The words in use.
#[derive(Debug)]
struct Words {
    glasses: Held<Glasses>,
    headwear: Held<Headwear>,
    facial_hair: Held<FacialHair>,
    hair_length: Held<HairLength>,
    hair_colour: Held<Option<HairColour>>,
    fringe: Held<Option<bool>>,
    mouth: Held<Mouth>,
    skin_tone: Held<u8>,
}

impl Steady {
    /// How alike a frame is to those before: the mean cosine of the lasting views, -1 to 1. Embeddings are relative to the mean face, so those of two people
    /// point anywhere.
    pub(super) fn likeness(&self, reading: &Reading) -> f32 {
        let cosines = LASTING.into_iter().filter_map(|view| cosine(&self.vectors.get(&view)?.value()?, reading.embeddings.get(&view)?));
        let (sum, count) = cosines.fold((0.0, 0.0f32), |(sum, count), c| (sum + c, count + 1.0));
        if count > 0.0 { sum / count } else { 1.0 }
    }

    /// Takes in a frame, `seconds` after the one before, and puts what all frames say together in its place.
    pub(super) fn settle(&mut self, reading: &mut Reading, seconds: f32, options: &LiveOptions) {
        for (&view, vector) in &mut reading.embeddings {
            let half_life = if view.kind().is_quick() { options.quick_half_life } else { options.half_life };
            *vector = self.vectors.entry(view).or_default().take(vector, seconds, half_life);
        }
        for (mean, colour) in self.colours.iter_mut().zip(each(&mut reading.colours)) {
            *colour = match colour {
                Some(rgb) => rounded(&mean.take(&rgb.map(f32::from), seconds, options.half_life)),
                // What is hidden for a moment has kept its colour.
                None => mean.value().and_then(|mean| rounded(&mean)),
            };
        }
        let evidence = &mut reading.evidence;
        evidence.seen_above = self.seen_above.take(&[evidence.seen_above], seconds, options.half_life)[0];
        evidence.hair_coherence = evidence.hair_coherence.map(|c| self.coherence.take(&[c], seconds, options.half_life)[0]);
        match &mut reading.answers {
            Some(answers) => {
                let half_lives = std::iter::once(options.quick_half_life).chain(std::iter::repeat(options.half_life));
                for ((mean, list), half_life) in self.answers.iter_mut().zip(answers.lists()).zip(half_lives) {
                    list.copy_from_slice(&mean.take(list, seconds, half_life));
                }
                reading.attributes = attributes::decide(&reading.evidence, &reading.colours, Some(answers));
            }
            None => {
                let a = &mut reading.attributes;
                // These two are names of measured colours, and those are steadier now.
                a.skin_tone = reading.colours.skin.map_or(a.skin_tone, monk_tone);
                a.hair_colour = a.hair_colour.and(reading.colours.hair.map(HairColour::of));
            }
        }
        let a = &mut reading.attributes;
        match &mut self.words {
            Some(words) => words.hear(a, seconds, options),
            none => *none = Some(Words::new(a)),
        }
    }
}

impl Words {
    fn new(a: &Attributes) -> Self {
        Self {
            glasses: Held::new(a.glasses),
            headwear: Held::new(a.headwear),
            facial_hair: Held::new(a.facial_hair),
            hair_length: Held::new(a.hair_length),
            hair_colour: Held::new(a.hair_colour),
            fringe: Held::new(a.fringe),
            mouth: Held::new(a.mouth),
            skin_tone: Held::new(a.skin_tone),
        }
    }

    /// Hears a frame's words and puts those in use in their place.
    fn hear(&mut self, a: &mut Attributes, seconds: f32, options: &LiveOptions) {
        fn settle<T: PartialEq + Copy>(held: &mut Held<T>, word: &mut T, seconds: f32, hold: f32) {
            held.hear(*word, false, seconds, hold);
            *word = *held.value();
        }
        settle(&mut self.glasses, &mut a.glasses, seconds, options.hold);
        settle(&mut self.headwear, &mut a.headwear, seconds, options.hold);
        settle(&mut self.facial_hair, &mut a.facial_hair, seconds, options.hold);
        settle(&mut self.hair_length, &mut a.hair_length, seconds, options.hold);
        settle(&mut self.hair_colour, &mut a.hair_colour, seconds, options.hold);
        settle(&mut self.fringe, &mut a.fringe, seconds, options.hold);
        settle(&mut self.mouth, &mut a.mouth, seconds, options.quick_hold);
        settle(&mut self.skin_tone, &mut a.skin_tone, seconds, options.hold);
    }
}

fn cosine(a: &[f32], b: &[f32]) -> Option<f32> {
    let dot = |a: &[f32], b: &[f32]| a.iter().zip(b).map(|(a, b)| a * b).sum::<f32>();
    let lengths = (dot(a, a) * dot(b, b)).sqrt();
    (a.len() == b.len() && lengths > 1e-9).then(|| dot(a, b) / lengths)
}

fn rounded(mean: &[f32]) -> Option<[u8; 3]> {
    let &[r, g, b] = mean else { return None };
    Some([r, g, b].map(|v| v.round().clamp(0.0, 255.0) as u8))
}

/// All measured colours, in one order.
fn each(colours: &mut Colours) -> [&mut Option<[u8; 3]>; 9] {
    let Colours { skin, hair, brow, facial_hair, lip, iris, glasses, headwear, cloth } = colours;
    [skin, hair, brow, facial_hair, lip, iris, glasses, headwear, cloth]
}

#[cfg(test)]
mod tests {
    use super::*;

    const WORDS: Attributes = Attributes {
        glasses: Glasses::None,
        headwear: Headwear::None,
        facial_hair: FacialHair::None,
        hair_length: HairLength::Short,
        hair_colour: None,
        fringe: None,
        mouth: Mouth::Closed,
        skin_tone: 5,
    };

    /// Frames until a change of a word comes through, at 30 frames a second.
    fn frames(change: impl Fn(&mut Attributes), through: impl Fn(&Attributes) -> bool) -> usize {
        let mut words = Words::new(&WORDS);
        (1..100)
            .find(|_| {
                let mut now = WORDS;
                change(&mut now);
                words.hear(&mut now, 1.0 / 30.0, &LiveOptions::default());
                through(&now)
            })
            .unwrap_or(usize::MAX)
    }

    #[test]
    fn a_mouth_opens_within_a_few_frames_and_glasses_take_their_time() {
        let mouth = frames(|a| a.mouth = Mouth::Open, |a| a.mouth == Mouth::Open);
        let glasses = frames(|a| a.glasses = Glasses::Clear, |a| a.glasses == Glasses::Clear);
        assert!((2..=6).contains(&mouth) && (15..=25).contains(&glasses), "{mouth} {glasses}");
    }

    #[test]
    fn words_that_alternate_stay_as_they_were() {
        let mut words = Words::new(&WORDS);
        for i in 0..300 {
            let mut now = Attributes { glasses: if i % 2 == 0 { Glasses::Sun } else { Glasses::None }, skin_tone: 5 + (i % 2) as u8, ..WORDS };
            words.hear(&mut now, 1.0 / 30.0, &LiveOptions::default());
            assert_eq!(now, WORDS);
        }
    }
}
