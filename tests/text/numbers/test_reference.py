"""Values of published test sentences: a floor that may rise and not fall."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from aligner.text.numbers import quantities


@pytest.mark.parametrize(("lang", "floor"), [("zh", 0.74), ("ko", 0.44), ("en", 0.43)])
def test_values(shared: Path, lang: str, floor: float) -> None:
    right = total = 0
    with (shared / "numbers" / f"{lang}.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            values = [float(q.value) for q in quantities(row["input"], lang)]
            for _, _, value in json.loads(row["results"]):
                try:
                    wanted = abs(float(str(value).rstrip("%")))
                except ValueError:
                    continue  # a spelled value that stands for no number
                total += 1
                right += any(
                    abs(abs(v) - wanted) <= 1e-9 * max(1, wanted) or abs(abs(v) - 100 * wanted) < 1e-6
                    for v in values
                )
    assert right / total >= floor
