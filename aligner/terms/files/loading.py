"""Load a term base by its file's suffix: TBX, CSV, TSV or XLSX."""

from __future__ import annotations

from pathlib import Path

from aligner.errors import FormatError, InputError
from aligner.model import Concept
from aligner.plugins import resource
from aligner.terms.files import sheet, table, tbx

SUFFIXES = (".csv", ".tbx", ".tsv", ".xlsx", ".xml")


def load(path: str | Path, *, base_lang: str | None = None, version_lang: str | None = None) -> tuple[Concept, ...]:
    """The concepts of a term base.

    `base_lang` and `version_lang` (BCP 47) say which languages a table with the columns source and preferred is
    in; without them a term gets the language that its script alone can tell (Chinese, Korean, Japanese), else
    "und", which is searched in texts of every language. Other tables and TBX name their languages themselves.
    Raises InputError for a missing file, EncodingError for bytes that are no text, FormatError with file, line
    and field for broken content and for another suffix, MissingExtraError for XLSX without openpyxl.
    """
    path = Path(path)
    suffix = path.suffix.lower()
    if suffix not in SUFFIXES:
        raise FormatError(f"{path}: no term base format {suffix!r}; use {', '.join(SUFFIXES)}")
    data = _bytes(path)
    if suffix in (".tbx", ".xml"):
        return tbx.read(data, str(path))
    if suffix == ".xlsx":
        rows = sheet.rows(data, str(path))
    else:
        from aligner.text.encoding import decode

        rows = table.rows(decode(data)[0], "\t" if suffix == ".tsv" else None, str(path))
    return table.concepts(rows, str(path), base_lang, version_lang)


def bundled() -> tuple[Concept, ...]:
    """The concepts that come with the package: reporting on China, Korea and diplomacy, in zh, ko and en."""
    path = resource("aligner.terms", "data", "china.tbx")
    return tbx.read(_bytes(path), path.name)


def _bytes(path: Path) -> bytes:
    """The file's bytes, or an InputError in one line; an empty file is no term base."""
    try:
        data = path.read_bytes()
    except OSError as error:
        raise InputError(f"{path}: cannot read the term base ({error.strerror}); give an existing file") from None
    if not data.strip():
        raise FormatError(f"{path}: the term base is empty; expected TBX or a table with a header line")
    return data
