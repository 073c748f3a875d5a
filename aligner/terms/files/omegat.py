"""OmegaT's glossary: a line for each term with its rendering, source TAB target TAB comment, in UTF-8.

The comment says the rendering's status, what else is allowed, what is not to be used, and the note. OmegaT passes
over lines that start with "#" (its manual, "Glossaries"), so such a term cannot be written.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from aligner.model import Concept, Term, TermStatus
from aligner.model.language import primary
from aligner.terms.files.fields import tidy


def write(concepts: Sequence[Concept], source: str, target: str) -> tuple[str, list[str]]:
    """The file for a pair of languages (primary subtags count), and what it does not hold, in words."""
    source, target = (primary(tag) for tag in (source, target))
    lines: list[str] = []
    hidden = missing = 0
    for concept in concepts:
        found = list(_lines(concept, source, target))
        missing += not found
        hidden += sum(line.startswith("#") for line in found)
        lines += (line for line in found if not line.startswith("#"))
    left_out = [f"concepts without an accepted term in {source} and {target}: {missing}"] if missing else []
    left_out += [f"terms that start with #, which OmegaT takes for remarks: {hidden}"] if hidden else []
    return "".join(f"{line}\n" for line in dict.fromkeys(lines)), left_out


def _lines(concept: Concept, source: str, target: str) -> Iterator[str]:
    renderings = concept.in_language(target)
    preferred = [t for t in renderings if t.status is TermStatus.PREFERRED]
    chosen = preferred or [t for t in renderings if t.status.accepted][:1]
    for term in concept.in_language(source):
        for rendering in chosen if term.status.accepted else ():
            yield f"{tidy(term.text)}\t{tidy(rendering.text)}\t{_comment(concept, rendering, renderings)}"


def _comment(concept: Concept, chosen: Term, renderings: Sequence[Term]) -> str:
    parts = [chosen.status.value]
    for name in ("preferred", "allowed", "deprecated", "forbidden", "superseded"):
        others = [tidy(t.text) for t in renderings if t is not chosen and _name(t) == name]
        parts += [f"{name}: {', '.join(others)}"] if others else []
    return "; ".join((*parts, *(tidy(n) for n in (chosen.note, concept.note) if n)))


def _name(term: Term) -> str:
    if term.forbidden and not term.status.accepted:
        return "forbidden"
    return "allowed" if term.status is TermStatus.ADMITTED else term.status.value
