"""Terms must stay what they are: no rival concept, no rejected wording, no other house's name unseen.

Flags
    A version that has the term of another concept where the base has its own ("policy" for "principle"), or a term
    that the term base or the house profile rejects, looking in the sentences around where the pair's base has
    neither; in one language, another name than the base uses. As neutral notes, an accepted variant that is not the
    preferred one (once a variant), and a term of the base for which the version has none of the listed ones (once a
    concept; marked weaker where the version paraphrases or shortens it, is condensed there, or has a rejected term
    in another form).
    Between two versions: terms of different concepts in one place, and, as notes, two names of one concept.
    In a text alone: rejected and superseded terms; a single word, which may mean something else, is a note, and
    only where the text has the concept by another name.

Why
    In news on diplomacy near-synonyms belong to different sides: a reader learns from "principle" or "policy",
    "state" or "official" visit, who conceded what. A house name tells whose text was used.

Limits
    Knows only what the term base lists, and only its listed spellings, English plurals and word order with "of":
    in other languages inflected forms of a term need [match: stem] in the term base. A paraphrase is not judged.
    A short form and its long form, an acronym and what it stands for are one name. Concepts that nothing relates
    are taken for exchanged where their names are alike ("principle" and "policy" of one thing: major; another
    shared word: minor), one is rendered nowhere in the pair and the other is not in its base; unlike names give a
    note. Two of a base's own opposite terms exchanged for each other in one passage are not seen. The
    same wrong term is reported in full three times a document and as a neutral note after that; another name for
    the same once. Unsure links give notes, unless the whole base lacks the concept that the version names or the
    term base rejects just these words. Terms that a digest leaves out are told only where they weigh.

Wrong
    zh: 中方重申坚持一个中国原则。
    en: The Chinese side reaffirmed that it upholds the one-China policy.

    en: The interview took place at Cheong Wa Dae on Tuesday.
    en: The interview was held at the Blue House on Tuesday.

    zh: 总书记出席了会议。
    en: The Secretary General attended the meeting.

Right
    zh: 中方重申坚持一个中国原则。
    en: The Chinese side reaffirmed that it upholds the One China principle.

    en: The interview took place at Cheong Wa Dae on Tuesday.
    en: On Tuesday he was interviewed at Cheong Wa Dae.

    ko: 양국은 공동성명을 발표했다.
    en: The two countries issued a joint statement.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import ClassVar

from aligner.checks import Context, Mode
from aligner.checks._terms import alone, between, judge
from aligner.checks._terms.telling import Case
from aligner.checks._terms.view import view
from aligner.model import AlignedPair, Issue, Severity


@dataclass
class Terminology:
    """Compares the terms of both sides.

    `near` is how many base segments around a pair are searched for a term that the pair's base side lacks;
    `repeats` how often the same wrong term is reported in full.
    """

    near: int = 8
    repeats: int = 3
    category: ClassVar[str] = "terminology"
    modes: ClassVar[tuple[Mode, ...]] = (Mode.RENDERING, Mode.ALONE, Mode.BETWEEN)
    _done: tuple[Context, dict[int, list[Issue]]] | None = field(
        default=None, init=False, repr=False, compare=False
    )

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield an issue for each term of the version that differs, and notes for terms it lacks."""
        if self._done is None or self._done[0] is not context:
            self._done = context, self._issues(context)
        yield from self._done[1].get(pair.position, ())

    def _issues(self, context: Context) -> dict[int, list[Issue]]:
        """The issues of all pairs: how often a term was reported before is a matter of the whole document."""
        cases = list(self._cases(context)) if context.terms.concepts else []
        total = Counter(case.key for case in cases)
        seen: Counter[tuple[str, ...]] = Counter()
        found: dict[int, list[Issue]] = {}
        for case in cases:
            seen[case.key] += 1
            if not case.once or seen[case.key] == 1:
                found.setdefault(case.pair, []).append(self._issue(case, seen[case.key], total[case.key]))
        return found

    def _cases(self, context: Context) -> Iterator[Case]:
        terms = view(context)
        if context.mode is Mode.ALONE:
            return alone.cases(terms, context)
        if context.mode is Mode.BETWEEN:
            return between.cases(terms, context)
        return judge.cases(terms, context, self.near)

    def _issue(self, case: Case, occurrence: int, total: int) -> Issue:
        full = occurrence <= (1 if case.kind == "variant" else self.repeats)
        return Issue(
            message=case.message if full else f"{case.message.removesuffix('.')} (also above).",
            severity=case.severity if full else Severity.NEUTRAL,
            base=case.base,
            version=case.version,
            suggestion=case.suggestion,
            evidence=case.evidence | {"occurrence": occurrence, "occurrences": total},
        )
