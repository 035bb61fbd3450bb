//! A network with one vector as its answer.

use super::EmbedError;
use std::sync::Arc;
use tract_onnx::prelude::*;

pub(super) struct Network {
    plan: Arc<TypedRunnableModel>,
    shape: Vec<usize>,
    what: String,
}

impl Network {
    pub(super) fn load(what: &str, onnx: &[u8], shape: &[usize]) -> Result<Self, EmbedError> {
        let fact = f32::fact(shape);
        let mut bytes = onnx;
        let build = || tract_onnx::onnx().model_for_read(&mut bytes)?.with_input_fact(0, fact.into())?.into_optimized()?.into_runnable();
        Ok(Self { plan: checked(what, build())?, shape: shape.to_vec(), what: what.into() })
    }

    pub(super) fn run(&self, input: &[f32]) -> Result<Vec<f32>, EmbedError> {
        let tensor = checked(&self.what, Tensor::from_shape(&self.shape, input))?;
        let output = checked(&self.what, self.plan.run(tvec!(tensor.into())))?.remove(0);
        let values: Vec<f32> = checked(&self.what, output.to_plain_array_view::<f32>())?.iter().copied().collect();
        if values.iter().all(|v| v.is_finite()) && !values.is_empty() {
            return Ok(values);
        }
        Err(EmbedError::Model { what: self.what.clone(), detail: "its answer is not a vector of numbers".into() })
    }
}

fn checked<T>(what: &str, result: TractResult<T>) -> Result<T, EmbedError> {
    result.map_err(|error| EmbedError::Model { what: what.into(), detail: format!("{error:#}") })
}

impl std::fmt::Debug for Network {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Network").field("what", &self.what).finish_non_exhaustive()
    }
}

/// SHA-256 of some files, in hexadecimal.
pub(super) fn fingerprint<'a>(files: impl IntoIterator<Item = &'a [u8]>) -> String {
    use sha2::{Digest, Sha256};
    let mut hash = Sha256::new();
    for file in files {
        hash.update((file.len() as u64).to_le_bytes());
        hash.update(file);
    }
    hash.finalize().iter().map(|b| format!("{b:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_fingerprint_tells_files_apart() {
        let of = |files: &[&'static [u8]]| fingerprint(files.iter().copied());
        assert_eq!(of(&[b"a", b"b"]), of(&[b"a", b"b"]));
        let all = [of(&[]), of(&[b""]), of(&[b"a", b"b"]), of(&[b"b", b"a"]), of(&[b"ab"]), of(&[b"", b"ab"])];
        for (i, a) in all.iter().enumerate() {
            assert!(a.len() == 64 && !all[..i].contains(a));
        }
    }

    #[test]
    fn what_is_no_network_is_refused_by_name() {
        for bytes in [&b""[..], b"text", &[0x08; 64]] {
            let error = Network::load("hair", bytes, &[1, 1, 32, 32]).unwrap_err();
            assert!(error.to_string().starts_with("the hair model cannot be used: "), "{error}");
        }
    }
}
