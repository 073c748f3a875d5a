"""What the version says and the base does not: sentences added.

Flags
    Each sentence of the version without counterpart in the base. It is major when it is among the heaviest of the
    document and carries much: a weighty concept of the term base, figures, a quotation, somebody's statement.

Why
    An added sentence is a statement that nobody in the base has made; with a figure or a quotation in it, it needs
    a source of its own.

Limits
    Trusts the alignment: a sentence that renders one of the base but was not linked is reported. Words added inside
    a rendered sentence are not seen. Background that a news desk adds for its readers is reported like anything
    else. A title without counterpart is neutral.

Wrong
    en:
    en: Analysts expect the sanctions to cost the region 2.5 billion dollars a year.

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
class Addition:
    """One issue for each version side without counterpart.

    `least` is the weight (0..1) from which on an addition can be major, `share` the part of all additions of a
    document that are (three at least).
    """

    least: float = 0.45
    share: float = 0.1
    category: ClassVar[str] = "accuracy/addition"
    modes: ClassVar[tuple[Mode, ...]] = (Mode.RENDERING,)
    _done: tuple[Context, dict[int, OneSided]] | None = field(default=None, init=False, repr=False, compare=False)

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield an issue when the pair has no base side."""
        if self._done is None or self._done[0] is not context:
            self._done = context, one_sided(context, base=False, least=self.least, share=self.share)
        found = self._done[1].get(pair.position)
        if found is not None:
            message = found.message("is added", "base")
            yield Issue(message, found.severity, version=pair.version.whole, evidence=found.evidence)
