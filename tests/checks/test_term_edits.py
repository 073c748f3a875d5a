"""Terms exchanged by machine in the sample works: how many the checks find, and that they keep still otherwise.

Nobody prepared these faults: every rendering of a listed term in a paired passage of the samples is exchanged, one
at a time, for each term that the glossary forbids there, or for the preferred term of a related concept; or one of
several renderings for another admitted one.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

import pytest
from corpus_samples import CORPORA, WORKS, load
from term_texts import context, issues

from aligner import terms
from aligner.checks import Context
from aligner.checks._terms.names import Wordings
from aligner.checks.term_consistency import TermConsistency
from aligner.checks.terminology import Terminology
from aligner.model import AlignedPair, Alignment, Concept, Severity, Term
from aligner.model.alignment import aligned_pairs, ordered
from aligner.model.terms import TermStatus
from aligner.terms.matching import TermIndex, TermMatch

VERSIONS = [(work, version) for work in WORKS for version in load(work).versions]
FOUND = {"rejected": 0.98, "rival": 0.9, "mixed": 1.0}
"""The least share of exchanged terms that must be found, by kind."""


@dataclass(frozen=True)
class Edit:
    """One exchange: in the pair at `position`, `match` of the version becomes `term`."""

    kind: str
    work: str
    version: str
    position: int
    match: TermMatch
    term: Term


@cache
def sample(work: str, version: str) -> Context:
    """A version of a sample with the gold beads, all term bases at hand."""
    held = load(work)
    own = terms.load(CORPORA / work / "terms.tsv", base_lang=held.base.lang, version_lang="en")
    document = held.versions[version]
    alignment = Alignment(held.base.id, document.id, ordered(held.gold[version]), "gold", False)
    pairs = aligned_pairs(alignment, held.base, document)
    return Context(held.base, document, pairs, TermIndex((*own, *terms.bundled())))


def renderings(where: Context) -> Iterator[tuple[AlignedPair, TermMatch]]:
    """Each term of the version that renders one of its pair's base, where both stand once."""
    for pair in where.pairs:
        if not pair.bead.paired:
            continue
        base = [m for p in where.terms.readings(pair.base.text, pair.base.lang) for m in p]
        version = [m for p in where.terms.readings(pair.version.text, pair.version.lang) for m in p]
        for match in version:
            ident = match.concept.id
            once = all(sum(m.concept.id == ident for m in side) == 1 for side in (base, version))
            if once and match.term.status.accepted:
                yield pair, match


def edits() -> Iterator[Edit]:
    for work, version in VERSIONS:
        where = sample(work, version)
        for pair, match in renderings(where):
            for term in match.concept.in_language("en"):
                if term.status is TermStatus.DEPRECATED:
                    yield Edit("rejected", work, version, pair.position, match, term)
            for other in match.concept.related:
                rival = where.terms.concept(other)
                best = rival and next(
                    (t for t in rival.in_language("en") if t.status is TermStatus.PREFERRED), None
                )
                if best and best.text.casefold() not in pair.version.text.casefold():
                    yield Edit("rival", work, version, pair.position, match, best)


def mixes() -> Iterator[Edit]:
    """One of two renderings or more of a concept for another of several words."""
    for work, version in VERSIONS:
        where = sample(work, version)
        found = list(renderings(where))
        for pair, match in found:
            others = [m.term.text for p, m in found if m.concept.id == match.concept.id and p is not pair]
            for term in match.concept.in_language("en"):
                if others and set(others) == {match.term.text} and _other_name(term, match.concept, match.term):
                    yield Edit("mixed", work, version, pair.position, match, term)


def _other_name(term: Term, concept: Concept, known: Term) -> bool:
    return term.status.accepted and " " in term.text and not Wordings().same(term, known, concept)


