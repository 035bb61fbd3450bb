//! By which rules emoji are scored.

/// The rules of the ranker.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Rules {
    /// What was measured to work best; docs/adr/0007-emoji-ranker.md. The default.
    #[default]
    Tuned,
    /// The formulas of Image2Emoji (Cappallo, Mensink, Snoek 2015) as they stand, for comparison: the sum of
    /// cosines over the likeliest concepts, weighted by their probabilities; the highest cosine of any word.
    Paper,
}
