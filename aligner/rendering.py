"""Which plug-in writes which file: whole reports and single alignments as bytes."""

from __future__ import annotations

import json
from pathlib import Path

from aligner import formats, plugins
from aligner.errors import UsageError
from aligner.model import Alignment, Document, Report
from aligner.model.alignment import aligned_pairs
from aligner.reporters.json import alignment_as_json


def files(report: Report, path: Path) -> dict[Path, bytes]:
    """The files that hold a report, in the format of the suffix of `path`.

    A whole report makes one file (.html, .json); an interchange format (.tmx, .tsv) holds one pair, so several
    versions make one file each, their ids put before the suffix. Raises UsageError for an unknown suffix.
    """
    suffix = path.suffix.lower()
    for name in plugins.names("reporters"):
        reporter = plugins.load("reporters", name)
        if reporter.suffix == suffix:
            return {path: reporter().render(report).encode("utf-8", "backslashreplace")}
    writer = _writer(suffix)
    if writer is None:
        raise UsageError(f"{path}: no output format {suffix!r}; use .html, .json, .tmx, .tsv or .xlf")
    made: dict[Path, bytes] = {}
    for alignment, version in zip(report.alignments, report.versions, strict=True):
        target = path if len(report.versions) == 1 else path.with_suffix(f".{version.id}{path.suffix}")
        pairs = aligned_pairs(alignment, report.base, version)
        made[target] = writer.write(alignment, report.base, version, pairs)
    return made


def alignment(alignment: Alignment, base: Document, version: Document, kind: str) -> bytes:
    """One alignment as "ladder", "tsv", "tmx" or "json" (an entry of `alignments` in the JSON report)."""
    if kind == "json":
        return (json.dumps(alignment_as_json(alignment), ensure_ascii=False, indent=1) + "\n").encode()
    writer: formats.Writer = plugins.load("formats", kind)()
    return writer.write(alignment, base, version, aligned_pairs(alignment, base, version))


def _writer(suffix: str) -> formats.Writer | None:
    for name in plugins.names("formats"):
        plugin = plugins.load("formats", name)
        if suffix in plugin.suffixes and hasattr(plugin, "write"):
            writer: formats.Writer = plugin()
            return writer
    return None
