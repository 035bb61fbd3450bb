#!/usr/bin/env python3
"""Makes the seed corpora from templates/: some real hair parts, and one small pack as zip files in the ways that packers write them."""

import json
import pathlib
import shutil
import zipfile

HERE = pathlib.Path(__file__).parent
PACK = HERE.parent / "templates" / "classic"


def small_manifest() -> dict:
    """The manifest with one part of each kind."""
    manifest = json.loads((PACK / "pack.json").read_text())
    manifest["kinds"] = {kind: parts[:1] for kind, parts in manifest["kinds"].items()}
    return manifest


def write(path: pathlib.Path, folder: str, how: int) -> None:
    manifest = small_manifest()
    with zipfile.ZipFile(path, "w", how) as out:
        out.writestr(f"{folder}pack.json", json.dumps(manifest))
        for part in (p for parts in manifest["kinds"].values() for p in parts):
            out.write(PACK / part["file"], folder + part["file"])


def main() -> None:
    for target in ("pack", "part"):
        shutil.rmtree(HERE / "seeds" / target, ignore_errors=True)
        (HERE / "seeds" / target).mkdir(parents=True)
    write(HERE / "seeds" / "pack" / "stored.zip", "", zipfile.ZIP_STORED)
    write(HERE / "seeds" / "pack" / "deflated.zip", "", zipfile.ZIP_DEFLATED)
    write(HERE / "seeds" / "pack" / "folder.zip", "classic/", zipfile.ZIP_DEFLATED)
    for svg in sorted(PACK.glob("parts/*/*.svg")):
        # As hair: only the layers of the target's own pack.
        text = svg.read_text()
        if svg.parent.name == "hair" or svg.stat().st_size < 900:
            (HERE / "seeds" / "part" / f"{svg.parent.name}-{svg.name}").write_text(text)


if __name__ == "__main__":
    main()
