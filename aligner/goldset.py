"""Sets of documents with alignments made by hand, and how an aligner does on them.

A set is a folder with one folder a document, each holding base.txt and version.txt (one segment a line) and, where
it is to be scored, gold.txt (a ladder); an optional set.toml names the languages (base_lang, version_lang). A work
with gold ladders is one too.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner import aligning, pipeline, work
from aligner.anchors import read as read_anchors
from aligner.errors import FormatError, InputError, UsageError
from aligner.evaluation import Evaluation, evaluate
from aligner.formats.ladder import read_beads
from aligner.lexicons import Lexicon
from aligner.model import Alignment, Bead, Document

FILES = ("base.txt", "version.txt", "gold.txt")
LANGUAGES = ("base_lang", "version_lang")


@dataclass(frozen=True, slots=True)
class Item:
    """Two texts of a set under a name, and the file of the alignment that they should get; None: not scored."""

    name: str
    base: Path
    version: Path
    gold: Path | None
    sentences: bool
    base_lang: str | None = None
    version_lang: str | None = None

    @property
    def files(self) -> tuple[Path, ...]:
        """The files that are read."""
        return (self.base, self.version, *([self.gold] if self.gold else []))


@dataclass(frozen=True, slots=True)
class Outcome:
    """The alignment that an item got, and the gold one it is held against (None: it has none)."""

    name: str
    alignment: Alignment
    gold: tuple[Bead, ...] | None

    @property
    def evaluation(self) -> Evaluation | None:
        """How good the alignment is; None where there is no gold."""
        return None if self.gold is None else evaluate(self.gold, self.alignment.beads)


def folder(path: Path) -> tuple[Item, ...]:
    """The documents of a set, with gold or not, or the versions of a work, by name.

    Raises InputError where the folder holds neither or a document lacks a text, FormatError for a broken set.toml.
    """
    if (path / work.MANIFEST).is_file():
        found = work.load(path)
        base = found.base
        return tuple(Item(v.path.stem, base.path, v.path, v.gold, False, base.lang, v.lang) for v in found.versions)
    if not path.exists():
        raise InputError(f"{path}: no such folder; check the path")
    languages = _languages(path / "set.toml")
    holders = sorted({p.parent for name in FILES for p in path.glob(f"*/{name}")})
    if not holders:
        raise InputError(f"{path}: no set of documents: expected folders with base.txt, version.txt and gold.txt")
    return tuple(_item(holder, languages) for holder in holders)


def single(texts: Sequence[Path], gold: Path, sentences: bool) -> tuple[Item, ...]:
    """Two texts with their gold ladder. Raises UsageError for another number of texts."""
    if len(texts) != 2:
        raise UsageError(f"--gold {gold}: expected BASE and VERSION beside it, found {len(texts)} texts")
    return (Item(texts[1].stem, texts[0], texts[1], gold, sentences),)


def align_all(
    items: Sequence[Item],
    *,
    aligner: str = "auto",
    lexicons: Sequence[str | Lexicon] = (),
    anchors: Mapping[str, Path] | None = None,
    each: bool = False,
    progress: Callable[[str], None] = lambda stage: None,
) -> tuple[Outcome, ...]:
    """Align all items at once, so that they learn from each other; or with `each` every one alone.

    `anchors` are the files of fixed links by the items' names; an item that has them is aligned alone. Raises
    FormatError where a ladder names segments that do not exist, and what `pipeline.read` raises.
    """
    pairs, golds = [], []
    for item in items:
        progress(f"reading {item.name}")
        pairs.append(
            (
                pipeline.read(item.base, lang=item.base_lang, sentences=item.sentences),
                pipeline.read(item.version, lang=item.version_lang, sentences=item.sentences),
            )
        )
        golds.append(gold_beads(item.gold, pairs[-1]) if item.gold else None)
    files = [(anchors or {}).get(item.name) for item in items]
    fixed = [read_anchors(file, *pair) if file else () for file, pair in zip(files, pairs, strict=True)]
    progress("aligning")
    if each:
        found = []
        for item, pair, links in zip(items, pairs, fixed, strict=True):
            progress(f"aligning {item.name}")
            found.append(aligning.align(*pair, aligner=aligner, lexicons=lexicons, anchors=links))
    else:
        found = aligning.align_many(pairs, aligner=aligner, lexicons=lexicons, anchors=fixed)
    return tuple(Outcome(i.name, a, gold) for i, a, gold in zip(items, found, golds, strict=True))


def _item(holder: Path, languages: tuple[str | None, str | None]) -> Item:
    base, version, gold = (holder / name for name in FILES)
    for file in (base, version):
        if not file.is_file():
            raise InputError(f"{holder}: no {file.name} in this folder; a document has base.txt and version.txt")
    return Item(holder.name, base, version, gold if gold.is_file() else None, True, *languages)


def gold_beads(path: Path, pair: tuple[Document, Document]) -> tuple[Bead, ...]:
    """The beads of a ladder of two texts. Raises InputError; FormatError where it does not fit them."""
    try:
        beads = read_beads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise InputError(f"{path}: cannot be read as a ladder: {error}; check the path") from error
    except FormatError as error:
        raise FormatError(f"{path}: {error}") from error
    sizes = [len(document.segments) for document in pair]
    for bead in beads:
        if bead.base[-1:] >= (sizes[0],) or bead.version[-1:] >= (sizes[1],):
            raise FormatError(f"{path}: names a segment past the end of texts with {sizes[0]} and {sizes[1]}")
    return beads


def _languages(manifest: Path) -> tuple[str | None, str | None]:
    if not manifest.is_file():
        return None, None
    try:
        data = tomllib.loads(manifest.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise FormatError(f"{manifest}: not valid TOML: {error}") from error
    for entry in data.keys() - set(LANGUAGES):
        near = difflib.get_close_matches(entry, LANGUAGES, n=1)
        if near:
            raise FormatError(f"{manifest}: unknown entry {entry!r}; did you mean {near[0]!r}?")
    for entry in LANGUAGES:
        if not isinstance(data.get(entry, ""), str):
            raise FormatError(f"{manifest}: {entry}: expected a language tag in quotes, found {data[entry]!r}")
    return data.get(LANGUAGES[0]), data.get(LANGUAGES[1])
