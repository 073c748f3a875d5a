"""Small texts and pairs for the checks of terms: sentences in, contexts and issues out."""

from __future__ import annotations

from collections.abc import Sequence

from aligner.checks import Context, Mode
from aligner.checks.term_consistency import TermConsistency
from aligner.checks.terminology import Terminology
from aligner.model import Alignment, Bead, Block, Concept, Document, Issue, Role, Segment, Span
from aligner.model.alignment import aligned_pairs, alone, ordered
from aligner.terms import bundled
from aligner.terms.matching import TermIndex
from aligner.terms.profiles import Profile, apply

Line = str | tuple[str | None, str]
"""A sentence, or (speaker, sentence)."""


def document(ident: str, lang: str, lines: Sequence[Line], *, title: bool = False) -> Document:
    """A text of one sentence a paragraph; with `title` the first is its headline."""
    said = [line if isinstance(line, tuple) else (None, line) for line in lines]
    roles = [Role.TITLE if title and not i else Role.BODY for i in range(len(said))]
    blocks = tuple(Block(role, text, speaker) for role, (speaker, text) in zip(roles, said, strict=True))
    segments = tuple(Segment(i, b.text, Span(0, len(b.text)), i, b.role, b.speaker) for i, b in enumerate(blocks))
    return Document(ident, lang, blocks, segments)


def context(
    base: Sequence[Line], version: Sequence[Line], beads: Sequence[tuple[list[int], list[int]]] | None = None,
    *, langs: tuple[str, str] = ("en", "en"), concepts: Sequence[Concept] | None = None,
    confidence: float | None = None, mode: Mode = Mode.RENDERING, profile: Profile | None = None,
) -> Context:  # fmt: skip
    """A version held against a base, sentence by sentence unless `beads` says otherwise."""
    one, two = document("base", langs[0], base), document("version", langs[1], version)
    links = beads if beads is not None else [([i], [i]) for i in range(len(base))]
    made = ordered(Bead(tuple(b), tuple(v), confidence if b and v else None) for b, v in links)
    alignment = Alignment("base", "version", made, "test", False)
    alignment.verify(len(base), len(version))
    known = bundled() if concepts is None else tuple(concepts)
    index = TermIndex(apply(profile, known) if profile else known)
    return Context(one, two, aligned_pairs(alignment, one, two), index, profile, mode)


def lone(
    lines: Sequence[Line], lang: str = "en", *, concepts: Sequence[Concept] | None = None,
    profile: Profile | None = None, title: bool = False,
) -> Context:  # fmt: skip
    """A text alone."""
    text = document("text", lang, lines, title=title)
    known = bundled() if concepts is None else tuple(concepts)
    index = TermIndex(apply(profile, known) if profile else known)
    return Context(text, text, alone(text), index, profile, Mode.ALONE)


def issues(where: Context) -> list[Issue]:
    """What `terminology` says."""
    check = Terminology()
    return [issue for pair in where.pairs for issue in check.check(pair, where)]


def mixes(where: Context) -> list[Issue]:
    """What `term-consistency` says."""
    check = TermConsistency()
    return [issue for pair in where.pairs for issue in check.check(pair, where)]
