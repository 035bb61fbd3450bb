"""Paints glasses, hats and headscarves onto training pictures, with their exact masks.

Hardly any photo has them, and no teacher knows them. Fabrics are pieces of other people's clothes.
"""

import cv2
import numpy as np

import labels as L
import teachers as T


def paint(rgb, labels, mask, colour, cls, alpha=1.0):
    """Blends `colour` (an image or a triple) in with a soft edge, and sets the class where the mask is mostly there."""
    soft = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), .8)[..., None] * alpha
    rgb[:] = np.clip(rgb * (1 - soft) + np.asarray(colour, np.float32) * soft, 0, 255).astype(np.uint8)
    if cls is not None:
        labels[(mask > .5) & (labels != L.OUTSIDE)] = cls


def rounded(points, n=48, power=2.6):
    """A superellipse-like outline inside the box of half-sizes `points`."""
    t = np.linspace(0, 2 * np.pi, n, endpoint=False)
    c, s = np.cos(t), np.sin(t)
    return np.stack([np.sign(c) * np.abs(c) ** (2 / power) * points[0], np.sign(s) * np.abs(s) ** (2 / power) * points[1]], 1)


def lens_outline(r):
    """A lens round (0, 0) in units of the eye distance; +x is outwards."""
    w, h = r.uniform(.34, .47), r.uniform(.20, .36)
    p = rounded((w, h), power=r.choice([2.0, 2.4, 3.2, 4.5]))
    kind = r.integers(5)
    if kind == 0:    # aviator: drops towards the cheek
        p[:, 1] += np.where(p[:, 1] > 0, .12 * (.5 - p[:, 0] / (2 * w)) * 0 + .10 * (p[:, 0] < .2 * w), 0)
    elif kind == 1:  # cat-eye: the outer upper corner rises
        p[:, 1] -= np.clip(p[:, 0] / w, 0, 1) * (p[:, 1] < 0) * .10
    elif kind == 2:  # half rim height
        p[:, 1] *= .8
    return p


def fill(shape, points):
    big = np.zeros((shape[0] * 2, shape[1] * 2), np.uint8)
    cv2.fillPoly(big, [np.round(points * 2 * 16).astype(np.int32)], 255, shift=4)
    return cv2.resize(big, shape[::-1], interpolation=cv2.INTER_AREA) / 255.0


def line(shape, points, width, closed):
    big = np.zeros((shape[0] * 2, shape[1] * 2), np.uint8)
    cv2.polylines(big, [np.round(points * 2 * 16).astype(np.int32)], closed, 255, max(1, int(round(width * 2))), cv2.LINE_AA, shift=4)
    return cv2.resize(big, shape[::-1], interpolation=cv2.INTER_AREA) / 255.0


def glasses(rgb, labels, mesh, r):
    f, shape = L.Face(mesh), labels.shape
    d = f.apart
    a = np.radians(f.angle)
    ex, ey = np.array([np.cos(a), np.sin(a)]), np.array([-np.sin(a), np.cos(a)])
    out = lens_outline(r)
    drop = r.uniform(.0, .10)
    sun = r.random() < .35
    colour = np.float32(r.choice([(20, 18, 18), (40, 26, 18), (90, 60, 35), (150, 120, 70), (190, 190, 195), (130, 20, 30), (30, 40, 80), (60, 60, 60)]))
    colour = colour + r.normal(0, 10, 3)
    rim = d * r.choice([.012, .02, .03, .045, .06]) if not sun or r.random() < .7 else d * .02
    brows = [(labels == c) for c in (L.LEFT_BROW, L.RIGHT_BROW)]
    eyes = [((labels == c), c) for c in (L.LEFT_EYE, L.RIGHT_EYE)]
    hair = np.isin(labels, [L.HAIR, L.HEADWEAR, L.OUTSIDE])
    tint = np.float32(r.choice([(15, 15, 18), (40, 28, 20), (25, 35, 30), (70, 40, 20), (20, 25, 60)]))
    alpha = r.uniform(.75, .99) if sun else r.choice([0, 0, .08, .2]) * r.random()
    grad = r.random() < .4
    y = np.mgrid[:shape[0], :shape[1]][0]
    lenses, rims = np.zeros(shape), np.zeros(shape)
    for eye, side in ((f.right_eye, -1), (f.left_eye, 1)):
        c = eye + ey * d * drop + ex * side * d * .02
        pts = c + (out[:, :1] * side * ex + out[:, 1:] * ey) * d
        lens = fill(shape, pts)
        lenses = np.maximum(lenses, lens)
        rims = np.maximum(rims, line(shape, pts, rim, True))
        w = np.abs(out[:, 0]).max()
        hinge = c + (ex * side * w - ey * .5 * np.abs(out[:, 1]).max()) * d
        ear = mesh[234 if side < 0 else 454]
        end = np.array([ear[0], hinge[1] + (ear[1] - hinge[1]) * .3])
        # A temple runs back over the hair at the side of the head, or under it.
        temple = line(shape, np.array([hinge, end]), max(rim, d * .02), False) * ~hair
        rims = np.maximum(rims, temple)
        if not sun and r.random() < .3:
            g = c + np.array([r.uniform(-.15, .15), r.uniform(-.1, .1)]) * d
            streak = line(shape, np.array([g - d * .1, g + d * .1]), d * r.uniform(.02, .1), False) * lens
            paint(rgb, labels, streak, (245, 248, 250), None, r.uniform(.2, .7))
    top = (f.right_eye + f.left_eye) / 2 + ey * d * (drop - r.uniform(.0, .12))
    w = np.abs(out[:, 0]).max()
    half = max(.04, .5 - w)
    bridge = np.array([top + ex * d * half * t - ey * d * .05 * (1 - t * t) for t in np.linspace(-1, 1, 7)])
    rims = np.maximum(rims, line(shape, bridge, rim, False))
    strength = (lenses * alpha * ((1.15 - (y - f.centre[1] + d * .3) / (d * .9)) if grad else 1)).clip(0, 1)
    paint(rgb, labels, strength, tint, None)
    paint(rgb, labels, rims, colour, None, r.uniform(.7, 1) if rim > d * .015 else .8)
    labels[((lenses > .5) | (rims > .4)) & (labels != L.OUTSIDE)] = L.GLASSES
    if not sun:
        for m, c in eyes:
            labels[m & (rims < .5)] = c
        for m, c in zip(brows, (L.LEFT_BROW, L.RIGHT_BROW)):
            labels[m & (rims < .5)] = c


