"""Makes the training pictures and their label maps from the photos, the teachers, and what was read and drawn by eye.

    python make_labels.py FACES TEACHERS WORK

Reads WORK/frames.csv (examples/frames.rs), where the library itself sees the faces (keypoints of index.csv serve where it sees none), and WORK/thin.pkl (thin.py).
Writes WORK/pictures.npy (N x side x side x 3), labels.npy (N x side x side), mesh.npy (N x 468 x 2) and rows.csv, which has all that was read by eye.
Photos held out for evaluation (faces.held_out) and photos nobody has looked at (labels_by_eye.csv) are left out.
"""

import argparse
import csv
import pickle
from multiprocessing import Pool
from pathlib import Path

import cv2
import numpy as np
from tqdm import tqdm

import faces as F
import frame as R
import labels as L
import outlines as O
import teachers as T

STATE = {}


def start(faces, teachers, work):
    cv2.setNumThreads(1)
    frames = {"/".join(Path(r["file"]).parts[-2:]): r for r in F.read_csv(work / "frames.csv")}
    thin = work / "thin.pkl"
    STATE.update(faces=faces, frames=frames, teachers=T.Teachers(teachers), rows={r["file"]: r for r in F.read_csv(faces / "index.csv")},
                 outlines=O.load(), thin=pickle.loads(thin.read_bytes()) if thin.exists() else None)


def see(file):
    """The stored picture of a photo and what the teachers see in it; nothing where they see no face."""
    row = STATE["rows"][file]
    rgb = np.ascontiguousarray(cv2.imread(str(STATE["faces"] / file))[..., ::-1])
    m = STATE["frames"].get(file)
    m = R.to_wide(F.keypoints(row)) if m is None else R.of_corners(m)
    x, y, w, h = (float(row[k]) for k in ("box_x", "box_y", "box_w", "box_h"))
    scale = np.sqrt(np.linalg.det(m[:, :2]))
    picture = R.warp(rgb, m)
    seen = STATE["teachers"].see(picture, m[:, :2] @ [x + w / 2, y + h / 2] + m[:, 2], max(w, h) * .625 * scale)
    return seen and dict(seen, rgb=picture, inside=R.inside(rgb.shape, m) > 0, matrix=m)


def one(job):
    file, eye = job
    seen = see(file)
    if seen is None:
        return None
    return seen["rgb"], L.compose(seen, eye, STATE["thin"], STATE["outlines"].get(file, {})), seen["mesh"].astype(np.float32), file


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("faces", type=Path)
    p.add_argument("teachers", type=Path)
    p.add_argument("work", type=Path)
    p.add_argument("--jobs", type=int, default=2)
    p.add_argument("--every", type=int, default=1, help="take every n-th photo only, to have a look")
    a = p.parse_args()
    a.work.mkdir(parents=True, exist_ok=True)
    eye = F.eye_labels(a.faces)
    train, _ = F.split(a.faces)
    jobs = [(r["file"], eye[r["file"]]) for r in train if r["file"] in eye][::a.every]
    with Pool(a.jobs, start, (a.faces, a.teachers, a.work)) as pool:
        done = [r for r in tqdm(pool.imap(one, jobs, 8), total=len(jobs), unit="photo") if r]
    for name, k in (("pictures", 0), ("labels", 1), ("mesh", 2)):
        np.save(a.work / f"{name}.npy", np.stack([r[k] for r in done]))
    with open(a.work / "rows.csv", "w", newline="") as f:
        w = csv.writer(f)
        w.writerow(["file", *F.READ_BY_EYE])
        w.writerows([r[3], *eye[r[3]].values()] for r in done)
    print(f"{len(done)} of {len(jobs)} photos")


if __name__ == "__main__":
    main()
