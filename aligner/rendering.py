"""Which plug-in writes which file: whole reports and single alignments as bytes."""

from __future__ import annotations

import json
from pathlib import Path

from aligner import formats, plugins
from aligner.errors import UsageError
from aligner.model import Alignment, Document, Report
from aligner.model.alignment import aligned_pairs
from aligner.reporters.json import alignment_as_json


def files(report: Report, path: Path, kind: str) -> dict[Path, bytes]:
    """The files that hold a report as `kind`: a reporter ("html", "json") or a format that is written ("tmx").

    A whole report makes one file. An interchange format holds one pair of texts, so several versions make one file
    each, their ids put before the suffix.
    """
    if kind in plugins.names("reporters"):
        return {path: plugins.load("reporters", kind)().render(report).encode("utf-8", "backslashreplace")}
    writer: formats.Writer = plugins.load("formats", kind)()
    made: dict[Path, bytes] = {}
    for alignment, version in zip(report.alignments, report.versions, strict=True):
        target = path if len(report.versions) == 1 else path.with_suffix(f".{version.id}{path.suffix}")
        pairs = aligned_pairs(alignment, report.base, version)
        made[target] = writer.write(alignment, report.base, version, pairs)
    return made


def kind_of(path: Path) -> str:
    """What a file is to be written as, by its suffix. Raises UsageError for one that nothing writes."""
    suffix = path.suffix.lower()
    known: dict[str, str] = {}
    for name in plugins.names("formats"):
        plugin = plugins.load("formats", name)
        if hasattr(plugin, "write"):
            known.update(dict.fromkeys(plugin.suffixes, name))
    known.update({plugins.load("reporters", name).suffix: name for name in plugins.names("reporters")})
    if suffix not in known:
        raise UsageError(f"{path}: no output format {suffix!r}; use one of {', '.join(sorted(known))}")
    return known[suffix]


def alignment(alignment: Alignment, base: Document, version: Document, kind: str) -> bytes:
    """One alignment as "ladder", "tsv", "tmx", "xliff" or "json" (an entry of `alignments` in the JSON report)."""
    if kind == "json":
        return (json.dumps(alignment_as_json(alignment), ensure_ascii=False, indent=1) + "\n").encode()
    writer: formats.Writer = plugins.load("formats", kind)()
    return writer.write(alignment, base, version, aligned_pairs(alignment, base, version))
