"""From the teachers' maps and the mesh to one 20-class label map a photo.

The teachers know nothing of hats, glasses or beards; which photos have them was read by eye (labels_by_eye.csv),
and where in the picture they are follows from the mesh and the pixels. What stays doubtful becomes 255, ignored in training.
"""

import cv2
import numpy as np

import outlines
import teachers as T
import thin as boundaries

(BACKGROUND, SKIN, LEFT_BROW, RIGHT_BROW, LEFT_EYE, RIGHT_EYE, GLASSES, LEFT_EAR, RIGHT_EAR, EARRING, NOSE, MOUTH,
 UPPER_LIP, LOWER_LIP, NECK, NECKLACE, CLOTH, HAIR, HEADWEAR, FACIAL_HAIR) = range(20)
# Doubtful pixels, and pixels outside the photo: neither is trained on.
IGNORE, OUTSIDE = 255, 254
# Mirroring a picture swaps the sides.
MIRROR = np.arange(256, dtype=np.uint8)
MIRROR[[2, 3, 4, 5, 7, 8]] = [3, 2, 5, 4, 8, 7]


def polygon(shape, points, grow=0):
    m = np.zeros(shape, np.uint8)
    cv2.fillPoly(m, [np.round(points * 16).astype(np.int32)], 1, lineType=cv2.LINE_8, shift=4)
    if grow:
        k = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * grow + 1, 2 * grow + 1))
        m = cv2.dilate(m, k)
    return m.astype(bool)


def ellipse(shape, centre, axes, angle):
    m = np.zeros(shape, np.uint8)
    cv2.ellipse(m, (tuple(map(float, centre)), tuple(float(2 * a) for a in axes), float(angle)), 1, -1)
    return m.astype(bool)


class Face:
    """Measures of one mesh, in picture pixels."""

    def __init__(self, mesh):
        self.mesh = mesh
        self.right_eye, self.left_eye = mesh[T.RIGHT_EYE].mean(0), mesh[T.LEFT_EYE].mean(0)
        self.apart = np.linalg.norm(self.left_eye - self.right_eye)
        across = self.left_eye - self.right_eye
        self.angle = np.degrees(np.arctan2(across[1], across[0]))
        self.chin, self.brow_y = mesh[152], mesh[T.RIGHT_BROW + T.LEFT_BROW][:, 1].mean()
        self.centre = (self.right_eye + self.left_eye) / 2
        self.mouth = mesh[T.LIPS].mean(0)


def distance_from_skin(lab, sample):
    """How unlike the sampled skin each pixel is, in standard deviations (robust)."""
    px = lab[sample].astype(np.float32)
    mid = np.median(px, 0)
    dev = 1.48 * np.median(np.abs(px - mid), 0) + np.float32([4, 2, 2])
    return np.sqrt((((lab.astype(np.float32) - mid) / dev) ** 2).sum(-1) / 2), mid


def facial_hair(out, lab, f, kind, hair, oval):
    mesh, d, shape = f.mesh, f.apart, out.shape
    lips = polygon(shape, mesh[T.LIPS], 1)
    cheeks = ellipse(shape, mesh[50], (d * .16, d * .16), 0) | ellipse(shape, mesh[280], (d * .16, d * .16), 0)
    far, skin = distance_from_skin(lab, cheeks & oval)
    dark = lab[..., 0].astype(np.float32) < skin[0] + 10
    y, x = np.mgrid[:shape[0], :shape[1]]
    moustache = polygon(shape, np.vstack([mesh[[98, 97, 2, 326, 327]], mesh[[410, 287]] + [d * .06, d * .03],
                                          mesh[[57, 186]] + [-d * .06, d * .03]]), 1)
    chin = polygon(shape, mesh[[57, 43, 106, 182, 83, 18, 313, 406, 335, 273, 287, 432, 430, 379, 378, 400, 377, 152,
                                148, 176, 149, 150, 210, 212]], 2) & (y > f.mouth[1])
    jaw = polygon(shape, np.vstack([mesh[[234, 93, 132, 58, 172, 136, 150, 149, 176, 148, 152, 377, 400, 378, 379, 365,
                                          397, 288, 361, 323, 454]], mesh[[352, 411, 427, 410, 287, 57, 186, 207, 187, 123]]]), 3)
    zone = {"moustache": moustache, "goatee": moustache | chin, "full": moustache | chin | jaw,
            "stubble": moustache | chin | jaw}[kind] & ~lips & np.isin(out, [SKIN, NECK, HAIR, IGNORE, CLOTH, BACKGROUND])
    zone &= polygon(shape, mesh[T.OVAL], int(d * .12)) | (out == HAIR)
    clear, maybe = (2.2, 1.3) if kind != "stubble" else (1.7, 1.1)
    is_hair = zone & (((far > clear) & dark) | (hair > .5))
    is_hair = cv2.morphologyEx(is_hair.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8)).astype(bool) & zone
    is_hair = cv2.morphologyEx(is_hair.astype(np.uint8), cv2.MORPH_OPEN, np.ones((3, 3), np.uint8)).astype(bool)
    # A beard hangs below the mesh's chin.
    if kind == "full":
        below = (y > f.mouth[1]) & (hair > .5) & (np.abs(x - f.chin[0]) < d) & (y < f.chin[1] + d * .8)
        is_hair |= below & ~lips
    doubtful = zone & ~is_hair & (far > maybe)
    out[doubtful] = IGNORE
    out[is_hair] = FACIAL_HAIR


