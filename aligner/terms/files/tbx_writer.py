"""Write concepts as TBX of the dialect Basic, laid out for reading and editing by hand.

Version 3 in both styles and version 2 (martif), with elements in the order and at the levels that the published
schemas ask for: each language once, a term before its notes, ids that are XML names and stand once, links only to
entries of the file. See aligner.terms.files.tbx for what project subsets hold.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from xml.sax.saxutils import escape, quoteattr

from aligner.errors import FormatError
from aligner.model import Concept, MatchRule, Term
from aligner.terms.files import tbx_names
from aligner.terms.files.fields import BASIC_TYPES, NO_XML, PARTS_OF_SPEECH, tidy
from aligner.terms.files.tbx_heads import HEADS, TAILS
from aligner.terms.files.tbx_names import CATEGORIES, Style

_NAME = re.compile(r"[A-Za-z_\u00c0-\u00d6\u00d8-\u00f6\u4e00-\u9fa5\uac00-\ud7a3]"
                   r"[A-Za-z0-9._\-\u00c0-\u00d6\u00d8-\u00f6\u4e00-\u9fa5\uac00-\ud7a3]*")  # fmt: skip
"""The part of XML's names (NCName) on which the editions of the standard agree and that news-minded ids need."""

Item = tuple[str, str]
"""A data category (or "note") and its value."""


def write(
    concepts: Sequence[Concept], *, title: str, source: str = "news-aligner", style: Style = Style.DCA
) -> str:
    """A TBX document that aligner.terms.files.tbx reads back to the same concepts.

    Not kept are the concepts' `origin`, the order of terms of different languages, and white space beyond single
    spaces. Raises FormatError for a concept without a term, a value outside its picklist and a character that XML
    cannot hold.
    """
    about = {"title": title, "source": source}
    head = HEADS[style].format(**{k: _safe(NO_XML.sub("\ufffd", v)) for k, v in about.items()})
    ids = _ids(concepts)
    targets = {concept.id: ident for concept, ident in zip(reversed(concepts), reversed(ids), strict=True)}
    pieces = [head]
    for concept, ident in zip(concepts, ids, strict=True):
        pieces += (f"{line}\n" for line in _Writer(style, targets).entry(concept, ident))
    return "".join((*pieces, TAILS[style]))


class _Writer:
    """Writes entries of one style; `targets` are the ids in the file by those of the concepts."""

    def __init__(self, style: Style, targets: dict[str, str]) -> None:
        self._style, self._targets = style, targets

    def entry(self, concept: Concept, ident: str) -> Iterator[str]:
        """The lines of one concept's entry."""
        old = self._style is Style.MARTIF
        entry, section, term_section = _names(old)
        try:
            yield f"      <{entry} id={quoteattr(ident)}>"
            yield from (f"        {self._item(*item)}" for item in self._of_concept(concept, ident))
            for lang, terms in _by_language(concept):
                yield f'        <{section} xml:lang="{_safe(lang)}">'
                for term in terms:
                    items = "".join(self._item(*item) for item in _of_term(term, old))
                    yield f"          <{term_section}><term>{_safe(term.text)}</term>{items}</{term_section}>"
                yield f"        </{section}>"
            yield f"      </{entry}>"
        except ValueError as error:
            raise FormatError(f"concept {concept.id!r}: cannot be written as TBX: {error}") from None

    def _of_concept(self, concept: Concept, ident: str) -> Iterator[Item]:
        if not concept.terms:
            raise ValueError("it has no term; add one or take it out")
        if ident != concept.id:
            yield "projectSubset", tbx_names.IDENTIFIER + concept.id
        yield from _given(("subjectField", concept.subject), ("definition", concept.definition))
        if concept.weighty:
            yield "projectSubset", tbx_names.WEIGHTY
        if concept.uncertain:
            yield "projectSubset", tbx_names.UNCERTAIN
        if concept.severity is not None:
            yield "projectSubset", tbx_names.SEVERITY + concept.severity.label
        for other in concept.related:
            if other in self._targets:
                yield "crossReference", self._targets[other]
            else:
                yield "projectSubset", tbx_names.RELATED + other
        yield from _given(("source", concept.source), ("note", concept.note))

    def _item(self, category: str, value: str) -> str:
        """One element, named by its category (DCT) or with it as an attribute."""
        text = _safe(value)
        if category == "note":
            return f"<note>{text}</note>"
        if self._style is Style.DCT:
            name, attributes = f"{CATEGORIES[category].module}:{category}", ""
        else:
            name, attributes = CATEGORIES[category].element, f' type="{category}"'
        if category == "crossReference":
            return f"<{name}{attributes} target={quoteattr(value)}/>"
        return f"<{name}{attributes}>{text}</{name}>"


def _names(old: bool) -> tuple[str, str, str]:
    return ("termEntry", "langSet", "tig") if old else ("conceptEntry", "langSec", "termSec")


def _of_term(term: Term, old: bool) -> Iterator[Item]:
    """Term notes first, as the content model of a term section asks."""
    yield "administrativeStatus", f"{term.status.value}Term-admn-sts"
    subsets = []
    if term.part_of_speech:
        if term.part_of_speech not in PARTS_OF_SPEECH:
            raise ValueError(f"part of speech {term.part_of_speech!r}; expected {', '.join(PARTS_OF_SPEECH)}")
        known = old or term.part_of_speech != "properNoun"
        yield "partOfSpeech", term.part_of_speech if known else "noun"
        subsets += [] if known else [tbx_names.PART_OF_SPEECH + term.part_of_speech]
    if term.type in BASIC_TYPES:
        yield "termType", term.type
    elif term.type:
        subsets.append(tbx_names.TERM_TYPE + term.type)
    for outlet in term.outlets:
        yield "customerSubset", outlet
    for subset in (*subsets, *_rules(term)):
        yield "projectSubset", subset
    yield from _given(("source", term.source), ("note", term.note))


def _rules(term: Term) -> Iterator[str]:
    """What a term says of matching, which no data category of TBX-Basic holds."""
    if term.forbidden:
        yield tbx_names.FORBIDDEN
    if term.case_sensitive:
        yield tbx_names.CASE
    if term.match is not MatchRule.FORMS:
        yield tbx_names.MATCH + term.match.value
    yield from (tbx_names.NOT_IF + pattern for pattern in term.not_if)
    yield from (tbx_names.CONTEXT + pattern for pattern in term.context)


def _by_language(concept: Concept) -> Iterable[tuple[str, list[Term]]]:
    """The terms of each language, languages in the order of their first term."""
    found: dict[str, list[Term]] = defaultdict(list)
    for term in concept.terms:
        found[term.lang].append(term)
    return found.items()


def _ids(concepts: Sequence[Concept]) -> list[str]:
    """An id for each entry: the concept's own where it is an XML name and stands for the first time."""
    taken: set[str] = {c.id for c in concepts}
    used: set[str] = set()
    found = []
    for number, concept in enumerate(concepts, 1):
        ident = concept.id
        if ident in used or not _NAME.fullmatch(ident):
            ident = f"entry-{number}"
            while ident in taken:
                ident += "-"
            taken.add(ident)
        used.add(ident)
        found.append(ident)
    return found


def _given(*items: tuple[str, str | None]) -> Iterator[Item]:
    return ((category, value) for category, value in items if value)


def _safe(text: str) -> str:
    bad = NO_XML.search(text)
    if bad:
        raise ValueError(f"XML has no character U+{ord(bad[0]):04X}; take it out of {text[:40]!r}")
    return escape(tidy(text))
