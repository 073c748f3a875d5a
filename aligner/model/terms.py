"""Terminology as TBX sees it (ISO 30042): a concept, its languages, its terms with a status."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from aligner.model.finding import Severity
from aligner.model.language import primary


class TermStatus(StrEnum):
    """Administrative status of a term (TBX `administrativeStatus`)."""

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    DEPRECATED = "deprecated"
    SUPERSEDED = "superseded"

    @property
    def accepted(self) -> bool:
        """Whether a text may use the term: it is preferred or admitted."""
        return self in (TermStatus.PREFERRED, TermStatus.ADMITTED)


class MatchRule(StrEnum):
    """How far a text may depart from a term's letters and still have it.

    FORMS, the default: the term and the forms that cannot change its meaning (plural, possessive, hyphens,
    spelling in -ise and -ize, the order with "of"). EXACT: the letters as they stand, case apart. STEM: inflected
    forms count in full. PREFIX: a word may go on after the term. PATTERN: the text of the term is a pattern (see
    aligner.terms.matching).
    """

    FORMS = "forms"
    EXACT = "exact"
    STEM = "stem"
    PREFIX = "prefix"
    PATTERN = "pattern"


@dataclass(frozen=True, slots=True)
class Term:
    """One expression of a concept in one language.

    `forbidden` marks a deprecated term that a glossary forbids outright. `case_sensitive` holds for acronyms and
    names that are words in lower case. `not_if` and `context` are patterns: the term does not count where one of
    the first stands around it, and only counts where one of the second does. `outlets` names the outlets whose
    wording this is (empty: anyone's); `note` says who uses it and why it matters, `source` where that is known
    from. `type` is a TBX term type ("fullForm", "acronym", "shortForm"), `part_of_speech` a TBX one ("noun").
    """

    text: str
    lang: str
    status: TermStatus = TermStatus.ADMITTED
    case_sensitive: bool = False
    outlets: tuple[str, ...] = ()
    note: str | None = None
    forbidden: bool = False
    match: MatchRule = MatchRule.FORMS
    not_if: tuple[str, ...] = ()
    context: tuple[str, ...] = ()
    part_of_speech: str | None = None
    type: str | None = None
    source: str | None = None


@dataclass(frozen=True, slots=True)
class Concept:
    """One unit of thought with its terms in all languages.

    `related` holds ids of concepts that are easily taken for this one but say something else (the principle,
    the policy and the stance). `weighty` marks concepts whose loss an editor wants to know of, `uncertain` those
    whose entry is still to be confirmed. `severity` is how grave a wrong term is, where the term base says it.
    `source` is the reference that the entry names, `origin` the term base that holds it.
    """

    id: str
    terms: tuple[Term, ...]
    subject: str | None = None
    definition: str | None = None
    note: str | None = None
    related: tuple[str, ...] = ()
    weighty: bool = False
    uncertain: bool = False
    severity: Severity | None = None
    source: str | None = None
    origin: str | None = None

    def in_language(self, language: str) -> tuple[Term, ...]:
        """The terms whose primary language subtag is `language`, in the order of the term base."""
        return tuple(t for t in self.terms if primary(t.lang) == language)

    def preferred(self, language: str) -> str | None:
        """The preferred term of a language, or the first that is admitted, or None."""
        terms = self.in_language(language)
        best = [t for t in terms if t.status is TermStatus.PREFERRED]
        rest = [t for t in terms if t.status is TermStatus.ADMITTED]
        return next((t.text for t in (*best, *rest)), None)
