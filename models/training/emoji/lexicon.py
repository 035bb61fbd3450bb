"""Which words belong together, by sources whose licences allow any use: pairs of keys that export_words.py pulls towards each other.

WordNet 3.0 says what words mean (synonyms, broader words, parts, definitions), CLDR what people call emoji, spelling which words are forms of one
word. Every pair has a weight; what share a kind of pair has in the training is set in export_words.py.
"""

import math
import re
from collections import Counter, defaultdict

import vocabulary as V

FILES = (("noun", "n"), ("verb", "v"), ("adj", "a"), ("adv", "r"))
BROADER, PARTS = ("@", "@i"), "%#"
UNRELATED = ("!", "~", "~i")  # opposites; narrower words, which the broader ones already give
RAREST = 9.0  # a word in fewer definitions than about one in 8,000 does not weigh more
ENDINGS = ("s", "es", "ed", "ing", "er", "ers")
ALIKE = 0.35  # a form and its stem must also be near each other in GloVe: "caring" is no form of "car"


class Lexicon:
    """WordNet as sets of keys: for each sense its keys, each with the share of the word's use that this sense has."""

    def __init__(self, folder, find):
        """find: the number of a key, or none"""
        self.find, self.senses, self.words = find, {}, set()
        for name, letter in FILES:
            for line in V.Nouns.lines(folder / f"data.{name}"):
                head, gloss = line.split("|", 1)
                f = head.split()
                p = 4 + 2 * int(f[3], 16)
                pointers = [(f[p + 1 + 4 * i], f[p + 3 + 4 * i].replace("s", "a") + f[p + 2 + 4 * i]) for i in range(int(f[p]))]
                self.senses[letter + f[0]] = (pointers, re.sub(r'"[^"]*"?', "", gloss), re.findall(r'"([^"]+)"', gloss))
            self.words |= {line.split()[0].replace("_", " ") for line in V.Nouns.lines(folder / f"index.{name}")}
        use = defaultdict(dict)
        for line in V.Nouns.lines(folder / "index.sense"):
            key, offset, number, count = line.split()
            word, rest = key.split("%")
            i = find(word.replace("_", " "), exact=True)
            if i is not None:
                use[i]["nvara"[int(rest[0]) - 1] + offset] = int(count) + 1 / int(number)
        self.members = defaultdict(dict)
        for i, found in use.items():
            for s, n in found.items():
                self.members[s][i] = n / sum(found.values())

    def tokens(self, text):
        """Keys in a text, the longest phrases first, as the library reads a text."""
        words, out, i = V.plain(text).split(), [], 0
        while i < len(words):
            for n in (3, 2, 1):
                g = words[i:i + n]
                k = self.find(" ".join(g)) if len(g) == n and g[0] not in V.STOP and g[-1] not in V.STOP else None
                if k is not None:
                    out.append(k)
                    i += n
                    break
            else:
                i += 1
        return out

    def pairs(self):
        """Kind of pair to a list of (key, key, weight)."""
        out, defined = defaultdict(list), {s: self.tokens(v[1]) for s, v in self.senses.items()}
        used = Counter(k for found in defined.values() for k in set(found))
        telling = {k: min(math.log(len(defined) / n), RAREST) / RAREST for k, n in used.items()}

        def cross(kind, a, b, weight=1.0):
            out[kind].extend((i, j, weight * x * y) for i, x in a.items() for j, y in b.items() if i != j)

        for s, (pointers, _, examples) in self.senses.items():
            own = self.members.get(s)
            if not own:
                continue
            cross("same", own, own)
            for kind, t in pointers:
                other = self.members.get(t, {})
                if kind in BROADER:
                    cross("broader", own, other)
                    for kind, u in self.senses[t][0]:
                        if kind in BROADER:
                            cross("broader", own, self.members.get(u, {}), 0.5)
                elif kind[0] in PARTS:
                    cross("part", own, other)
                elif kind[0] not in ";-" and kind not in UNRELATED:
                    cross("related", own, other)
            said = dict.fromkeys(defined[s])
            out["defined"].extend((i, t, x * telling[t] / len(said) ** 0.5) for t in said for i, x in own.items() if i != t)
            for group in [set(said) - set(own), *(set(self.tokens(e)) for e in examples)]:
                out["together"].extend((a, b, telling.get(a, 1) * telling.get(b, 1) / len(group)) for a in group for b in group if a != b)
        return out

    def forms(self, keys, vectors):
        """Words and what they are forms of."""
        out = []
        for word, i in keys.items():
            for end in ENDINGS if " " not in word else ():
                stem = word.removesuffix(end)
                if stem == word or len(stem) < 3:
                    continue
                for s in dict.fromkeys((stem, stem + "e", stem[:-1] if stem[-1] == stem[-2] else stem, stem[:-1] + "y" if stem[-1] == "i" else stem)):
                    if s in keys and s in self.words and vectors[i] @ vectors[keys[s]] > ALIKE:
                        out += [(i, keys[s], 1.0), (keys[s], i, 1.0)]
        return out

    def emoji(self, annotations):
        """Names and keywords of the same emoji."""
        out = []
        for name, keywords in annotations.values():
            whole = self.find(V.plain(name))
            names = self.tokens(name) if whole is None else [whole]
            groups = [self.tokens(k) for k in keywords]
            for g in groups:
                for k in g:
                    for n in names:
                        if k != n:
                            out += [(n, k, 1 / len(g) / len(names)), (k, n, 1 / len(g) / len(names))]
            out += [(x, y, 0.5 / len(a) / len(b) / len(groups)) for a in groups for b in groups for x in a for y in b if x != y]
        return out
