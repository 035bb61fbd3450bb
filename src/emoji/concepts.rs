//! What a photo shows: a network's thousand concepts, and what each of them means in words.

use super::EmojiError;
use super::asset::{self, Reader};
use super::words::Words;
use crate::face::{DetectOptions, FaceDetector, FaceError};
use crate::photo::{Photo, reduced_by};
use image::RgbImage;
use image::imageops::{self, FilterType};
use serde::Deserialize;
use std::borrow::Cow;
use std::sync::Arc;
use tract_onnx::prelude::*;

const NETWORK: &str = "concept network";
const LIST: &str = "list of concepts";
/// Probability of a person where a face is found, at least; of a larger one, the share of the picture's shorter side that it fills. More would
/// outweigh what else there is to see.
const PERSON: f32 = 0.1;

/// The concept network and its concepts: EfficientNet-lite0 (Tan & Le 2019, without squeeze-and-excitation) with the 1000 classes of ImageNet,
/// among which there are no people; one more concept, "person", stands for a face.
///
/// An asset of its own, because apps that only want avatars, or suggest emoji by text alone, need not carry it.
pub struct Concepts {
    plan: Arc<TypedRunnableModel>,
    side: u32,
    /// The network's, in its order, and after them that of people.
    pub(super) list: Vec<Concept>,
    faces: Option<FaceDetector>,
    /// [`Words::fingerprint`] of the list whose senses and vectors these are.
    words: String,
}

/// One concept.
#[derive(Debug, Clone)]
pub(super) struct Concept {
    /// Its synonyms, as the word list would split them: "electric ray".
    pub(super) names: Vec<String>,
    /// The narrowest sense of the word list that it is or falls under.
    pub(super) sense: u16,
    /// Whether it is that very sense.
    pub(super) exact: bool,
    pub(super) vector: Vec<f32>,
    /// Whether it counts; see [`Concepts::without`].
    pub(super) counts: bool,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Header {
    /// [`Words::fingerprint`].
    words: String,
    dimensions: usize,
    /// Width and height of the network's input.
    side: u32,
    concepts: Vec<Vec<String>>,
}

impl Concepts {
    /// The concepts inside the library.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Asset`] where the library is damaged.
    #[cfg(feature = "concepts")]
    pub fn bundled() -> Result<Self, EmojiError> {
        Self::load(include_bytes!("../../models/emoji/concepts.onnx"), include_bytes!("../../models/emoji/concepts.bin"))
    }

    /// The same, with another face detector, or with none and so without people. With the feature `bundled` the library's own is there from the
    /// start.
    #[must_use]
    pub fn with_faces(self, faces: Option<FaceDetector>) -> Self {
        Self { faces, ..self }
    }

    /// Concepts from the bytes of `concepts.onnx` and `concepts.bin`, as models/training/emoji/export_concepts.py makes them.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Asset`] where one is damaged or of another kind, or they do not belong together.
    pub fn load(network: &[u8], list: &[u8]) -> Result<Self, EmojiError> {
        let mut reader = Reader::new(list, b"SMCONC02", LIST)?;
        let header: Header = reader.header()?;
        let (count, d) = (header.concepts.len(), header.dimensions);
        if !(2..=1 << 16).contains(&count) || d == 0 || d > 1024 || d % 2 == 1 || !(32..=1024).contains(&header.side) {
            return Err(
                reader.wrong(format!("it says it has {count} concepts of {d} numbers for pictures of {} pixels, which no list has", header.side))
            );
        }
        if let Some(i) = header.concepts.iter().position(|names| names.iter().all(String::is_empty)) {
            return Err(reader.wrong(format!("its concept {i} has no name")));
        }
        let (senses, steps) = (reader.numbers(count)?, reader.numbers(count)?);
        let codes = reader.take(count * d / 2)?;
        reader.end()?;
        asset::check_codes(&reader, codes, d / 2)?;
        let each = header.concepts.into_iter().zip(senses.iter().zip(&steps)).zip(codes.chunks(d / 2));
        let concept = |((names, (&sense, &steps)), codes)| Concept { names, sense, exact: steps == 0, vector: asset::direction(codes), counts: true };
        let list = each.map(concept).collect();
        let concepts = Self { plan: checked(plan(network, header.side))?, side: header.side, list, faces: None, words: header.words };
        // A model of another kind is found out here rather than at a user's first photo.
        concepts.probabilities(&RgbImage::new(8, 8))?;
        Ok(concepts.with_faces(own_faces()?))
    }

