"""Runs the trained parser over the training photos: the class maps that the autoencoders learn from.

    python predict_maps.py WORK [--each 3] [--seed 1]

Writes WORK/maps.u8 (raw 256x256 class maps) and WORK/maps.csv. Each photo is seen several times, shifted, turned and scaled a little, as detection
would have it, so that the code learns which differences are only that; the first time it is seen as it is.
"""

import argparse
import csv
import math
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from tqdm import tqdm

import frame as R
import labels as L
from model import BiSeNet, logits
from train_parser import MEAN, STD, VOID

SIDE = 256


def jitter(r, still):
    zoom = SIDE / R.UNIT * (1 if still else math.exp(r.normal(0, .02)))
    angle = 0 if still else math.radians(r.normal(0, 1.5))
    c, s = zoom * math.cos(angle), zoom * math.sin(angle)
    half = R.SIDE / 2
    t = SIDE / 2 + (0 if still else r.normal(0, .006, 2) * SIDE) * np.ones(2)
    return np.float32([[c, -s, t[0] - c * half + s * half], [s, c, t[1] - s * half - c * half]])


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("work", type=Path)
    p.add_argument("--each", type=int, default=3)
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--fairface", type=int, default=900, help="how many tight crops to take")
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    torch.set_num_threads(1)
    net = BiSeNet().to(memory_format=torch.channels_last)
    net.load_state_dict(torch.load(a.work / "parser.pt", map_location="cpu")["ema"])
    net.eval()
    r = np.random.default_rng(a.seed)
    with open(a.work / "rows.csv") as f:
        rows = list(csv.DictReader(f))
    real = (np.load(a.work / "pictures.npy", mmap_mode="r"), np.load(a.work / "labels.npy", mmap_mode="r"))
    made = (np.load(a.work / "synthetic_pictures.npy", mmap_mode="r"), np.load(a.work / "synthetic_labels.npy", mmap_mode="r"))
    whole = [i for i, row in enumerate(rows) if not row["file"].startswith("fairface/")]
    tight = [i for i, row in enumerate(rows) if row["file"].startswith("fairface/")][:a.fairface]
    # The painted copies come in the order of their photos, whole heads first.
    jobs = [("whole", real, i) for i in whole] + [("tight", real, i) for i in tight] + [("painted", made, i) for i in range(min(900, len(made[0])))]
    draws = [(k, s, i, n) for k, s, i in jobs for n in range(a.each if k == "whole" else 1)]
    with open(a.work / "maps.u8", "wb") as out, open(a.work / "maps.csv", "w", newline="") as log, torch.no_grad():
        w = csv.writer(log)
        w.writerow(["source", "index", "draw"])
        for s in tqdm(range(0, len(draws), a.batch), unit="batch"):
            x, void = [], []
            for kind, (pictures, labels), i, n in draws[s:s + a.batch]:
                m = jitter(r, n == 0)
                rgb = cv2.warpAffine(pictures[i], m, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderValue=(VOID,) * 3)
                lab = cv2.warpAffine(labels[i], m, (SIDE, SIDE), flags=cv2.INTER_NEAREST, borderValue=L.OUTSIDE)
                rgb[lab == L.OUTSIDE] = VOID
                x.append(rgb)
                void.append(lab == L.OUTSIDE)
                w.writerow([kind, i, n])
            x = ((torch.from_numpy(np.stack(x)).permute(0, 3, 1, 2).float() - MEAN) / STD).contiguous(memory_format=torch.channels_last)
            with torch.autocast("cpu", torch.bfloat16):
                z = logits(net(x)).float()
            y = F.interpolate(z, size=(SIDE, SIDE), mode="bilinear", align_corners=False).argmax(1).numpy().astype(np.uint8)
            y[np.stack(void)] = 0
            out.write(y.tobytes())


if __name__ == "__main__":
    main()
