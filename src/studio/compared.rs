//! What is compared, for those who want to see it.

use super::{Reading, Style};
use crate::kind::Kind;

/// The two vectors whose cosine says how alike a photo's part and a drawn one are. Both have length 1, or are zeros where there is nothing to see.
#[derive(Debug, Clone, PartialEq)]
pub struct Compared {
    /// The photo's embedding, from the mean photo.
    pub photo: Vec<f32>,
    /// The drawing's embedding, from the mean drawing.
    pub drawing: Vec<f32>,
}

impl Reading {
    /// What is compared of this photo and a part of a style. `None` where the style has no such part.
    #[must_use]
    pub fn compared(&self, style: &Style, kind: Kind, id: &str) -> Option<Compared> {
        let view = self.view(kind);
        let (_, drawing) = style.library.directions(view).iter().find(|(part, _)| part == id)?;
        Some(Compared { photo: style.library.direction(view, self.embeddings.get(&view)?), drawing: drawing.clone() })
    }
}
