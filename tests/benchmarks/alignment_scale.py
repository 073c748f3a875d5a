"""How time and memory of a whole alignment grow with the text, beside the package `galechurch` where installed.

    python tests/benchmarks/alignment_scale.py [SEGMENTS ...] [--galechurch MOST]

Each size (1000 10000 20000 unless told otherwise) is a made-up text of that many segments with its translation
(see made_translations), aligned by `Translation().align` from the texts on, tokenising included, in a process of
its own; then each reference set of ../shared with all its documents in one. `galechurch`, which sees only lengths,
gets texts of up to MOST segments (20000). Prints seconds, those that the processor was busy, the peak of memory,
strict and lax F1, and how many times as long and as large as the size before. Run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import json
import resource
import subprocess
import sys
import time
import tomllib
from pathlib import Path

HERE = Path(__file__).resolve()
GOLD = HERE.parents[2] / ".." / "shared" / "data" / "gold"
sys.path.insert(0, str(HERE.parents[1]))

from made_translations import Made, document, made  # noqa: E402

from aligner.model import Bead  # noqa: E402

JUMP = 5000
"""Segments a side for each section of 300 that is missing there."""


def text(name: str) -> Made:
    """Made-up texts of so many segments, or all documents of a reference set in one."""
    if name.isdigit():
        return made(int(name), jumps=max(1, int(name) // JUMP))
    from aligner.formats.ladder import read_beads

    sides: tuple[list[str], list[str]] = ([], [])
    beads: list[Bead] = []
    for folder in sorted(p for p in (GOLD / name).iterdir() if p.is_dir()):
        before = len(sides[0]), len(sides[1])
        for bead in read_beads((folder / "gold.txt").read_text(encoding="utf-8")):
            beads.append(Bead(tuple(before[0] + i for i in bead.base), tuple(before[1] + j for j in bead.version)))
        for side, file in zip(sides, ("base.txt", "version.txt"), strict=True):
            side.extend((folder / file).read_text(encoding="utf-8").splitlines())
    langs = tomllib.loads((GOLD / name / "set.toml").read_text(encoding="utf-8"))
    base, version = (
        document("base", langs["base_lang"], sides[0]),
        document("version", langs["version_lang"], sides[1]),
    )
    return Made(base, version, tuple(beads))


def align(texts: Made) -> tuple[Bead, ...]:
    from aligner.aligners.translation import Translation

    return Translation().align(texts.base, texts.version).beads


def align_by_lengths(texts: Made) -> tuple[Bead, ...]:
    import galechurch

    ours, theirs = ([s.text for s in d.segments] for d in (texts.base, texts.version))
    found = galechurch.align(ours, theirs, max_block_size=4 * len(ours) * len(theirs))
    return tuple(
        Bead(tuple(range(b.source_start, b.source_end)), tuple(range(b.target_start, b.target_end)))
        for b in found.beads
    )


def one(name: str, aligner: str) -> None:
    """Align in this process and print the figures as JSON."""
    from aligner.evaluation import evaluate

    texts = text(name)
    start = time.perf_counter(), time.process_time()
    beads = align(texts) if aligner == "aligner" else align_by_lengths(texts)
    seconds, busy = time.perf_counter() - start[0], time.process_time() - start[1]
    found = evaluate(texts.beads, beads)
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sizes = [len(texts.base.segments), len(texts.version.segments)]
    strict, lax = found.f1_strict, found.f1_lax
    print(
        json.dumps({"sizes": sizes, "seconds": seconds, "busy": busy, "peak": peak, "strict": strict, "lax": lax})
    )


def measure(name: str, aligner: str) -> dict[str, float]:
    """The figures of one run in a fresh process."""
    command = [sys.executable, str(HERE), "--one", name, "--aligner", aligner]
    found = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    return json.loads(found)  # type: ignore[no-any-return]


def row(name: str, aligner: str, before: dict[str, float] | None) -> dict[str, float]:
    found = measure(name, aligner)
    line = f"{name:>16}  {aligner:10} {found['seconds']:8.1f} s {found['busy']:8.1f} s busy {found['peak']:7.0f} MB"
    line += f"  F1 {found['strict']:.3f}/{found['lax']:.3f}"
    if before:
        longer, larger = found["seconds"] / before["seconds"], found["peak"] / before["peak"]
        line += f"  {longer:5.1f} times as long, {larger:.1f} as large"
    print(line, flush=True)
    return found


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sizes", nargs="*", default=["1000", "10000", "20000"])
    parser.add_argument("--galechurch", type=int, default=20_000)
    parser.add_argument("--one")
    parser.add_argument("--aligner", default="aligner")
    given = parser.parse_args()
    if given.one:
        one(given.one, given.aligner)
        return
    for aligner in ("aligner", "galechurch"):
        before = None
        for name in given.sizes:
            if aligner == "aligner" or int(name) <= given.galechurch:
                before = row(name, aligner, before)
    for folder in sorted(GOLD.glob("*/set.toml")):
        row(folder.parent.name, "aligner", None)


if __name__ == "__main__":
    main()
