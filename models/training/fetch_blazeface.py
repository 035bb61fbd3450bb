"""Fetch BlazeFace (short range) and convert it: writes models/blazeface/face_detection_short_range.onnx.

    pip install -r models/training/requirements-blazeface.txt
    python models/training/fetch_blazeface.py

The model is the unmodified one inside the Python wheel `mediapipe` 0.10.14 (Apache-2.0), fetched with the ordinary pip client.
Both the .tflite inside the wheel and the result are checked against fixed SHA-256 sums, so a run either gives the file that ships or fails.
"""

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path

from tflite_to_onnx import convert

WHEEL = "mediapipe==0.10.14"
# Any platform's wheel carries the same model file; a fixed one keeps the script independent of where it runs.
PLATFORM = ["--platform", "manylinux_2_17_x86_64", "--python-version", "3.11", "--only-binary", ":all:"]
MEMBER = "mediapipe/modules/face_detection/face_detection_short_range.tflite"
TFLITE_SHA256 = "bbff11cebd1eb27a1e004cae0b0e63ec8c551cbf34a4451148b4908b8db3eca8"
ONNX_SHA256 = "c2321d97028ba133c15c17bc0fc920cb6be70b6d50077f3023295e4f5b85032d"
TARGET = Path(__file__).resolve().parents[1] / "blazeface"


def sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def check(data: bytes, expected: str, what: str) -> None:
    if sha256(data) != expected:
        raise SystemExit(f"{what} has SHA-256 {sha256(data)}, expected {expected}: not the file this project was measured with")


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        subprocess.run([sys.executable, "-m", "pip", "download", "--no-deps", "--dest", folder, *PLATFORM, WHEEL], check=True)
        (wheel,) = Path(folder).glob("*.whl")
        with zipfile.ZipFile(wheel) as archive:
            tflite = archive.read(MEMBER)
    check(tflite, TFLITE_SHA256, MEMBER)
    model = convert(tflite, "blazeface_short_range").SerializeToString(deterministic=True)
    check(model, ONNX_SHA256, "the converted model")
    TARGET.mkdir(exist_ok=True)
    (TARGET / "face_detection_short_range.onnx").write_bytes(model)
    print(f"face_detection_short_range.onnx: {len(model)} bytes, SHA-256 {sha256(model)}")


if __name__ == "__main__":
    main()
