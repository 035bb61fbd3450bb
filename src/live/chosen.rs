//! The choices in use: for each kind a part, for each colour role a swatch.

use super::LiveOptions;
use super::held::Held;
use crate::kind::Kind;
use crate::matching::Ranking;
use crate::studio::{self, Avatar, Reading, Style};
use semver::Version;
use std::collections::BTreeMap;

/// A part that leads by less than this is as good as the one in use.
const TIE: f32 = 0.02;

/// What is remembered of the choices in one style.
#[derive(Debug, Default)]
pub(super) struct Chosen {
    style: Option<(String, Version)>,
    parts: BTreeMap<Kind, Held<String>>,
    colours: BTreeMap<String, Held<String>>,
}

impl Chosen {
    /// The avatar of a settled reading, `seconds` after the one before.
    pub(super) fn avatar(&mut self, reading: &Reading, style: &Style, seconds: f32, options: &LiveOptions) -> Avatar {
        let manifest = style.pack().manifest();
        let named = Some((manifest.name.clone(), manifest.version.clone()));
        if self.style != named {
            *self = Self { style: named, ..Self::default() };
        }
        let rankings = reading.rankings(style);
        for (&kind, ranking) in &rankings {
            if reading.shows(kind) {
                self.hear_part(kind, ranking, seconds, options);
            } else {
                self.parts.remove(&kind);
            }
        }
        for (role, id) in studio::colours(reading, style) {
            self.hear_colour(role, id, seconds, options);
        }
        let parts = self.parts.iter().map(|(&kind, held)| (kind, held.value().clone())).collect();
        // Rules between colours come last: each colour is held by itself, and they must still go together.
        let colours = self.colours.iter().map(|(role, held)| (role.clone(), held.value().clone())).collect();
        Avatar { recipe: studio::recipe(style, parts, colours), rankings }
    }

    fn hear_part(&mut self, kind: Kind, ranking: &Ranking, seconds: f32, options: &LiveOptions) {
        let Some(best) = ranking.best() else { return };
        let Some(held) = self.parts.get_mut(&kind) else {
            self.parts.insert(kind, Held::new(best.id.clone()));
            return;
        };
        let score = ranking.candidates.iter().find(|c| c.id == *held.value()).map_or(f32::NEG_INFINITY, |c| c.score);
        let lead = best.score - score;
        let said = if lead < TIE { held.value().clone() } else { best.id.clone() };
        let hold = if kind.is_quick() { options.quick_hold } else { options.hold };
        // The quick kinds are hardly averaged, so one odd frame can lead by any amount.
        held.hear(said, lead >= options.clear_lead && !kind.is_quick(), seconds, hold);
    }

    fn hear_colour(&mut self, role: String, id: String, seconds: f32, options: &LiveOptions) {
        match self.colours.get_mut(&role) {
            Some(held) => held.hear(id, false, seconds, options.hold),
            None => drop(self.colours.insert(role, Held::new(id))),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::matching::Candidate;

    /// A ranking in which `best` leads the other of `a` and `b` by that much.
    fn ranking(kind: Kind, best: &str, lead: f32) -> Ranking {
        let other = if best == "a" { "b" } else { "a" };
        let candidates = [(best, 0.5), (other, 0.5 - lead)].map(|(id, score)| Candidate { id: id.into(), score, cosine: score });
        Ranking { kind, candidates: candidates.into() }
    }

    /// The part in use after each frame, at 30 frames a second.
    fn parts(kind: Kind, frames: impl Iterator<Item = (&'static str, f32)>) -> String {
        let (mut chosen, options) = (Chosen::default(), LiveOptions::default());
        let hear = |(best, lead)| {
            chosen.hear_part(kind, &ranking(kind, best, lead), 1.0 / 30.0, &options);
            chosen.parts[&kind].value().clone()
        };
        frames.map(hear).collect()
    }

    #[test]
    fn a_choice_between_two_that_are_nearly_as_good_stays() {
        let alternating = parts(Kind::Hair, (0..200).map(|i| (if i % 2 == 0 { "a" } else { "b" }, 0.1)));
        assert_eq!(alternating, "a".repeat(200));
        let tie = parts(Kind::Nose, (0..200).map(|i| (if i == 0 { "a" } else { "b" }, 0.01)));
        assert_eq!(tie, "a".repeat(200), "a tie is no reason to change");
    }

    #[test]
    fn a_lasting_change_comes_through_after_the_hold_or_at_once_where_it_is_clear() {
        let after = |kind, lead| parts(kind, (0..60).map(move |i| (if i < 10 { "a" } else { "b" }, lead))).find('b');
        assert_eq!(after(Kind::Hair, 0.1), Some(10 + 21), "0.7 seconds");
        assert_eq!(after(Kind::Hair, 0.3), Some(10));
        assert_eq!(after(Kind::Mouth, 0.1), Some(10 + 5), "a few frames");
        assert_eq!(after(Kind::Mouth, 0.9), Some(10 + 5));
    }

    #[test]
    fn swatches_are_held_like_parts() {
        let (mut chosen, options) = (Chosen::default(), LiveOptions::default());
        for i in 0..100 {
            chosen.hear_colour("hair".into(), if i % 2 == 0 { "black" } else { "brown" }.into(), 1.0 / 30.0, &options);
            assert_eq!(chosen.colours["hair"].value(), "black");
        }
    }
}
