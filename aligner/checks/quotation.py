"""Quotation marks must not come or go: they say whose words these are, and how seriously to take them.

Flags
    A phrase in quotation marks in the version where neither the base nor its neighbouring sentences quote anything,
    or where the base, in the same language, has the very words without marks. A phrase that the base marks and
    the version, in the same language, has without marks. In one language, a longer quotation whose wording differs
    from the base's quotation. A marked phrase for which a version in another language has no marks is a note.

Why
    Marks around a term put it at arm's length ("so-called") or make it somebody's literal words. An outlet that
    adds or drops them changes the stance of the text without changing a word.

Limits
    Across languages marks are only counted, not matched by their words. Whole lines in marks, reported speech,
    names of works (《》, "Title Case") and quotations that run over several sentences are passed over, and so is a
    literal quotation from a turn of an interview. Chinese and Korean print names of programmes in
    marks: known terms pass, and what may be such a name of the base ("Clean Rivers Initiative") is a note. Pairs
    that the aligner is unsure of give notes only.

Wrong
    en: He promised a new level of cooperation.
    en: He promised a "new level" of cooperation.

    zh: 他说，合作将给这个国家带来新的活力。
    en: He said that cooperation would bring a “second spring” to the country.

    en: The so-called "experts" disagreed with the ministry.
    en: The so-called experts disagreed with the ministry.

Right
    en: He promised a "new level" of cooperation.
    en: He promised “a new level” of cooperation.

    zh: 这一“窗口期”不会太长。
    en: This "window" will not stay open for long.

    ko: 그는 합의를 존중해야 한다고 말했다.
    en: "The agreement must be respected," he said.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from aligner.checks import Context, Mode
from aligner.checks._programmes import Programmes
from aligner.checks._quoted import Passage, contained, differs, marked, nearby
from aligner.model import AlignedPair, Issue, Severity


@dataclass(frozen=True, slots=True)
class Quotation:
    """Holds the quotation marks of a pair against those of the other side and its neighbours.

    `near` is how many pairs before and after are looked at; `sure` the bead confidence below which findings are
    notes only.
    """

    category: ClassVar[str] = "accuracy/addition"
    modes: ClassVar[tuple[Mode, ...]] = (Mode.RENDERING,)
    near: int = 1
    sure: float = 0.5

    def check(self, pair: AlignedPair, context: Context) -> Iterator[Issue]:
        """Yield marks that came, went, or hold other words; nothing for one-sided pairs."""
        if not pair.bead.paired or not pair.base.text.strip() or not pair.version.text.strip():
            return
        base, version = nearby(pair, context, "base", self.near), nearby(pair, context, "version", self.near)
        unsure = pair.bead.confidence is not None and pair.bead.confidence < self.sure
        issues = list(_added(pair, base, context))
        issues += _lost(pair, version, context.same_language)
        if context.same_language:
            issues += _reworded(pair, base)
        for issue in issues:
            severity = Severity.NEUTRAL if unsure else issue.severity
            yield Issue(issue.message, severity, issue.base, issue.version, None, issue.evidence)


def _added(pair: AlignedPair, base: Passage, context: Context) -> Iterator[Issue]:
    """Phrases that only the version marks."""
    same, programmes = context.same_language, Programmes(pair, context)
    for phrase in marked(pair.version):
        if same and contained(phrase.words, base.words):
            literal = pair.base.speaker is not None or base.quotes(phrase.words)
            if not literal:
                message = f"The version puts “{phrase.text}” in quotation marks; the base has the words without."
                yield Issue(message, Severity.MINOR, version=phrase.outer, evidence={"words": phrase.text})
        elif not base.quotations and (same or not phrase.name):
            severity = programmes.severity(phrase)
            if severity is None:
                continue
            message = f"“{phrase.text}” stands in quotation marks; the base quotes nothing here."
            yield Issue(message, severity, version=phrase.outer, evidence={"words": phrase.text})


def _lost(pair: AlignedPair, version: Passage, same: bool) -> Iterator[Issue]:
    """Phrases that only the base marks."""
    for phrase in marked(pair.base):
        if same and contained(phrase.words, version.here) and not version.quotes(phrase.words):
            message = f"The base has “{phrase.text}” in quotation marks; the version has the words without."
            yield Issue(message, Severity.MINOR, base=phrase.outer, evidence={"words": phrase.text})
        elif not same and not version.quotations:
            message = f"The base has “{phrase.text}” in quotation marks; the version quotes nothing here."
            yield Issue(message, Severity.NEUTRAL, base=phrase.outer, evidence={"words": phrase.text})


def _reworded(pair: AlignedPair, base: Passage) -> Iterator[Issue]:
    """Quotations of both sides that are nearly the same words."""
    for span, other, text, original in differs(pair.version, base):
        message = f"The wording of a quotation changes: “{original}” in the base, “{text}” in the version."
        yield Issue(message, Severity.MINOR, base=other, version=span, evidence={"base": original, "version": text})
