"""In which language the columns of a glossary are that do not say so.

The texts at hand have languages; a column has one that fits its script. The base's are asked first for the side
of the base and the versions' for the renderings, then the others: a glossary may be made for the other direction.
Where versions in several languages of one script are at hand, the words of the column decide. Where no text fits,
every term gets the language that its script alone can tell (Chinese, Korean, Japanese), else "und", which is
searched in texts of every language.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from pathlib import Path

from aligner.model.language import primary
from aligner.terms.files import marks
from aligner.terms.files.header import Header
from aligner.text.language import detect
from aligner.text.script import HAN_LANGUAGES, writing

_WRITTEN = {"ko": ("hangul",), "ja": ("kana", "han"), **dict.fromkeys(HAN_LANGUAGES, ("han",))}
_SAMPLE = 500  # rows by which a column's language is told


def decide(
    header: Header, rows: Sequence[Sequence[str]], base: Sequence[str], versions: Sequence[str], name: str
) -> dict[int, str]:
    """The language of each column of terms, as far as the header or the texts' languages (BCP 47) tell it.

    Warns (UserWarning) where two languages are as likely; the first is taken.
    """
    found = {place: column.lang for place, column in header.terms.items() if column.lang}
    for source, first, second in ((True, base, versions), (False, versions, base)):
        places = [p for p, c in header.terms.items() if c.source is source and p not in found]
        terms = [marks.plain(v) for row in rows[:_SAMPLE] for p in places for v in marks.split(row[p])]
        lang = _fitting(terms, first, second, f"{Path(name).name}, field {'source' if source else 'preferred'!r}")
        if lang:
            found.update(dict.fromkeys(places, lang))
    return found


def _fitting(terms: Sequence[str], first: Sequence[str], second: Sequence[str], where: str) -> str | None:
    script = writing(terms)
    fit = [t for t in first if _fits(t, script)] or [t for t in second if _fits(t, script)]
    by_language: dict[str, list[str]] = {}
    for tag in fit:
        by_language.setdefault(primary(tag), []).append(tag)
    if not by_language:
        return None
    language = next(iter(by_language))
    if len(by_language) > 1:
        likely = primary(detect(". ".join(terms)).lang)
        if likely not in by_language:
            known = " or ".join(by_language)
            warnings.warn(
                f"{where}: {known}? taken as {language}; name it, as in preferred:{language}", stacklevel=4
            )
        else:
            language = likely
    tags = dict.fromkeys(by_language[language])
    return next(iter(tags)) if len(tags) == 1 else language


def _fits(tag: str, script: str) -> bool:
    """Whether a language is written so; letters of no script at all fit any."""
    return script == "other" or script in _WRITTEN.get(primary(tag), ("latin", "spaced"))
