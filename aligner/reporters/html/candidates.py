"""Wordings that no term base lists, as the Terms tab shows them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from aligner.model import Candidate, Report
from aligner.reporters.html.names import Named
from aligner.reporters.html.places import Rows
from aligner.reporters.html.spots import Spot, spot
from aligner.reporters.html.strings import Strings

LIKELY = 0.7
"""From which score on a candidate is called likely."""
CONTEXTS = 3
"""How many places are shown at once; up to `MOST` more are folded."""
MOST = 12


@dataclass(frozen=True, slots=True)
class CandidateView:
    """A wording with what it resembles, how it was found, who has it and where."""

    text: str
    lang: str
    like: str
    concept: str
    kind: str
    likely: str
    who: str
    spots: tuple[Spot, ...]
    folded: tuple[Spot, ...]


def candidates(report: Report, names: Sequence[Named], places: Rows, t: Strings) -> tuple[CandidateView, ...]:
    """The candidates by concept, the concept with the likeliest first."""
    best: dict[str, float] = {}
    for candidate in report.candidates:
        best[candidate.concept] = max(best.get(candidate.concept, 0.0), candidate.score)
    ranked = sorted(report.candidates, key=lambda c: (-best[c.concept], c.concept, -c.score, c.text))
    return tuple(_view(c, report, names, places, t) for c in ranked)


def _view(candidate: Candidate, report: Report, names: Sequence[Named], places: Rows, t: Strings) -> CandidateView:
    by_id = {n.document.id: n for n in names}
    counts = Counter(p.document for p in candidate.places)
    who = [t("terms.who", name=n.name, n=counts[n.document.id]) for n in names if counts[n.document.id]]
    spots = tuple(spot(p, by_id, report, places, t) for p in candidate.places[: CONTEXTS + MOST])
    lang = next((n.document.lang for n in names if counts[n.document.id]), candidate.lang)
    return CandidateView(
        candidate.text,
        lang,
        candidate.like,
        candidate.concept,
        t.named("candidate_kinds", candidate.kind, candidate.kind),
        t("terms.likely") if candidate.score >= LIKELY else t("terms.possible"),
        t("page.list_comma").join(who),
        spots[:CONTEXTS],
        spots[CONTEXTS:],
    )
