"""One line on the terms of a version, for summaries."""

from __future__ import annotations

from aligner.model import ConceptUse, Report, Score


def terms_line(report: Report, version_id: str) -> str | None:
    """How a version has the terms of its base: "terms: 12 of 14 rendered acceptably; 2 concepts ...".

    None where the texts name no listed concept.
    """
    place = next(n for n, d in enumerate(report.documents) if d.id == version_id)
    version, base = report.documents[place], report.base
    named = [use for use in report.usage if use.documents[0] or use.documents[place]]
    if not named:
        return None
    if all(place in use.unlisted for use in named) and not any(use.documents[place] for use in named):
        return f"Terms: none is listed in {version.language} for the {_concepts(len(named))} of the base."
    clauses = [clause for clause in (_accuracy(_score(report, version_id)),) if clause]
    rejected = sum(any(not r.status.accepted for r in use.documents[place]) for use in named)
    if rejected:
        clauses.append(f"{_concepts(rejected)} in a wording that is not accepted")
    if version.language == base.language:
        other = sum(_otherwise(use, place) for use in named)
        if other:
            clauses.append(f"{_concepts(other)} in other words than the base's")
    missing = sum(use.lacking(place) for use in named)
    if missing:
        clauses.append(f"{_concepts(missing)} of the base not named")
    return f"Terms: {'; '.join(clauses or ['as in the base'])}."


def _score(report: Report, version_id: str) -> Score | None:
    wanted = ("term-accuracy", version_id, report.base.id)
    return next((s for s in report.scores if (s.metric, s.document, s.against) == wanted), None)


def _accuracy(score: Score | None) -> str | None:
    if score is None or score.n is None:
        return None
    if score.value is None:
        return f"too few in rendered passages for a share ({score.n})"
    return f"{round(score.value * score.n)} of {score.n} rendered acceptably"


def _otherwise(use: ConceptUse, place: int) -> bool:
    """Whether a version has a wording of a concept that the base, which has the concept too, does not have."""
    ours, theirs = ({r.term for r in use.documents[n]} for n in (place, 0))
    return bool(theirs) and bool(ours - theirs)


def _concepts(number: int) -> str:
    return f"{number} concept{'' if number == 1 else 's'}"