    /// The same without those that have one of these names, letter by letter and with or without a plural "s": to measure what photos say of labels
    /// that are no concepts (Cappallo et al. 2015 leave them out, too).
    #[must_use]
    pub fn without(mut self, names: &[String]) -> Self {
        let plain = |name: &str| {
            let letters: String = name.chars().filter(char::is_ascii_alphabetic).map(|c| c.to_ascii_lowercase()).collect();
            letters.strip_suffix('s').map_or(letters.clone(), str::to_owned)
        };
        let unwanted: Vec<String> = names.iter().map(|name| plain(name)).collect();
        for concept in &mut self.list {
            concept.counts = !concept.names.iter().any(|name| unwanted.contains(&plain(name)));
        }
        self
    }

    /// The first names of those that do not count.
    pub fn left_out(&self) -> impl Iterator<Item = &str> {
        self.list.iter().filter(|concept| !concept.counts).map(|concept| concept.name())
    }

    /// How many there are.
    #[must_use]
    pub fn count(&self) -> usize {
        self.list.len()
    }

    /// Looks at a photo. About 0.1 s on a desktop core.
    ///
    /// # Errors
    ///
    /// [`EmojiError::Asset`] where a network fails.
    pub fn see(&self, photo: &Photo) -> Result<Sight, EmojiError> {
        let mut probabilities = self.probabilities(photo.rgb())?;
        probabilities.push(self.person(photo.rgb())?);
        Ok(Sight { probabilities })
    }

    /// How likely it is that the picture is about people, by the faces in it. Nothing else is read from them.
    fn person(&self, picture: &RgbImage) -> Result<f32, EmojiError> {
        let Some(faces) = &self.faces else { return Ok(0.0) };
        // Any face, turned or small, but found at one look: a search takes longer than the rest together.
        let options = DetectOptions { close_looks: 1, min_eye_distance: 4.0, max_yaw: f32::MAX, thorough: false, ..DetectOptions::default() };
        match faces.detect(picture, &options) {
            Ok(found) => Ok((found.main.face.width / picture.width().min(picture.height()) as f32).clamp(PERSON, 1.0)),
            Err(FaceError::Model { detail }) => Err(EmojiError::Asset { what: "face detector", detail }),
            Err(_) => Ok(0.0),
        }
    }

    /// Refuses a word list that these concepts were not made with.
    pub(super) fn belong_to(&self, words: &Words) -> Result<(), EmojiError> {
        if self.words == words.fingerprint() {
            return Ok(());
        }
        let detail = "it was made with another word list than the one that is loaded; take both from one release".into();
        Err(EmojiError::Asset { what: LIST, detail })
    }

