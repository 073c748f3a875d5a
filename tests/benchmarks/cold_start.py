"""How long whole commands take from a cold start, as medians and as ratios to starting Python.

    python tests/benchmarks/cold_start.py [RUNS] [-- COMMAND ...]

Without a command: `aligner --help` and `aligner score` on both sample works. Run it on a quiet machine.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CORPORA = Path(__file__).resolve().parents[2] / "corpora"


def seconds(command: list[str], runs: int) -> list[float]:
    """Wall-clock seconds of each run, after one that is not counted."""
    found = []
    with tempfile.TemporaryDirectory() as folder:
        for _ in range(runs + 1):
            start = time.perf_counter()
            subprocess.run(command, cwd=folder, check=True, stdout=subprocess.DEVNULL)
            found.append(time.perf_counter() - start)
    return found[1:]


def main() -> None:
    arguments, _, command = " ".join(sys.argv[1:]).partition("-- ")
    runs = int(arguments or 7)
    aligner = [sys.executable, "-m", "aligner"]
    commands = [command.split()] if command else [[*aligner, "--help"]]
    if not command:
        commands += [[*aligner, "score", str(CORPORA / name)] for name in ("interview", "statement")]
    bare = statistics.median(seconds([sys.executable, "-c", "pass"], runs))
    print(f"median of {runs}  times Python's start  min-max      command")
    for one in commands:
        found = seconds(one, runs)
        middle = statistics.median(found)
        span = f"{min(found):.2f}-{max(found):.2f} s"
        print(f"{middle:8.2f} s  {middle / bare:20.1f}  {span:12} {' '.join(one[1:])}")


if __name__ == "__main__":
    main()
