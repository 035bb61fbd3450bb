//! Frames a second, exactly: videos have 30000/1001 of them.

/// A number of frames in a number of seconds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Rate {
    pub(crate) frames: u32,
    pub(crate) seconds: u32,
}

impl Rate {
    pub(crate) const fn new(frames: u32, seconds: u32) -> Self {
        Self { frames, seconds }
    }

    /// Seconds from the start to a frame.
    pub(crate) fn time(self, frame: usize) -> f64 {
        frame as f64 * f64::from(self.seconds) / f64::from(self.frames)
    }

    /// The rate of every `n`th frame.
    pub(crate) const fn every(self, n: u32) -> Self {
        Self { frames: self.frames, seconds: self.seconds.saturating_mul(n) }
    }
}

impl std::fmt::Display for Rate {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let rounded = (f64::from(self.frames) / f64::from(self.seconds) * 100.0).round() / 100.0;
        write!(f, "{rounded}")
    }
}
