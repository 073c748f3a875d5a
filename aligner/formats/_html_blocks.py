"""A web page's tree to its paragraphs: every visible text, in order, with what the markup says of it.

Walks without recursion, so that a page nested a thousand deep is read like any other.
"""

from __future__ import annotations

import functools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from aligner.text.furniture import data
from aligner.text.layout import join

_UNSEEN = frozenset(
    (
        "script",
        "style",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "select",
        "textarea",
        "head",
        "canvas",
        "audio",
        "video",
        "datalist",
        "button",
    )
)
_ASIDE = frozenset(("nav", "aside", "footer", "form", "menu", "dialog"))
_INLINE = frozenset(
    (
        *(
            "a",
            "abbr",
            "acronym",
            "b",
            "bdi",
            "bdo",
            "big",
            "cite",
            "code",
            "data",
            "del",
            "dfn",
            "em",
            "font",
            "i",
            "img",
        ),
        *(
            "ins",
            "kbd",
            "label",
            "mark",
            "q",
            "rp",
            "rt",
            "ruby",
            "s",
            "samp",
            "small",
            "span",
            "strike",
            "strong",
            "sub",
        ),
        *("sup", "time", "tt", "u", "var", "wbr", "picture", "source", "o:p"),
    )
)
_STRONG = frozenset(("b", "strong"))
_WORD = re.compile("[a-z]+")
_STOP = re.compile(r"[.!?。！？…:：][\"'”’』」)）]*$")


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph of a page.

    `tag` is its element, `asides` the elements around it that claim to be no text (outermost first), `links` the
    share of its characters inside links, `strong` its leading bold characters, `caption` whether markup calls it
    one, `parent` its element's parent.
    """

    text: str
    tag: str
    asides: tuple[etree._Element, ...]
    links: float
    strong: int
    caption: bool
    parent: etree._Element | None


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: the open elements that matter and the text gathered since the last block border."""

    asides: list[etree._Element] = field(default_factory=list)
    captions: int = 0
    links: int = 0
    bold: int = 0
    runs: list[tuple[str, bool, bool]] = field(default_factory=list)

    def add(self, text: str | None) -> None:
        if text:
            self.runs.append((text, bool(self.links), bool(self.bold)))


def pieces(root: etree._Element) -> Iterator[Piece]:
    """The paragraphs of a page in reading order; none is empty. Scripts, styles and form controls are no text."""
    walk = _Walk()
    block: list[etree._Element] = [root]
    walker = etree.iterwalk(root, events=("start", "end", "comment", "pi"))
    for event, element in walker:
        tag = element.tag.lower() if isinstance(element.tag, str) else ""
        if event in ("comment", "pi"):
            walk.add(element.tail)
            continue
        if event == "start" and tag in _UNSEEN:
            walker.skip_subtree()
        if tag in ("br", "hr") and event == "start":
            walk.runs.append(("\n", False, False))
        if tag not in _INLINE and tag not in _UNSEEN and tag != "br":
            yield from _flush(walk, block[-1])
            block.append(element) if event == "start" else block.pop()
        _enter(walk, element, tag, 1 if event == "start" else -1)
        if event == "start" and tag not in _UNSEEN:
            walk.add(element.text)
        elif event == "end" and element is not root:
            walk.add(element.tail)
    yield from _flush(walk, root)


def _enter(walk: _Walk, element: etree._Element, tag: str, step: int) -> None:
    """Keep count of the open elements that tell something of the text inside them."""
    walk.links += step if tag == "a" else 0
    walk.bold += step if tag in _STRONG else 0
    if tag in ("body", "html"):
        return
    words = _hints(element)
    walk.captions += step if tag == "figcaption" or words & _names("caption") else 0
    if tag in _ASIDE or words & _names("aside") or _hidden(element):
        if step > 0:
            walk.asides.append(element)
        elif walk.asides and walk.asides[-1] is element:
            walk.asides.pop()


def _flush(walk: _Walk, element: etree._Element) -> Iterator[Piece]:
    runs, walk.runs = walk.runs, []
    for part in _split(runs):
        text, strong = _collapse(part)
        if text:
            letters = sum(len(run[0].split()) and len("".join(run[0].split())) for run in part)
            linked = sum(len("".join(run[0].split())) for run in part if run[1])
            tag = element.tag if isinstance(element.tag, str) else ""
            asides = tuple(walk.asides)
            yield Piece(text, tag, asides, linked / max(1, letters), strong, walk.captions > 0, element.getparent())


def _split(runs: list[tuple[str, bool, bool]]) -> list[list[tuple[str, bool, bool]]]:
    """Break a block at its <br>: two in a row part paragraphs, one does where the line before it is a sentence."""
    lines: list[list[tuple[str, bool, bool]]] = [[]]
    for run in runs:
        if run == ("\n", False, False):
            lines.append([])
        else:
            lines[-1].append(run)
    parts: list[list[tuple[str, bool, bool]]] = []
    before = ""
    fresh = True
    for line in lines:
        words = "".join(run[0] for run in line)
        if not words.strip():
            fresh = True
            continue
        if fresh or _STOP.search(before[-9:]) or len(before) < 40 or words.startswith("\u3000"):
            parts.append(line)
        else:
            seam = join(before[-1:], words.lstrip()[:1])[1:-1]
            parts[-1].extend([(seam, False, False), *line])
        before, fresh = words.strip(), False
    return parts


def _collapse(runs: list[tuple[str, bool, bool]]) -> tuple[str, int]:
    """The words of a block with single spaces, and how many of its first characters are bold."""
    text = " ".join("".join(run[0] for run in runs).split())
    bold = ""
    for words, _, strong in runs:
        if words.strip() and not strong:
            break
        bold += words
    strong_part = " ".join(bold.split())
    return text, len(strong_part) if text.startswith(strong_part) else 0


def _hints(element: etree._Element) -> frozenset[str]:
    names = f"{element.get('class', '')} {element.get('id', '')} {element.get('role', '')}"[:500]
    return frozenset(_WORD.findall(names.lower())) if names.strip() else frozenset()


@functools.cache
def _names(kind: str) -> frozenset[str]:
    return frozenset(data()["markup"][kind])


def _hidden(element: etree._Element) -> bool:
    style = (element.get("style") or "")[:500].replace(" ", "").lower()
    return element.get("hidden") is not None or "display:none" in style or element.get("aria-hidden") == "true"
