"""How steady and how varied the choice of parts is, whole way: each photo against a copy that was moved, relit and saved again.

    python measure_stability.py FACES --program selfmoji [--extractor resnet50 --models DIR]

Copies are shifted by up to 4 pixels, turned by up to 3 degrees, scaled by up to 6 %, made up to 12 % lighter or darker and saved as JPEG of quality 60 to 90.
Only whole heads that are held out of training are used. Prints, for each kind: the share of photos whose part stayed, how many different parts were
chosen, and the share of the most frequent one.
"""

import argparse
import json
import subprocess
import tempfile
from collections import Counter
from pathlib import Path

import cv2
import numpy as np

import faces as F


def moved(picture, r):
    h, w = picture.shape[:2]
    m = cv2.getRotationMatrix2D((w / 2, h / 2), r.uniform(-3, 3), r.uniform(.94, 1.06))
    m[:, 2] += r.uniform(-4, 4, 2)
    picture = cv2.warpAffine(picture, m, (w, h), borderMode=cv2.BORDER_REPLICATE)
    return np.clip(picture * r.uniform(.88, 1.12), 0, 255).astype(np.uint8), int(r.integers(60, 90))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("faces", type=Path)
    p.add_argument("--program", default="selfmoji")
    p.add_argument("--extractor", default="autoencoder")
    p.add_argument("--models")
    p.add_argument("--seed", type=int, default=0)
    a = p.parse_args()
    r = np.random.default_rng(a.seed)
    names = [row["file"] for row in F.read_csv(a.faces / "labels.csv") if F.held_out(row["file"]) and not row["file"].startswith("fairface/")]
    with tempfile.TemporaryDirectory() as folder:
        files = []
        for i, name in enumerate(names):
            picture = cv2.imread(str(a.faces / name))
            copy, quality = moved(picture, r)
            for tag, image, q in (("a", picture, 95), ("b", copy, quality)):
                files.append(f"{folder}/{i}_{tag}.jpg")
                cv2.imwrite(files[-1], image, [cv2.IMWRITE_JPEG_QUALITY, q])
        command = [a.program, "inspect", *files, "--json", "--extractor", a.extractor] + (["--models", a.models] if a.models else [])
        lines = subprocess.run(command, capture_output=True, text=True).stdout.splitlines()
    seen = {Path(s["file"]).stem: s for s in map(json.loads, lines) if "parts" in s}
    pairs = [(seen[f"{i}_a"]["parts"], seen[f"{i}_b"]["parts"]) for i in range(len(names)) if f"{i}_a" in seen and f"{i}_b" in seen]
    print(f"{len(pairs)} of {len(names)} photos")
    for kind in ("face", "hair", "brows", "eyes", "nose", "mouth", "body"):
        first = [(x[kind][0]["id"], y[kind][0]["id"]) for x, y in pairs]
        used = Counter(x for x, _ in first)
        print(f"{kind:6} unchanged {np.mean([x == y for x, y in first]):.2f}  used {len(used)} of {len(pairs[0][0][kind])}"
              f"  most frequent {used.most_common(1)[0][1] / len(first):.2f}")


if __name__ == "__main__":
    main()
