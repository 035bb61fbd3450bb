//! A library: the embeddings of a pack's parts, built once and kept beside the pack.

use super::Rules;
use super::drawn::Drawn;
use crate::embed::{EmbedError, Extractor, Seen};
use crate::kind::Kind;
use crate::pack::{Pack, PackError, json};
use crate::parts::View;
use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use std::ops::ControlFlow;

/// The format of `embeddings.json`.
const FORMAT: u32 = 2;
const CHANGED: &str = "the drawings have changed since the embeddings were built";

/// Embeddings of all parts of a pack.
#[derive(Debug, Clone)]
pub struct Library {
    file: File,
    /// Directions from the pack's own mean, of length 1; see [`Library::directions`].
    directions: BTreeMap<View, Vec<(String, Vec<f32>)>>,
    /// What a photo's vector is relative to before it is compared: nothing, where it is relative to the mean photo already.
    means: BTreeMap<View, Vec<f32>>,
    /// [`Extractor::knows_mean_photo`].
    knows_mean_photo: bool,
    rules: Rules,
}

#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    format: u32,
    extractor: String,
    /// [`Extractor::fingerprint`].
    models: String,
    /// [`Pack::hash`] of the drawings that were embedded.
    drawings: String,
    embeddings: BTreeMap<View, BTreeMap<String, Vec<f32>>>,
}

