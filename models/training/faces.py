"""The photos: which there are, which are never trained on, and their keypoints.

Every script here reads the folder through this module, so that the held-out half stays held out. As a command it prints the names of the labelled
photos that are held out, for `selfmoji eval --list`:

    python faces.py FACES > held_out.txt
"""

import csv
import hashlib
import sys
from pathlib import Path


def read_csv(path):
    with open(path, newline="") as f:
        return list(csv.DictReader(f))


# The columns of labels.csv and labels_by_eye.csv; `texture` (of the hair) is in the latter only.
READ_BY_EYE = ["glasses", "headwear", "facial_hair", "hair_length", "hair_colour", "fringe", "mouth", "skin", "texture", "sure"]


def eye_labels(faces):
    """What was read by eye, for every photo somebody has looked at; what was not read is "unknown"."""
    out = {}
    for path in (Path(faces) / "labels.csv", Path(__file__).parent / "labels_by_eye.csv"):
        for r in read_csv(path):
            out.setdefault(r["file"], {k: r.get(k, "unknown") for k in READ_BY_EYE})
    return out


def held_out(name):
    """Half of the photos labelled by eye, chosen by a hash of their name: evaluation only."""
    return int(hashlib.sha1(name.encode()).hexdigest(), 16) % 2 == 0


def person(name):
    """The London set has two photos of each person, which must not be split between training and evaluation."""
    return name.split("_")[-1] if name.startswith("london/") else name


def split(faces):
    """Returns (training rows, evaluation rows) of index.csv."""
    faces = Path(faces)
    rows = read_csv(faces / "index.csv")
    labelled = {r["file"] for r in read_csv(faces / "labels.csv")}
    out = {person(f) for f in labelled if held_out(f)}
    # A photo whose person is held out is neither trained on nor, unless labelled, evaluated on.
    train = [r for r in rows if person(r["file"]) not in out]
    test = [r for r in rows if r["file"] in labelled and held_out(r["file"])]
    return train, test


def keypoints(row):
    """Right eye, left eye and mouth centre in photo pixels: 3x2."""
    import numpy as np  # Here, so that the list of names can be printed without it.

    g = lambda k: float(row[k])
    mouth = [(g("rmouth_x") + g("lmouth_x")) / 2, (g("rmouth_y") + g("lmouth_y")) / 2]
    return np.array([[g("reye_x"), g("reye_y")], [g("leye_x"), g("leye_y")], mouth], np.float64)


if __name__ == "__main__":
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    print("\n".join(sorted(r["file"] for r in read_csv(Path(sys.argv[1]) / "labels.csv") if held_out(r["file"]))))
