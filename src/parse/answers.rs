//! Answers: what the parser's small heads say a photo shows, as probabilities.

use serde::Serialize;

/// How many logits the heads give.
pub(super) const LOGITS: usize = 40;

/// From which probability on something counts as worn. Rare answers counted for more in training, by the root of their rarity; these are where a photo with
/// and one without are told equally well (0.23 and 0.16 of the training photos show glasses and headwear).
const GLASSES: f32 = 0.35;
const HEADWEAR: f32 = 0.30;

/// Probabilities of what a face shows, a list a question; each sums to 1. The order of the lists is that of models/training/model.py.
#[derive(Debug, Clone, Copy, PartialEq, Serialize)]
pub struct Answers {
    /// None, clear, sun.
    pub glasses: [f32; 3],
    /// None, hat, scarf.
    pub headwear: [f32; 3],
    /// None, stubble, moustache, goatee, full.
    pub facial_hair: [f32; 5],
    /// Bald, short, medium, long.
    pub hair_length: [f32; 4],
    /// Black, brown, blond, red, grey.
    pub hair_colour: [f32; 5],
    /// No fringe, fringe.
    pub fringe: [f32; 2],
    /// Closed, smile, teeth, open.
    pub mouth: [f32; 4],
    /// Straight, wavy, curly, coily hair.
    pub texture: [f32; 4],
    /// The Monk tones, 1 to 10.
    pub skin: [f32; 10],
}

impl Answers {
    /// From the heads' logits, one after the other. `None` unless there are as many as there should be, all of them numbers.
    pub(super) fn from_logits(logits: &[f32]) -> Option<Self> {
        if logits.len() != LOGITS || logits.iter().any(|v| !v.is_finite()) {
            return None;
        }
        let mut rest = logits;
        Some(Self {
            glasses: next(&mut rest)?,
            headwear: next(&mut rest)?,
            facial_hair: next(&mut rest)?,
            hair_length: next(&mut rest)?,
            hair_colour: next(&mut rest)?,
            fringe: next(&mut rest)?,
            mouth: next(&mut rest)?,
            texture: next(&mut rest)?,
            skin: next(&mut rest)?,
        })
    }

    /// Whether something shows between the lips.
    pub(super) fn shows_between_lips(&self) -> bool {
        self.mouth[2] + self.mouth[3] > 0.5
    }

    /// The lists of all questions, the mouth's first: it is the one that people move.
    pub(crate) fn lists(&mut self) -> [&mut [f32]; 9] {
        let Self { glasses, headwear, facial_hair, hair_length, hair_colour, fringe, mouth, texture, skin } = self;
        [mouth, glasses, headwear, facial_hair, hair_length, hair_colour, fringe, texture, skin]
    }

    /// Whether glasses are worn.
    #[must_use]
    pub fn wears_glasses(&self) -> bool {
        self.glasses[0] < 1.0 - GLASSES
    }

    /// Whether something is worn on the head.
    #[must_use]
    pub fn wears_headwear(&self) -> bool {
        self.headwear[0] < 1.0 - HEADWEAR
    }

    /// Whether there is facial hair, stubble included.
    #[must_use]
    pub fn has_facial_hair(&self) -> bool {
        self.facial_hair[0] < 0.5
    }
}

/// The softmax of the next head's logits.
fn next<const N: usize>(rest: &mut &[f32]) -> Option<[f32; N]> {
    let (head, tail) = rest.split_first_chunk::<N>()?;
    *rest = tail;
    let most = head.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers = head.map(|v| (v - most).exp());
    let sum: f32 = powers.iter().sum();
    Some(powers.map(|v| v / sum))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_question_gets_its_own_logits() {
        let mut logits = [0.0; LOGITS];
        // Sun glasses, and the darkest tone.
        (logits[2], logits[LOGITS - 1]) = (9.0, 9.0);
        let a = Answers::from_logits(&logits).unwrap();
        assert!(a.wears_glasses() && a.glasses[2] > 0.99 && a.skin[9] > 0.99, "{a:?}");
        assert!(a.mouth.iter().all(|&p| (p - 0.25).abs() < 1e-6));
        assert!((a.facial_hair.iter().sum::<f32>() - 1.0).abs() < 1e-6);
    }

    #[test]
    fn what_is_no_answer_is_none() {
        assert!(Answers::from_logits(&[0.0; LOGITS - 1]).is_none());
        assert!(Answers::from_logits(&[f32::NAN; LOGITS]).is_none());
        assert!(Answers::from_logits(&[1e30; LOGITS]).is_some_and(|a| a.glasses[0].is_finite()));
    }
}
