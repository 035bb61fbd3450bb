"""Makes the training pictures and their label maps from the photos and the teachers.

    python make_labels.py FACES TEACHERS WORK

Writes WORK/pictures.npy (N x side x side x 3), labels.npy (N x side x side), mesh.npy (N x 468 x 2) and rows.csv.
Photos held out for evaluation (faces.held_out) and photos nobody has looked at (labels_by_eye.csv) are left out.
"""

import argparse
import csv
from multiprocessing import Pool
from pathlib import Path

import cv2
import numpy as np
from tqdm import tqdm

import faces as F
import frame as R
import labels as L
import teachers as T

HERE = Path(__file__).parent
STATE = {}


def eye_labels(faces):
    """What was read by eye, for every photo somebody has looked at."""
    out = {}
    for path in (faces / "labels.csv", HERE / "labels_by_eye.csv"):
        for r in F.read_csv(path):
            out[r["file"]] = {k: r[k] for k in ("glasses", "headwear", "facial_hair")}
    # Both photos of a London person were taken minutes apart.
    for f in list(out):
        if f.startswith("london/neutral_"):
            out.setdefault(f.replace("neutral", "smiling"), out[f])
    return out


def start(faces, teachers):
    cv2.setNumThreads(1)
    STATE.update(faces=faces, teachers=T.Teachers(teachers))


def one(job):
    row, eye = job
    rgb = np.ascontiguousarray(cv2.imread(str(STATE["faces"] / row["file"]))[..., ::-1])
    m = R.to_wide(F.keypoints(row))
    picture, inside = R.warp(rgb, m), R.inside(rgb.shape, m) > 0
    x, y, w, h = (float(row[k]) for k in ("box_x", "box_y", "box_w", "box_h"))
    scale = np.sqrt(np.linalg.det(m[:, :2]))
    mesh, flag = STATE["teachers"].mesh_points(picture, m[:, :2] @ [x + w / 2, y + h / 2] + m[:, 2], max(w, h) * .625 * scale)
    if flag < .9:
        return None
    return picture, L.compose(picture, inside, STATE["teachers"].soft_maps(picture), mesh, eye), mesh.astype(np.float32), row["file"]


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("faces", type=Path)
    p.add_argument("teachers", type=Path)
    p.add_argument("work", type=Path)
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--every", type=int, default=1, help="take every n-th photo only, to have a look")
    a = p.parse_args()
    a.work.mkdir(parents=True, exist_ok=True)
    eye = eye_labels(a.faces)
    train, _ = F.split(a.faces)
    jobs = [(r, eye[r["file"]]) for r in train if r["file"] in eye][::a.every]
    with Pool(a.jobs, start, (a.faces, a.teachers)) as pool:
        done = [r for r in tqdm(pool.imap(one, jobs, 8), total=len(jobs), unit="photo") if r]
    for name, k in (("pictures", 0), ("labels", 1), ("mesh", 2)):
        np.save(a.work / f"{name}.npy", np.stack([r[k] for r in done]))
    with open(a.work / "rows.csv", "w", newline="") as f:
        w = csv.writer(f)
        w.writerow(["file", "glasses", "headwear", "facial_hair"])
        w.writerows([r[3], *eye[r[3]].values()] for r in done)
    print(f"{len(done)} of {len(jobs)} photos")


if __name__ == "__main__":
    main()
