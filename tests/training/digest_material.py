"""Writes examples for `digest_weights.py`: python tests/training/digest_material.py SET_DIR OUT SEED

From each DOC/{base,version,gold}.txt of a reference set (languages in its set.toml) a condensed and reordered
version of a stretch of 18 to 40 beads: a third to seven tenths of the beads are kept, clauses and words fall out,
neighbours merge, passages of up to four move, and sentences of another document stand between; and one pair of
texts of other matters. The same seed gives the same examples.
"""

from __future__ import annotations

import random
import re
import sys
import tomllib
from pathlib import Path

from aligner.formats.ladder import read_beads

Unit = tuple[str, list[int]]


def lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()


def condensed(sentence: str, chance: random.Random) -> str:
    parts = re.split(r"(?<=[,;:—])\s+", sentence)
    if len(parts) > 2 and chance.random() < 0.7:
        kept = max(1, round(len(parts) * chance.uniform(0.4, 0.8)))
        parts = [parts[k] for k in sorted(chance.sample(range(len(parts)), kept))]
    words = " ".join(parts).split()
    return " ".join([w for w in words if chance.random() > 0.15] or words).rstrip(",;:—.") + "."


def shortened(folder: Path, foreign: list[str], chance: random.Random) -> tuple[list[str], list[Unit]]:
    base, version = lines(folder / "base.txt"), lines(folder / "version.txt")
    beads = read_beads((folder / "gold.txt").read_text(encoding="utf-8"))
    size = chance.randint(18, 40)
    start = chance.randrange(max(1, len(beads) - size))
    stretch = beads[start : start + size]
    places = sorted({i for bead in stretch for i in bead.base})
    share = chance.uniform(0.35, 0.7)
    units: list[Unit] = []
    for bead in stretch:
        if bead.paired and chance.random() < share:
            text = condensed(" ".join(version[j] for j in bead.version), chance)
            own = [places.index(i) for i in bead.base]
            if units and chance.random() < 0.2 and len(units[-1][1]) == 1:
                units[-1] = (f"{units[-1][0].rstrip('.')}, {text}", units[-1][1] + own)
            else:
                units.append((text, own))
    return [base[i] for i in places], mixed(units, foreign, chance)


def mixed(units: list[Unit], foreign: list[str], chance: random.Random) -> list[Unit]:
    for _ in range(chance.randint(1, 3) if len(units) > 4 and chance.random() < 0.7 else 0):
        size = chance.randint(1, min(4, len(units) // 3))
        start = chance.randrange(len(units) - size + 1)
        passage, units = units[start : start + size], units[:start] + units[start + size :]
        place = chance.randrange(len(units) + 1)
        units[place:place] = passage
    for _ in range(chance.randint(0, max(1, len(units) // 8)) if foreign else 0):
        units.insert(chance.randrange(len(units) + 1), (chance.choice(foreign), []))
    return units


def save(folder: Path, base: list[str], units: list[Unit], facts: dict[str, str], weight: float) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "base.txt").write_text("\n".join(base) + "\n", encoding="utf-8")
    (folder / "version.txt").write_text("\n".join(text for text, _ in units) + "\n", encoding="utf-8")
    links = "".join(f"{sorted(own)}:[{j}]\n" for j, (_, own) in enumerate(units) if own)
    (folder / "gold.txt").write_text(links, encoding="utf-8")
    languages = "".join(f'{side}_lang = "{facts[f"{side}_lang"]}"\n' for side in ("base", "version"))
    (folder / "example.toml").write_text(f"{languages}weight = {weight}\n", encoding="utf-8")


def main(source: Path, out: Path, seed: int) -> None:
    chance = random.Random(seed)
    facts = tomllib.loads((source / "set.toml").read_text(encoding="utf-8"))
    folders = sorted(p for p in source.iterdir() if p.is_dir())
    for k, folder in enumerate(folders):
        other = folders[(k + 1) % len(folders)]
        strange = lines(other / "version.txt") if other != folder else []
        base, units = shortened(folder, strange, chance)
        save(out / f"{source.name}-{folder.name}-{seed}", base, units, facts, 0.4)
        if strange:
            apart: list[Unit] = [(text, []) for text in strange[:25]]
            save(out / f"{source.name}-{folder.name}-{seed}-strangers", base, apart, facts, 0.02)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))
