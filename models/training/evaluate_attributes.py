"""Compares what `selfmoji inspect --json` says with labels read by eye.

    selfmoji inspect FACES/... --json > INSPECTED.jsonl
    python evaluate_attributes.py FACES INSPECTED.jsonl [--split held-out|training|all]

Accuracy and, for yes-or-no questions, balanced accuracy. Photos labelled "unknown" or unsure are left out of the question they are unsure about.
"""

import argparse
import json
from collections import Counter
from pathlib import Path

import faces as F


def accuracy(pairs):
    return sum(a == b for a, b in pairs) / max(1, len(pairs))


def balanced(pairs):
    rates = [accuracy([p for p in pairs if p[0] == truth]) for truth in {p[0] for p in pairs}]
    return sum(rates) / max(1, len(rates))


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("faces", type=Path)
    p.add_argument("inspected", type=Path)
    p.add_argument("--split", choices=["held-out", "training", "all"], default="held-out")
    a = p.parse_args()
    seen = {}
    for line in a.inspected.read_text().splitlines():
        r = json.loads(line)
        seen["/".join(Path(r["file"]).parts[-2:])] = r
    rows = [r for r in F.read_csv(a.faces / "labels.csv") if r["file"] in seen and r["sure"] == "y"]
    if a.split != "all":
        rows = [r for r in rows if F.held_out(r["file"]) == (a.split == "held-out")]
    found = [(r, seen[r["file"]]["attributes"]) for r in rows if "attributes" in seen[r["file"]]]
    print(f"{len(rows)} photos, a face found in {len(found)}")
    for k in ("glasses", "headwear", "facial_hair"):
        pairs = [(r[k] != "none", t[k] != "none") for r, t in found]
        print(f"{k:12} present: balanced {balanced(pairs):.3f}   which: accuracy {accuracy([(r[k], t[k]) for r, t in found]):.3f}"
              f"   {dict(Counter((r[k], t[k]) for r, t in found if r[k] != t[k]).most_common(6))}")
    fringe = {"y": True, "n": False}
    questions = dict(hair_length=lambda r: r["hair_length"], hair_colour=lambda r: r["hair_colour"], mouth=lambda r: r["mouth"],
                     fringe=lambda r: fringe.get(r["fringe"], "unknown"))
    for k, truth in questions.items():
        pairs = [(truth(r), t[k]) for r, t in found if truth(r) != "unknown"]
        print(f"{k:12} accuracy {accuracy(pairs):.3f}   balanced {balanced(pairs):.3f}   {dict(Counter(p for p in pairs if p[0] != p[1]).most_common(6))}")
    steps = [(int(r["skin"]), t["skin_tone"]) for r, t in found]
    print(f"skin tone    within one step {sum(abs(x - y) <= 1 for x, y in steps) / max(1, len(steps)):.3f}")
    for lo, hi in ((1, 3), (4, 6), (7, 10)):
        third = [(x, y) for x, y in steps if lo <= x <= hi]
        print(f"  tones {lo}-{hi}: {sum(abs(x - y) <= 1 for x, y in third) / max(1, len(third)):.3f} of {len(third)}, mean step {sum(y - x for x, y in third) / max(1, len(third)):+.2f}")


if __name__ == "__main__":
    main()
