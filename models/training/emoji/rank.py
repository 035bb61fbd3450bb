"""Reference of the ranker, to be matched by the library: text and concepts to scores of names."""

import re
import struct

import numpy as np

from vocabulary import IRREGULAR, PLURALS

NONE = 0xFFFF
# Words that say nothing about what is shown.
STOP = set("""
a about above after again all also am an and another any are arent around as at be because been before behind being below beside besides
between both but by can cant could d did didnt do does doesnt doing dont down during each either else every few for from further had has
have having he her here hers him his how i id if im in inside into is isnt it its ive just let ll lot lots m many me more most much my near
next no nor not of off on once one only onto or other our out outside over own per re really s same several shall she should so some still
such t than that the their them then there these they this those through to too toward towards two under until up upon us various ve very
was we were what when where which while who whom whose why will with within without wont would yes yet you your
""".split())
HYPERNYM, CONTEXT, RARITY, KEYWORD, COMMON, COMMON_RANK = 0.3, 1.0, 0.02, 0.9, 0.4, 5000


class Words:
    def __init__(self, path):
        b = open(path, "rb").read()
        assert b[:8] == b"SMWORDS1"
        n, d, m, t = struct.unpack_from("<4I", b, 8)
        p = 24
        self.keys = b[p:p + t].decode().split("\n"); p += (t + 3) // 4 * 4
        self.rank = np.frombuffer(b, "<u2", n, p); p += 2 * n
        self.sense = np.frombuffer(b, "<u2", n, p); p += 2 * n
        self.broader = np.frombuffer(b, "<u2", m, p); p += 2 * m
        self.seldom = np.unpackbits(np.frombuffer(b, np.uint8, (n + 7) // 8, p), bitorder="little")[:n].astype(bool); p += (n + 7) // 8
        c = np.frombuffer(b, np.uint8, n * d // 2, p).reshape(n, d // 2)
        self.vectors = np.stack([c & 15, c >> 4], 2).reshape(n, d).astype(np.float32) - 8
        self.vectors /= np.linalg.norm(self.vectors, axis=1, keepdims=True)
        self.single = {k: int(self.rank[i]) for i, k in enumerate(self.keys) if " " not in k}
        self.index = {k: i for i, k in enumerate(self.keys)}
        assert len(self.keys) == n and p + c.size == len(b)

    def find(self, phrase):
        """Entry of a phrase: itself, or its last word made singular, or a pair written as one word."""
        if phrase in self.index: return self.index[phrase]
        head, _, last = phrase.rpartition(" "); head += " " if head else ""
        if last in IRREGULAR and head + IRREGULAR[last] in self.index: return self.index[head + IRREGULAR[last]]
        for end, instead in PLURALS:
            if len(last) > 3 and last.endswith(end) and head + last[:-len(end)] + instead in self.index:
                return self.index[head + last[:-len(end)] + instead]
        return self.index.get(phrase.replace(" ", "")) if " " in phrase else None

    def rank_of(self, word):
        i = self.find(word)
        return NONE if i is None else int(self.rank[i])

    def chain(self, sense):
        out = []
        while sense != NONE and len(out) < 32:
            out.append(int(sense)); sense = self.broader[sense]
        return out


def words_of(text):
    t = text.lower().replace("’", "'")
    t = re.sub(r"'s\b", "", t).replace("'", "")
    return re.findall(r"[a-z]+", t)


class Term:
    """A name or a word of a text: direction, own sense, broader senses."""

    def __init__(self, words, phrase):
        i = words.find(phrase)
        self.phrase, self.entry = phrase, i
        self.seldom = i is not None and bool(words.seldom[i])
        self.chain = words.chain(int(words.sense[i])) if i is not None else []
        parts = [i] if i is not None else [words.find(w) for w in phrase.split()]
        known = [words.vectors[p] for p in parts if p is not None]
        v = sum(known) if known else np.zeros(words.vectors.shape[1], np.float32)
        self.vector = v / max(np.linalg.norm(v), 1e-9)


def repaired(words, w):
    """A misspelt word as the most frequent known word one edit away, a drawn-out one without its repeats; others stay."""
    if len(w) < 4 or w in STOP or words.find(w) is not None: return w
    short = re.sub(r"(.)\1{2,}", r"\1\1", w)
    for s in (short, re.sub(r"(.)\1+", r"\1", short)):
        if words.find(s) is not None: return s
    near = [e for e in edits(short) if len(e) >= 4 and e[0] == short[0] and e in words.single]
    return min(near, key=lambda e: (words.single[e], e)) if near else w


def edits(w):
    """Every string one letter away: left out, swapped with the next, changed, put in."""
    out = set()
    for i in range(len(w) + 1):
        a, b = w[:i], w[i:]
        if b: out.add(a + b[1:])
        if len(b) > 1: out.add(a + b[1] + b[0] + b[2:])
        for c in "abcdefghijklmnopqrstuvwxyz":
            if b: out.add(a + c + b[1:])
            out.add(a + c + b)
    return out


def terms_of(words, text):
    """Phrases of three, then two words, then words: from the left, the longest known one first. Stop words neither start nor end one."""
    a, out, i = [repaired(words, w) for w in words_of(text)], [], 0
    while i < len(a):
        for n in (3, 2, 1):
            g = a[i:i + n]
            if len(g) == n and g[0] not in STOP and g[-1] not in STOP and words.find(" ".join(g)) is not None:
                out.append(" ".join(g)); i += n; break
        else:
            i += 1
    return out


def weight(words, term):
    """1, or less for the commonest single words: 'good' and 'new' say less than 'guitar'."""
    if " " in term: return 1.0
    return 1 - COMMON * max(0.0, 1 - np.log1p(words.rank_of(term)) / np.log(COMMON_RANK))


class Names:
    """A set of names, with keywords or without, matched against terms."""

    def __init__(self, words, names, keywords=None):
        self.words = words
        self.terms = [Term(words, " ".join(words_of(n))) for n in names]
        self.owner, self.keys = [], []
        for j, group in enumerate(keywords or []):
            for k in group:
                k = " ".join(words_of(k))
                if k and k != self.terms[j].phrase: self.owner.append(j); self.keys.append(Term(words, k))
        self.owner = np.array(self.owner, int)
        self.V = np.stack([t.vector for t in self.terms]); self.K = np.stack([t.vector for t in self.keys]) if self.keys else None
        self.rarity = np.array([RARITY * np.log1p(max((words.rank_of(w) for w in words_of(n) if w not in STOP), default=NONE)) for n in names])
        self.memo = {}

    def row(self, term):
        """Likeness of one term to every name: 1 where both mean the same, raised where the term is a kind of the name."""
        if term not in self.memo:
            t = Term(self.words, term)
            c = self.V @ t.vector
            for j, l in enumerate(self.terms):
                if same(l, t): c[j] = 1
                elif l.chain and t.chain and not t.seldom and l.chain[0] in t.chain: c[j] = 1 - (1 - c[j]) * HYPERNYM
            if self.keys:
                k = self.K @ t.vector
                for i, l in enumerate(self.keys):
                    if same(l, t): k[i] = 1
                np.maximum.at(c, self.owner, KEYWORD * k)
            self.memo[term] = c
        return self.memo[term]

    def text(self, text, context=CONTEXT):
        t = terms_of(self.words, text)
        if not t: return None
        A = np.stack([self.row(x) for x in t]); w = np.array([weight(self.words, x) for x in t])[:, None]
        return ((A * w).max(0) + context * (A * w).sum(0) / w.sum()) / (1 + context)


def same(label, term):
    return (label.entry is not None and label.entry == term.entry) or bool(label.chain and term.chain and label.chain[0] == term.chain[0])
