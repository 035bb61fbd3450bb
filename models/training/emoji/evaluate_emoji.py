"""Measures the ranker as the Image2Emoji paper does.

    python evaluate_emoji.py COCO_FOLDER OUT/words.bin OUT/concepts.onnx OUT/concepts.bin
"""

import json
import struct
import sys
from pathlib import Path

import numpy as np

import rank as R
from vocabulary import PLURALS


class Concepts:
    def __init__(self, path, words):
        b = open(path, "rb").read()
        assert b[:8] == b"SMCONC01"
        n, d, t = struct.unpack_from("<3I", b, 8)
        self.names = [g.split("|") for g in b[20:20 + t].decode().split("\n")]
        p = 20 + (t + 3) // 4 * 4
        self.sense = np.frombuffer(b, "<u2", n, p); self.steps = np.frombuffer(b, "<u2", n, p + 2 * n)
        c = np.frombuffer(b, np.uint8, n * d // 2, p + 4 * n).reshape(n, d // 2)
        v = np.stack([c & 15, c >> 4], 2).reshape(n, d).astype(np.float32) - 8
        self.vectors = v / np.linalg.norm(v, axis=1, keepdims=True)
        self.words = words

    def similarity(self, names):
        """concepts x names"""
        s = self.vectors @ names.V.T
        for k in range(len(s)):
            chain = self.words.chain(self.sense[k])
            for j, l in enumerate(names.terms):
                if l.phrase in self.names[k]: s[k, j] = 1
                elif l.chain and l.chain[0] in chain:
                    s[k, j] = 1 if l.chain[0] == chain[0] and self.steps[k] == 0 else 1 - (1 - s[k, j]) * R.HYPERNYM
        return s

    def named_like(self, labels):
        plain = lambda s: "".join(c for c in s.lower() if c.isalpha()).removesuffix("s")
        wanted = {plain(l) for l in labels}
        return np.array([any(plain(n) in wanted for n in group) for group in self.names])


MOST, FLATTEN, SCALE = 50, 1.5, 0.1


def visual(similarity, probabilities, keep, most=MOST, flatten=FLATTEN, spread=True):
    """Mean over the likeliest concepts of how much more than usual a concept is like a name, in tenths of a standard deviation."""
    mean, sd = similarity[keep].mean(0), similarity[keep].std(0) / SCALE
    p = np.where(keep, probabilities, 0) ** (1 / flatten)
    if most < p.shape[1]:
        p = np.where(p >= -np.sort(-p, 1)[:, most - 1:most], p, 0)
    return p / p.sum(1, keepdims=True) @ ((similarity - mean) / sd)


def ap(relevant, scores):
    r = relevant[np.argsort(-scores, kind="stable")]
    hits = np.cumsum(r)
    return float((hits[r] / (np.flatnonzero(r) + 1)).mean())


def maps(S, T):
    """im-mAP over photos, mAP over labels"""
    return np.mean([ap(t, s) for t, s in zip(T, S) if t.any()]), np.mean([ap(T[:, j], S[:, j]) for j in range(T.shape[1]) if T[:, j].any()])


def photo(path, size=384):
    from PIL import Image

    im = Image.open(path).convert("RGB").resize((size, size), Image.BICUBIC)
    return ((np.asarray(im, np.float32) - 127) / 128).transpose(2, 0, 1)[None]


def load(folder):
    d = json.loads((folder / "labels.json").read_text())
    labels, images = d["categories"], d["images"]
    return labels, images, np.array([[l in i["labels"] for l in labels] for i in images])


def main():
    folder, words_path, onnx_path, bin_path = map(Path, sys.argv[1:])
    labels, images, T = load(folder)
    words = R.Words(words_path); names = R.Names(words, labels); C = Concepts(bin_path, words)
    half = [np.arange(0, len(images), 2), np.arange(1, len(images), 2)]

    def say(what, S):
        h = [maps(S[r], T[r]) for r in half]
        print(f"{what:44s}" + "   ".join(f"{a:.3f} / {b:.3f}" for a, b in [maps(S, T), *h]), flush=True)

    def text(k, **kw):
        rows = [names.text(" ".join(i["captions"]) if k == "all" else i["captions"][k], **kw) for i in images]
        return np.stack([np.zeros(len(labels)) if r is None else r for r in rows])

    rare = names.rarity
    print(" " * 44 + "im-mAP / mAP   even photos   odd photos")
    for k in [*range(5), "all"]: say(f"text, caption {k}", text(k) - rare)
    say("text, no rarity", text(0)); say("text, only the best word", text(0, context=0.0) - rare)
    say("text, only the best word, no rarity", text(0, context=0.0))
    cache = Path("probabilities.npy")
    if cache.exists(): P = np.load(cache)
    else:
        import onnxruntime as ort

        o = ort.SessionOptions(); o.intra_op_num_threads = 1
        net = ort.InferenceSession(str(onnx_path), o)
        P = np.concatenate([net.run(None, {"image": photo(folder / i["file"])})[0] for i in images]); np.save(cache, P)
    s = C.similarity(names); out = C.named_like(labels)
    print(int(out.sum()), "concepts left out:", "; ".join(C.names[k][0] for k in np.flatnonzero(out)))
    for n in (5, 10, 20, 50, 100, 1000): say(f"visual, {n} concepts", visual(s, P, ~out, n) - rare)
    for f in (1, 1.3, 1.5, 2): say(f"visual, flattened {f}", visual(s, P, ~out, flatten=f) - rare)
    say("visual, no rarity", visual(s, P, ~out)); say("visual, no concept left out", visual(s, P, out | True) - rare)
    raw = np.where(~out, P, 0); raw = raw / raw.sum(1, keepdims=True) @ s
    say("visual, the paper's sum as it is", raw)
    v = visual(s, P, ~out)
    curve = []
    for a in np.arange(0, 1.01, .1):
        S = [a * v + (1 - a) * text(k) - rare for k in range(5)]
        say(f"fused a={a:.1f}", S[0]); curve.append((a, *maps(S[0], T), *np.mean([maps(x, T) for x in S], 0)))
    for a in (.3, .5, .7): say(f"fused, neither calibrated nor rarity, a={a}", a * raw + (1 - a) * text(0))
    say("fused a=0.5, no rarity", v / 2 + text(0) / 2); say("fused a=0.5, all captions", v / 2 + text("all") / 2 - rare)
    print("a, first caption, mean of the five captions one by one:"); print("\n".join(" ".join(f"{x:.3f}" for x in c) for c in curve))
    return dict(words=words, names=names, C=C, P=P, T=T, text=text, s=s, out=out, images=images, labels=labels, say=say)


if __name__ == "__main__":
    main()
