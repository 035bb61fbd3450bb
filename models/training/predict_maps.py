"""The class maps that the autoencoders learn from.

    python predict_maps.py FACES WORK

Writes WORK/maps.u8 (raw 256x256 class maps) and WORK/maps.csv. Photos go through the library itself (examples/maps.rs), each five times, shifted, turned,
scaled, relit and blurred a little; copies with painted glasses and hats, of which there are no files, go through the network here.
"""

import argparse
import csv
import subprocess
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


REPO = Path(__file__).parents[2]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("faces", type=Path)
    p.add_argument("work", type=Path)
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--tight", type=int, default=700, help="how many tight crops to take")
    p.add_argument("--painted", type=int, default=900, help="how many painted pictures to take")
    a = p.parse_args()
    with open(a.work / "rows.csv") as f:
        files = [row["file"] for row in csv.DictReader(f)]
    tight = [f for f in files if f.startswith("fairface/")]
    names = [f for f in files if not f.startswith("fairface/")] + tight[:a.tight]
    listing = a.work / "maps.list"
    listing.write_text("".join(f"{(a.faces / n).resolve()}\n" for n in names))
    run = ["cargo", "run", "--quiet", "--example", "maps", "--", str(listing.resolve()), str((a.work / "maps.u8").resolve())]
    done = subprocess.run(run, cwd=REPO, check=True, capture_output=True, text=True).stdout.splitlines()
    with open(a.work / "maps.csv", "w", newline="") as log:
        w = csv.writer(log)
        w.writerow(["source", "index", "draw"])
        for line in done:
            path, draw = line.rsplit(",", 1)
            name = "/".join(Path(path).parts[-2:])
            w.writerow(["tight" if name.startswith("fairface/") else "whole", files.index(name), draw])
        painted(a, w)


@torch.no_grad()
def painted(a, w):
    net = BiSeNet()
    net.load_state_dict(torch.load(a.work / "parser.pt", map_location="cpu")["ema"])
    net.eval()
    pictures, labels = (np.load(a.work / f"synthetic_{n}.npy", mmap_mode="r") for n in ("pictures", "labels"))
    off = (R.SIDE - R.UNIT) / 2 * SIDE / R.UNIT
    m = np.float32([[SIDE / R.UNIT, 0, -off], [0, SIDE / R.UNIT, -off]])
    with open(a.work / "maps.u8", "ab") as out:
        n = min(a.painted, len(pictures))
        for s in tqdm(range(0, n, a.batch), unit="batch"):
            x, void = [], []
            for i in range(s, min(n, s + a.batch)):
                rgb = cv2.warpAffine(pictures[i], m, (SIDE, SIDE), flags=cv2.INTER_LINEAR, borderValue=(VOID,) * 3)
                lab = cv2.warpAffine(labels[i], m, (SIDE, SIDE), flags=cv2.INTER_NEAREST, borderValue=L.OUTSIDE)
                rgb[lab == L.OUTSIDE] = VOID
                x.append(rgb)
                void.append(lab == L.OUTSIDE)
                w.writerow(["painted", i, 0])
            z = logits(net((torch.from_numpy(np.stack(x)).permute(0, 3, 1, 2).float() - MEAN) / STD)[0])
            y = F.interpolate(z, size=(SIDE, SIDE), mode="bilinear", align_corners=False).argmax(1).numpy().astype(np.uint8)
            y[np.stack(void)] = 0
            out.write(y.tobytes())


if __name__ == "__main__":
    main()
