"""House profiles: what one outlet prefers, admits and avoids, and how grave it takes a difference."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from aligner.model import Severity, TermStatus


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a profile says of one term of a concept: its status in texts of this house."""

    concept: str
    lang: str
    text: str
    status: TermStatus


@dataclass(frozen=True, slots=True)
class Profile:
    """The house style of an outlet, as far as a term base and checks can hold it.

    `outlets` are the names (whole, case apart) by which a document gets this profile; `rulings` override the
    statuses of the term base; `skip` names checks that do not count here; `severities` gives the severity of a
    check's or a concept's findings by its name or id. `sources` say where what is described was observed.
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
