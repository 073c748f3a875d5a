"""How much a sentence without counterpart weighs, and why: so that an editor meets the few heavy losses first.

Each thing that a sentence carries has a share of 0..1, and shares are joined like independent chances,
1 - (1-a)(1-b)...; so the sum stays below 1 however much a sentence carries. The shares and the cue words
(data/weight_cues.tsv) were written for this project and tried on interviews and agency news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from aligner.checks._repeats import Repeats
from aligner.checks._speakers import interviewers, offices
from aligner.model import Concept, Document, Role, Segment
from aligner.terms.matching import TermIndex, TermMatch
from aligner.text.numbers import Kind, quantities
from aligner.text.script import Script, script_of

LOST, TOLD = 0.5, 0.15
"""Share of a weighty concept that the other text nowhere names, and of one that it names somewhere."""
SHARES = {
    "figure": 0.3, "direct quotation": 0.35, "first sentence": 0.3, "caveat": 0.35, "negation": 0.2,
    "condition": 0.12, "commitment": 0.15, "conflict": 0.15, "victims": 0.4, "named body": 0.15, "date": 0.1,
    "statement": 0.15,
}  # fmt: skip
_CONTENT = 0.2
_PLAIN_STATEMENT = 0.1
_LIGHT_FIGURE = 0.1
"""Share of ordinals and of lengths of time."""
_COURTESY, _QUESTION, _INTERVIEWER, _REPEATED = 0.2, 0.6, 0.85, 0.3
"""What the weight is multiplied by: greetings and thanks, questions, an interviewer's other words, repeats."""
_SAME = 0.7
"""From this share of its content on, a sentence counts as said again by another."""
_LEAST_WORDS = 4
_QUOTED = re.compile(r"[“\"「『]([^”\"」』]{8,400})[”\"」』]")
_SMALL = 10


@dataclass(frozen=True, slots=True)
class Weight:
    """The weight of a sentence, 0..1; what it carries, in a reporter's words; the segment that says it again."""

    value: float
    reasons: tuple[str, ...] = ()
    repeated_in: int | None = None


class Weigher:
    """Weighs sentences of `document` that `other` may lack; `paired` are the indices of those with counterpart."""

    def __init__(
        self, document: Document, other: Document, paired: frozenset[int], terms: TermIndex, cues: Sequence[Concept]
    ) -> None:
        self.document = document
        self.paired = paired
        self.index = TermIndex((*terms.concepts, *cues))
        self.cues = frozenset(c.id for c in cues)
        self.repeats = Repeats([s.text for s in document.segments], document.language)
        self.named = {m.concept.id for s in other.segments for r in terms.readings(s.text, other.lang) for m in r}
        self.offices = offices(document, self.index)
        self.asking = interviewers(document)
        self.numbers = {q.value for s in other.segments for q in quantities(s.text, other.language)}
        masses = sorted(self.repeats.mass(i) for i in range(len(document.segments)))
        self.full = masses[len(masses) * 4 // 5] if masses else 1.0
        self.first = next((s.index for s in document.segments if s.role is Role.BODY), None)

    def weigh(self, segment: Segment) -> Weight:
        """The weight of one segment."""
        found = self.index.find(segment.text, self.document.lang)
        cues = {m.concept.id: m for m in found if m.concept.id in self.cues}
        carried = dict(self._concepts(found)) | dict(self._rest(segment, cues))
        mass = min(self.repeats.mass(segment.index) / self.full, 1.0) if self.full else 0.0
        rest = 1 - _CONTENT * mass
        for share in carried.values():
            rest *= 1 - share
        value = (1 - rest) * self._factor(segment, cues)
        repeated = self._repeated(segment)
        if repeated is not None:
            value *= _REPEATED
        reasons = tuple(sorted(carried, key=lambda r: -carried[r]))
        return Weight(round(value, 3), reasons, repeated)

    def _repeated(self, segment: Segment) -> int | None:
        """The sentence with counterpart that holds most of this one, or of what is quoted in it."""
        quoted = _quoted(segment.text)
        bags = (self.repeats.bags[segment.index], *self.repeats.words([" ".join(quoted)] if quoted else []))
        for bag in bags:
            share, place = self.repeats.nearest(bag, self.paired - {segment.index})
            if share >= _SAME and len(bag) >= _LEAST_WORDS:
                return place
        return None

    def _concepts(self, found: Sequence[TermMatch]) -> Iterator[tuple[str, float]]:
        """The weighty concepts in it; a second reading of the same concept adds nothing."""
        seen: set[str] = set()
        for match in found:
            if match.concept.weighty and match.concept.id not in seen:
                seen.add(match.concept.id)
                yield _label(match), TOLD if match.concept.id in self.named else LOST

    def _rest(self, segment: Segment, cues: dict[str, TermMatch]) -> Iterator[tuple[str, float]]:
        """What else it carries: cue words, figures, dates, quotations, who says it, where it stands."""
        for cue in cues:
            if cue in SHARES:
                yield cue, SHARES[cue]
        numbers = [q for q in quantities(segment.text, self.document.language) if not q.weak]
        if any(q.kind.dated for q in numbers):
            yield "date", SHARES["date"]
        figures = [q for q in numbers if not q.kind.dated and (q.unit or q.kind != Kind.PLAIN or q.value >= _SMALL)]
        if any(q.value not in self.numbers for q in figures):
            light = all(q.kind == Kind.ORDINAL or q.dimension == "time" for q in figures)
            yield "figure", _LIGHT_FIGURE if light else SHARES["figure"]
        quoted = bool(_quoted(segment.text))
        if quoted:
            yield "direct quotation", SHARES["direct quotation"]
        yield from self._statement(segment, cues, quoted)
        if segment.index == self.first:
            yield "first sentence", SHARES["first sentence"]

    def _statement(self, segment: Segment, cues: dict[str, TermMatch], quoted: bool) -> Iterator[tuple[str, float]]:
        """Who says it: the speaker of the turn if he holds an office, else whoever is reported as speaking."""
        if segment.speaker is not None:
            office = self.offices.get(segment.speaker)
            if office and segment.speaker not in self.asking:
                yield f"statement of the {office}", SHARES["statement"]
        elif "speech" in cues or quoted:
            office = next((c.partition(":")[2] for c in cues if c.startswith("office:")), None)
            if office:
                yield f"statement of the {office}", SHARES["statement"]
            elif "speech" in cues:
                yield "statement", _PLAIN_STATEMENT

    def _factor(self, segment: Segment, cues: dict[str, TermMatch]) -> float:
        """Courtesies, questions and an interviewer's words weigh less than statements."""
        if "greeting" in cues:
            return _COURTESY
        if segment.text.rstrip(" \"'”’」』)）").endswith(("?", "？")):
            return _QUESTION
        return _INTERVIEWER if segment.speaker in self.asking else 1.0


def _quoted(text: str) -> list[str]:
    """What stands in quotation marks and is longer than a name or a catchword."""
    found = [m[1] for m in _QUOTED.finditer(text)]
    return [q for q in found if len(q.split()) >= _LEAST_WORDS or script_of(q[0]) in (Script.HAN, Script.HANGUL)]


def _label(match: TermMatch) -> str:
    """The concept in a reporter's words: its English name, else the term as the term base has it."""
    return match.concept.preferred("en") or match.term.text