/// Why a library could not be built.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LibraryError {
    /// Drawing a part failed.
    #[error(transparent)]
    Pack(#[from] PackError),
    /// Embedding a part failed.
    #[error(transparent)]
    Embed(#[from] EmbedError),
    /// The caller stopped it.
    #[error("embedding the pack's parts was cancelled")]
    Cancelled,
}

impl Library {
    /// The library of a pack: the one kept in the pack if it was built with this extractor's models, or a new one, for which `progress` is as in
    /// [`Library::build`].
    ///
    /// # Errors
    ///
    /// [`PackError::Embeddings`] where the pack's own embeddings were built from other drawings or with other models; [`LibraryError`] where building fails.
    pub fn of(pack: &Pack, extractor: &dyn Extractor, progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>) -> Result<Self, LibraryError> {
        match pack.embeddings_json().map(|json| File::parse(json, pack, extractor)).transpose()?.flatten() {
            Some(file) => Ok(Self::by_rules(file, extractor.knows_mean_photo(), Rules::default())),
            None => Self::build(pack, extractor, progress),
        }
    }

    /// Embeds every part of a pack. `progress` is told how many of how many parts are done, and stops the work by [`ControlFlow::Break`].
    ///
    /// # Errors
    ///
    /// [`LibraryError`].
    pub fn build(pack: &Pack, extractor: &dyn Extractor, progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>) -> Result<Self, LibraryError> {
        let total: usize = Kind::SEEN.iter().map(|&k| pack.parts(k).len()).sum();
        let mut embeddings: BTreeMap<View, BTreeMap<String, Vec<f32>>> = BTreeMap::new();
        let mut done = 0;
        for kind in Kind::SEEN {
            for part in pack.parts(kind) {
                let drawn = Drawn::of(pack, kind, &part.id, extractor.wants_picture())?;
                for view in View::ALL.into_iter().filter(|v| v.kind() == kind) {
                    let vector = extractor.embed(view, Seen { crop: &drawn.crop(view), picture: drawn.picture.as_ref() })?;
                    embeddings.entry(view).or_default().insert(part.id.clone(), vector);
                }
                done += 1;
                if progress(done, total).is_break() {
                    return Err(LibraryError::Cancelled);
                }
            }
        }
        let drawings = pack.hash(&embedded(), extractor.wants_picture());
        let (name, models) = (extractor.name().to_owned(), extractor.fingerprint().to_owned());
        let file = File { format: FORMAT, extractor: name, models, drawings, embeddings };
        Ok(Self::by_rules(file, extractor.knows_mean_photo(), Rules::default()))
    }

    /// The library as `embeddings.json` holds it.
    #[must_use]
    pub fn to_json(&self) -> String {
        let mut file = self.file.clone();
        // Four decimals are far below what changes a ranking, and halve the file.
        let round = |v: &mut f32| *v = (*v * 1e4).round() / 1e4;
        file.embeddings.values_mut().flat_map(BTreeMap::values_mut).flatten().for_each(round);
        serde_json::to_string(&file).unwrap_or_default() + "\n"
    }

    /// The same embeddings, compared by other rules.
    #[must_use]
    pub fn with_rules(&self, rules: Rules) -> Self {
        Self::by_rules(self.file.clone(), self.knows_mean_photo, rules)
    }

    /// Takes out what all parts of a view have in common, where the rules say so.
    fn by_rules(file: File, knows_mean_photo: bool, rules: Rules) -> Self {
        let (mut directions, mut means) = (BTreeMap::new(), BTreeMap::new());
        for (&view, parts) in &file.embeddings {
            let length = parts.values().map(Vec::len).min().unwrap_or(0);
            let mut mean = vec![0.0f32; length];
            for vector in parts.values().filter(|_| rules.centring.of(view, knows_mean_photo)) {
                for (m, v) in mean.iter_mut().zip(vector) {
                    *m += v / parts.len() as f32;
                }
            }
            let direct = |vector: &Vec<f32>| {
                let mut d: Vec<f32> = vector.iter().zip(&mean).map(|(v, m)| v - m).collect();
                normalise(&mut d);
                d
            };
            directions.insert(view, parts.iter().map(|(id, v)| (id.clone(), direct(v))).collect());
            if !knows_mean_photo {
                means.insert(view, mean);
            }
        }
        Self { file, directions, means, knows_mean_photo, rules }
    }

    /// The direction of a photo's vector from the mean photo.
    ///
    /// An autoencoder's answer is already relative to the photos it was trained on. Of a backbone's answers no mean photo is known; the mean
    /// drawing is the nearest thing there is.
    pub(crate) fn direction(&self, view: View, embedding: &[f32]) -> Vec<f32> {
        let mut direction = embedding.to_vec();
        for (d, m) in direction.iter_mut().zip(self.means.get(&view).into_iter().flatten()) {
            *d -= m;
        }
        normalise(&mut direction);
        direction
    }

    pub(crate) fn rules(&self) -> Rules {
        self.rules
    }

    /// The parts of a view with their directions from the mean part.
    pub(crate) fn directions(&self, view: View) -> &[(String, Vec<f32>)] {
        self.directions.get(&view).map_or(&[], Vec::as_slice)
    }
}

/// Why a pack's own embeddings do not belong to its parts, where that can be told without the models.
pub(crate) fn stale(pack: &Pack) -> Option<String> {
    let file: File = match serde_json::from_slice(pack.embeddings_json()?) {
        Ok(file) => file,
        Err(e) => return Some(e.to_string()),
    };
    // With or without the colours, as its extractor looks at them or not.
    let fits = [false, true].into_iter().any(|colours| file.drawings == pack.hash(&embedded(), colours));
    (!fits).then(|| CHANGED.into())
}

impl File {
    /// The pack's own file, where it is this extractor's.
    fn parse(json: &[u8], pack: &Pack, extractor: &dyn Extractor) -> Result<Option<Self>, PackError> {
        let wrong = |detail: String| PackError::Embeddings { detail };
        json::no_key_twice(json).map_err(|e| wrong(e.to_string()))?;
        let file: Self = serde_json::from_slice(json).map_err(|e| wrong(e.to_string()))?;
        if file.extractor != extractor.name() {
            return Ok(None);
        }
        if file.format != FORMAT || file.models != extractor.fingerprint() {
            return Err(wrong("the embeddings were built with other models than those loaded".into()));
        }
        if file.drawings != pack.hash(&embedded(), extractor.wants_picture()) {
            return Err(wrong(CHANGED.into()));
        }
        for view in View::ALL {
            let known = file.embeddings.get(&view);
            let length = known.and_then(|k| k.values().next()).map_or(0, Vec::len);
            if known.into_iter().flatten().any(|(_, v)| v.len() != length || v.iter().any(|x| !x.is_finite())) {
                return Err(wrong(format!("the {view} embeddings are not vectors of one length")));
            }
            if let Some(part) = pack.parts(view.kind()).iter().find(|p| known.is_none_or(|k| !k.contains_key(&p.id))) {
                return Err(wrong(format!("there is no {view} embedding of the part `{}`", part.id)));
            }
        }
        Ok(Some(file))
    }
}

/// The kinds whose drawings are seen when a part is embedded: those compared, and those of the plain head they are drawn on.
fn embedded() -> Vec<Kind> {
    Kind::ALL.into_iter().filter(|&kind| !kind.is_optional() || View::ALL.into_iter().any(|view| view.kind() == kind)).collect()
}

/// Scales to length 1; a vector of zeros stays.
pub(crate) fn normalise(vector: &mut [f32]) {
    let length = vector.iter().map(|v| v * v).sum::<f32>().sqrt();
    if length > 1e-9 {
        vector.iter_mut().for_each(|v| *v /= length);
    }
}

#[cfg(test)]
impl Library {
    /// A library of one view from vectors.
    pub(super) fn of_vectors(extractor: &str, view: View, parts: &[(&str, &[f32])]) -> Self {
        let parts = parts.iter().map(|(id, v)| ((*id).to_owned(), v.to_vec())).collect();
        let embeddings = BTreeMap::from([(view, parts)]);
        let file = File { format: FORMAT, extractor: extractor.into(), models: String::new(), drawings: String::new(), embeddings };
        Self::by_rules(file, extractor == "autoencoder", Rules::default())
    }
}

#[cfg(test)]
mod tests {
    use super::super::Centring;
    use super::*;

    const PARTS: &[(&str, &[f32])] = &[("a", &[12.0, 5.0]), ("b", &[8.0, 5.0]), ("c", &[10.0, 6.0]), ("d", &[10.0, 4.0])];

    #[test]
    fn what_all_parts_have_in_common_is_taken_out() {
        let library = Library::of_vectors("autoencoder", View::Hair, PARTS);
        let expected = [("a", [1.0, 0.0]), ("b", [-1.0, 0.0]), ("c", [0.0, 1.0]), ("d", [0.0, -1.0])];
        for ((id, found), (name, direction)) in library.directions(View::Hair).iter().zip(expected) {
            assert_eq!((id.as_str(), found.as_slice()), (name, direction.as_slice()));
        }
        assert!(library.directions(View::Nose).is_empty());
    }

    #[test]
    fn a_photo_is_seen_from_the_mean_photo_or_else_from_the_mean_drawing() {
        let autoencoder = Library::of_vectors("autoencoder", View::Hair, PARTS);
        assert_eq!(autoencoder.direction(View::Hair, &[3.0, 4.0]), [0.6, 0.8]);
        let backbone = Library::of_vectors("resnet50", View::Hair, PARTS);
        assert_eq!(backbone.direction(View::Hair, &[13.0, 9.0]), [0.6, 0.8]);
        assert_eq!(backbone.direction(View::Hair, &[10.0, 5.0]), [0.0, 0.0], "no direction, and no division by zero");
    }

    #[test]
    fn the_file_is_short_and_comes_back() {
        let library = Library::of_vectors("autoencoder", View::Hair, &[("a", &[0.123_456_79, -2.0])]);
        let json = library.to_json();
        assert!(json.contains("0.1235") && !json.contains("0.12345"), "{json}");
        let file: File = serde_json::from_str(&json).unwrap();
        assert_eq!(Library::by_rules(file, true, Rules::default()).to_json(), json);
    }

    #[test]
    fn without_centring_vectors_are_compared_as_they_are() {
        for extractor in ["autoencoder", "resnet50"] {
            let library = Library::of_vectors(extractor, View::Hair, PARTS).with_rules(Rules { centring: Centring::Never, tags: true });
            assert_eq!(library.directions(View::Hair)[0].1, [12.0 / 13.0, 5.0 / 13.0], "{extractor}");
            assert_eq!(library.direction(View::Hair, &[3.0, 4.0]), [0.6, 0.8], "{extractor}");
            let back = library.with_rules(Rules::default());
            assert_eq!(back.directions(View::Hair)[0].1, [1.0, 0.0], "{extractor}");
        }
    }
}