def glasses(out, lab, f, kind, eyes):
    d, shape, a = f.apart, out.shape, np.radians(f.angle)
    down = np.array([-np.sin(a), np.cos(a)])
    out_dir = np.array([np.cos(a), np.sin(a)])
    core, ring, cheek = np.zeros(shape, bool), np.zeros(shape, bool), np.zeros(shape, bool)
    for eye, side in ((f.right_eye, -1), (f.left_eye, 1)):
        c = eye + down * d * .05 + out_dir * side * d * .02
        core |= ellipse(shape, c, (d * .33, d * .20), f.angle)
        ring |= ellipse(shape, c, (d * .52, d * .40), f.angle)
        cheek |= ellipse(shape, eye + down * d * .62, (d * .15, d * .10), f.angle)
        temple = polygon(shape, np.array([c + out_dir * side * d * t + down * d * v
                                          for t, v in ((.4, -.22), (.95, -.2), (.95, .05), (.4, .05))]))
        ring |= temple
    ring |= polygon(shape, np.array([f.right_eye + down * d * -.08, f.left_eye + down * d * -.08,
                                     f.left_eye + down * d * .16, f.right_eye + down * d * .16]))
    far, skin = distance_from_skin(lab, cheek)
    free = ~np.isin(out, [HAIR, HEADWEAR, BACKGROUND])
    if kind == "sun":
        dark = (far > 2) & ring
        dark = cv2.morphologyEx((dark | core).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((7, 7), np.uint8)).astype(bool)
        out[ring & ~dark & free] = IGNORE
        out[dark] = GLASSES
        return
    brows = np.isin(out, [LEFT_BROW, RIGHT_BROW])
    rim = ring & ~core & (far > 3.0) & ~brows
    out[ring & ~core & free] = IGNORE
    out[core | (rim & free)] = GLASSES
    for mask, cls in eyes:
        out[mask] = cls


