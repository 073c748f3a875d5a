"""Terminology as TBX sees it (ISO 30042): a concept, its languages, its terms with a status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class TermStatus(StrEnum):
    """Administrative status of a term (TBX `administrativeStatus`).

    `DEPRECATED` is what house glossaries call "forbidden".
    """

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"


@dataclass(frozen=True, slots=True)
class Term:
    """One expression of a concept in one language.

    `case_sensitive` holds for acronyms and names that are words in lower case; `outlets` names the outlets
    whose wording this is (empty: anyone's); `note` says who uses it and why it matters.
    """

    text: str
    lang: str
    status: TermStatus = TermStatus.ADMITTED
    case_sensitive: bool = False
    outlets: tuple[str, ...] = ()
    note: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """One unit of thought with its terms in all languages.

    `related` holds ids of concepts that are easily taken for this one but say something else (the principle,
    the policy and the stance). `weighty` marks concepts whose loss an editor wants to know of. `source` is the
    term base and the reference it names.
    """

    id: str
    terms: tuple[Term, ...]
    subject: str | None = None
    definition: str | None = None
    note: str | None = None
    related: tuple[str, ...] = ()
    weighty: bool = False
    source: str | None = None

    def in_language(self, language: str) -> tuple[Term, ...]:
        """The terms whose primary language subtag is `language`, in the order of the term base."""
        return tuple(t for t in self.terms if t.lang.split("-")[0].lower() == language)

    def preferred(self, language: str) -> str | None:
        """The preferred term of a language, or the first that is not deprecated, or None."""
        terms = self.in_language(language)
        best = [t for t in terms if t.status is TermStatus.PREFERRED]
        rest = [t for t in terms if t.status is TermStatus.ADMITTED]
        return next((t.text for t in (*best, *rest)), None)
