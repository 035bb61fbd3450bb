//! The One Euro filter (Casiez, Roussel and Vogel: *1 Euro Filter: A Simple Speed-based Low-pass Filter for Noisy Input in Interactive Systems*, CHI 2012):
//! a low-pass filter whose cutoff rises with speed, so that a still face does not tremble and a moving one does not lag.

use super::LiveOptions;
use crate::face::Detection;
use std::f32::consts::TAU;

/// Shortest time between two frames that is believed, in seconds.
const LEAST_TIME: f32 = 1e-3;

/// One coordinate.
#[derive(Debug, Clone, Copy)]
struct OneEuro {
    raw: f32,
    smooth: f32,
    speed: f32,
}

impl OneEuro {
    const fn new(raw: f32) -> Self {
        Self { raw, smooth: raw, speed: 0.0 }
    }

    /// The smoothed coordinate; `unit` is the length that speeds are measured in, so that a face's distance from the camera makes no difference.
    fn take(&mut self, raw: f32, seconds: f32, unit: f32, options: &LiveOptions) -> f32 {
        let speed = (raw - self.raw) / unit / seconds;
        self.speed += (speed - self.speed) * share(options.speed_cutoff, seconds);
        self.smooth += (raw - self.smooth) * share(options.min_cutoff + options.beta * self.speed.abs(), seconds);
        self.raw = raw;
        self.smooth
    }
}

/// How much a new value counts in a low-pass filter of a cutoff in Hz.
fn share(cutoff: f32, seconds: f32) -> f32 {
    let reach = TAU * cutoff.max(0.0) * seconds;
    if reach.is_finite() { reach / (reach + 1.0) } else { 1.0 }
}

/// The keypoints of a face from frame to frame.
#[derive(Debug, Clone)]
pub(super) struct Keypoints([[OneEuro; 2]; 6]);

impl Keypoints {
    pub(super) fn new(face: &Detection) -> Self {
        Self(face.keypoints.map(|p| [OneEuro::new(p.x), OneEuro::new(p.y)]))
    }

    /// The face with smoothed keypoints, `seconds` after the one before.
    pub(super) fn smooth(&mut self, face: &Detection, seconds: f32, options: &LiveOptions) -> Detection {
        let mut smooth = *face;
        let (seconds, unit) = (seconds.max(LEAST_TIME), face.eye_distance().max(1.0));
        for (point, [x, y]) in smooth.keypoints.iter_mut().zip(&mut self.0) {
            point.x = x.take(point.x, seconds, unit, options);
            point.y = y.take(point.y, seconds, unit, options);
        }
        smooth
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const FRAME: f32 = 1.0 / 30.0;

    /// Filters a coordinate with an eye distance of 100 pixels.
    fn filtered(raw: impl Iterator<Item = f32>) -> Vec<f32> {
        let (mut filter, options) = (None, LiveOptions::default());
        raw.map(|x| filter.get_or_insert(OneEuro::new(x)).take(x, FRAME, 100.0, &options)).collect()
    }

    #[test]
    fn trembling_shrinks() {
        let raw = |i: usize| 500.0 + if i.is_multiple_of(2) { 1.0 } else { -1.0 };
        let out = filtered((0..200).map(raw));
        let spread = out[50..].iter().map(|x| (x - 500.0).abs()).fold(0.0, f32::max);
        assert!(spread < 0.3, "{spread} of 1");
    }

    #[test]
    fn movement_hardly_lags() {
        // Two eye distances a second: a quick turn of the camera.
        let raw: Vec<f32> = (0..60).map(|i| i as f32 * FRAME * 200.0).collect();
        let lag = raw[59] - filtered(raw.iter().copied())[59];
        assert!((0.0..3.0).contains(&lag), "{lag} pixels of an eye distance of 100");
    }

    #[test]
    fn it_comes_to_rest_where_the_face_is() {
        let out = filtered((0..90).map(|i| if i < 10 { 0.0 } else { 50.0 }));
        assert!((out[25] - 50.0).abs() < 2.0 && (out[89] - 50.0).abs() < 0.1, "{} {}", out[25], out[89]);
    }

    #[test]
    fn odd_times_and_options_do_no_harm() {
        let mut filter = OneEuro::new(1.0);
        let wild = LiveOptions { beta: f32::MAX, min_cutoff: -1.0, ..LiveOptions::default() };
        for (seconds, options) in [(LEAST_TIME, &LiveOptions::default()), (60.0, &wild)] {
            let out = filter.take(3.0, seconds, 1.0, options);
            assert!((1.0..=3.0).contains(&out), "{out}");
        }
    }
}
