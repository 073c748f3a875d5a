"""The figures of `aligner eval`, as a table to read and as JSON."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from aligner.evaluation import FIGURES, KINDS, Evaluation
from aligner.evaluation.calibration import bins, expected_error
from aligner.evaluation.intervals import intervals
from aligner.evaluation.shapes import by_shape
from aligner.goldset import Outcome
from aligner.model import Bead

WIDTH = 5


def table(found: Sequence[Outcome]) -> str:
    """Figures of each document and of the set, of the shapes of beads, and of the confidences."""
    scored = [(o.name, o.evaluation) for o in found if o.evaluation is not None]
    evaluations = [evaluation for _, evaluation in scored]
    rows = [(name, _row(evaluation)) for name, evaluation in scored]
    if len(scored) > 1:
        rows.append(("set", _row(sum(evaluations, Evaluation()))))
    if scored:
        rows += _interval_rows(intervals(evaluations))
    name_width = max((len(name) for name, _ in rows), default=0)
    lines = []
    if scored:
        lines += list(_head(name_width))
        lines += [f"{name:{name_width}}  {figures}" for name, figures in rows]
        lines += ["", *_shape_lines(_beads(found)), "", _confidence_line(_beads(found))]
    lines += _notes(found)
    return "\n".join(lines)


def as_json(found: Sequence[Outcome]) -> dict[str, Any]:
    """The same as plain values: figures of the set at the top; None where there is nothing to say."""
    scored = {o.name: o.evaluation for o in found if o.evaluation is not None}
    spread = intervals(list(scored.values()))
    in_bins = bins(_beads(found))
    return {
        "documents": len(scored),
        **_figures(sum(scored.values(), Evaluation()) if scored else None),
        "intervals": {figure: list(spread[figure]) if figure in spread else None for figure in FIGURES},
        "calibration_error": expected_error(in_bins),
        "calibration": [
            {"from": b.low, "beads": b.beads, "confidence": b.confidence, "right": b.right} for b in in_bins
        ],
        "shapes": [
            {"shape": s.name, "gold": s.gold, "predicted": s.predicted, "right": s.right}
            for s in by_shape(_beads(found))
        ],
        "by_document": [
            {"document": o.name, "aligner": o.alignment.aligner, **_figures(o.evaluation)} for o in found
        ],
    }


def _beads(found: Sequence[Outcome]) -> list[tuple[tuple[Bead, ...], tuple[Bead, ...]]]:
    """Gold and predicted beads of the documents that are scored."""
    return [(o.gold, o.alignment.beads) for o in found if o.gold is not None]


def _figures(evaluation: Evaluation | None) -> dict[str, float | None]:
    return {figure: None if evaluation is None else getattr(evaluation, figure) for figure in FIGURES}


def _head(width: int) -> Iterator[str]:
    yield " " * width + "  " + "  ".join(f"{kind:<{3 * WIDTH + 2}}" for kind in KINDS).rstrip()
    yield " " * width + "  " + _cells(("prec", "rec", "F1") * len(KINDS))


def _row(evaluation: Evaluation) -> str:
    return _cells([f"{getattr(evaluation, figure):.3f}" for figure in FIGURES])


def _interval_rows(spread: Mapping[str, tuple[float, float]]) -> list[tuple[str, str]]:
    """Two rows: where the middle 95 % of resamples of the documents begin and end."""
    if not spread:
        return [("95 %", _cells(["n/a"] * len(FIGURES)))]
    ends = (("95 % from", 0), ("95 % to", 1))
    return [(name, _cells([f"{spread[figure][end]:.3f}" for figure in FIGURES])) for name, end in ends]


def _cells(texts: Sequence[str]) -> str:
    cells = [f"{text:<{WIDTH}}" for text in texts]
    return "  ".join(" ".join(cells[k : k + 3]) for k in (0, 3, 6)).rstrip()


def _shape_lines(beads: Sequence[tuple[Sequence[Bead], Sequence[Bead]]]) -> Iterator[str]:
    yield "shape   gold  predicted  right  prec  rec"
    for s in by_shape(beads):
        precision = f"{s.right / s.predicted:.2f}" if s.predicted else " -"
        recall = f"{s.right / s.gold:.2f}" if s.gold else " -"
        yield f"{s.name:6}{s.gold:6}{s.predicted:11}{s.right:7}  {precision:4}  {recall:4}".rstrip()


def _confidence_line(beads: Sequence[tuple[Sequence[Bead], Sequence[Bead]]]) -> str:
    error = expected_error(bins(beads))
    said = "n/a" if error is None else f"{error:.3f}"
    return f"confidence: expected calibration error {said}"


def _notes(found: Sequence[Outcome]) -> Iterator[str]:
    """What the figures do not show: documents without gold, and those that were aligned freely."""
    unscored = [o.name for o in found if o.gold is None]
    if unscored:
        yield f"aligned, no gold to hold against: {', '.join(unscored)}"
    free = [o for o in found if not o.alignment.monotone]
    if free:
        yield f"linked freely ({free[0].alignment.aligner}): {', '.join(o.name for o in free)}"
