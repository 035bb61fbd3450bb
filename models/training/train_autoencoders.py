"""Trains the part autoencoders and exports their encoders.

    cargo run --example crops -- WORK/maps.u8 WORK/crops ../../templates/classic
    python train_autoencoders.py WORK ../autoencoders [--report]

A linear autoencoder with the squared error is solved exactly by the principal components of its inputs (Baldi and Hornik 1989). Its bottleneck is as
narrow as a share of the variance on photos it was not fitted on allows. --report compares code widths and codes on that held-back third.
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


def explained(x, mean, basis):
    c = x - mean
    return 1 - ((c - c @ basis.T @ basis) ** 2).sum() / (c ** 2).sum()


def normal(v):
    return v / np.maximum(1e-9, np.linalg.norm(v, axis=1, keepdims=True))


def choose(z, zd):
    """Cosine against the drawings, each side relative to its own mean."""
    return normal(z) @ normal(zd - zd.mean(0)).T


def overlap(a, b):
    return (np.minimum(a, b).sum(1) / np.maximum(1e-6, np.maximum(a, b).sum(1)))


def judge(x, key, draw, drawn, encode):
    """Stability under jitter, how many drawings are used, and outline overlap of the choice over the best possible overlap."""
    score = choose(encode(x), encode(drawn))
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
    p.add_argument("--variance", type=float, default=.90)
    p.add_argument("--most", type=int, default=24)
    p.add_argument("--report", action="store_true")
    a = p.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    for view in CHANNELS:
        x, group, key, draw, drawn = read(a.work, view)
        train, test = group != 0, group == 0
        mean, basis, _ = fit(x[train], 64)
        dims = next((d for d in range(4, a.most + 1) if explained(x[test], mean, basis[:d]) >= a.variance), a.most)
        if a.report:
            t = (x[test], key[test], draw[test], drawn)
            for name, encode in [("pixels", lambda v: v - (mean if v is not drawn else 0))] + [
                    (f"{d}-d", lambda v, d=d: (v - mean) @ basis[:d].T) for d in (4, 8, 12, 16, 24, 48)]:
                stable, faithful, used, of, most = judge(*t, encode)
                print(f"{view:12} {name:7} explained {explained(x[test], mean, basis[:int(name[:-2])]) if name != 'pixels' else 1:.3f}"
                      f"  unchanged {stable:.3f}  overlap {faithful:.3f}  used {used}/{of}  most {most:.2f}")
        mean, basis, _ = fit(x, dims)
        export(a.out / f"{view}.onnx", mean, basis, CHANNELS[view])
        print(f"{view:12} {len(x)} crops, {dims} dimensions, {explained(x, mean, basis):.3f} of the variance")


if __name__ == "__main__":
    main()
