"""From the paths on the command line to documents."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from aligner import anchors, pipeline, work
from aligner.errors import InputError, UsageError
from aligner.model import Bead, Document

_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")  # the shape of a language tag (BCP 47, section 2.1)


@dataclass(frozen=True, slots=True)
class Given:
    """The base and its versions, and what a work names: its term bases, and a house profile or None a text."""

    documents: list[Document]
    terms: tuple[Path, ...]
    profiles: tuple[str | Path | None, ...]


def read_inputs(inputs: Sequence[Path], lang: Sequence[str], sentences: bool) -> Given:
    """The base, its versions and, for a work, what its manifest names.

    `lang` holds ID=TAG options. Raises UsageError for one text alone, a text named twice or a --lang that fits no
    text; InputError for a file that cannot be used.
    """
    if len(inputs) == 1 and not inputs[0].is_dir():
        if not inputs[0].exists():
            raise InputError(f"{inputs[0]}: no such file; check the path")
        raise UsageError(f"{inputs[0]}: one text only; name a base and at least one version, or a work's folder")
    texts: Sequence[work.Text]
    if len(inputs) == 1:
        found = work.load(inputs[0])
        texts, terms = (found.base, *found.versions), found.terms
    else:
        texts, terms = [work.Text(path) for path in inputs], ()
    return Given(read_texts(texts, lang, sentences), terms, tuple(t.profile for t in texts))


def read_texts(texts: Sequence[work.Text], lang: Sequence[str], sentences: bool) -> list[Document]:
    """The documents of texts. Raises UsageError for one named twice or a --lang that fits none, InputError."""
    refuse_twice([t.path for t in texts])
    wanted = _languages(lang, [t.path for t in texts])
    return [
        pipeline.read(
            t.path,
            lang=wanted.get(t.path, t.lang),
            outlet=t.outlet,
            date=t.date,
            sentences=sentences,
        )
        for t in texts
    ]


def profiles_of(
    options: Sequence[str], documents: Sequence[Document], judged: Sequence[Document]
) -> dict[str, str | Path]:
    """The house profiles by the ids of documents, as --profile options name them.

    An option holds ID=NAME, or NAME, which is for all documents in `judged` that no other option names. Raises
    UsageError for an ID that does not exist.
    """
    ids = [d.id for d in documents]
    found: dict[str, str | Path] = {}
    for option in sorted(options, key=_names_a_text):
        ident, _, name = option.partition("=")
        if not _names_a_text(option):
            found |= dict.fromkeys((d.id for d in judged), option)
        elif ident in ids:
            found[ident] = name
        else:
            raise UsageError(f"--profile {option}: no text {ident!r}; the texts are: {_some(ids)}")
    return found


def _names_a_text(option: str) -> bool:
    """Whether an option has the form ID=NAME; a file's name may hold the sign too."""
    return "=" in option and not Path(option).exists()


def refuse_twice(paths: Sequence[Path]) -> None:
    """Raise UsageError where two paths lead to one file: comparing a text with itself says nothing."""
    seen: dict[Path, Path] = {}
    for path in paths:
        real = path.resolve()
        if real in seen:
            raise UsageError(f"{path}: the same file as {seen[real]}; name two different texts")
        seen[real] = path


def fixed_links(
    options: Sequence[str], base: Document, versions: Sequence[Document]
) -> dict[str, tuple[Bead, ...]]:
    """The beads that must hold, by the version's id, as --anchors options name their files.

    Raises UsageError for an option that fits no version, InputError or FormatError for a file that is of no use.
    """
    files = anchor_files(options, [v.id for v in versions])
    return {v.id: anchors.read(files[v.id], base, v) for v in versions if v.id in files}


def anchor_files(options: Sequence[str], names: Sequence[str]) -> dict[str, Path]:
    """The file of fixed links of each text that has one, by the text's name.

    `options` hold FILE, which is for the only text, or NAME=FILE. Raises UsageError for a name that is not among
    `names`, one named twice, or FILE alone where there are several texts.
    """
    found: dict[str, Path] = {}
    for option in options:
        name, equals, file = option.partition("=")
        if not equals or Path(option).exists():
            if len(names) > 1:
                raise UsageError(f"--anchors {option}: of several texts; say which: ID=FILE, ID of {_some(names)}")
            name, file = names[0], option
        if name not in names:
            raise UsageError(f"--anchors {option}: no text {name!r}; the texts are: {_some(names)}")
        if name in found:
            raise UsageError(f"--anchors {option}: {name} has anchors already; put them into one file")
        found[name] = Path(file)
    return found


def option_files(
    lexicon: Sequence[Path] | None, dictionary: Sequence[Path] | None, anchors: Sequence[str] | None
) -> list[Path]:
    """The files that the options of aligning name: they are read, so nothing may be written to them."""
    named = [Path(part) for option in anchors or () for part in {option, option.partition("=")[2]} if part]
    return [*(lexicon or ()), *(dictionary or ()), *named]


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:8]) + (", ..." if len(names) > 8 else "")


def _languages(options: Sequence[str], paths: Sequence[Path]) -> dict[Path, str]:
    wanted = {}
    for option in options:
        name, equals, tag = option.rpartition("=")
        if not equals or not name or not _TAG.fullmatch(tag):
            raise UsageError(f"--lang {option}: expected ID=TAG, such as interview=zh-Hans")
        fits = [p for p in paths if name in (str(p), p.name, p.stem)]
        if not fits:
            known = ", ".join(p.stem for p in paths)
            raise UsageError(f"--lang {option}: no text {name!r}; the texts are: {known}")
        wanted.update(dict.fromkeys(fits, tag))
    return wanted
