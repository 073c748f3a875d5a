"""One text calls one thing by one name: who changes the word lets the reader look for a second thing.

Flags
    A version that renders one term of its base in several ways; a note where only one of them is accepted, as the
    others are reported for themselves. A text that has several names for one thing that matters (it weighs, it is a
    name, or it stands in a plain glossary): minor where the same voice uses them, a note that says by whom where
    different speakers do. Terms of one family (stance, policy, principle) side by side in one text are a note that
    lists who says which.

Why
    Near-synonyms for one thing read like different things, in law and diplomacy above all; in an interview the
    words by which each side names a matter are themselves news.

Limits
    Knows only what the term base lists. One finding for a concept (or family) and document, at the rarest wording;
    all of them are in its evidence. A short form and its long form, an acronym and what it stands for are one name,
    and so are wordings that follow the base's own. Headlines, single common words and names that the text explains
    ("X, or the Y") are passed over where there is no base. Who is quoted in running text is only known by the name
    beside the quotation.

Wrong
    zh: 双方谈到台湾问题。
    en: The two sides spoke of the Taiwan question.
    zh: 台湾问题十分敏感。
    en: The Taiwan issue is a very sensitive one.

    text: en: Reporters waited outside Cheong Wa Dae.
    text: en: Nobody left the Blue House that evening.

    text: en: The envoy said that the Taiwan question was sensitive.
    text: en: The envoy added that the Taiwan issue would not be raised.

Right
    zh: 两国签署谅解备忘录。
    en: The two countries signed a memorandum of understanding (MOU).
    zh: 谅解备忘录今日生效。
    en: The MOU takes effect today.

    text: en: Reporters waited outside Cheong Wa Dae, also known as the Blue House.
    text: en: Nobody left the Blue House that evening.

    text: en: The Republic of Korea opened an embassy there in 1992.
    text: en: South Korea has kept it open since.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from aligner.checks import Context, Mode
from aligner.checks._terms.families import families, side_by_side
from aligner.checks._terms.listing import issue
from aligner.checks._terms.mentions import Voices, mentions
from aligner.checks._terms.mixing import mixed
from aligner.checks._terms.view import view
from aligner.model import AlignedPair, Issue


@dataclass
class TermConsistency:
    """Looks at all mentions of a concept in one document."""

    category: ClassVar[str] = "terminology"
    modes: ClassVar[tuple[Mode, ...]] = (Mode.RENDERING, Mode.ALONE)
    _done: tuple[Context, dict[int, list[Issue]]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield an issue at the rarest wording of each concept that the document names in several ways."""
        if self._done is None or self._done[0] is not context:
            self._done = context, self._issues(context)
        yield from self._done[1].get(pair.position, ())

    def _issues(self, context: Context) -> dict[int, list[Issue]]:
        """The issues of all pairs: names are a matter of the whole document."""
        issues: dict[int, list[Issue]] = {}
        if not context.terms.concepts:
            return issues
        terms = view(context)
        found = mentions(terms, context)
        asking = Voices(context).interviewers
        told: set[frozenset[int]] = set()
        for members in families(found, terms):
            if context.mode is Mode.ALONE:
                mixes = [side_by_side(members, found, terms, context)]
            else:
                mixes = [mixed(found[ident], terms, context) for ident in members]
            for mix in mixes:
                # two term bases that hold one concept tell of the same words once
                words = frozenset(id(m.place) for m in mix.mentions) if mix else frozenset()
                if mix is not None and words not in told:
                    told.add(words)
                    pair, found_issue = issue(mix, context, asking)
                    issues.setdefault(pair, []).append(found_issue)
        return issues
