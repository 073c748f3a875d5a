"""Write a term base: TBX, CSV, TSV, XLSX, or a glossary for OmegaT."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import Final

from aligner import output
from aligner.errors import FormatError, UsageError
from aligner.model import Concept
from aligner.terms.files import fields, omegat, sheet, table, table_writer, tbx_writer
from aligner.terms.files.tbx_names import Style


class Kind(StrEnum):
    """The forms that a term base can be written in."""

    TBX3_DCA = "tbx3-dca"
    TBX3_DCT = "tbx3-dct"
    TBX2 = "tbx2"
    CSV = "csv"
    TSV = "tsv"
    XLSX = "xlsx"
    OMEGAT = "omegat"

    @property
    def tbx(self) -> bool:
        """Whether it is TBX, which names its languages and holds all of them."""
        return self.value.startswith("tbx")


_STYLES: Final = {Kind.TBX3_DCA: Style.DCA, Kind.TBX3_DCT: Style.DCT, Kind.TBX2: Style.MARTIF}
_SUFFIXES: Final = {
    ".tbx": Kind.TBX3_DCA,
    ".csv": Kind.CSV,
    ".tsv": Kind.TSV,
    ".xlsx": Kind.XLSX,
    ".utf8": Kind.OMEGAT,
}


def write(
    concepts: Sequence[Concept],
    path: str | Path,
    *,
    kind: str | None = None,
    from_lang: str | None = None,
    into_lang: str | None = None,
) -> None:
    """Write concepts to a file, whole or not at all, in the form named (see Kind) or that of the path's suffix.

    With `from_lang` and `into_lang` (BCP 47) a table is a glossary of this pair, without them it has a column for
    each language; OmegaT's glossary needs both. Warns (UserWarning), in one line, of what the form does not hold.
    Raises UsageError for a suffix or languages that make no sense, FormatError for content that the form cannot
    hold, OutputError where the file cannot be written.
    """
    path = Path(path)
    chosen = kind_of(path, kind)
    data, left_out = packed(concepts, chosen, path.stem, languages(chosen, from_lang, into_lang))
    if left_out:
        warnings.warn(f"{path.name}: not written: {'; '.join(left_out)}", stacklevel=2)
    output.write_files({path: data})


def kind_of(path: Path, kind: str | None = None) -> Kind:
    """The form named, else that of the suffix. Raises UsageError where neither says it."""
    if kind is not None:
        if kind not in list(Kind):
            raise UsageError(f"no form of term base {kind!r}; use {', '.join(Kind)}")
        return Kind(kind)
    if path.suffix.lower() not in _SUFFIXES:
        raise UsageError(f"{path}: its suffix does not say which form to write; choose one of {', '.join(Kind)}")
    return _SUFFIXES[path.suffix.lower()]


def languages(kind: Kind, from_lang: str | None, into_lang: str | None) -> tuple[str, str] | None:
    """The pair of a glossary, None for other forms. Raises UsageError for one language alone, or for TBX."""
    if not from_lang and not into_lang:
        if kind is Kind.OMEGAT:
            raise UsageError("OmegaT's glossary is of two languages; name both, such as from ko into en")
        return None
    if kind.tbx:
        raise UsageError(f"{kind.value} holds every language of the term base; name no languages")
    if not from_lang or not into_lang:
        raise UsageError("a glossary is of two languages; name both, such as from ko into en")
    try:
        return fields.language(from_lang), fields.language(into_lang)
    except ValueError as error:
        raise UsageError(str(error)) from None


def packed(
    concepts: Sequence[Concept], kind: Kind, title: str, pair: tuple[str, str] | None = None
) -> tuple[bytes, list[str]]:
    """The bytes of the file, and what it does not hold, in words. Raises FormatError where there is no concept."""
    if not concepts:
        raise FormatError("no concept to write; give a term base that has one")
    if kind in _STYLES:
        return tbx_writer.write(concepts, title=title, style=_STYLES[kind]).encode("utf-8"), []
    if kind is Kind.OMEGAT and pair:
        text, left_out = omegat.write(concepts, *pair)
        return _encoded(text), left_out
    rows, left_out = table_writer.glossary(concepts, *pair) if pair else (table_writer.by_language(concepts), [])
    if kind is Kind.XLSX:
        return sheet.packed(rows), left_out
    return _encoded(table.as_tsv(rows) if kind is Kind.TSV else table.as_csv(rows)), left_out


def _encoded(text: str) -> bytes:
    try:
        return text.encode("utf-8")
    except UnicodeEncodeError as error:
        code = ord(text[error.start])
        raise FormatError(f"UTF-8 has no character U+{code:04X}; take it out of the term base") from None
