"""Documents and concepts made by hand for the tests of discovery."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.model import Alignment, Bead, Block, Concept, Document, Role, Segment, Span, Term, TermStatus


def document(name: str, lang: str, *lines: str) -> Document:
    """A document of one segment a line."""
    blocks = tuple(Block(Role.BODY, line) for line in lines)
    return Document(name, lang, blocks, tuple(Segment(n, t, Span(0, len(t)), n) for n, t in enumerate(lines)))


def line_by_line(base: Document, version: Document) -> Alignment:
    """The alignment that pairs each segment with the one of its number."""
    size = min(len(base.segments), len(version.segments))
    beads = [Bead((i,), (i,)) for i in range(size)]
    beads += [Bead((i,), ()) for i in range(size, len(base.segments))]
    beads += [Bead((), (i,)) for i in range(size, len(version.segments))]
    return Alignment(base.id, version.id, tuple(beads), "by hand", True)


def concept(ident: str, **terms: str | Sequence[str]) -> Concept:
    """A concept with its terms by language, all preferred."""
    listed = [(lang, (found,) if isinstance(found, str) else found) for lang, found in terms.items()]
    made = (Term(text, lang, TermStatus.PREFERRED) for lang, texts in listed for text in texts)
    return Concept(ident, tuple(made))


BAY = concept("bay", zh="青石海湾", ko="청석 해만", en="Qingshi Bay")
LEAGUE = concept("league", zh="一个海湾原则", ko="하나의 해만 원칙", en="one-Bay principle")
PACT = concept("pact", zh="全面渔业伙伴关系", en="comprehensive fishery partnership")