def exchanged(edit: Edit) -> Context:
    """The context with the one term exchanged."""
    where = sample(edit.work, edit.version)
    pair = next(p for p in where.pairs if p.position == edit.position)
    text, span = pair.version.text, edit.match.span
    old, new = span.of(text), edit.term.text
    new = new[0].upper() + new[1:] if old[0].isupper() else new
    start = 0
    segments = []
    for segment in pair.version.segments:
        inside = start <= span.start and span.stop <= start + len(segment.text)
        words = segment.text
        if inside:
            words = words[: span.start - start] + new + words[span.stop - start :]
        segments.append(dataclasses.replace(segment, text=words))
        start += len(segment.text) + 1
    side = dataclasses.replace(pair.version, segments=tuple(segments))
    pairs = tuple(dataclasses.replace(p, version=side) if p is pair else p for p in where.pairs)
    return dataclasses.replace(where, pairs=pairs)


def found(edit: Edit) -> bool:
    """Whether the check says something of the exchanged term, above a note."""
    where = exchanged(edit)
    check = TermConsistency() if edit.kind == "mixed" else Terminology()
    pair = next(p for p in where.pairs if p.position == edit.position)
    if edit.kind == "mixed":
        return any(
            i.severity > Severity.NEUTRAL and edit.match.concept.id == i.evidence["concept"]
            for p in where.pairs
            for i in check.check(p, where)
        )
    return any(
        i.severity > Severity.NEUTRAL
        and i.version is not None
        and edit.term.text.casefold() in i.version.of(pair.version.text).casefold()
        for i in check.check(pair, where)
    )


@pytest.mark.parametrize("kind", FOUND)
def test_exchanged_terms_are_found(kind: str) -> None:
    made = [e for e in (mixes() if kind == "mixed" else edits()) if e.kind == kind]
    missed = [(e.work, e.version, e.position, e.match.term.text, e.term.text) for e in made if not found(e)]
    assert len(made) >= {"rejected": 80, "rival": 10, "mixed": 2}[kind]
    assert len(made) - len(missed) >= FOUND[kind] * len(made), missed


@pytest.mark.parametrize(("work", "version"), VERSIONS)
def test_untouched_samples_have_the_planted_faults_only(work: str, version: str) -> None:
    where, planted = sample(work, version), [r for r in load(work).findings if r.version == version]
    alarms = []
    for check in (Terminology(), TermConsistency()):
        for pair in where.pairs:
            for issue in check.check(pair, where):
                words = issue.version.of(pair.version.text) if issue.version else ""
                known = any(words and words in r.target_text and r.target in pair.bead.version for r in planted)
                if issue.severity > Severity.NEUTRAL and not known:
                    alarms.append(issue.message)
    assert alarms == []


FRAMES = {"zh": "双方会谈时谈到{}。", "ko": "양측은 회담에서 {} 언급했다."}
RIVALS_FOUND = 0.95
"""Of the related concepts of the bundled base; the rest share a term or are guarded words ("partner")."""


@pytest.mark.parametrize("language", FRAMES)
def test_every_rival_of_the_bundled_base_is_told_and_no_right_rendering(language: str) -> None:
    index = TermIndex(terms.bundled())
    told: list[bool] = []
    for concept in index.concepts:
        term, right = concept.preferred(language), concept.preferred("en")
        base = FRAMES[language].format(term)
        if not term or not right or not any(m.concept.id == concept.id for m in index.find(base, language)):
            continue
        assert spoken(base, right, language, index) == [], concept.id
        others = [index.concept(ident) for ident in concept.related]
        rivals = [other.preferred("en") for other in others if other]
        told += [bool(spoken(base, rival, language, index)) for rival in rivals if rival]
    assert len(told) > 80
    assert sum(told) >= RIVALS_FOUND * len(told)


def spoken(base: str, term: str, language: str, index: TermIndex) -> list[Severity]:
    """What is said, above notes, of a sentence that renders a base by a term."""
    version = f"During the talks the two sides spoke of the {term}."
    where = dataclasses.replace(context([base], [version], langs=(language, "en"), concepts=()), terms=index)
    return [i.severity for i in issues(where) if i.severity > Severity.NEUTRAL]
