"""Outlines drawn by hand on training photos: brows, eyes, lips and mouth of some, headwear or glasses of others.

outlines.json: for each photo its parts, each {"add": polygons, "cut": polygons} in photo pixels; a part is what lies in "add" and not in "cut".
They are training data, of photos that are trained on; the masks in masks/ are for measuring only.
"""

import json
from pathlib import Path

import cv2
import numpy as np

FILE = Path(__file__).parent / "outlines.json"
# Sub-pixels each way when an outline is filled: cv2 alone also fills every pixel that an outline touches.
FINE = 4


def load():
    return json.loads(FILE.read_text())


def fill(side, points):
    """The pixels that lie in a polygon by half or more; points count from pixel centres."""
    big = np.zeros((side * FINE, side * FINE), np.uint8)
    cv2.fillPoly(big, [np.round((np.asarray(points, np.float64) + .5) * FINE * 16 - 8).astype(np.int32)], 255, shift=4)
    return cv2.resize(big, (side, side), interpolation=cv2.INTER_AREA) > 127


def mask(part, matrix, side):
    """A part's pixels in a stored picture; `matrix` leads from photo pixels there."""
    out = np.zeros((side, side), bool)
    for name, value in (("add", True), ("cut", False)):
        for points in part[name]:
            out[fill(side, np.asarray(points) @ matrix[:, :2].T + matrix[:, 2])] = value
    return out
