"""What a house style is: rulings on terms, checks that do not count, severities."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aligner.model import Severity, TermStatus
from aligner.model.language import primary
from aligner.terms.matching.keys import keyed


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a profile says of one term of a concept: its status in texts of this house.

    `lang` is a BCP 47 tag; `forbidden` marks a deprecated term that the house forbids outright.
    """

    concept: str
    lang: str
    text: str
    status: TermStatus
    forbidden: bool = False


@dataclass(frozen=True, slots=True)
class Profile:
    """The house style of an outlet, as far as a term base and checks can hold it.

    `outlets` are the names (whole, case and punctuation apart) by which a document gets this profile; `rulings`
    override the statuses of the term base; `skip` names checks that do not count here; `severities` gives the
    severity of a check's or a concept's findings by its name or id. `sources` say where what is described was
    observed.
    """

    name: str
    description: str
    outlets: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    rulings: tuple[Ruling, ...] = ()
    skip: tuple[str, ...] = ()
    severities: Mapping[str, Severity] = field(default_factory=dict)

    def severity(self, check: str, concept: object, found: Severity) -> Severity:
        """How grave a finding is here: as its concept says, else as its check says; a neutral note stays one."""
        if found is Severity.NEUTRAL:
            return found
        by_check = self.severities.get(check, found)
        return self.severities.get(concept, by_check) if isinstance(concept, str) else by_check

    def ruling(self, concept: str, text: str, lang: str) -> Ruling | None:
        """What the house says of a wording of a concept (an id) in a language; None where it says nothing."""
        key, language = keyed(text, lang).text, primary(lang)
        of_concept = (r for r in self.rulings if r.concept == concept and primary(r.lang) == language)
        return next((r for r in of_concept if keyed(r.text, r.lang).text == key), None)

    def habitual(self, concept: str, text: str, lang: str) -> bool:
        """Whether the house itself writes this wording of a concept: no fault, then, in a text of its own."""
        ruling = self.ruling(concept, text, lang)
        return ruling is not None and ruling.status.accepted