def fabric(r, bank, shape):
    """A texture of the picture's size: a piece of somebody's clothes, stretched, or a plain colour with folds."""
    if bank and r.random() < .6:
        p = bank[r.integers(len(bank))]
        p = cv2.resize(p, None, fx=r.uniform(.7, 2.5), fy=r.uniform(.7, 2.5))
        ry, rx = -(-shape[0] // p.shape[0]), -(-shape[1] // p.shape[1])
        tile = np.vstack([np.hstack([p[:, ::-1] if (i + j) % 2 else p for j in range(rx)]) for i in range(ry)])[:shape[0], :shape[1]]
        base = tile.astype(np.float32)
        base = base + r.normal(0, 25, 3)
    else:
        base = np.full((*shape, 3), r.uniform(10, 245, 3), np.float32)
        if r.random() < .3:
            base[(np.mgrid[:shape[0], :shape[1]][r.integers(2)] // r.integers(3, 14)) % 2 == 0] = r.uniform(10, 245, 3)
    folds = cv2.GaussianBlur(r.normal(0, 1, (shape[0] // 8, shape[1] // 8)).astype(np.float32), (0, 0), r.uniform(1, 3))
    folds = cv2.resize(folds / folds.std(), shape[::-1], interpolation=cv2.INTER_CUBIC)
    return (base * (1 + folds * r.uniform(.03, .16))[..., None]).clip(0, 255)


def shade(cloth, head, light):
    """Rounds a flat fabric off: darker towards the edge of the head, on the side away from the light."""
    dist = cv2.distanceTransform((head > .5).astype(np.uint8), cv2.DIST_L2, 5)
    edge = np.clip(dist / (dist.max() * .7 + 1e-6), 0, 1)
    x = np.linspace(-1, 1, head.shape[1])[None]
    return (cloth * (.62 + .38 * edge + .14 * light * x)[..., None]).clip(0, 255)


def curve(xs, ys, n=40):
    t = np.linspace(0, 1, n)
    return np.stack([np.interp(t, np.linspace(0, 1, len(xs)), xs), np.interp(t, np.linspace(0, 1, len(ys)), ys)], 1)


def hat(rgb, labels, mesh, r, bank):
    f, shape = L.Face(mesh), labels.shape
    d, c = f.apart, f.centre
    head = np.isin(labels, [L.HAIR, L.SKIN, L.LEFT_EAR, L.RIGHT_EAR])
    up = head & (np.mgrid[:shape[0], :shape[1]][0] < f.brow_y - d * .1)
    if up.sum() < d * d * .5:
        return False
    xs = np.where(up.any(0))[0]
    half = min((xs[-1] - xs[0]) / 2, 1.55 * d) * r.uniform(.98, 1.12)
    mid = (mesh[234, 0] + mesh[454, 0]) / 2
    half = max(half, (mesh[454, 0] - mesh[234, 0]) / 2 * 1.05)
    brim = f.brow_y - d * r.uniform(.12, .55)
    top = min(np.where(up.any(1))[0][0], brim - d * .9) - d * r.uniform(.0, .45)
    t = np.linspace(np.pi, 2 * np.pi, 40)
    p = r.choice([2.0, 2.6, 3.4])
    dome = np.stack([mid + np.sign(np.cos(t)) * np.abs(np.cos(t)) ** (2 / p) * half,
                     brim + np.sign(np.sin(t)) * np.abs(np.sin(t)) ** (2 / p) * (brim - top)], 1)
    bow = d * r.uniform(-.1, .22)
    under = np.stack([np.linspace(mid + half, mid - half, 20), brim + bow * (1 - np.linspace(-1, 1, 20) ** 2) * r.choice([-1, 1])
                      + d * r.uniform(0, .12)], 1)
    crown = fill(shape, np.vstack([dome, under]))
    cloth = shade(fabric(r, bank, shape), crown, r.choice([-1, 1]))
    kind = r.integers(4)
    paint(rgb, labels, crown, cloth, L.HEADWEAR)
    if kind == 1:    # beanie: a turned-up band
        band = fill(shape, np.vstack([np.stack([np.linspace(mid - half * 1.03, mid + half * 1.03, 20), np.full(20, brim - d * .32)], 1),
                                      np.stack([np.linspace(mid + half * 1.03, mid - half * 1.03, 20), under[:, 1] + d * .04], 1)]))
        paint(rgb, labels, band, cloth * r.uniform(.75, 1.2), L.HEADWEAR)
    elif kind == 2:  # cap: a visor
        w = half * r.uniform(.6, .95)
        visor = fill(shape, np.vstack([np.stack([np.linspace(mid - w, mid + w, 20), brim - d * .08 + 0 * np.linspace(-1, 1, 20)], 1),
                                       np.stack([np.linspace(mid + w, mid - w, 20), brim + d * r.uniform(.1, .28) * (1 - np.linspace(-1, 1, 20) ** 2) ** .5], 1)]))
        paint(rgb, labels, visor, cloth * r.uniform(.5, 1.1) if r.random() < .6 else r.uniform(0, 200, 3), L.HEADWEAR)
    elif kind == 3:  # brimmed hat
        b = half * r.uniform(1.35, 1.9)
        s = np.linspace(-1, 1, 30)
        lift = d * r.uniform(-.1, .25)
        edge = np.vstack([np.stack([mid + b * s, brim - lift * s * s - d * .10], 1), np.stack([mid - b * s, brim - lift * s * s + d * r.uniform(.04, .16)], 1)])
        paint(rgb, labels, fill(shape, edge), cloth * r.uniform(.7, 1.1), L.HEADWEAR)
    # The hat's shadow on the forehead.
    low = fill(shape, np.vstack([under, under[::-1] + [0, d * .12]]))
    paint(rgb, labels, low * np.isin(labels, [L.SKIN, L.HAIR]), (30, 20, 20), None, r.uniform(0, .35))
    return True


def scarf(rgb, labels, mesh, r, bank):
    f, shape = L.Face(mesh), labels.shape
    d = f.apart
    oval = mesh[T.OVAL]
    mid = oval.mean(0)
    turban = r.random() < .3
    y, x = np.mgrid[:shape[0], :shape[1]]
    shrink = np.array([r.uniform(.90, 1.02), r.uniform(.86, 1.0)])
    opening = fill(shape, mid + (oval - mid) * shrink)
    out_w, out_h = r.uniform(1.22, 1.5), r.uniform(1.18, 1.42)
    outer = fill(shape, mid + [0, -d * .15] + (oval - mid) * [out_w, out_h])
    hair = cv2.dilate(((labels == L.HAIR) & (y < f.chin[1])).astype(np.uint8), np.ones((5, 5), np.uint8))
    if turban:
        line_y = f.brow_y - d * r.uniform(.05, .3) + np.abs(x - mid[0]) * r.uniform(.0, .35)
        mask = np.maximum(outer, hair) * (y < line_y)
    else:
        wide = r.uniform(1.2, 2.2)
        fall = r.uniform(.5, 2.0)
        drape = fill(shape, np.array([[mid[0] - d * 1.25, mid[1]], [mid[0] + d * 1.25, mid[1]],
                                      [f.chin[0] + d * wide, f.chin[1] + d * fall], [f.chin[0] - d * wide, f.chin[1] + d * fall]]))
        long_hair = (labels == L.HAIR) | (labels == L.NECK)
        mask = np.maximum(np.maximum(outer, hair), np.maximum(drape, long_hair & (y < f.chin[1] + d * fall))) * (opening < .5)
    mask = cv2.GaussianBlur(mask.astype(np.float32), (0, 0), 1.5)
    mask = (mask > .5).astype(np.float32)
    if mask.sum() < d * d:
        return False
    paint(rgb, labels, mask, shade(fabric(r, bank, shape), mask, r.choice([-1, 1])), L.HEADWEAR)
    for _ in range(r.integers(2, 6)):  # wrapping lines
        k = r.uniform(1.02, 1.35)
        s = mid + (oval - mid) * k + r.normal(0, d * .06, 2)
        n = r.integers(len(s))
        fold = line(shape, np.roll(s, n, 0)[:r.integers(10, 24)], d * .03, False) * mask
        paint(rgb, labels, cv2.GaussianBlur(fold.astype(np.float32), (0, 0), 1.5), (20, 15, 15), None, .4)
    if not turban:  # hair and ears are under it
        rest = (labels == L.HAIR) & (y < f.chin[1] + d * .3)
        labels[rest & (opening < .5)] = L.HEADWEAR
    return True
