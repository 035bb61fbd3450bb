"""Trains the face parser.

    python train_parser.py WORK [--minutes 55] [--from ../bisenet/face_parser.onnx] [--seed 1]

Reads what make_labels.py and make_synthetic.py wrote. The first part runs on frames of 192 px, the rest at 256 px.
`--from` starts from an exported parser, whose batch norms are folded away and stay so.
WORK/parser.pt is the checkpoint: a run that was stopped goes on from it. WORK/parser_log.csv holds the curve.
Uses a GPU where there is one.
"""

import argparse
import csv
import math
import time
from pathlib import Path

import cv2
import numpy as np
import torch
import torch.nn.functional as F
from torch.utils.data import DataLoader, Dataset
from tqdm import tqdm

import frame as R
import labels as L
import warm
from model import CLASSES, HEADS, BiSeNet, logits

MEAN = torch.tensor([0.485, 0.456, 0.406]).view(1, 3, 1, 1) * 255
STD = torch.tensor([0.229, 0.224, 0.225]).view(1, 3, 1, 1) * 255
# What a frame shows where there is no photo.
VOID = 128


NAMES = list(HEADS)
HEADWEAR, LENGTH, COLOUR, FRINGE, TEXTURE, SKIN = (NAMES.index(k) for k in ("headwear", "hair_length", "hair_colour", "fringe", "texture", "skin"))


def answers(rows):
    """For each row the index of what was read by eye, a head each, -1 where nothing was; and how far a row is to be trusted."""
    index = [[HEADS[k].index(r[k]) if r[k] in HEADS[k] else -1 for k in HEADS] for r in rows]
    return np.array(index), np.array([.3 if r["sure"] == "n" else 1.0 for r in rows], np.float32)


class Faces(Dataset):
    """Endless: item n is the n-th draw, a function of the seed and n alone."""

    def __init__(self, work, length, seed, size):
        self.sets = [(np.load(work / f"{p}pictures.npy", mmap_mode="r"), np.load(work / f"{p}labels.npy", mmap_mode="r"))
                     for p in ("", "synthetic_")]
        with open(work / "rows.csv") as f:
            rows = list(csv.DictReader(f))
        whole = lambda r: not r["file"].startswith("fairface/")
        worn = lambda r: any(r[k] not in ("none", "unknown") for k in ("glasses", "headwear", "facial_hair"))
        w = [(5.0 if whole(r) else 1.0) * (2.0 if worn(r) else 1.0) for r in rows]
        w += [1.3] * len(self.sets[1][0])
        self.p = np.cumsum(w) / np.sum(w)
        self.answers, self.trust = answers(rows)
        self.length, self.seed, self.size = length, seed, size

    def __len__(self):
        return self.length

    def __getitem__(self, n):
        cv2.setNumThreads(1)
        r = np.random.default_rng((self.seed, n))
        i = int(np.searchsorted(self.p, r.random()))
        real = len(self.sets[0][0])
        pictures, labels = self.sets[i >= real]
        at = i - real * (i >= real)
        answer, trust = (self.answers[i], self.trust[i]) if i < real else (np.full(len(HEADS), -1), 0.0)
        size = self.size
        zoom = size / R.UNIT * math.exp(r.normal(0, .07))
        angle = math.radians(r.normal(0, 6))
        c, s = zoom * math.cos(angle), zoom * math.sin(angle)
        half = R.SIDE / 2
        t = size / 2 + r.normal(0, .02, 2) * size
        m = np.float32([[c, -s, t[0] - c * half + s * half], [s, c, t[1] - s * half - c * half]])
        rgb = cv2.warpAffine(pictures[at], m, (size, size), flags=cv2.INTER_LINEAR, borderValue=(VOID,) * 3)
        lab = cv2.warpAffine(labels[at], m, (size, size), flags=cv2.INTER_NEAREST, borderValue=L.OUTSIDE)
        answer = answer.copy()
        # Colours are only learnt from pictures that keep theirs.
        strong = r.random() < .4
        rgb = self.colour(rgb, r, 1.0 if strong else .3)
        if strong:
            answer[[COLOUR, SKIN]] = -1
        if r.random() < .12:
            self.cut(lab, r, size, answer)
        rgb[lab == L.OUTSIDE] = VOID
        if r.random() < .5:
            rgb, lab = rgb[:, ::-1], L.MIRROR[lab[:, ::-1]]
        return (torch.from_numpy(np.ascontiguousarray(rgb)), torch.from_numpy(np.ascontiguousarray(lab)),
                torch.from_numpy(answer), np.float32(trust))

    @staticmethod
    def cut(lab, r, size, answer):
        """Cuts the picture off above, below or at a side, as tight crops are; what then cannot be seen is not asked."""
        edge = r.integers(4)
        if edge == 0:
            lab[:int(r.uniform(.05, .36) * size)] = L.OUTSIDE
            answer[[HEADWEAR, LENGTH, FRINGE, TEXTURE]] = -1
        elif edge == 1:
            lab[int(r.uniform(.78, .97) * size):] = L.OUTSIDE
            answer[LENGTH] = -1
        else:
            width = int(r.uniform(.03, .24) * size)
            lab[:, slice(0, width) if edge == 2 else slice(size - width, size)] = L.OUTSIDE

    @staticmethod
    def colour(rgb, r, much):
        x = np.arange(256, dtype=np.float32) / 255
        lut = np.empty((1, 256, 3), np.float32)
        gain, gamma, lift = math.exp(much * r.normal(0, .15)), math.exp(much * r.normal(0, .25)), much * r.normal(0, .04)
        cast = np.exp(much * r.normal(0, .07, 3))
        for k in range(3):
            lut[0, :, k] = (x ** gamma) * gain * cast[k] + lift
        rgb = cv2.LUT(rgb, (lut * 255).clip(0, 255).astype(np.uint8))
        if much == 1 and r.random() < .2:
            rgb = cv2.cvtColor(cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY), cv2.COLOR_GRAY2RGB)
        elif much == 1 and r.random() < .3:
            grey = cv2.cvtColor(rgb, cv2.COLOR_RGB2GRAY)[..., None]
            k = r.uniform(.4, 1.5)
            rgb = (rgb * k + grey * (1 - k)).clip(0, 255).astype(np.uint8)
        if r.random() < .25:
            rgb = cv2.GaussianBlur(rgb, (0, 0), r.uniform(.4, 1.6))
        if r.random() < .25:
            q = int(r.integers(25, 85))
            rgb = cv2.imdecode(cv2.imencode(".jpg", rgb, [cv2.IMWRITE_JPEG_QUALITY, q])[1], cv2.IMREAD_COLOR)
        if r.random() < .2:
            rgb = (rgb + r.normal(0, r.uniform(2, 10), rgb.shape)).clip(0, 255).astype(np.uint8)
        return rgb


