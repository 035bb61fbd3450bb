"""Writes the English keywords of the Unicode emoji, by CLDR.

    npm pack cldr-annotations-full@48.2.0 && unpack it
    python keywords.py CLDR_EN_ANNOTATIONS_JSON > ../../emoji/keywords.json

One emoji a line, without variation selectors. Names are not in it: the library has them from elsewhere.
"""

import json
import sys
from pathlib import Path

import vocabulary as V


def main():
    table = {emoji.replace("\ufe0f", ""): [k for k in keywords if k != name] for emoji, (name, keywords) in V.annotations(Path(sys.argv[1])).items()}
    lines = (f"{json.dumps(emoji, ensure_ascii=False)}: {json.dumps(keywords, ensure_ascii=False)}" for emoji, keywords in sorted(table.items()) if keywords)
    print("{" + ",\n".join(lines) + "}")


if __name__ == "__main__":
    main()
