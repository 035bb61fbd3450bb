"""Draws numbered contact sheets of training photos, to be labelled by eye.

    python contact_sheets.py FACES OUT_DIR [--folder fairface] [--first 0] [--count 2000]

Writes OUT_DIR/<folder>_NNN.png, 48 faces each; the number under a face is its index in OUT_DIR/<folder>.txt.
"""

import argparse
from pathlib import Path

import cv2
import numpy as np

import faces as F

CELL, COLS, ROWS = 160, 8, 6


def crop(image, row):
    x, y, w, h = (float(row[k]) for k in ("box_x", "box_y", "box_w", "box_h"))
    # FairFace photos are tight crops: a wider window would be mostly empty.
    half = max(w, h) * (0.6 if row["file"].startswith("fairface/") else 0.85)
    cx, cy = x + w / 2, y + h * 0.42
    m = np.float32([[CELL / (2 * half), 0, CELL / 2 - cx * CELL / (2 * half)],
                    [0, CELL / (2 * half), CELL / 2 - cy * CELL / (2 * half)]])
    return cv2.warpAffine(image, m, (CELL, CELL), flags=cv2.INTER_AREA, borderValue=(90, 90, 90))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("faces", type=Path)
    p.add_argument("out", type=Path)
    p.add_argument("--folder", default="fairface")
    p.add_argument("--first", type=int, default=0)
    p.add_argument("--count", type=int, default=2000)
    a = p.parse_args()
    a.out.mkdir(parents=True, exist_ok=True)
    labelled = {r["file"] for r in F.read_csv(a.faces / "labels.csv")}
    train, _ = F.split(a.faces)
    rows = [r for r in train if r["file"].startswith(a.folder + "/") and r["file"] not in labelled]
    rows = rows[a.first:a.first + a.count]
    (a.out / f"{a.folder}.txt").write_text("".join(f"{i} {r['file']}\n" for i, r in enumerate(rows)))
    per = COLS * ROWS
    for s in range(0, len(rows), per):
        sheet = np.full((ROWS * (CELL + 16), COLS * CELL, 3), 255, np.uint8)
        for n, row in enumerate(rows[s:s + per]):
            x, y = n % COLS * CELL, n // COLS * (CELL + 16)
            sheet[y:y + CELL, x:x + CELL] = crop(cv2.imread(str(a.faces / row["file"])), row)
            cv2.putText(sheet, str(s + n), (x + 50, y + CELL + 13), cv2.FONT_HERSHEY_SIMPLEX, 0.45, (0, 0, 0), 1, cv2.LINE_AA)
        cv2.imwrite(str(a.out / f"{a.folder}_{s // per:03d}.png"), sheet)


if __name__ == "__main__":
    main()