    fn squeezed<'a>(&self, picture: &'a RgbImage) -> Cow<'a, RgbImage> {
        let (width, height) = picture.dimensions();
        if (width, height) == (self.side, self.side) {
            return Cow::Borrowed(picture);
        }
        // Whole steps first, as far as twice the size: the fine filter is slow on large pictures, and it is left enough to do.
        let step = width.min(height) / (2 * self.side);
        let coarse = if step > 1 { Cow::Owned(reduced_by(picture, [0, 0, width, height], step)) } else { Cow::Borrowed(picture) };
        Cow::Owned(imageops::resize(&*coarse, self.side, self.side, FilterType::CatmullRom))
    }

    /// The whole photo counts, squeezed into a square: what stands at the edge is often what it is about.
    fn probabilities(&self, picture: &RgbImage) -> Result<Vec<f32>, EmojiError> {
        let small = self.squeezed(picture);
        let side = self.side as usize;
        let mut input = vec![0.0f32; 3 * side * side];
        for (c, plane) in input.chunks_exact_mut(side * side).enumerate() {
            for (v, p) in plane.iter_mut().zip(small.as_raw().as_chunks::<3>().0) {
                *v = (f32::from(p[c]) - 127.0) / 128.0;
            }
        }
        let tensor = checked(Tensor::from_shape(&[1, 3, side, side], &input))?;
        let output = checked(self.plan.run(tvec!(tensor.into())))?.remove(0);
        let values: Vec<f32> = checked(output.to_plain_array_view::<f32>())?.iter().copied().collect();
        let sum: f32 = values.iter().sum();
        if values.len() + 1 == self.list.len() && values.iter().all(|v| *v >= 0.0) && (sum - 1.0).abs() < 0.01 {
            return Ok(values);
        }
        let detail = format!("its answer is not {} probabilities", self.list.len() - 1);
        Err(EmojiError::Asset { what: NETWORK, detail })
    }
}

impl Concept {
    /// The first of its names.
    pub(super) fn name(&self) -> &str {
        self.names.first().map_or("", String::as_str)
    }
}

impl std::fmt::Debug for Concepts {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Concepts").field("count", &self.count()).finish_non_exhaustive()
    }
}

/// What was seen in a photo, or in several: a probability for each concept. Nothing else of the photo is in it.
#[derive(Clone, PartialEq)]
pub struct Sight {
    pub(super) probabilities: Vec<f32>,
}

impl Sight {
    /// What several photos, or the frames of a video, show together: the mean of their probabilities, as in the paper. `None` of none.
    #[must_use]
    pub fn mean<'a>(sights: impl IntoIterator<Item = &'a Self>) -> Option<Self> {
        let mut sum = SightSum::default();
        sights.into_iter().for_each(|sight| sum.add(sight));
        sum.mean()
    }
}

/// Sights taken together one by one, so that a long video is never held.
#[derive(Debug, Clone, Default)]
pub struct SightSum {
    sum: Vec<f64>,
    count: u32,
}

impl SightSum {
    /// Adds a photo or a frame.
    pub fn add(&mut self, sight: &Sight) {
        self.sum.resize(sight.probabilities.len().max(self.sum.len()), 0.0);
        self.sum.iter_mut().zip(&sight.probabilities).for_each(|(s, &p)| *s += f64::from(p));
        self.count += 1;
    }

    /// The mean of all that were added; `None` of none.
    #[must_use]
    pub fn mean(&self) -> Option<Sight> {
        let n = f64::from(self.count);
        (self.count > 0).then(|| Sight { probabilities: self.sum.iter().map(|s| (s / n) as f32).collect() })
    }
}

/// Says nothing of the photo: what somebody photographs has no place in a log.
impl std::fmt::Debug for Sight {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Sight").finish_non_exhaustive()
    }
}

#[cfg(feature = "bundled")]
fn own_faces() -> Result<Option<FaceDetector>, EmojiError> {
    let files = crate::studio::ModelFiles::bundled();
    let detector = files.detector().and_then(|onnx| Ok(FaceDetector::load(onnx)?));
    Ok(Some(detector.map_err(|e| EmojiError::Asset { what: "face detector", detail: e.to_string() })?))
}

#[cfg(not(feature = "bundled"))]
fn own_faces() -> Result<Option<FaceDetector>, EmojiError> {
    Ok(None)
}

fn plan(mut onnx: &[u8], side: u32) -> TractResult<Arc<TypedRunnableModel>> {
    let side = side as usize;
    let fact = f32::fact([1, 3, side, side]);
    tract_onnx::onnx().model_for_read(&mut onnx)?.with_input_fact(0, fact.into())?.into_optimized()?.into_runnable()
}

fn checked<T>(result: TractResult<T>) -> Result<T, EmojiError> {
    result.map_err(|error| EmojiError::Asset { what: NETWORK, detail: format!("{error:#}") })
}
