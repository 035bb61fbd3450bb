//! How steady, and how quick.

/// Options of [`Live`](super::Live). Times are seconds of film. The defaults are for cameras of 10 to 60 frames a second.
#[derive(Debug, Clone, PartialEq)]
pub struct LiveOptions {
    /// Cutoff frequency of a face at rest, in Hz: lower is steadier and lags more. The `mincutoff` of the One Euro filter. Default: 1.
    pub min_cutoff: f32,
    /// How much the cutoff rises with speed, in Hz for each eye distance a second: higher lags less in movement. The filter's `beta`. Default: 8.
    pub beta: f32,
    /// Cutoff frequency of the speed itself, in Hz. The filter's `dcutoff`. Default: 1.
    pub speed_cutoff: f32,
    /// Half-life of embeddings and colours: a frame that long ago counts half. Default: 0.5.
    pub half_life: f32,
    /// The same for the mouth and the eyes. Default: 0.12.
    pub quick_half_life: f32,
    /// How long another answer must lead before it is believed. Default: 0.7.
    pub hold: f32,
    /// The same for the mouth and the eyes. Default: 0.15.
    pub quick_hold: f32,
    /// By how much another part's score must exceed that of the chosen one to be believed at once, in units of cosine. Default: 0.25.
    pub clear_lead: f32,
    /// For how long a face may be lost before that is an error. Default: 1.
    pub patience: f32,
}

impl Default for LiveOptions {
    fn default() -> Self {
        Self {
            min_cutoff: 1.0,
            beta: 8.0,
            speed_cutoff: 1.0,
            half_life: 0.5,
            quick_half_life: 0.12,
            hold: 0.7,
            quick_hold: 0.15,
            clear_lead: 0.25,
            patience: 1.0,
        }
    }
}
