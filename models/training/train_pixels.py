"""Trains autoencoders on the raw pixels of each part's window, to compare those on class maps with.

    python train_pixels.py WORK MODELS/pixels

The same photos, views, split and widths as train_autoencoders.py, by the same method; what differs is what the encoders see. The windows are cut by the
library's own code (examples/pixels.rs) from the training pictures, where the training labels have their parts. Nothing made here ships;
`selfmoji eval FACES --compare MODELS` and `--extractor pixels --models MODELS` read it.
"""

import argparse
import csv
import subprocess
from pathlib import Path

import cv2
import numpy as np

import frame as R
import labels as L
from train_autoencoders import CHANNELS, PAINTED, SIDE, WHOLE, explained, export

REPO = Path(__file__).parents[2]
FRAME = 256
# What a frame shows beyond the photo's edges: src/frame.rs.
BEYOND = 128
DRAWS = 3


def listed(work, tight, painted):
    """Where the pictures are and how often each is drawn: (source, index, draw), as predict_maps.py takes them."""
    with open(work / "rows.csv") as f:
        files = [row["file"] for row in csv.DictReader(f)]
    near = [i for i, f in enumerate(files) if f.startswith("fairface/")]
    whole = [i for i, f in enumerate(files) if not f.startswith("fairface/")]
    jobs = [("whole", i, d) for i in whole for d in range(DRAWS)] + [("tight", i, d) for i in near[:tight] for d in range(DRAWS)]
    return jobs + [("painted", i, 0) for i in range(painted)]


def cut(work, out, jobs):
    """Pipes maps and frames to the library, a little shifted, turned and scaled in every draw but the first."""
    stored = {s: tuple(np.load(work / f"{p}{n}.npy", mmap_mode="r") for n in ("pictures", "labels")) for s, p in (("photo", ""), ("painted", "synthetic_"))}
    r = np.random.default_rng(1)
    off = (R.SIDE - R.UNIT) / 2
    run = ["cargo", "run", "--quiet", "--example", "pixels", "--", str(out.resolve())]
    with subprocess.Popen(run, cwd=REPO, stdin=subprocess.PIPE) as pipe:
        for source, i, draw in jobs:
            pictures, labels = stored["painted" if source == "painted" else "photo"]
            turn, scale = (r.uniform(-2, 2), r.uniform(.97, 1.03)) if draw else (0, 1)
            m = cv2.getRotationMatrix2D((R.SIDE / 2, R.SIDE / 2), turn, scale)
            m[:, 2] += (r.uniform(-.008, .008, 2) * R.UNIT if draw else 0) - off
            m *= FRAME / R.UNIT
            rgb = cv2.warpAffine(pictures[i], m, (FRAME, FRAME), flags=cv2.INTER_LINEAR, borderValue=(BEYOND,) * 3)
            lab = cv2.warpAffine(labels[i], m, (FRAME, FRAME), flags=cv2.INTER_NEAREST, borderValue=L.OUTSIDE)
            rgb[lab == L.OUTSIDE] = BEYOND
            lab[lab >= L.OUTSIDE] = 0
            pipe.stdin.write(lab.tobytes() + rgb.tobytes())
        pipe.stdin.close()
        if pipe.wait():
            raise SystemExit("cargo run --example pixels failed")


def components(x, most):
    """Mean and principal components, from the covariance: there are more pixels than are good for a full decomposition."""
    mean = x.mean(0)
    c = x - mean
    basis = np.linalg.qr(np.random.default_rng(0).normal(size=(x.shape[1], most + 16)).astype(np.float32))[0]
    for _ in range(12):
        basis = np.linalg.qr(c.T @ (c @ basis))[0]
    _, _, vt = np.linalg.svd(c @ basis, full_matrices=False)
    return mean, (vt @ basis.T)[:most]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("work", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--variance", type=float, default=.90)
    p.add_argument("--most", type=int, default=24)
    p.add_argument("--tight", type=int, default=700, help="how many tight crops to take")
    p.add_argument("--painted", type=int, default=900, help="how many painted pictures to take")
    a = p.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    jobs = listed(a.work, a.tight, a.painted)
    crops = a.work / "pixels"
    cut(a.work, crops, jobs)
    source = np.array([s for s, _, _ in jobs])
    # A photo and its shifted copies stay on one side of the split.
    group = np.array([(i * 2 + (s == "painted")) % 3 for s, i, _ in jobs])
    for view in CHANNELS:
        covered = np.fromfile(crops / f"{view}.covered.f32", np.float32)
        ok = (source == "whole") | ((source == "painted") & (view in PAINTED)) | ((source == "tight") & (view not in WHOLE))
        # Through the glasses' view bare eyes are seen too; they are not glasses.
        ok &= covered > (150 if view == "glasses" else 4)
        x = np.memmap(crops / f"{view}.u8", np.uint8, "r").reshape(len(jobs), -1)[ok].astype(np.float32) / 255
        test = group[ok] == 0
        mean, basis = components(x[~test], a.most)
        dims = next((d for d in range(4, a.most + 1) if explained(x[test], mean, basis[:d]) >= a.variance), a.most)
        held_back = explained(x[test], mean, basis[:dims])
        mean, basis = components(x, dims)
        export(a.out / f"{view}.onnx", mean, basis, 3)
        print(f"{view:12} {len(x)} crops of {SIDE}x{SIDE}x3, {dims} dimensions, {held_back:.3f} of the variance held back", flush=True)


if __name__ == "__main__":
    main()