# Rare and thin classes count for more; the common ones would do without.
WEIGHTS = torch.ones(CLASSES)
WEIGHTS[[2, 3, 4, 5, 11, 12, 13, 19]] = 2.0
WEIGHTS[[6, 7, 8, 18]] = 1.6
WEIGHTS[0] = .8


def dice(z, y, valid):
    p = z.softmax(1) * valid[:, None]
    onehot = F.one_hot(y.clamp(max=CLASSES - 1), CLASSES).permute(0, 3, 1, 2).float() * valid[:, None]
    inter, total = (p * onehot).sum((0, 2, 3)), (p + onehot).sum((0, 2, 3))
    there = onehot.sum((0, 2, 3)) > 30
    return (1 - (2 * inter + 1) / (total + 1))[there].mean()


def head_weights(rows):
    """Rare answers count for more, by the root of their rarity."""
    index, _ = answers(rows)
    out = []
    for k, column in zip(HEADS, index.T):
        n = np.maximum(5, np.bincount(column[column >= 0], minlength=len(HEADS[k])))
        w = 1 / np.sqrt(n)
        out.append(torch.tensor(w / (w * n).sum() * n.sum(), dtype=torch.float32))
    # Skin tones are steps on a scale; all count alike, or the rarest would be predicted far too often.
    out[SKIN] = torch.ones(10)
    return out


STEPS = torch.exp(-.5 * ((torch.arange(10)[:, None] - torch.arange(10)) / .7) ** 2)
STEPS = STEPS / STEPS.sum(1, keepdim=True)


def attribute_loss(z, answer, trust, weights):
    total = 0.0
    for k, (part, w) in enumerate(zip(z.float().split([len(v) for v in HEADS.values()], 1), weights)):
        known = answer[:, k] >= 0
        if not known.any():
            continue
        y, log = answer[known, k], part[known].log_softmax(1)
        target = STEPS.to(z.device)[y] if k == SKIN else F.one_hot(y, part.shape[1]) * .94 + .06 / part.shape[1]
        total = total - ((target * log).sum(1) * w[y] * trust[known]).sum() / len(answer)
    return total


