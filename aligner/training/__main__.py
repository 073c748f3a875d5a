"""python -m aligner.training GOLD_DIR...: writes aligner/aligners/scorer_weights.tsv anew."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from aligner.aligners._scorer import FILE
from aligner.errors import AlignerError
from aligner.plugins import resource
from aligner.training import examples, held_out, model, weights


def main(arguments: Sequence[str] | None = None) -> int:
    """Train on the sets named; 0 when done, 2 for bad input."""
    parser = argparse.ArgumentParser(prog="python -m aligner.training", description="Trains the scorer of beads.")
    parser.add_argument(
        "sets", nargs="+", type=Path, metavar="GOLD_DIR", help="sets of documents with gold ladders"
    )
    parser.add_argument("-o", "--output", type=Path, help="where to write the weights; default: into the package")
    parser.add_argument("--by-set", action="store_true", help="hold out whole sets, to see what carries over")
    parser.add_argument("--penalty", type=float, default=model.PENALTY, help="on the squares of weights")
    options = parser.parse_args(arguments)
    try:
        found = [examples.examples(examples.read(folder)) for folder in options.sets]
    except AlignerError as error:
        print(error, file=sys.stderr)
        return 2
    names, every = found[0][0], [e for _, group in found for e in group]
    fitted = model.fit(model.Set(every), names, options.penalty)
    outcomes = held_out.held_out(every, names, fitted, options.penalty, by_group=options.by_set)
    tempers = held_out.tempers(outcomes)
    print(held_out.table(outcomes, tempers))
    target = options.output or resource("aligner.aligners", FILE)
    target.write_text(weights.written(names, fitted, tempers, {e.scripts for e in every}), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