def compose(seen, eye_label, thin, drawn):
    """The 20-class map of one stored picture.

    seen: what the teachers see (make_labels.see); eye_label: what was read by eye; thin: the fitted trees of thin.py; drawn: outlines drawn by hand.
    """
    rgb, inside, maps, mesh = seen["rgb"], seen["inside"], seen["maps"], seen["mesh"]
    own = {k: outlines.mask(v, seen["matrix"], len(rgb)) for k, v in drawn.items()}
    shape = rgb.shape[:2]
    f = Face(mesh)
    d = f.apart
    lab = cv2.cvtColor(rgb, cv2.COLOR_RGB2LAB)
    y, x = np.mgrid[:shape[0], :shape[1]]
    person, hair, skin, clothes = maps["person"], maps["hair"], maps["skin"], maps["clothes"]
    hair = np.maximum(hair, np.where(person > .5, .5 * hair + .5 * maps["pan_hair"], 0))
    oval = polygon(shape, mesh[T.OVAL])
    near = polygon(shape, mesh[T.OVAL], int(d * .9))
    below = y > f.chin[1] - d * .1
    out = np.full(shape, IGNORE, np.uint8)
    out[(person < .4) & (hair < .4)] = BACKGROUND
    is_person = person > .5
    out[is_person & below & (clothes > .4)] = CLOTH
    # The clothes model does not know dark suits; what is neither skin nor hair beside or below the neck is clothes, unless it is a scarf.
    shoulder = (y > f.chin[1] + d * .8) | ((np.abs(x - f.chin[0]) > 1.1 * d) & (eye_label["headwear"] == "none"))
    out[is_person & below & (skin < .3) & (hair < .3) & shoulder] = CLOTH
    out[(skin > .5) & is_person & near & ~below] = SKIN
    out[(skin > .5) & is_person & ~oval & (y > f.mouth[1]) & (np.abs(x - f.chin[0]) < 1.5 * d)] = NECK
    is_hair = (hair > .5) & (is_person | (hair > .8))
    out[is_hair] = HAIR
    ear = (skin > .5) & is_person & ~polygon(shape, mesh[T.OVAL], 2) & (y > f.brow_y - d * .1) & (y < f.mouth[1]) & ~is_hair
    out[ear & (x < f.centre[0])] = RIGHT_EAR
    out[ear & (x > f.centre[0])] = LEFT_EAR
    inner = polygon(shape, mesh[T.OVAL]) & (y > f.brow_y + d * .1)
    out[oval & ~is_hair] = SKIN
    out[inner] = SKIN

    headwear = eye_label["headwear"]
    above = y < f.brow_y
    if headwear == "scarf":
        # The hair model takes wound cloth for hair.
        cover = (is_person & (skin < .5) & ~oval & (y < f.chin[1] + d * .5)) | (is_hair & ~inner)
        cover &= (y < f.chin[1] + d * .9)
        out[cover] = HEADWEAR
        doubtful = (y >= f.chin[1] + d * .3) & is_person & (skin < .5) & ~oval
        out[doubtful] = IGNORE
    elif headwear == "hat":
        cover = above & is_person & (skin < .6) & (hair < .85) & (y < f.brow_y - d * .2)
        cover = cv2.morphologyEx(cover.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8)).astype(bool)
        out[cover] = HEADWEAR
        # Knitted and wound headwear passes for hair with both hair models.
        out[is_hair & (y < f.brow_y - d * .35)] = IGNORE
        out[is_hair & (maps["pan_hair"] < .4) & (y < f.brow_y - d * .4)] = HEADWEAR
    elif headwear == "unknown":
        out[above & ~oval & ~(out == BACKGROUND)] = IGNORE

    out[polygon(shape, mesh[T.NOSE], 1)] = NOSE
    if "headwear" in own:
        out[(out == HEADWEAR) & ~own["headwear"]] = IGNORE
        out[own["headwear"]] = HEADWEAR

    eyes = [(own.get(name, outlines.fill(len(rgb), boundaries.eye(seen["eyes"][side], d))), cls)
            for name, side, cls in (("right_eye", 0, RIGHT_EYE), ("left_eye", 1, LEFT_EYE))]
    for name, side, cls in (("right_brow", 0, RIGHT_BROW), ("left_brow", 1, LEFT_BROW)):
        m = boundaries.draw(thin["brow"], rgb, mesh, seen["eyes"], "brow", side) == 1
        # Under a fringe the hair is what one sees.
        m &= (out != HEADWEAR) & ((out != HAIR) | (hair < .8))
        if drawn and ("left_eye" in own or "right_eye" in own):
            m = own.get(name, np.zeros(shape, bool))
        out[m] = cls
    for m, cls in eyes:
        out[m] = cls
    lips = boundaries.draw(thin["lips"], rgb, mesh, seen["eyes"], "lips")
    for k, cls, name in ((1, UPPER_LIP, "upper_lip"), (2, LOWER_LIP, "lower_lip"), (3, MOUTH, "mouth")):
        m = lips == k
        if "upper_lip" in own or "lower_lip" in own:
            m = own.get(name, np.zeros(shape, bool))
        out[m] = cls
    if eye_label["facial_hair"] in ("stubble", "moustache", "goatee", "full"):
        facial_hair(out, lab, f, eye_label["facial_hair"], hair, oval)
    elif eye_label["facial_hair"] == "unknown":
        out[(out == SKIN) & (y > f.mouth[1] - d * .3)] = IGNORE
    if "glasses" in own:
        out[own["glasses"]] = GLASSES
        if eye_label["glasses"] != "sun":
            for m, cls in eyes:
                out[m] = cls
    elif eye_label["glasses"] in ("clear", "sun"):
        glasses(out, lab, f, eye_label["glasses"], eyes)
    elif eye_label["glasses"] == "unknown":
        for e in (f.right_eye, f.left_eye):
            out[ellipse(shape, e, (d * .5, d * .4), f.angle) & ~np.isin(out, [4, 5])] = IGNORE
    out[~inside] = OUTSIDE
    return out
