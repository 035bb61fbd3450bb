//! The detector an app meets: a photo in, one face and a list of the others out.

use super::network::Network;
use super::search::{follow, search};
use super::{DetectOptions, Detection, FaceError, OtherFaces};
use image::RgbImage;
use serde::{Deserialize, Serialize};

/// Finds faces. Loading optimises the network, so load once and share it: detection takes `&self` from any thread.
#[derive(Debug)]
pub struct FaceDetector {
    network: Network,
}

/// What [`FaceDetector::detect`] found.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct Faces {
    /// The most prominent face: the widest, and among similarly wide ones that nearest to the middle of the picture.
    pub main: Detection,
    /// The other faces, most prominent first.
    pub others: Vec<Detection>,
}

impl FaceDetector {
    /// Loads the BlazeFace short-range model from the bytes of its ONNX file.
    ///
    /// Input 1x128x128x3, -1 to 1; outputs 1x896x16 (box, six keypoints) and 1x896x1 (logits).
    ///
    /// # Errors
    ///
    /// [`FaceError::Model`] where the bytes are no ONNX model or one of another shape.
    pub fn load(onnx: &[u8]) -> Result<Self, FaceError> {
        Ok(Self { network: Network::load(onnx)? })
    }

    /// Finds the most prominent face in an upright picture.
    ///
    /// # Errors
    ///
    /// [`FaceError`], one kind for each reason why there is no face to work with.
    pub fn detect(&self, picture: &RgbImage, options: &DetectOptions) -> Result<Faces, FaceError> {
        if picture.width() == 0 || picture.height() == 0 {
            return Err(FaceError::NoFace);
        }
        let mut faces = search(&self.network, picture, options)?;
        faces.sort_by(|a, b| prominence(b, picture).total_cmp(&prominence(a, picture)));
        judge(faces, options)
    }

    /// Finds a face again in the next frame of a film, by looking only where it was. `None` where it is not there any more, or where others must be looked for.
    pub(crate) fn follow(&self, picture: &RgbImage, last: &Detection, options: &DetectOptions) -> Result<Option<Faces>, FaceError> {
        if options.other_faces == OtherFaces::Refuse || picture.width() == 0 || picture.height() == 0 {
            return Ok(None);
        }
        follow(&self.network, picture, *last, options)?.map(|face| judge(vec![face], options)).transpose()
    }
}

/// Width, less up to a third for a face in a corner.
fn prominence(face: &Detection, picture: &RgbImage) -> f32 {
    let (width, height) = (picture.width() as f32, picture.height() as f32);
    let centre = face.face.centre();
    let off = ((centre.x - width / 2.0) / width).hypot((centre.y - height / 2.0) / height);
    face.face.width * (1.0 - off.min(0.7) / 2.0)
}

/// Decides between the outcomes; `faces` come most prominent first.
fn judge(faces: Vec<Detection>, options: &DetectOptions) -> Result<Faces, FaceError> {
    let Some((&main, others)) = faces.split_first() else { return Err(FaceError::NoFace) };
    let similar = |face: &Detection| face.face.width >= options.similar_size * main.face.width;
    if options.other_faces == OtherFaces::Refuse && others.iter().any(similar) {
        return Err(FaceError::SeveralFaces { faces });
    }
    let (eye_distance, yaw) = (main.eye_distance(), main.yaw());
    // Turning brings the eyes together as well, so the cause is named before its effect.
    if yaw.abs() > options.max_yaw {
        return Err(FaceError::TurnedTooFar { face: main, yaw, most: options.max_yaw });
    }
    if eye_distance < options.min_eye_distance {
        return Err(FaceError::TooSmall { face: main, eye_distance, needed: options.min_eye_distance });
    }
    Ok(Faces { main, others: others.to_vec() })
}
