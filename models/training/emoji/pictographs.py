"""Chooses 385 pictographs worth predicting and writes them with their keywords.

    npm pack unicode-emoji-json@0.9.0 cldr-annotations-full@48.2.0 && unpack both
    python pictographs.py DATA_BY_EMOJI_JSON CLDR_EN_ANNOTATIONS_JSON OUT/words.bin > OUT/pictographs.json

Every group has its share (SHARES, 385 in all). Within a group the emoji with the most keywords come first (people look for those by many words),
and among equals the commoner name; one that means nearly the same as an earlier one (cosine over ALIKE) is passed over,
and so are the clock faces, the phases of the moon,
and people drawn by role, which are the user's avatar's business. Hearts are one: the red one.
"""

import json
import sys
from pathlib import Path

import numpy as np

import rank as R
import vocabulary as V

SHARES = {"Smileys & Emotion": 70, "People & Body": 35, "Animals & Nature": 75, "Food & Drink": 65, "Travel & Places": 50,
          "Activities": 35, "Objects": 55}
ALIKE = 0.9
NEWEST = 14.0  # later ones are missing from many phones' fonts
# Taken whatever the rule says: what everybody sends, though its name is rare or like another's.
ALWAYS = "😀😊😂😍😭😢😡🤔👍👎👋👏🙏💪✌❤💔🐕🐈🐎🐄🐟🐻🚗🚲🚌🏍⛵⚓🏖⛄📷💻📱📺🔑✂🎵🎤🎬🚽🛁🧻☂🪑🛋🛏🌙🍽🍳🥦🥕🍌⌨🖱✏"
SKIP = ("o'clock", "thirty", "moon", "skin tone", "button", "Japanese", "globe showing", "index pointing", "backhand", "mailbox with", "zodiac",
        "orange heart", "yellow heart", "green heart", "blue heart", "purple heart",
        "brown heart", "black heart", "grey heart", "white heart", "pink heart")
PEOPLE = ("man", "woman", "person", "men", "women", "people", "prince", "princess", "boy", "girl", "couple", "family", "older", "health", "worker")


def main():
    table, annotations, words = json.load(open(sys.argv[1])), V.annotations(Path(sys.argv[2])), R.Words(sys.argv[3])
    found = {g: [] for g in SHARES}
    for place, (emoji, v) in enumerate(table.items()):
        bare = emoji.replace("\ufe0f", "")
        if v["group"] not in SHARES or len(bare) > 1 or float(v["emoji_version"]) > NEWEST or bare not in annotations:
            continue
        name, keywords = annotations[bare]
        if bare not in ALWAYS and (any(s in name for s in SKIP) or any(p in name.split() for p in PEOPLE)):
            continue
        meant = V.plain(name).removesuffix(" face").removeprefix("face with ") or V.plain(name)
        rank = max((words.rank_of(w) for w in meant.split() if w not in R.STOP), default=R.NONE)
        found[v["group"]].append(((bare not in ALWAYS, -min(len(keywords), 12), rank), place, emoji, name, keywords, R.Term(words, meant).vector))
    chosen = []
    for group, most in SHARES.items():
        taken = []
        for f in sorted(found[group], key=lambda f: f[:2]):
            if len(taken) < most and (not f[0][0] or all(float(f[5] @ t[5]) <= ALIKE for t in taken)):
                taken.append(f)
        assert len(taken) == most, (group, len(taken))
        chosen += taken
    chosen.sort(key=lambda f: f[1])
    print("[" + ",\n".join(json.dumps({"id": f[2], "name": f[3], "keywords": f[4]}, ensure_ascii=False) for f in chosen) + "]")


if __name__ == "__main__":
    main()
