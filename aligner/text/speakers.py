"""Who speaks: labels such as "Ada Fenn:", "记者：" or "Q:" before the words, and how far a turn reaches.

Any name before a colon could be a label, and so could any other word ("Beijing: the city ..."). What decides is
evidence from the whole text: the label comes again, it alternates with others, it has the shape of a name, and what
follows it speaks in the first or second person.
"""

from __future__ import annotations

import functools
import itertools
import re
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from aligner.plugins import resource
from aligner.text.paragraphs import Paragraph

_NAMED = re.compile(r"(?P<label>(?P<name>[^:：\n]{1,60})[:：]\s*)(?P<text>.*)", re.S)
_LETTER = re.compile(r"(?P<label>(?P<name>[QqAaＱＡ]|문|답|问|答)\.?\d{0,2}[.．:：)] ?\s*)(?P<text>\S.*)", re.S)
_MARK = re.compile(r"(?P<label>(?P<name>[▲△▶▷]|[—―–-])\s*)(?P<text>\S.*)", re.S)
_ANSWERS, _QUESTIONS = frozenset("▲△▶▷"), frozenset("—―–-")
_LATIN_NAME = re.compile(
    r"[A-ZÀ-Þ][\w.'’-]*( ([A-ZÀ-Þ][\w.'’-]*|de|da|di|van|von|der|bin|ibn|al|el|la|le|of|the)){0,5}(, [\w .]{1,30})?"
)
_AFFILIATION = re.compile(r" ?[(（][^()（）]{1,40}[)）]\Z")
_HAN_NAME = re.compile("[一-鿿·•]{1,14}")
_HANGUL_NAME = re.compile("[가-힣]{1,8}( [가-힣]{1,8}){0,3}")
_QUOTED = re.compile('[“"「『][^”"」』]{0,2000}[”"」』]')
# Found by trial on interviews, roundups by city and lists of advice: see tests/text/test_speakers.py.
_ENOUGH, _LIKELY = 2.0, 1.5


@dataclass(frozen=True, slots=True)
class Turn:
    """A label as printed, the name in it (None for a mere mark such as "▲") and the words after it."""

    label: str
    speaker: str | None
    text: str


@functools.cache
def _data() -> dict[str, Any]:
    return tomllib.loads(resource("aligner.text", "data", "speakers.toml").read_text(encoding="utf-8"))


def labelled(paragraphs: Mapping[int, Paragraph]) -> dict[int, Turn]:
    """The paragraphs that open with a speaker's label, by their keys; the others are left out."""
    groups: dict[str, dict[int, Turn]] = {}
    for key, paragraph in paragraphs.items():
        turn = _candidate(paragraph)
        if turn is not None and turn.speaker is not None:
            groups.setdefault(turn.speaker, {})[key] = turn
    repeated = [name for name, turns in groups.items() if len(turns) > 1]
    scores = {
        name: _evidence(name, turns, paragraphs, others=len(repeated) - (name in repeated))
        for name, turns in groups.items()
    }
    sure = {name for name, score in scores.items() if score >= _ENOUGH}
    # Where somebody is sure to speak, a name that comes again is the other speaker.
    likely = {name for name in repeated if sure and scores[name] >= _LIKELY and _is_person(name)}
    answers = _answering(groups, sure, list(paragraphs))
    accepted = {name: turns for name, turns in groups.items() if name in sure | likely | answers}
    found = {
        key: turn
        for name, turns in accepted.items()
        if _answered(name, turns, accepted)
        for key, turn in turns.items()
    }
    return found or _marked(paragraphs)


def _answering(groups: Mapping[str, Mapping[int, Turn]], sure: set[str], order: Sequence[int]) -> set[str]:
    """People whose only turn stands right behind that of a role (记者：), who then answer it."""
    asked = {key for name in sure if _is_role(name) for key in groups[name]}
    behind = {key for before, key in itertools.pairwise(order) if before in asked}
    return {
        name
        for name, turns in groups.items()
        if len(turns) == 1 and behind.issuperset(turns) and (_is_person(name) or _spelled(name))
    }


def may_label(line: str) -> bool:
    """Whether a line that ends with a colon has the shape of a speaker's label."""
    return _may_be(_bare(line.strip().rstrip(":：")))


def _answered(name: str, turns: Mapping[int, Turn], accepted: Mapping[str, Mapping[int, Turn]]) -> bool:
    """A single letter as label ("A.") may be an initial or a list's: it counts where its partner stands too."""
    partner = _data()["partners"].get(name[:1].lower())
    if partner is None or len(name.rstrip("0123456789. ")) > 1:
        return True
    return any(other[:1].lower() == partner for other in accepted)


def carried(texts: Sequence[str], turns: Mapping[int, Turn]) -> list[str | None]:
    """The speaker of each paragraph: a turn lasts until the next label or until a narrator takes over.

    A paragraph that names its own speaker without saying "I", and one behind the last label that reports what a
    speaker said, are a narrator's.
    """
    speakers: list[str | None] = []
    named = {turn.speaker for turn in turns.values() if turn.speaker and _is_person(turn.speaker)}
    last = max(turns, default=-1)
    current: str | None = None
    for place, text in enumerate(texts):
        if place in turns:
            current = turns[place].speaker
        elif current is not None and _narrates(text, current, named if place > last else set()):
            current = None
        speakers.append(current)
    return speakers


def _candidate(paragraph: Paragraph) -> Turn | None:
    text = paragraph.text
    match = _LETTER.fullmatch(text) or _NAMED.fullmatch(text)
    if match is None:
        return _bold(paragraph)
    name = _bare(match["name"])
    return Turn(match["label"], name, match["text"]) if _may_be(name) else None


