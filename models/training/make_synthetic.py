"""Adds copies of training pictures that wear painted glasses, hats and scarves.

    python make_synthetic.py WORK [--seed 1]

Reads what make_labels.py wrote; writes WORK/synthetic_pictures.npy and synthetic_labels.npy.
"""

import argparse
import csv
from pathlib import Path

import numpy as np
from tqdm import tqdm

import labels as L
import synthetic as S


def cloth_bank(pictures, labels, r, want=300):
    bank = []
    for i in r.permutation(len(pictures)):
        ys, xs = np.where(labels[i] == L.CLOTH)
        if len(ys) > 4000:
            for _ in range(6):
                k = r.integers(len(ys))
                y, x = ys[k], xs[k]
                if (labels[i, y:y + 40, x:x + 40] == L.CLOTH).mean() > .97 and y + 40 < labels.shape[1] and x + 40 < labels.shape[2]:
                    bank.append(np.array(pictures[i, y:y + 40, x:x + 40]))
                    break
        if len(bank) == want:
            break
    return bank


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("work", type=Path)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    r = np.random.default_rng(a.seed)
    pictures, labels = (np.load(a.work / f"{n}.npy", mmap_mode="r") for n in ("pictures", "labels"))
    mesh = np.load(a.work / "mesh.npy")
    with open(a.work / "rows.csv") as f:
        rows = list(csv.DictReader(f))
    bank = cloth_bank(pictures, labels, r)
    new_p, new_l = [], []
    for i, row in enumerate(tqdm(rows, unit="photo")):
        whole = not row["file"].startswith("fairface/")
        for _ in range(2 if whole else 1):
            if not whole and r.random() < .35:
                continue
            rgb, lab = np.array(pictures[i]), np.array(labels[i])
            changed = False
            if row["headwear"] == "none" and whole and r.random() < .75:
                changed |= (S.hat if r.random() < .6 else S.scarf)(rgb, lab, mesh[i], r, bank)
            if row["glasses"] == "none" and (not changed or r.random() < .35):
                S.glasses(rgb, lab, mesh[i], r)
                changed = True
            if changed:
                new_p.append(rgb)
                new_l.append(lab)
    np.save(a.work / "synthetic_pictures.npy", np.stack(new_p))
    np.save(a.work / "synthetic_labels.npy", np.stack(new_l))
    print(f"{len(new_p)} painted pictures, {len(bank)} fabrics")


if __name__ == "__main__":
    main()
