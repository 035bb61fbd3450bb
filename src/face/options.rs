//! What counts as a face to work with.

/// What to do about further faces of a similar size.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[non_exhaustive]
pub enum OtherFaces {
    /// Take the most prominent face and list the others. The default.
    #[default]
    List,
    /// Fail with [`FaceError::SeveralFaces`](super::FaceError::SeveralFaces).
    Refuse,
}

/// Options of [`FaceDetector::detect`](super::FaceDetector::detect).
#[derive(Debug, Clone, PartialEq)]
pub struct DetectOptions {
    /// Least score of a face, 0 to 1: the mean over the closer looks. Default: 0.72.
    pub min_score: f32,
    /// How often a face is looked at closely, each time at another scale, 1 to 5. Three instead of one take about half of the
    /// jitter out of the canonical frame, much of which settling the class map takes out too; each costs one run of the network (3 ms on a desktop core).
    /// Default: 2.
    pub close_looks: usize,
    /// Least distance between the eyes, in pixels of the picture passed in. Default: 16.
    pub min_eye_distance: f32,
    /// Most turn to either side, as [`Detection::yaw`](super::Detection::yaw) measures it. Default: 0.35, about 45 degrees.
    pub max_yaw: f32,
    /// What to do about further faces. Default: list them.
    pub other_faces: OtherFaces,
    /// How wide another face must be, as a share of the main one, to be called similar in size. Default: 0.5.
    pub similar_size: f32,
    /// Whether to look at parts of the photo, and at the photo turned, where the first look finds nothing. Costs up to 50 runs of the
    /// network, and only there. Default: true.
    pub thorough: bool,
}

impl Default for DetectOptions {
    fn default() -> Self {
        Self {
            min_score: 0.72,
            close_looks: 2,
            min_eye_distance: 16.0,
            max_yaw: 0.35,
            other_faces: OtherFaces::List,
            similar_size: 0.5,
            thorough: true,
        }
    }
}