def loss_of(outs, lab, weights):
    out, _, aux8, aux16 = outs
    y = lab.long()
    y[y >= CLASSES] = 255
    # At the network's own resolution, one of the four label sub-grids at a time: a quarter of the work of upsampling.
    z = logits(out).float()
    j, i = torch.randint(0, 2, (2,)).tolist()
    y = y[:, j::2, i::2]
    loss = F.cross_entropy(z, y, weights, ignore_index=255) + .5 * dice(z, y, y != 255)
    for aux, step in ((aux8, 8), (aux16, 16)):
        step //= 2
        loss = loss + .3 * F.cross_entropy(aux.float(), y[:, step // 2::step, step // 2::step], weights, ignore_index=255)
    return loss


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("work", type=Path)
    p.add_argument("--minutes", type=float, default=55, help="how long to train in all, earlier runs included")
    p.add_argument("--from", dest="start", type=Path, help="an exported parser to start from")
    p.add_argument("--small-share", type=float, default=.6, help="share of the time spent at 192 px")
    p.add_argument("--batch", type=int, default=16)
    p.add_argument("--lr", type=float, default=4e-3)
    p.add_argument("--workers", type=int, default=1)
    p.add_argument("--seed", type=int, default=1)
    a = p.parse_args()
    torch.manual_seed(a.seed)
    device = "cuda" if torch.cuda.is_available() else "cpu"
    net = BiSeNet()
    frozen = warm.load(net, a.start) if a.start else []
    net = net.to(device, memory_format=torch.channels_last)
    with open(a.work / "rows.csv") as f:
        said_weights = [w.to(device) for w in head_weights(list(csv.DictReader(f)))]
    mean, std, weights = MEAN.to(device), STD.to(device), WEIGHTS.to(device)
    opt = torch.optim.AdamW(net.parameters(), lr=a.lr, weight_decay=.02)
    ema = {k: v.detach().clone() for k, v in net.state_dict().items()}
    spent, step = 0.0, 0
    path = a.work / "parser.pt"
    if path.exists():
        c = torch.load(path, map_location=device)
        net.load_state_dict(c["net"]), opt.load_state_dict(c["opt"])
        ema, spent, step = c["ema"], c["spent"], c["step"]
        print(f"going on at step {step}, {spent / 60:.1f} min")
    else:
        (a.work / "parser_log.csv").write_text("step,minutes,size,loss,attributes\n")
    total = a.minutes * 60
    bar = tqdm(total=round(total), initial=round(spent), unit="s")
    net.train()
    for norm in frozen:
        norm.eval()
    while spent < total:
        size = 192 if spent < a.small_share * total else 256
        data = Faces(a.work, 10 ** 7, a.seed * 1000 + step, size)
        loader = iter(DataLoader(data, a.batch, num_workers=a.workers, prefetch_factor=4))
        smooth, saved = None, time.time()
        for rgb, lab, answer, trust in loader:
            t0 = time.time()
            done = spent / total
            rise = min(1.0, (step + 1) / 200)
            for g in opt.param_groups:
                g["lr"] = a.lr * rise * (.5 * (1 + math.cos(math.pi * min(1, done)))) + 1e-5
            x = ((rgb.to(device).permute(0, 3, 1, 2).float() - mean) / std).contiguous(memory_format=torch.channels_last)
            with torch.autocast(device, torch.bfloat16):
                outs = net(x)
            loss = loss_of(outs, lab.to(device), weights)
            said = attribute_loss(outs[1], answer.to(device), trust.to(device), said_weights)
            loss = loss + .25 * said
            opt.zero_grad(set_to_none=True)
            loss.backward()
            torch.nn.utils.clip_grad_norm_(net.parameters(), 5.0)
            opt.step()
            step += 1
            keep = min(.998, (step + 1) / (step + 10))
            for k, v in net.state_dict().items():
                if v.dtype.is_floating_point:
                    ema[k].lerp_(v.detach(), 1 - keep)
                else:
                    ema[k].copy_(v)
            now_at = np.array([loss.item(), float(said)])
            smooth = now_at if smooth is None else .98 * smooth + .02 * now_at
            now = time.time()
            spent += now - bar.last if hasattr(bar, "last") else now - t0
            bar.last = now
            bar.n = min(round(spent), round(total))
            if step % 20 == 0:
                bar.set_postfix(step=step, size=size, loss=f"{smooth[0]:.3f}", attributes=f"{smooth[1]:.2f}")
            finished = spent >= total or (size == 192 and spent >= a.small_share * total)
            if now - saved > 120 or finished:
                saved = now
                torch.save(dict(net=net.state_dict(), opt=opt.state_dict(), ema=ema, spent=spent, step=step), str(path) + ".new")
                Path(str(path) + ".new").replace(path)
                with open(a.work / "parser_log.csv", "a") as f:
                    f.write(f"{step},{spent / 60:.2f},{size},{smooth[0]:.4f},{smooth[1]:.4f}\n")
            if finished:
                break
        del loader


if __name__ == "__main__":
    main()
