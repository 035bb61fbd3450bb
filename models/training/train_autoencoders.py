"""Trains the part autoencoders and exports their encoders.

    cargo run --example crops -- WORK/maps.u8 WORK/crops ../../templates/classic
    python train_autoencoders.py WORK ../autoencoders [--report]

They are denoising autoencoders (Vincent et al. 2008): from one draw of a photo - shifted, turned, scaled, relit or blurred a little - they restore the mean of
all its draws, so what only the draw changed is not in the code. Linear and with the squared error, that is reduced-rank regression (Izenman 1975) and solved
exactly. --report compares code widths with plain principal components on a third of the photos that was held back.
"""

import argparse
import csv
from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper

SIDE = 32
CHANNELS = dict(face=1, hair=1, **{"hair-below": 1}, brows=1, eyes=1, nose=1, mouth=3, **{"facial-hair": 1}, glasses=1, headwear=1, ears=1, body=2)
# Views that need the whole head: tight crops cut it off.
WHOLE = {"face", "hair", "hair-below", "headwear", "body", "ears", "facial-hair"}
# Widths of the codes; these parts are small, and further numbers hold what the parser errs by.
WIDTH = {"face": 4, "hair": 8, "hair-below": 8, "brows": 3, "eyes": 12, "nose": 2, "mouth": 4, "facial-hair": 12, "ears": 4, "body": 2}
MOST = 24
# Views whose drawings are compared relative to their mean; src/parts/view.rs has the same.
CENTRED = {"face", "hair", "hair-below", "brows", "eyes", "mouth"}
# Views whose part few photos show: painted copies help out.
PAINTED = {"glasses", "headwear"}


def read(work, view):
    n = CHANNELS[view] * SIDE * SIDE
    crops = np.fromfile(work / "crops" / f"{view}.f32", np.float32).reshape(-1, n)
    drawn = np.fromfile(work / "crops" / f"{view}.drawn.f32", np.float32).reshape(-1, n)
    with open(work / "maps.csv") as f:
        rows = list(csv.DictReader(f))
    ok = np.array([r["source"] == "whole" or (r["source"] == "painted" and view in PAINTED) or (r["source"] == "tight" and view not in WHOLE) for r in rows])
    # Through the glasses' view bare eyes are seen too; they are not glasses.
    ok &= crops.sum(1) > (150 if view == "glasses" else 4)
    # A photo and its jittered copies stay on one side of the split.
    group = np.array([hash((r["source"][0] != "p", int(r["index"]))) % 3 for r in rows])
    key = np.array([f"{r['source']}/{r['index']}" for r in rows])
    return crops[ok], group[ok], key[ok], np.array([int(r["draw"]) for r in rows])[ok], drawn


def fit(x, dims):
    mean = x.mean(0)
    _, s, vt = np.linalg.svd(x - mean, full_matrices=False)
    return mean, vt[:dims], s


def denoise(x, key, most, directions=120):
    """Mean, and the `most` directions in which a draw tells most of what its photo's draws have in common."""
    mean, basis, _ = fit(x, directions)
    z = (x - mean) @ basis.T
    _, photo = np.unique(key, return_inverse=True)
    count = np.bincount(photo)
    common = np.stack([np.bincount(photo, z[:, k]) / count for k in range(z.shape[1])], 1)
    noise = z - common[photo]
    between, within = common.T @ common / len(common), noise.T @ noise / len(noise)
    # A little more, so that directions hardly ever seen do not count as free of noise.
    total = between + within + 1e-3 * np.eye(len(between)) * np.trace(between) / len(between)
    restore = between @ np.linalg.inv(total)
    _, u = np.linalg.eigh(restore @ total @ restore.T)
    return mean, u[:, ::-1][:, :most].T @ restore @ basis


def explained(x, mean, basis):
    c = x - mean
    return 1 - ((c - c @ basis.T @ basis) ** 2).sum() / (c ** 2).sum()


def normal(v):
    return v / np.maximum(1e-9, np.linalg.norm(v, axis=1, keepdims=True))


def choose(z, zd, centred):
    """Cosine against the drawings, relative to the mean photo, or each side to its own mean."""
    return normal(z) @ normal(zd - zd.mean(0) * centred).T


def overlap(a, b):
    return (np.minimum(a, b).sum(1) / np.maximum(1e-6, np.maximum(a, b).sum(1)))


def judge(x, key, draw, drawn, encode, centred):
    """Stability under jitter, how many drawings are used, and outline overlap of the choice over the best possible overlap."""
    score = choose(encode(x), encode(drawn), centred)
    pick = score.argmax(1)
    still = {k: p for k, p, d in zip(key, pick, draw) if d == 0}
    same = [still[k] == p for k, p, d in zip(key, pick, draw) if d and k in still]
    got = overlap(x, drawn[pick])
    best = np.max([overlap(x, np.broadcast_to(d, x.shape)) for d in drawn], 0)
    most = np.bincount(pick).max() / len(pick)
    return (np.mean(same) if same else float("nan"), got.mean() / best.mean(), len(set(pick)), len(drawn), most)


def export(path, mean, basis, channels):
    w = basis.astype(np.float32)
    nodes = [helper.make_node("Flatten", ["crop"], ["flat"], axis=1), helper.make_node("Gemm", ["flat", "weight", "bias"], ["embedding"], transB=1)]
    graph = helper.make_graph(nodes, path.stem, [helper.make_tensor_value_info("crop", TensorProto.FLOAT, [1, channels, SIDE, SIDE])],
                              [helper.make_tensor_value_info("embedding", TensorProto.FLOAT, [1, len(w)])],
                              [numpy_helper.from_array(w, "weight"), numpy_helper.from_array(-(w @ mean).astype(np.float32), "bias")])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=9)
    onnx.checker.check_model(model)
    onnx.save(model, str(path))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("work", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--report", action="store_true")
    a = p.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    for view in CHANNELS:
        x, group, key, draw, drawn = read(a.work, view)
        train, test = group != 0, group == 0
        width = WIDTH.get(view, MOST)
        if a.report:
            mean, basis, _ = fit(x[train], MOST)
            codes = {"principal": (mean, basis)} | {f"{d}": denoise(x[train], key[train], d) for d in sorted({2, 4, 8, 12, 24, width})}
            for name, (m, b) in codes.items():
                stable, faithful, used, of, most = judge(x[test], key[test], draw[test], drawn, lambda v, m=m, b=b: (v - m) @ b.T, view in CENTRED)
                print(f"{view:12} {name:9} unchanged {stable:.3f}  overlap {faithful:.3f}  used {used}/{of}  most {most:.2f}{'   <-' if name == str(width) else ''}")
        mean, basis = denoise(x, key, width)
        export(a.out / f"{view}.onnx", mean, basis, CHANNELS[view])
        print(f"{view:12} {len(x)} crops, {width} numbers")


if __name__ == "__main__":
    main()
