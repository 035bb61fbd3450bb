"""The files that the library reads: words.bin and concepts.bin. Little-endian throughout.

Both begin with eight bytes that say what they are, the length of a JSON header (u32, a multiple of 4) and that header. Then come

words.bin: the keys, sorted by their bytes, with line breaks between, zeros up to a multiple of 4; a u16 for each key, how many words are more frequent
(65535: many, or not counted); a u16 for each key, the number of its first noun sense (65535: none); a u16 for each sense, the broader one (65535: none);
a bit for each key, lowest first, whether it is seldom a noun; the vectors.

concepts.bin: the header has the concepts' names, the network's in its order and after them the one that a found face stands for; a u16 for each concept, its sense or the nearest broader one that words.bin has; a u16, how many steps up that is; the vectors.

Vectors are whole numbers from -7 to 7, kept as nibbles with 8 added, the first in the low half of a byte. Only their directions count.
"""

import hashlib
import json
import struct

import numpy as np

import vocabulary as V

WORDS, CONCEPTS = b"SMWORDS2", b"SMCONC02"


def header(**fields):
    text = json.dumps(fields, ensure_ascii=False, separators=(",", ":")).encode()
    text += b" " * (-len(text) % 4)
    return struct.pack("<I", len(text)) + text


def read_header(b):
    n = struct.unpack_from("<I", b, 8)[0]
    return json.loads(b[12:12 + n]), 12 + n


def four_bits(x):
    """Whole numbers from -7 to 7."""
    return np.round(x / np.abs(x).max(1, keepdims=True) * 7).astype(np.int8)


def pack(codes):
    low, high = codes[:, 0::2] + 8, codes[:, 1::2] + 8
    return (low | high << 4).astype(np.uint8).tobytes()


def write_words(path, keys, rank, codes, own, seldom, broader):
    order = sorted(range(len(keys)), key=lambda i: keys[i].encode())
    text = "\n".join(keys[i] for i in order).encode()
    language = dict(tag="en", stop=sorted(V.STOP), irregular=V.IRREGULAR, endings=V.PLURALS, letters="abcdefghijklmnopqrstuvwxyz")
    with open(path, "wb") as f:
        f.write(WORDS + header(language=language, keys=len(keys), dimensions=codes.shape[1], senses=len(broader), text=len(text)))
        f.write(text + b"\0" * (-len(text) % 4))
        f.write(np.array([rank[i] for i in order], "<u2").tobytes() + np.array([own[i] for i in order], "<u2").tobytes())
        f.write(np.array(broader, "<u2").tobytes() + np.packbits([seldom[i] for i in order], bitorder="little").tobytes() + pack(codes[order]))


class Words:
    """The keys and vectors of a words.bin."""

    def __init__(self, path):
        b = path.read_bytes()
        assert b[:8] == WORDS
        head, p = read_header(b)
        n, d = head["keys"], head["dimensions"]
        self.keys = V.Keys(b[p:p + head["text"]].decode().split("\n"))
        c = np.frombuffer(b[-n * d // 2:], np.uint8).reshape(n, d // 2)
        v = np.stack([c & 15, c >> 4], 2).reshape(n, d).astype(np.float32) - 8
        self.vectors = v / np.linalg.norm(v, axis=1, keepdims=True)
        self.sha256 = hashlib.sha256(b).hexdigest()

    def vector(self, phrase):
        """Of a phrase that is not listed, the direction of its words' sum; zeros where none is known."""
        i = self.keys.find(phrase)
        known = [self.vectors[k] for k in ([i] if i is not None else map(self.keys.find, phrase.split())) if k is not None]
        v = sum(known) if known else np.zeros(self.vectors.shape[1], np.float32)
        return v / max(np.linalg.norm(v), 1e-9)


def write_concepts(path, words, side, names, senses, steps, codes):
    with open(path, "wb") as f:
        f.write(CONCEPTS + header(words=words.sha256, dimensions=codes.shape[1], side=side, concepts=names))
        f.write(np.array(senses, "<u2").tobytes() + np.array(steps, "<u2").tobytes() + pack(codes))
