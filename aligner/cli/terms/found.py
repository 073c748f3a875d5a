"""What `aligner terms find` prints: candidates by concept with their contexts, drafts in pairs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from aligner.model import Candidate, Concept, Document, Place
from aligner.reporters._shown import shown

_AROUND = 40
"""Characters shown on each side of a wording."""

_CONTEXTS = 3
"""Places of a wording that are shown."""

_PAIRS = 50
"""Drafts that are printed where they go to no file."""

_KINDS = {"aligned": "stands where another text has the term", "frame": "recurs", "title": "another title"}


def variant_lines(candidates: Sequence[Candidate], documents: Sequence[Document]) -> Iterator[str]:
    """The candidates, the likeliest concept first: what each is like, how sure, who writes it, and where."""
    by_id = {d.id: d for d in documents}
    groups: dict[tuple[str, str], list[Candidate]] = {}
    for candidate in candidates:
        groups.setdefault((candidate.concept, candidate.like), []).append(candidate)
    yield f"{len(candidates)} {'wording' if len(candidates) == 1 else 'wordings'} that no term base lists"
    for (concept, like), found in groups.items():
        yield f"like “{shown(like)}”{f' ({shown(concept)})' if concept else ''}"
        for candidate in found:
            writers = Counter(p.document for p in candidate.places)
            who = ", ".join(f"{shown(name)} {count}" for name, count in writers.items())
            yield f"  {shown(candidate.text)}  {candidate.score:.2f}, {_KINDS[candidate.kind]}: {who}"
            yield from (f"      {_context(place, by_id)}" for place in candidate.places[:_CONTEXTS])


def _context(place: Place, documents: dict[str, Document]) -> str:
    """The words around a place, the wording in brackets."""
    text = " ".join(documents[place.document].segments[i].text for i in place.segments)
    before = text[max(0, place.span.start - _AROUND) : place.span.start]
    after = text[place.span.stop : place.span.stop + _AROUND]
    dots = ("…" if place.span.start > _AROUND else "", "…" if len(text) > place.span.stop + _AROUND else "")
    return shown(f"{dots[0]}{before}[{place.text}]{after}{dots[1]}")


def draft_lines(drafts: Sequence[Concept], out: Path | None) -> Iterator[str]:
    """The drafts as pairs with their counts, or the file that they went to."""
    some = f"{len(drafts):,} likely {'term' if len(drafts) == 1 else 'terms'}"
    if out and drafts:
        yield f"{shown(str(out))}: {some} to edit"
        return
    yield f"{some}{'; the best' if len(drafts) > _PAIRS else ''}"
    for concept in drafts[:_PAIRS]:
        pair = " = ".join(shown(t.text) for t in concept.terms)
        yield f"  {pair}  {shown((concept.note or '').partition(';')[0])}"