def _bare(name: str) -> str:
    """A label's name without brackets around it and without an affiliation in brackets after it."""
    name = name.strip()
    if name[:1] in tuple("[【(（") and name[-1:] in tuple("]】)）"):
        name = name[1:-1].strip()
    return _AFFILIATION.sub("", name) or name


def _may_be(name: str) -> bool:
    """Whether a word before a colon has the shape of a speaker's name or role."""
    if not name or name.casefold() in _ordinary():
        return False
    if _is_role(name):
        return True
    if any(len(name) > len(verb) and name.endswith(verb) for verb in _data()["before_words"]):
        return False
    return any(p.fullmatch(name) for p in (_LATIN_NAME, _HAN_NAME, _HANGUL_NAME))


def _bold(paragraph: Paragraph) -> Turn | None:
    """A name in bold at the beginning is a label even without a colon."""
    label = paragraph.text[: paragraph.strong]
    name = label.strip(" \u3000:：.")
    rest = paragraph.text[paragraph.strong :]
    if not rest.strip() or not name or name.casefold() in _ordinary() or not (_is_person(name) or _is_role(name)):
        return None
    space = rest[: len(rest) - len(rest.lstrip())]
    return Turn(label + space, name, rest.lstrip())


def _marked(paragraphs: Mapping[int, Paragraph]) -> dict[int, Turn]:
    """Turns opened by marks, as Korean papers print them: a dash asks, a triangle answers. Both must be there."""
    found = {key: match for key, p in paragraphs.items() if (match := _MARK.fullmatch(p.text))}
    marks = [match["name"] for match in found.values()]
    if sum(mark in _ANSWERS for mark in marks) < 2 or not any(mark in _QUESTIONS for mark in marks):
        return {}
    return {key: Turn(match["label"], None, match["text"]) for key, match in found.items()}


def _evidence(name: str, turns: Mapping[int, Turn], paragraphs: Mapping[int, Paragraph], others: int) -> float:
    texts = [turn.text for turn in turns.values()]
    speech = 1.0 * any(_speaks(text, "first") for text in texts) or 0.5 * any(
        _speaks(text, "second") for text in texts
    )
    speech += 0.5 * any(text.rstrip("”’\"' ").endswith(("?", "？")) for text in texts)
    shape = 1.0 if _is_role(name) else 0.5 * _is_person(name)
    print_ = 1.0 * any(paragraphs[key].strong >= len(name) for key in turns)
    if not (speech or shape or print_):
        return 0.0
    return min(len(turns) - 1, 3) * 0.5 + speech + 0.5 * bool(others) + shape + print_


def _is_role(name: str) -> bool:
    plain = re.sub(r"[\d\s.]+$", "", name).casefold()
    return plain in _data()["roles"] or any(
        plain.endswith(role) for role in _data()["roles"] if not role.isascii() and len(role) > 1
    )


def _is_person(name: str) -> bool:
    """Whether a name is of two words or more, or begins with a Chinese or Korean surname, or carries a title."""
    if _LATIN_NAME.fullmatch(name):
        return " " in name
    bare = _untitled(name)
    if _HANGUL_NAME.fullmatch(bare):
        return bare != name or (bare[0] in _data()["surnames"]["ko"] and 2 <= len(bare) <= 4)
    if _HAN_NAME.fullmatch(bare):
        return bare != name or "·" in bare or (bare[0] in _data()["surnames"]["zh"] and 2 <= len(bare) <= 4)
    return False


def _spelled(name: str) -> bool:
    """Whether a Korean word of two to four syllables begins like a Chinese name in Korean spelling (탕안)."""
    if not _HANGUL_NAME.fullmatch(name) or not 2 <= len(name) <= 4:
        return False
    return any(name.startswith(surname) and name != surname for surname in _data()["surnames"]["ko_spelled"])


def _untitled(name: str) -> str:
    """A name without the title that goes with it in Chinese or Korean."""
    for title in _data()["titles"]:
        if name.endswith(title) and len(name) > len(title):
            return name.removesuffix(title).strip()
    return name


@functools.cache
def _ordinary() -> frozenset[str]:
    return frozenset(_data()["ordinary"])


def _speaks(text: str, kind: str) -> bool:
    """Whether the text holds words of the first (or second) person outside quotation marks."""
    bare = _QUOTED.sub(" ", text)
    if _pattern(kind).search(bare):
        return True
    return any(word in bare for word in _data()[kind]["inside"])


@functools.cache
def _pattern(kind: str) -> re.Pattern[str]:
    words = "|".join(re.escape(word) for word in _data()[kind]["words"])
    return re.compile(rf"\b(?:{words})\b".replace("'", "['’]"), re.IGNORECASE)


def _narrates(text: str, current: str, named: set[str]) -> bool:
    bare = _QUOTED.sub(" ", text)
    if _speaks(text, "self"):
        return False
    if _is_person(current) and _untitled(current) in bare:
        return True
    addressed = _speaks(text, "first") or _speaks(text, "second")
    return not addressed and any(_reports(bare, name) for name in sorted(named))


def _reports(text: str, name: str) -> bool:
    """Whether the name stands in the text and a verb of reporting within 60 characters after it."""
    place = text.find(_untitled(name))
    if place < 0:
        return False
    behind = text[place : place + len(name) + 60].casefold()
    return any(verb in behind for verbs in _data()["reporting"].values() for verb in verbs)
