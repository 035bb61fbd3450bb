//! Risk: the inference runtime. Every shipped model must compute with tract what it computes with onnxruntime.
//!
//! Fixtures come from models/training/make_parity_fixtures.py; a new model needs a line there and nothing here.

#![allow(clippy::unwrap_used)] // A test that cannot go on should say where it stopped.

use serde::Deserialize;
use sha2::{Digest, Sha256};
use std::collections::BTreeSet;
use std::path::Path;
use tract_onnx::prelude::*;

#[derive(Deserialize)]
struct Fixture {
    model: String,
    sha256: String,
    input: Input,
    outputs: Vec<Output>,
}

#[derive(Deserialize)]
struct Input {
    shape: Vec<usize>,
    step: f64,
    amplitude: f64,
    offset: f64,
}

#[derive(Deserialize)]
struct Output {
    shape: Vec<usize>,
    mean: f64,
    rms: f64,
    samples: Vec<(usize, f64)>,
}

#[test]
fn shipped_models_compute_what_onnxruntime_computes() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut compared = BTreeSet::new();
    for entry in std::fs::read_dir(root.join("tests/fixtures/parity")).unwrap() {
        let path = entry.unwrap().path();
        let fixture: Fixture = serde_json::from_slice(&std::fs::read(&path).unwrap()).unwrap();
        compare(root, &fixture);
        compared.insert(root.join(&fixture.model));
    }
    for folder in std::fs::read_dir(root.join("models")).unwrap().map(|e| e.unwrap().path()).filter(|p| p.is_dir()) {
        for file in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()).filter(|p| p.extension().is_some_and(|e| e == "onnx")) {
            assert!(compared.contains(&file), "{} has no fixture: run models/training/make_parity_fixtures.py", file.display());
        }
    }
}

fn compare(root: &Path, fixture: &Fixture) {
    let name = &fixture.model;
    let onnx = std::fs::read(root.join(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
    let sha256: String = Sha256::digest(&onnx).iter().map(|b| format!("{b:02x}")).collect();
    assert_eq!(sha256, fixture.sha256, "{name} has changed: run models/training/make_parity_fixtures.py again");

    let Input { shape, step, amplitude, offset } = &fixture.input;
    let count: usize = shape.iter().product();
    let values: Vec<f32> = (0..count).map(|i| (offset + amplitude * (i as f64 * step).sin()) as f32).collect();
    let model = tract_onnx::onnx().model_for_read(&mut onnx.as_slice()).unwrap();
    let model = model.with_input_fact(0, f32::fact(shape.as_slice()).into()).unwrap();
    let plan = model.into_optimized().unwrap().into_runnable().unwrap();
    let outputs = plan.run(tvec!(Tensor::from_shape(shape, &values).unwrap().into())).unwrap();

    assert_eq!(outputs.len(), fixture.outputs.len(), "{name}");
    for (index, (found, expected)) in outputs.iter().zip(&fixture.outputs).enumerate() {
        assert_eq!(found.shape(), expected.shape, "{name}, output {index}");
        let view = found.to_plain_array_view::<f32>().unwrap();
        let flat: Vec<f64> = view.iter().map(|&v| f64::from(v)).collect();
        // The size of the numbers sets what float32 can agree on.
        let near = |a: f64, b: f64, what: &str| {
            let allowed = 1e-4 * expected.rms.max(1.0);
            assert!((a - b).abs() <= allowed, "{name}, output {index}, {what}: {a} is not {b}");
        };
        near(flat.iter().sum::<f64>() / flat.len() as f64, expected.mean, "mean");
        near((flat.iter().map(|v| v * v).sum::<f64>() / flat.len() as f64).sqrt(), expected.rms, "rms");
        for &(i, value) in &expected.samples {
            near(flat[i], value, &format!("value {i}"));
        }
    }
}
