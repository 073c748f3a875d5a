"""Load a term base by its file's suffix: TBX, CSV, TSV or XLSX."""

from __future__ import annotations

import warnings
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from aligner.errors import EncodingError, FormatError, InputError
from aligner.model import Concept
from aligner.plugins import resource
from aligner.terms.files import tbx

if TYPE_CHECKING:
    from aligner.terms.files import columns

_HEAD = 10_000  # bytes in which something must stand
SUFFIXES = (".csv", ".tbx", ".tsv", ".xlsx", ".xml")


@dataclass(frozen=True, slots=True)
class TermBase:
    """The concepts of a file, and the line (row of a sheet) in which each starts.

    `fields` names for each concept of a table the columns that its terms stand in; TBX has none.
    """

    concepts: tuple[Concept, ...]
    lines: tuple[int, ...]
    fields: tuple[tuple[str, ...], ...] = ()


def load(
    path: str | Path, *, base_lang: str | None = None, version_lang: str | Sequence[str] | None = None
) -> tuple[Concept, ...]:
    """The concepts of a term base.

    `base_lang` and `version_lang` (BCP 47) are the languages of the texts at hand, of all versions where there are
    several: they tell which languages the columns source and preferred of a table are in (see
    aligner.terms.files.languages). Other tables and TBX name their languages themselves. Warns (UserWarning) of
    what is in the file but not read, and of rows of a glossary with an empty side. Raises InputError for a missing
    file, EncodingError for bytes that are no text, FormatError with file, line and field for broken content and
    for another suffix, MissingExtraError for XLSX without openpyxl.
    """
    base = read(path, base_lang=base_lang, version_lang=version_lang)
    if base.fields:
        from aligner.terms.files import sides

        for line in sides.told(base.concepts, base.lines, base.fields):
            warnings.warn(f"{Path(path).name}, {line}", stacklevel=2)
    return base.concepts


def read(
    path: str | Path, *, base_lang: str | None = None, version_lang: str | Sequence[str] | None = None
) -> TermBase:
    """Like `load`, with the places of concepts and without a warning of empty sides: `problems` tells each."""
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FormatError(f"{path}: no term base format {suffix!r}; use {', '.join(SUFFIXES)}")
    if suffix in (".tbx", ".xml"):
        with _opened(path) as stream:
            found = tbx.read_with_lines(stream, str(path))
        return TermBase(tuple(concept for concept, _ in found), tuple(line for _, line in found))
    versions = [version_lang] if isinstance(version_lang, str) else list(version_lang or ())
    concepts, lines, fields = zip(*_table(path, [base_lang] if base_lang else [], versions), strict=True)
    return TermBase(concepts, lines, fields)


def bundled() -> tuple[Concept, ...]:
    """The concepts that come with the package: reporting on China, Korea and diplomacy, in zh, ko and en."""
    path = resource("aligner.terms", "data", "china.tbx")
    with _opened(path) as stream:
        return tbx.read(stream, path.name)


def _table(path: Path, base: Sequence[str], versions: Sequence[str]) -> list[columns.Entry]:
    """The concepts of a table or sheet, each with its line and the columns of its terms."""
    from aligner.terms.files import columns, sheet, table  # the bundled base needs none of them
    from aligner.text.encoding import decode

    with _opened(path) as stream:
        data = stream.read()
    if path.suffix.lower() == ".xlsx":
        return columns.concepts(sheet.rows(data, str(path)), str(path), base, versions)
    try:
        text = decode(data)[0]
    except EncodingError as error:
        raise EncodingError(f"{path}: {error}") from None
    rows = table.rows(text, "\t" if path.suffix.lower() == ".tsv" else None, str(path))
    return columns.concepts(rows, str(path), base, versions)


@contextmanager
def _opened(path: Path) -> Iterator[BinaryIO]:
    """The file, read from its start, or an InputError in one line; an empty file is no term base."""
    try:
        with path.open("rb") as stream:
            if not stream.read(_HEAD).strip():
                raise FormatError(f"{path}: the term base is empty; expected TBX or a table with a header line")
            stream.seek(0)
            yield stream
    except OSError as error:
        raise InputError(f"{path}: cannot read the term base ({error.strerror}); give an existing file") from None
