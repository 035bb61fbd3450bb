"""Write what onnxruntime computes for each shipped model, for tests/runtime_parity.rs to compare with tract.

    python models/training/make_parity_fixtures.py            # all models
    python models/training/make_parity_fixtures.py blazeface  # one of them

Needs numpy and onnxruntime. Inputs follow a formula that Rust repeats, so only some outputs are stored:
value[i] = offset + amplitude * sin(i * 0.37), computed in double precision, i counting through the input in memory order.
"""

import hashlib
import json
import sys
from pathlib import Path

import numpy as np
import onnxruntime

ROOT = Path(__file__).resolve().parents[2]
TARGET = ROOT / "tests" / "fixtures" / "parity"
STEP = 0.37
SAMPLES = 64
PEAKS = 8

MODELS: dict[str, dict] = {}


def add(name: str, path: str, shape: list[int], amplitude: float = 0.5, offset: float = 0.0) -> None:
    """Registers a model: its name, its ONNX file relative to the repository, and its only input's shape."""
    MODELS[name] = {"path": path, "shape": shape, "amplitude": amplitude, "offset": offset}


add("blazeface", "models/blazeface/face_detection_short_range.onnx", [1, 128, 128, 3])
add("bisenet", "models/bisenet/face_parser.onnx", [1, 3, 256, 256], offset=0.5)
add("concepts", "models/emoji/concepts.onnx", [1, 3, 384, 384])
# Coverage, 0 to 1; the mouth has a channel each for opening, upper and lower lip, the body for cloth and neck.
CHANNELS = {"mouth": 3, "body": 2}
for file in sorted((ROOT / "models" / "autoencoders").glob("*.onnx")):
    add(f"autoencoder-{file.stem}", f"models/autoencoders/{file.name}", [1, CHANNELS.get(file.stem, 1), 32, 32], offset=0.5)


def write(name: str, path: str, shape: list[int], amplitude: float, offset: float) -> None:
    values = offset + amplitude * np.sin(np.arange(np.prod(shape)) * STEP)
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(str(ROOT / path), options, providers=["CPUExecutionProvider"])
    outputs = session.run(None, {session.get_inputs()[0].name: values.astype(np.float32).reshape(shape)})
    fixture = {
        "model": path,
        "sha256": hashlib.sha256((ROOT / path).read_bytes()).hexdigest(),
        "input": {"shape": shape, "step": STEP, "amplitude": amplitude, "offset": offset},
        "outputs": [],
    }
    for output in outputs:
        flat = output.astype(np.float64).ravel()
        # The largest too: of probabilities hardly any other is more than nothing.
        picked = sorted({int(i) for i in np.linspace(0, flat.size - 1, SAMPLES)} | {int(i) for i in np.argsort(-np.abs(flat), kind="stable")[:PEAKS]})
        fixture["outputs"].append(
            {
                "shape": list(output.shape),
                "mean": round(float(flat.mean()), 6),
                "rms": round(float(np.sqrt((flat**2).mean())), 6),
                "samples": [[i, round(float(flat[i]), 6)] for i in picked],
            }
        )
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / f"{name}.json").write_text(json.dumps(fixture, indent=1) + "\n")
    print(f"{name}: {len(outputs)} outputs")


if __name__ == "__main__":
    for name in sys.argv[1:] or MODELS:
        write(name, **MODELS[name])
