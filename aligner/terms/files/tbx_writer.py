"""Write concepts as TBX version 3, dialect Basic, style DCA, laid out for reading and editing by hand."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from xml.sax.saxutils import escape, quoteattr

from aligner.model import Concept, Term
from aligner.terms.files.tbx import CASE, WEIGHTY

_HEAD = """<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
  <tbxHeader>
    <fileDesc>
      <titleStmt><title>{title}</title></titleStmt>
      <sourceDesc><p>{source}</p></sourceDesc>
    </fileDesc>
  </tbxHeader>
  <text>
    <body>
"""
_TAIL = "    </body>\n  </text>\n</tbx>\n"


def write(concepts: Sequence[Concept], *, title: str, source: str = "news-aligner") -> str:
    """A TBX document that aligner.terms.files.tbx reads back to the same concepts, their `origin` apart."""
    head = _HEAD.format(title=escape(title), source=escape(source))
    return head + "".join(f"      {line}\n" for c in concepts for line in _concept(c)) + _TAIL


def _concept(concept: Concept) -> Iterator[str]:
    yield f"<conceptEntry id={quoteattr(concept.id)}>"
    if concept.subject:
        yield f'  <descrip type="subjectField">{escape(concept.subject)}</descrip>'
    if concept.definition:
        yield f'  <descrip type="definition">{escape(concept.definition)}</descrip>'
    if concept.weighty:
        yield f'  <admin type="projectSubset">{WEIGHTY}</admin>'
    for other in concept.related:
        yield f'  <ref type="crossReference" target={quoteattr(other)}/>'
    if concept.note:
        yield f"  <note>{escape(concept.note)}</note>"
    for lang, terms in groupby(concept.terms, key=lambda t: t.lang):
        yield f"  <langSec xml:lang={quoteattr(lang)}>"
        for term in terms:
            yield f"    <termSec>{''.join(_term(term))}</termSec>"
        yield "  </langSec>"
    yield "</conceptEntry>"


def _term(term: Term) -> Iterator[str]:
    yield f"<term>{escape(term.text)}</term>"
    yield f'<termNote type="administrativeStatus">{term.status.value}Term-admn-sts</termNote>'
    for outlet in term.outlets:
        yield f'<admin type="customerSubset">{escape(outlet)}</admin>'
    if term.case_sensitive:
        yield f'<admin type="projectSubset">{CASE}</admin>'
    if term.note:
        yield f"<note>{escape(term.note)}</note>"
