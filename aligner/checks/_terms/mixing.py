"""One thing named in several ways: what is a mix, and what has a good reason."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from aligner.checks import Context, Mode
from aligner.checks._terms.kinds import is_common
from aligner.checks._terms.mentions import Mention, glossed
from aligner.checks._terms.view import TermView
from aligner.model import Severity


@dataclass(frozen=True, slots=True)
class Mix:
    """The mentions of one concept, or of a family of them, by wording, the commonest first and improper ones last.

    `severity` is minor for a true mix and neutral where who speaks explains it, or where all but one wording are
    reported for themselves; `of` is the wording of the base that is rendered in several ways, None where no base
    tells. `at` is the mention to be shown, by default the first of the rarest wording.
    """

    mentions: tuple[Mention, ...]
    severity: Severity
    confidence: float
    of: str | None = None
    at: Mention | None = None
    wordings: tuple[tuple[str, tuple[Mention, ...]], ...] = field(init=False)

    def __post_init__(self) -> None:
        groups: dict[str, list[Mention]] = {}
        for mention in self.mentions:
            groups.setdefault(f"{mention.concept.id}\x1f{mention.wording}", []).append(mention)
        ordered = sorted(groups.values(), key=lambda g: (not g[0].proper, -len(g)))
        object.__setattr__(self, "wordings", tuple((g[0].place.text, tuple(g)) for g in ordered))


def mixed(found: Sequence[Mention], terms: TermView, context: Context) -> Mix | None:
    """The mix of wordings of one concept in a document, None where there is none or it has a good reason."""
    told = _unexplained(found, context.version.language)
    if context.mode is Mode.RENDERING:
        rendered = _against_base(told, terms, same_language=context.same_language)
        if rendered is not None or any(m.of for m in told):
            return rendered
    return _within(told, terms)


def _unexplained(found: Sequence[Mention], language: str) -> list[Mention]:
    """The mentions without the wordings that the text itself explains by another."""
    aliases = {pair[1] for pair in glossed(found, language)}
    return [m for m in found if m.wording not in aliases]


def _against_base(found: Sequence[Mention], terms: TermView, *, same_language: bool) -> Mix | None:
    """One wording of the base that the version renders in several ways.

    In one language what is not the base's own wording is reported for itself.
    """
    by_base: dict[str, list[Mention]] = {}
    for mention in found:
        if len(mention.of) == 1:
            by_base.setdefault(next(iter(mention.of)), []).append(mention)
    for base, group in by_base.items():
        if len({m.wording for m in group}) > 1:
            common = all(is_common(m.term) for m in group)
            grave = terms.known.matters(group[0].concept) and not common and not same_language and _several(group)
            return Mix(tuple(group), Severity.MINOR if grave else Severity.NEUTRAL, 0.4 if common else 0.8, base)
    return None


def _within(found: Sequence[Mention], terms: TermView) -> Mix | None:
    """Without a base: only what matters, no headlines, no common words; different voices explain it."""
    told = [m for m in found if not m.headline and not is_common(m.term)]
    if len({m.wording for m in told}) < 2 or not terms.known.matters(told[0].concept):
        return None
    grave = shared_voice(told) and _several(told)
    return Mix(tuple(told), Severity.MINOR if grave else Severity.NEUTRAL, 0.7 if grave else 0.5)


def _several(found: Sequence[Mention]) -> bool:
    """Whether more than one of the wordings is accepted."""
    return len({m.wording for m in found if m.proper}) > 1


def shared_voice(found: Sequence[Mention]) -> bool:
    """Whether one known voice (a speaker, or the text itself outside quotation marks) uses two wordings."""
    wordings: dict[str, set[str]] = {}
    for mention in found:
        if mention.voice is not None and (mention.voice or not mention.quoted):
            wordings.setdefault(mention.voice, set()).add(mention.wording)
    return any(len(words) > 1 for words in wordings.values())
