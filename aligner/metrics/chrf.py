"""How alike two texts of one language are in their letters and words: chrF2++.

What it is: the overlap of runs of one to six letters and of one and two words, as an F score that weighs
recall twice (beta 2), over all paired passages. For languages without spaces between words the runs of words
are left out (chrF2), since a whole sentence would be one word.
Range: 0 (nothing in common) to 100 (the same letters).
Source: Popović 2017, "chrF++: words helping character n-grams"; computed by sacrebleu, whose signature stands
beside the figure ("nw" is the word order).
Traps: this is likeness, not quality. It forgives endings and compounds that BLEU punishes, so it is the one to
read for Korean. Unrelated English passages of one article reach 12 to 15, Chinese and Korean ones 3 to 5: that is
the floor, and it differs by script. Passages that only one text has do not count here; see coverage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aligner.metrics import _sacrebleu
from aligner.model import AlignedPair
from aligner.text.script import SPACELESS

LETTERS = 6  # orders of letter runs; three counts each


@dataclass(frozen=True, slots=True)
class Chrf:
    """chrF2++; `word_order` is the longest run of words, None for what fits the language (2, or 0)."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = True
    word_order: int | None = None

    def applies(self, base_language: str, version_language: str) -> bool:
        """Only between texts of one language."""
        return base_language == version_language

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Runs in the version, in the other text and in both, for each order."""
        return _sacrebleu.statistics(_sacrebleu.chrf(self._words(pair.version.language)), pair)

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """Corpus chrF, 0 to 100."""
        if not statistics:
            return None
        return _sacrebleu.aggregate(_sacrebleu.chrf(len(statistics[0]) // 3 - LETTERS), statistics)

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """chrF of one passage, 0 to 100."""
        return self.aggregate([statistics])

    def signature(self, language: str) -> str:
        """sacrebleu's signature."""
        order = self._words(language)
        return _sacrebleu.signature("chrF2" + "+" * order, _sacrebleu.chrf(order))

    def _words(self, language: str) -> int:
        if self.word_order is not None:
            return self.word_order
        return 0 if language in SPACELESS else 2
