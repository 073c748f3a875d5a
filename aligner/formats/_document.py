"""Paragraphs of any format to a Document: roles, language, title, outlet and date."""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import PurePath

from aligner.errors import EmptyTextError
from aligner.model import Block, Document, Role
from aligner.text import language, publication, roles
from aligner.text.paragraphs import Paragraph


@dataclass(frozen=True, slots=True)
class Meta:
    """What a file's own metadata says of the text; None where it says nothing."""

    lang: str | None = None
    outlet: str | None = None
    date: datetime.date | None = None
    title: str | None = None


def build(
    paragraphs: Sequence[Paragraph | str], data: bytes, path: str, lang: str | None = None, meta: Meta | None = None
) -> Document:
    """The Document of one file, its paragraphs given their roles.

    `lang` overrides what `meta` and detection say. Raises EmptyTextError where no body text is left.
    """
    return of_blocks(roles.assign(paragraphs), data, path, lang, meta or Meta())


def of_blocks(blocks: tuple[Block, ...], data: bytes, path: str, lang: str | None, meta: Meta) -> Document:
    """The Document of blocks that have their roles already. Raises EmptyTextError where no body text is left."""
    body = "\n".join(block.text for block in blocks if block.role.aligned)
    if not any(block.text.strip() for block in blocks if block.role is Role.BODY):
        aside = sum(1 for block in blocks if block.text.strip())
        kept = f" besides title, bylines and page furniture ({aside} paragraphs)" if aside else ""
        raise EmptyTextError(f"{path}: no body text{kept}; give a file that holds the text itself")
    detected = language.detect(body)
    tag, warnings = _language(detected, lang, meta.lang)
    if "\ufffd" in body:
        warnings.append(f"the file itself holds {body.count(chr(0xFFFD))} replacement characters (U+FFFD)")
    lines = [block.text for block in blocks if block.role in (Role.DATELINE, Role.BYLINE)]
    title = next((block.text for block in blocks if block.role is Role.TITLE), None)
    return Document(
        id="stdin" if path == "-" else PurePath(path).stem or "text",
        lang=tag,
        blocks=blocks,
        outlet=meta.outlet or publication.outlet_of(lines),
        date=meta.date or publication.date_of(lines),
        title=title or meta.title,
        path=path,
        sha256=hashlib.sha256(data).hexdigest(),
        warnings=tuple(warnings),
    )


def _language(detected: language.Detection, wanted: str | None, declared: str | None) -> tuple[str, list[str]]:
    """The language tag and what is to be said of it: the user's word, sure detection, the file's word, a guess."""
    if wanted:
        return wanted, []
    primary = detected.lang.split("-")[0]
    if declared and (not detected.sure or detected.lang == "und") and declared.split("-")[0].lower() != primary:
        return declared, []
    if detected.sure:
        return detected.lang, []
    return detected.lang, [f"language unsure, taken for {detected.lang}; say it with --lang if that is wrong"]
