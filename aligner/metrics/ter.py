"""How many words would have to change to turn one text into another of its language: TER.

What it is: insertions, deletions, substitutions and moves of runs of words that turn the version's passage into
the other text's, for each hundred words of the latter, over all paired passages. Case is ignored. Chinese and
Japanese are counted in characters.
Range: from 0 (the same words) upwards; it can pass 100.
Source: Snover et al. 2006; computed by sacrebleu, whose signature stands beside the figure.
Traps: this is distance, so small means alike, and likeness is not quality. Finding the best moves is slow:
passages of more than `shift_limit` words on either side are counted without moves, which can only raise the
figure; the signature tells the limit. Passages that only one text has do not count here; see coverage.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aligner.metrics import _sacrebleu
from aligner.model import AlignedPair
from aligner.text.script import SPACELESS


@dataclass(frozen=True, slots=True)
class Ter:
    """Translation edit rate; `shift_limit` is the longest passage, in words, in which moves are looked for.

    sacrebleu took up to 4 s for 100 words and 44 s for 800, where half of the words had moved.
    """

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = True
    shift_limit: int = 40

    def applies(self, base_language: str, version_language: str) -> bool:
        """Only between texts of one language."""
        return base_language == version_language

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Edits, and words of the other text."""
        scorer = _sacrebleu.ter(pair.version.language in SPACELESS)
        sides = (pair.version.text, pair.base.text)
        version, base = (scorer._preprocess_segment(_sacrebleu.flat(t)).split() for t in sides)
        if version and base and max(len(version), len(base)) > self.shift_limit:
            from rapidfuzz.distance import Levenshtein

            return (float(Levenshtein.distance(version, base)), float(len(base)))
        return _sacrebleu.statistics(scorer, pair)

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """Corpus TER, 0 upwards."""
        return _sacrebleu.aggregate(_sacrebleu.ter(False), statistics)

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """TER of one passage."""
        return self.aggregate([statistics])

    def signature(self, language: str) -> str:
        """sacrebleu's signature and the longest passage with moves."""
        signature = _sacrebleu.signature("TER", _sacrebleu.ter(language in SPACELESS))
        return f"{signature}|moves:up-to-{self.shift_limit}-words"
