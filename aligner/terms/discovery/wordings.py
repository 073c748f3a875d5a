"""All wordings found, with what speaks for each, and the candidates that they make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from aligner.model import Candidate, Place, Span
from aligner.terms.discovery.evidence import Evidence, Ground, chosen


class Wordings:
    """The evidence for each wording (language and units) as a variant of each concept."""

    def __init__(self) -> None:
        self._found: dict[tuple[str, tuple[str, ...]], dict[str, Evidence]] = {}

    def add(
        self, language: str, key: tuple[str, ...], concept: str, like: str, place: Place, ground: Ground
    ) -> None:  # fmt: skip
        """Count a place of a wording as a variant of the term `like` of a concept."""
        rivals = self._found.setdefault((language, key), {})
        rivals.setdefault(concept, Evidence(concept, like)).add(place, ground)

    def candidates(self) -> Iterator[Candidate]:
        """The wordings for which enough speaks, each once, without those that stand only inside longer ones."""
        made = (_candidate(language, rivals.values()) for (language, _), rivals in self._found.items())
        return _longest([c for c in made if c])


def _candidate(language: str, rivals: Iterable[Evidence]) -> Candidate | None:
    """The wording as it is written most often, the first of them where several are."""
    rivals = list(rivals)
    texts = Counter(p.text for e in rivals for p in e.texts.values())
    return chosen(texts.most_common(1)[0][0], language, rivals)


def _longest(made: Sequence[Candidate]) -> Iterator[Candidate]:
    """The candidates without those that stand nowhere but inside a longer one."""
    covered: dict[tuple[str, int], list[Span]] = {}
    for candidate in made:
        for place in candidate.places:
            covered.setdefault((place.document, place.segments[0]), []).append(place.span)
    outermost = {key: _outermost(spans) for key, spans in covered.items()}
    for candidate in made:
        if any(p.span in outermost[p.document, p.segments[0]] for p in candidate.places):
            yield candidate


def _outermost(spans: Iterable[Span]) -> set[Span]:
    """The spans that lie in no other one."""
    kept: set[Span] = set()
    reach = -1
    for span in sorted(set(spans), key=lambda s: (s.start, -s.stop)):
        if span.stop > reach:
            kept.add(span)
            reach = span.stop
    return kept
