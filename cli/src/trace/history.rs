//! What was chosen, frame by frame.

use selfmoji::kind::Kind;
use selfmoji::recipe::Recipe;
use selfmoji::studio::Avatar;
use std::collections::BTreeMap;

/// The kinds, a row each.
pub(crate) const ROWS: [Kind; 11] = Kind::SEEN;

/// One frame's choices, small enough to keep thousands.
#[derive(Debug, Clone)]
pub(crate) struct Moment {
    /// For each row, which of [`History::names`]; `None` where the avatar has no such part.
    pub(crate) parts: [Option<u16>; ROWS.len()],
    /// Cosines of the two best parts of the shown kind.
    pub(crate) best: Option<[f32; 2]>,
    /// Whether a face was seen; otherwise the choices are those of the last time.
    pub(crate) seen: bool,
}

/// All frames so far, of those the film shows.
#[derive(Debug, Default)]
pub(crate) struct History {
    /// `None` for a frame without an avatar.
    pub(crate) moments: Vec<Option<Moment>>,
    names: [Vec<String>; ROWS.len()],
}

impl History {
    /// Takes down a frame; `kind` is the one whose cosines are kept.
    pub(crate) fn add(&mut self, avatar: Option<&Avatar>, seen: bool, kind: Kind) {
        let moment = avatar.map(|avatar| {
            let mut parts = [None; ROWS.len()];
            for ((part, names), kind) in parts.iter_mut().zip(&mut self.names).zip(ROWS) {
                *part = avatar.recipe.parts.get(&kind).map(|id| number(names, id));
            }
            let best = avatar.rankings.get(&kind).filter(|_| seen).and_then(|r| match r.candidates.as_slice() {
                [a, b, ..] => Some([a.cosine, b.cosine]),
                [a] => Some([a.cosine; 2]),
                [] => None,
            });
            Moment { parts, best, seen }
        });
        self.moments.push(moment);
    }

    /// The id of a row's part.
    pub(crate) fn name(&self, row: usize, part: u16) -> &str {
        self.names[row].get(usize::from(part)).map_or("", String::as_str)
    }
}

fn number(names: &mut Vec<String>, id: &str) -> u16 {
    let at = names.iter().position(|name| name == id).unwrap_or_else(|| {
        names.push(id.to_owned());
        names.len() - 1
    });
    u16::try_from(at).unwrap_or(u16::MAX)
}

/// How often choices changed.
#[derive(Debug, Default)]
pub(crate) struct Changes {
    last: Option<Recipe>,
    pub(crate) parts: BTreeMap<Kind, usize>,
    pub(crate) colours: usize,
}

impl Changes {
    /// Compares a frame's choices with those of the last frame that had any.
    pub(crate) fn hear(&mut self, recipe: &Recipe) {
        if let Some(last) = &self.last {
            for kind in ROWS.into_iter().filter(|k| last.parts.get(k) != recipe.parts.get(k)) {
                *self.parts.entry(kind).or_default() += 1;
            }
            self.colours += recipe.colours.iter().filter(|(role, id)| last.colours.get(*role) != Some(id)).count();
        }
        self.last = Some(recipe.clone());
    }

    pub(crate) fn of(&self, kind: Kind) -> usize {
        self.parts.get(&kind).copied().unwrap_or(0)
    }
}
