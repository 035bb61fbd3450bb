"""The canonical frame, as `src/frame.rs` defines it.

Unit coordinates: right eye (0.418, 0.480), left eye (0.582, 0.480), mouth centre (0.5, 0.655).
Training pictures are kept with a margin around the frame, so that it can be jittered without losing pixels.
"""

import cv2
import numpy as np

LANDMARKS = np.array([[0.418, 0.480], [0.582, 0.480], [0.5, 0.655]])
MARGIN = 0.25
# Pixels per unit of the frame in stored training pictures, and so their side.
UNIT = 272
SIDE = int(round(UNIT * (1 + 2 * MARGIN)))


def similarity(src, dst):
    """Least-squares similarity (Umeyama 1991) from src to dst, both Nx2, as a 2x3 matrix."""
    ms, md = src.mean(0), dst.mean(0)
    s, d = src - ms, dst - md
    u, e, vt = np.linalg.svd(d.T @ s / len(src))
    flip = np.diag([1.0, np.sign(np.linalg.det(u @ vt))])
    rot = u @ flip @ vt
    scale = (e * np.diag(flip)).sum() / (s ** 2).sum() * len(src)
    return np.hstack([scale * rot, (md - scale * rot @ ms)[:, None]])


def to_wide(points):
    """The matrix from photo pixels to the stored picture, for keypoints in photo pixels."""
    return similarity(points, (LANDMARKS + MARGIN) * UNIT)


def of_corners(row):
    """The same matrix for a frame that examples/frames.rs found: the photo pixels of its corners (0, 0), (1, 0) and (0, 1)."""
    photo = np.array([[float(row[c + k]) for k in "xy"] for c in "abc"])
    return similarity(photo, (np.array([[0, 0], [1, 0], [0, 1]]) + MARGIN) * UNIT)


def warp(image, matrix, side=SIDE, border=cv2.BORDER_REPLICATE):
    # Shrink first: bilinear sampling alone would alias.
    scale = np.sqrt(abs(np.linalg.det(matrix[:, :2])))
    if scale < 0.5:
        image = cv2.resize(image, None, fx=2 * scale, fy=2 * scale, interpolation=cv2.INTER_AREA)
        matrix = matrix.copy()
        matrix[:, :2] /= 2 * scale
    return cv2.warpAffine(image, matrix, (side, side), flags=cv2.INTER_LINEAR, borderMode=border)


def inside(shape, matrix, side=SIDE):
    """255 where the stored picture shows the photo, 0 outside it."""
    return cv2.warpAffine(np.full(shape[:2], 255, np.uint8), matrix, (side, side), flags=cv2.INTER_NEAREST)
