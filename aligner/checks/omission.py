"""What the base says and the version does not: sentences left out, the heavy ones first.

Flags
    Each sentence of the base without counterpart in the version. It is major when it is among the heaviest of the
    document and carries much: a weighty concept of the term base (most of all one that the version nowhere names),
    figures, a direct quotation, a caveat, a refusal, the statement of somebody in office.

Why
    A condensed text must leave out most of the full one. Which sentence was left out is what shapes a reader's
    view, and the editor has time for the few that matter.

Limits
    Trusts the alignment: a sentence that was rendered but not linked is reported. Clauses lost inside a rendered
    sentence are not seen. Weights are rules of thumb; greetings, questions and what a rendered sentence says too
    weigh little. A title without counterpart is neutral.

Wrong
    en: The two sides recalled the Joint Communiqué, which respects the position that Taiwan is part of China.
    en:

Right
    zh: 双方发表了联合声明。
    en: The two sides issued a joint statement.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from aligner.checks import Context, Mode
from aligner.checks._one_sided import OneSided, one_sided
from aligner.model import AlignedPair, Issue


@dataclass
class Omission:
    """One issue for each base side without counterpart.

    `least` is the weight (0..1) from which on a loss can be major, `share` the part of all losses of a document
    that are (three at least).
    """

    least: float = 0.45
    share: float = 0.1
    category: ClassVar[str] = "accuracy/omission"
    modes: ClassVar[tuple[Mode, ...]] = (Mode.RENDERING,)
    _done: tuple[Context, dict[int, OneSided]] | None = field(default=None, init=False, repr=False, compare=False)

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield an issue when the pair has no version side."""
        if self._done is None or self._done[0] is not context:
            self._done = context, one_sided(context, base=True, least=self.least, share=self.share)
        found = self._done[1].get(pair.position)
        if found is not None:
            message = found.message("is left out", "version")
            yield Issue(message, found.severity, base=pair.base.whole, evidence=found.evidence)
