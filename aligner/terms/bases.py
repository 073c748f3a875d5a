"""The term bases and house profiles of a run: which concepts hold for which document."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from aligner import terms
from aligner.errors import UsageError
from aligner.model import Concept, Document
from aligner.terms import profiles as house_profiles
from aligner.terms.matching import TermIndex
from aligner.terms.profiles import Profile
from aligner.version import __version__


@dataclass(frozen=True)
class TermBases:
    """All concepts, and for each document (by its id) the profile that it is held against, and why.

    `sources` holds one line on each term base, `reasons` one on each document with a profile, `asked` the documents
    whose profile was asked for.
    """

    concepts: tuple[Concept, ...]
    sources: tuple[str, ...]
    chosen: Mapping[str, Profile]
    reasons: tuple[str, ...]
    asked: frozenset[str] = frozenset()

    @classmethod
    def of(
        cls,
        documents: Sequence[Document],
        files: str | Path | Iterable[str | Path],
        *,
        bundled: bool = True,
        profiles: Mapping[str, str | Path] | None = None,
    ) -> TermBases:
        """Read the term bases and choose the profiles of a run.

        `documents` are the base and its versions, `files` term bases; `profiles` names a profile or its file by the
        id of a document, the rest get the one that is bundled for their outlet. Raises InputError for a broken term
        base or profile, UsageError for a profile of a text that is not there.
        """
        files = [files] if isinstance(files, str | Path) else list(files)
        # of a text alone nothing says which side of a glossary it is: its language decides
        base = documents[0].lang if len(documents) > 1 else None
        versions = [d.lang for d in documents[1:]] or [documents[0].lang]
        concepts: list[Concept] = []
        sources = []
        for file in map(Path, files):
            concepts += terms.load(file, base_lang=base, version_lang=versions)
            sources.append(f"{file.name} (sha256 {hashlib.sha256(file.read_bytes()).hexdigest()[:16]})")
        if bundled:
            concepts += terms.bundled()
            sources.append(f"bundled term base of aligner {__version__}")
        chosen = dict(_profiles(documents, profiles or {}))
        reasons = tuple(f"{ident}: {profile.name} ({why})" for ident, (profile, why) in chosen.items())
        asked = frozenset(chosen) & frozenset(profiles or ())
        return cls(tuple(concepts), tuple(sources), {i: p for i, (p, _) in chosen.items()}, reasons, asked)

    @cached_property
    def shared(self) -> TermIndex:
        """The index over the concepts as the term bases have them."""
        return TermIndex(self.concepts)

    @cached_property
    def _indexes(self) -> dict[str, TermIndex]:
        """An index for each document with a profile, one for all of a house."""
        made: dict[str, TermIndex] = {}
        for ident, profile in self.chosen.items():
            same = next((made[i] for i in made if self.chosen[i] == profile), None)
            made[ident] = same or TermIndex(house_profiles.apply(profile, self.concepts))
        return made

    def profile(self, document: str) -> Profile | None:
        """The profile that a document is held against."""
        return self.chosen.get(document)

    def index(self, document: str) -> TermIndex:
        """The index over the concepts as the document's house sees them."""
        return self._indexes.get(document, self.shared)

    def unchecked(self, documents: Sequence[Document]) -> Iterator[str]:
        """A line for each language that no term base holds, and what profiles that were asked for name in vain.

        One that came by its outlet is a bundled one: it names nothing wrongly, whatever term bases are in use.
        """
        told = (p for ident, p in self.chosen.items() if ident in self.asked)
        yield from dict.fromkeys(line for p in told for line in house_profiles.unknown(p, self.concepts))
        for language in dict.fromkeys(d.language for d in documents):
            if not any(c.in_language(language) for c in self.concepts):
                yield f"Terminology in language {language!r} was not checked: no term base holds it."


def _profiles(
    documents: Sequence[Document], wanted: Mapping[str, str | Path]
) -> Iterator[tuple[str, tuple[Profile, str]]]:
    """(id, (profile, why)) of each document that has one; "none" asks for none."""
    unknown = sorted(set(wanted) - {d.id for d in documents})
    if unknown:
        raise UsageError(f"profile of {unknown[0]!r}: no such text; texts: {', '.join(d.id for d in documents)}")
    for document in documents:
        name = wanted.get(document.id)
        if name == "none":
            continue
        if name is not None:
            yield document.id, (house_profiles.load(name), "as asked")
        elif document.outlet and (profile := house_profiles.for_outlet(document.outlet)):
            yield document.id, (profile, f"by its outlet, {document.outlet}")
