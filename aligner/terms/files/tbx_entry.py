"""One concept entry of a TBX file, in any of its styles."""

from __future__ import annotations

import dataclasses
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, TypeVar

from aligner.errors import FormatError
from aligner.model import Concept, Term, TermStatus
from aligner.terms.files import fields, tbx_names
from aligner.terms.files.tbx_nodes import category, joined, leaves, line_of, local_name, text_of, texts

if TYPE_CHECKING:
    from lxml.etree import _Element

_Value = TypeVar("_Value")
_Values = dict[str, list["_Element"]]
_EXACT_LINES = 65_535  # libxml2 counts an element's line in 16 bits and estimates it beyond
_STATUS: Final = ("administrativeStatus", "normativeAuthorization")
_LINKS: Final = ("crossReference", "relatedConcept")
_OF_CONCEPTS: Final = frozenset(
    ("subjectField", "definition", "source", "note", "customerSubset", "projectSubset", *_LINKS)
)
_OF_TERMS: Final = frozenset(
    ("term", *_STATUS, "partOfSpeech", "termType", "source", "note", "customerSubset", "projectSubset")
)


class Entry:
    """Reads one entry; what it passes over is counted in `unread` by its data category."""

    def __init__(self, element: _Element, number: int, name: str, unread: Counter[str]) -> None:
        self._element, self._name, self._unread = element, name, unread
        self._file = Path(name).name
        self._ident = element.get("id") or f"{Path(name).stem}:{number}"
        self.line = line_of(element)

    def concept(self) -> Concept:
        """The concept of this entry. Raises FormatError with file, line, concept and field."""
        own = self._values(self._element, _OF_CONCEPTS, tbx_names.LANGUAGES)
        terms: list[Term] = []
        for section in self._element:
            if local_name(section) in tbx_names.LANGUAGES:
                for category, nodes in self._values(section, _OF_CONCEPTS, tbx_names.TERMS).items():
                    own[category] += nodes
                terms += self._terms(section)
        if not terms:
            raise self._error(self._element, "term", "the concept has none; add one or take the entry out")
        concept = Concept(
            id=self._ident,
            terms=_of_house(terms, tuple(texts(own["customerSubset"]))),
            subject=self._first(own["subjectField"]),
            definition=self._first(own["definition"]),
            note=joined(own["note"], " "),
            source=joined(own["source"], "; "),
            origin=self._file,
        )
        return self._subsets(own["projectSubset"], concept) if own["projectSubset"] else concept

    def _subsets(self, nodes: list[_Element], concept: Concept) -> Concept:
        """The concept with what its project subsets and its links say, these in the order of the file."""
        found: dict[str, Any] = {}
        related = []
        for node in nodes:
            text = text_of(node)
            target = node.get("target")
            if category(node) in _LINKS:
                if target:
                    related.append(target)
                else:
                    self._unread["reference without a target"] += 1
            elif text in (tbx_names.WEIGHTY, tbx_names.UNCERTAIN):
                found[text] = True
            elif text.startswith(tbx_names.SEVERITY):
                found["severity"] = self._read(node, fields.severity, _after(text))
            elif text.startswith(tbx_names.IDENTIFIER):
                found["id"] = _after(text)
            elif text.startswith(tbx_names.RELATED):
                related.append(_after(text))
            else:
                self._unread["projectSubset"] += 1
        return dataclasses.replace(concept, related=tuple(related), **found)

    def _terms(self, section: _Element) -> Iterator[Term]:
        tag = section.get(f"{tbx_names.XML}lang") or section.get("lang")
        if not tag:
            raise self._error(section, "xml:lang", "missing; name the language of the section, such as en")
        lang = self._read(section, fields.language, tag, "xml:lang")
        for node in section:
            if local_name(node) in tbx_names.TERMS:
                yield self._term(node, lang)

    def _term(self, node: _Element, lang: str) -> Term:
        own = self._values(node, _OF_TERMS)
        text = self._first(own["term"])
        if not text:
            raise self._error(node, "term", "empty or missing")
        status, forbidden = TermStatus.ADMITTED, False
        for said in own["administrativeStatus"][:1] or own["normativeAuthorization"][:1]:
            status, forbidden = self._read(said, fields.status)
        term = Term(
            text=text,
            lang=lang,
            status=status,
            forbidden=forbidden,
            outlets=tuple(texts(own["customerSubset"])),
            note=joined(own["note"], " "),
            source=joined(own["source"], "; "),
            part_of_speech=next((self._read(n, fields.part_of_speech) for n in own["partOfSpeech"]), None),
            type=next((self._read(n, fields.term_type) for n in own["termType"]), None),
        )
        if own["projectSubset"]:
            term = self._term_subsets(own["projectSubset"], term)
            for field, problem in fields.bad_patterns(term):
                raise self._error(node, field, problem)
        return term

    def _term_subsets(self, subsets: list[_Element], term: Term) -> Term:
        found: dict[str, Any] = defaultdict(tuple)
        for node in subsets:
            text = text_of(node)
            if text == tbx_names.CASE:
                found["case_sensitive"] = True
            elif text == tbx_names.FORBIDDEN:
                found["forbidden"] = True
            elif text.startswith(tbx_names.MATCH):
                found["match"] = self._read(node, fields.match_rule, _after(text))
            elif text.startswith(tbx_names.NOT_IF):
                found["not_if"] += (_after(text),)
            elif text.startswith(tbx_names.CONTEXT):
                found["context"] += (_after(text),)
            elif text.startswith(tbx_names.PART_OF_SPEECH):
                found["part_of_speech"] = self._read(node, fields.part_of_speech, _after(text))
            elif text.startswith(tbx_names.TERM_TYPE):
                found["type"] = self._read(node, fields.term_type, _after(text))
            else:
                self._unread["projectSubset"] += 1
        return dataclasses.replace(term, **found) if found else term

    def _values(self, node: _Element, known: frozenset[str], beneath: tuple[str, ...] = ()) -> _Values:
        """The entries of a node by their data category, groups opened; what is not known is counted.

        Links go with the project subsets, which may hold some too: their order is kept.
        """
        found: _Values = defaultdict(list)
        for child in leaves(node):
            local = local_name(child)
            if local in beneath or not local:
                continue
            name = category(child)
            if name in known:
                found["projectSubset" if name in _LINKS else name].append(child)
            else:
                self._unread[name] += 1
        return found

    def _first(self, nodes: list[_Element]) -> str | None:
        """The text of the first node; others are counted as not read."""
        for node in nodes[1:]:
            self._unread[f"further {category(node)}"] += 1
        return (text_of(nodes[0]) if nodes else None) or None

    def _read(
        self, node: _Element, read: Callable[[str], _Value], text: str | None = None, field: str | None = None
    ) -> _Value:
        try:
            return read(text_of(node) if text is None else text)
        except ValueError as error:
            raise self._error(node, field or category(node), str(error)) from None

    def _error(self, node: _Element, field: str, problem: str) -> FormatError:
        line = line_of(node)
        about = "about " if line > _EXACT_LINES else ""
        return FormatError(f"{self._name}, {about}line {line}, concept {self._ident!r}, field {field}: {problem}")


def _of_house(terms: list[Term], outlets: tuple[str, ...]) -> tuple[Term, ...]:
    """The terms, those without outlets of their own with the ones of their concept."""
    if not outlets:
        return tuple(terms)
    return tuple(t if t.outlets else dataclasses.replace(t, outlets=outlets) for t in terms)


def _after(text: str) -> str:
    return text.partition(":")[2].strip()
