"""Compares class maps with the hand-drawn masks.

    selfmoji inspect PHOTO... --mask-dir PREDICTED
    python evaluate_masks.py PREDICTED [--json]

IoU over all pixels of all photos, a class at a time; sides, lips and the like are pooled as people would say them.
A photo without a predicted mask counts as all background, which is what a failure gives a user.
"""

import argparse
import json
from pathlib import Path

import cv2
import numpy as np

GROUPS = dict(background=[0, 15, 9], skin=[1], nose=[10], glasses=[6], eyes=[4, 5], brows=[2, 3], mouth=[11], lips=[12, 13],
              hair=[17], headwear=[18], neck=[14], clothes=[16], ears=[7, 8], facial_hair=[19])
MEAN_OF = list(GROUPS)[:12]


def pool(labels):
    out = np.zeros_like(labels)
    for i, classes in enumerate(GROUPS.values()):
        out[np.isin(labels, classes)] = i
    return out


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("predicted", type=Path)
    p.add_argument("--masks", type=Path, default=Path(__file__).parent / "masks")
    p.add_argument("--json", action="store_true")
    a = p.parse_args()
    n = len(GROUPS)
    confusion = np.zeros((n, n), np.int64)
    missing = []
    for path in sorted(a.masks.glob("*.png")):
        truth = pool(cv2.imread(str(path), cv2.IMREAD_GRAYSCALE))
        # masks are called FOLDER_NAME.png, the program's output NAME.png
        found = [f for f in (a.predicted / path.name, a.predicted / path.name.split("_", 1)[1]) if f.exists()]
        if not found:
            missing.append(path.name)
        guess = pool(cv2.imread(str(found[0]), cv2.IMREAD_GRAYSCALE)) if found else np.zeros_like(truth)
        confusion += np.bincount(truth.ravel().astype(int) * n + guess.ravel(), minlength=n * n).reshape(n, n)
    inter = np.diag(confusion)
    iou = inter / np.maximum(1, confusion.sum(0) + confusion.sum(1) - inter)
    result = {k: round(float(v), 3) for k, v in zip(GROUPS, iou)}
    result["mean of 12"] = round(float(np.mean([result[k] for k in MEAN_OF])), 3)
    if a.json:
        print(json.dumps(result))
        return
    for k, v in result.items():
        print(f"{k:12} {v:.3f}")
    if missing:
        print("no mask for:", ", ".join(missing))


if __name__ == "__main__":
    main()
