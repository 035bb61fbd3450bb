"""Class colours for looking at label maps."""

import numpy as np

COLOURS = np.zeros((256, 3), np.uint8)
COLOURS[:20] = [(32, 32, 40), (244, 196, 160), (120, 60, 20), (160, 90, 30), (40, 120, 255), (90, 180, 255), (255, 230, 0),
                (255, 120, 120), (255, 160, 160), (255, 255, 255), (230, 150, 110), (120, 0, 40), (220, 40, 90),
                (255, 90, 140), (210, 160, 120), (200, 200, 0), (60, 160, 90), (90, 50, 30), (140, 60, 200), (20, 90, 90)]
COLOURS[254:] = (160, 160, 160), (128, 128, 128)


def colour(labels):
    return COLOURS[labels]


def overlay(rgb, labels, alpha=.55):
    return (rgb * (1 - alpha) + colour(labels) * alpha).astype(np.uint8)
