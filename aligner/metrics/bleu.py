"""How alike two texts of one language are in their words: BLEU.

What it is: the share of the version's runs of one to four words that stand in the other text too (geometric
mean of the four precisions, with a penalty for a shorter version), over all paired passages.
Range: 0 (no run of words in common) to 100 (word for word the same).
Source: Papineni et al. 2002; computed by sacrebleu (Post 2018), whose signature stands beside the figure. The
tokenizer follows the language: "zh" for Chinese, MeCab for Japanese and Korean where installed and characters
otherwise, "13a" for the rest.
Traps: this is likeness, not quality: two good translations of one text often stay below 40, and a faithful
rewrite scores low. Passages that only one text has do not count here; see coverage. Simplified and traditional
characters count as different. Figures with different signatures cannot be compared. Below some hundred passages
the interval is wide: read it first. The figure of a single passage uses the orders that the passage is long
enough for (sacrebleu's "effective order").
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from aligner.metrics import _sacrebleu
from aligner.model import AlignedPair


@dataclass(frozen=True, slots=True)
class Bleu:
    """BLEU; `tokenizer` is one of sacrebleu's, None for the one that fits the language."""

    higher_is_better: ClassVar[bool | None] = None
    resampled: ClassVar[bool] = True
    tokenizer: str | None = None

    def applies(self, base_language: str, version_language: str) -> bool:
        """Only between texts of one language."""
        return base_language == version_language

    def statistics(self, pair: AlignedPair) -> tuple[float, ...]:
        """Both lengths, then matches and totals of each order, in words."""
        return _sacrebleu.statistics(_sacrebleu.bleu(self._tokenizer(pair.version.language), False), pair)

    def aggregate(self, statistics: Sequence[tuple[float, ...]]) -> float | None:
        """Corpus BLEU, 0 to 100."""
        return _sacrebleu.aggregate(_sacrebleu.bleu("none", False), statistics)

    def single(self, statistics: tuple[float, ...]) -> float | None:
        """Sentence BLEU with effective order, 0 to 100."""
        return _sacrebleu.aggregate(_sacrebleu.bleu("none", True), [statistics])

    def signature(self, language: str) -> str:
        """sacrebleu's signature."""
        return _sacrebleu.signature("BLEU", _sacrebleu.bleu(self._tokenizer(language), False))

    def _tokenizer(self, language: str) -> str:
        return self.tokenizer or _sacrebleu.tokenizer_for(language)
