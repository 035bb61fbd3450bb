"""Brows, lips and mouths to the pixel.

The mesh finds thin parts to within two or three pixels, which is about as thick as they are. Gradient-boosted trees, fitted on outlines drawn by hand (outlines.json),
look at the pixels around the mesh's polygons and say which belong: where a pixel lies from the mesh, and how its colour and its surroundings' differ from the cheeks'.

    python thin.py FACES TEACHERS WORK      # fits them, says how good they are on photos left out, and writes WORK/thin.pkl
"""

import argparse
import pickle
from pathlib import Path

import cv2
import numpy as np
from sklearn.ensemble import HistGradientBoostingClassifier

import outlines as O
import teachers as T

# Points of the eye model: the brow's outline, and the eye's.
BROW = [64, 65, 66, 67, 68, 69, 53, 52, 51, 50]
EYE = [*range(9), *range(15, 8, -1)]
UPPER = [78, 191, 80, 81, 82, 13, 312, 311, 310, 415, 308]
LOWER = [78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308]
PARTS = ["brow", "lips"]
# How far from the mesh's outline a part may reach, in stored pixels.
REACH = 6


def distance(mask):
    """Pixels from the outline, negative inside."""
    d = lambda m: cv2.distanceTransform(m.astype(np.uint8), cv2.DIST_L2, 5)
    return d(~mask) - d(mask)


def eye(points, apart):
    """The eye's opening from the eye model's points."""
    # They lie a little low of what people draw.
    return points[EYE] - [0, .01 * apart]


def features(rgb, mesh, eyes, part, side=0):
    """The pixels in question, and a row of features for every pixel of the picture."""
    shape = rgb.shape[:2]
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB).astype(np.float32)
    right, left = mesh[T.RIGHT_EYE].mean(0), mesh[T.LEFT_EYE].mean(0)
    apart = np.linalg.norm(left - right)
    across = (left - right) / apart
    down = np.array([-across[1], across[0]])
    y, x = np.mgrid[:shape[0], :shape[1]].astype(np.float32)
    cheeks = np.minimum(*(np.hypot(x - mesh[i, 0], y - mesh[i, 1]) for i in (50, 280))) < .16 * apart
    lab = lab - np.median(lab[cheeks], 0)
    if part == "lips":
        polygons, outward = [mesh[T.LIPS], mesh[T.MOUTH]], 1
    else:
        polygons, outward = [mesh[[T.RIGHT_BROW, T.LEFT_BROW][side]], eyes[side][BROW], eye(eyes[side], apart)], 1 if side else -1
    centre = polygons[1 if part == "brow" else 0].mean(0)
    far = [distance(O.fill(shape[0], p)) for p in polygons]
    u = ((x - centre[0]) * across[0] + (y - centre[1]) * across[1]) / apart * outward
    v = ((x - centre[0]) * down[0] + (y - centre[1]) * down[1]) / apart
    columns = [u, v, *(f / apart for f in far)]
    if part == "lips":
        line = (mesh[UPPER] + mesh[LOWER]) / 2
        line = line[np.argsort(line[:, 0])]
        columns += [(y - np.interp(np.arange(shape[1]), line[:, 0], line[:, 1])[None]) / apart,
                    np.full(shape, np.linalg.norm(mesh[13] - mesh[14]) / apart, np.float32)]
    else:
        columns.append(np.full(shape, np.ptp(polygons[1][:, 1]) / apart, np.float32))
    blurred = [cv2.GaussianBlur(lab, (0, 0), s) for s in (.8, 1.6, 4)]
    columns += [b[..., k] for b in blurred for k in range(3)]
    light = blurred[0][..., 0]
    columns += [np.roll(light, k, 0) - light for k in (2, -2, 4, -4, 7, -7)]
    columns += [np.roll(light, k * outward, 1) - light for k in (3, -3, 6, -6)]
    return np.minimum(far[0], far[1] if part == "brow" else far[0]) < REACH, np.stack(columns, -1)


def draw(model, rgb, mesh, eyes, part, side=0):
    """0 where the part is not; 1 for a brow; 1, 2, 3 for upper lip, lower lip, mouth."""
    near, x = features(rgb, mesh, eyes, part, side)
    p = model.predict_proba(x[near])
    full = np.zeros((*near.shape, p.shape[1]), np.float32)
    full[..., 0] = 1
    full[near] = p
    # Neighbours agree more often than single pixels do.
    return cv2.GaussianBlur(full, (0, 0), .7).argmax(-1).astype(np.uint8)


def examples(seen, drawn, matrix, part):
    """(side, truth) of what was outlined in a photo."""
    side = seen["rgb"].shape[0]
    there = {k: O.mask(v, matrix, side) for k, v in drawn.items()}
    if part == "lips" and "upper_lip" in there:
        y = there["upper_lip"] + 2 * there.get("lower_lip", np.zeros((side, side), bool))
        if "mouth" in there:
            y[there["mouth"]] = 3
        yield 0, y
    if part == "brow":
        for s, k in enumerate(("right_brow", "left_brow")):
            if k in there:
                yield s, there[k].astype(int)


def fit(photos, part):
    """photos: what teachers.Teachers.see gives, the outlines, and the matrix, of each."""
    xs, ys = [], []
    for seen, drawn, matrix in photos:
        for side, y in examples(seen, drawn, matrix, part):
            near, x = features(seen["rgb"], seen["mesh"], seen["eyes"], part, side)
            xs.append(x[near]), ys.append(y[near])
    model = HistGradientBoostingClassifier(max_iter=150, learning_rate=.06, max_leaf_nodes=12, min_samples_leaf=60, l2_regularization=2, random_state=0)
    return model.fit(np.concatenate(xs), np.concatenate(ys))


def score(photos, part, folds=5):
    """IoU by class, each photo judged by trees that have not seen it."""
    inter, union = np.zeros(4), np.zeros(4)
    for k in range(folds):
        model = fit([p for i, p in enumerate(photos) if i % folds != k], part)
        for seen, drawn, matrix in photos[k::folds]:
            for side, y in examples(seen, drawn, matrix, part):
                z = draw(model, seen["rgb"], seen["mesh"], seen["eyes"], part, side)
                for c in range(1, 4):
                    inter[c] += ((z == c) & (y == c)).sum()
                    union[c] += ((z == c) | (y == c)).sum()
    return [round(float(i / u), 3) for i, u in zip(inter, union) if u]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("faces", type=Path)
    p.add_argument("teachers", type=Path)
    p.add_argument("work", type=Path)
    a = p.parse_args()
    import make_labels as M
    M.start(a.faces, a.teachers, a.work)
    drawn = {f: d for f, d in O.load().items() if "left_eye" in d or "right_eye" in d}
    photos = [(s, drawn[f], s["matrix"]) for f, s in ((f, M.see(f)) for f in drawn) if s]
    for part in PARTS:
        print(part, score(photos, part))
    (a.work / "thin.pkl").write_bytes(pickle.dumps({part: fit(photos, part) for part in PARTS}))


if __name__ == "__main__":
    main()
