"""A small language for terms and contexts that one wording does not cover; no regular expressions.

    reunif* with Taiwan            * is the rest of a word (letters only, none at all included)
    recogni* ... independence      ... are up to four words between, or ten Chinese, Japanese or Korean characters
    (Taiwan|Taipei) authorities    one of several; one may be empty: (the |)Strait

Letters, digits and the signs of names are literal and compared like a term (case, hyphens, traditional characters);
the other signs of regular expressions are refused, so that none is taken for one. Term bases come from
strangers: a pattern has a bounded size, and looking for it takes a bounded time at each place of a text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, product

from aligner.terms.matching.boundaries import closes, opens
from aligner.terms.matching.keys import PARAGRAPH, TIGHT, Keyed, keyed
from aligner.text.script import Script, script_of

LONGEST = 200
"""Characters of a pattern at most."""
WORDS, CHARACTERS = 4, 10
"""What `...` may stand for at most: words, or characters of a script without spaces."""
_CHOICES, _GAPS = 64, 3
_REST = 30
"""Letters that `*` may stand for at most."""
_REFUSED = re.compile(r"[\[\]+$^?{}\\]")
_SENTENCE = re.compile(rf"(?:[^.!?。！？…{PARAGRAPH}]|\.(?! |\Z))*+")
_TIGHT = re.compile(f"[{TIGHT}]")
_PART = re.compile(r"\.\.\.|…|\*|(?:(?!\.\.\.)[^*…])+")


@dataclass(frozen=True, slots=True)
class _Piece:
    """A literal; `open` says whether letters may follow it in the same word, `after_gap` whether words before."""

    text: str
    open: bool
    after_gap: bool


@dataclass(frozen=True, slots=True)
class Compiled:
    """A pattern ready to be looked for: one sequence of pieces for each choice of its alternatives."""

    sequences: tuple[tuple[_Piece, ...], ...]

    @property
    def anchors(self) -> tuple[str, ...]:
        """The key forms that a match can start with, none twice."""
        return tuple(dict.fromkeys(s[0].text for s in self.sequences))

    def match(self, key: Keyed, start: int) -> int | None:
        """Where the longest match that starts at key.text[start] ends; None where none does."""
        ends = (_Walk(s, key).end(0, start) for s in self.sequences)
        return max((e for e in ends if e is not None), default=None)

    def within(self, key: Keyed, start: int, stop: int) -> bool:
        """Whether the pattern stands in key.text[start:stop]."""
        for anchor in self.anchors:
            place = key.text.find(anchor, start, stop)
            while place >= 0:
                end = self.match(key, place)
                if end is not None and end <= stop:
                    return True
                place = key.text.find(anchor, place + 1, stop)
        return False


@lru_cache(maxsize=10_000)
def compile(pattern: str, lang: str) -> Compiled:
    """The pattern for texts of a language (BCP 47); ValueError with a plain reason where it is none."""
    if len(pattern) > LONGEST:
        raise ValueError(f"the pattern has {len(pattern)} characters, {LONGEST} are allowed")
    sign = _REFUSED.search(pattern)
    if sign:
        raise ValueError(
            f"the pattern {pattern!r} has a {sign[0]}; beside words it may have *, ... and (one|other)"
        )
    choices = list(islice(_choices(pattern), _CHOICES + 1))
    if len(choices) > _CHOICES:
        raise ValueError(f"the pattern {pattern!r} has more than {_CHOICES} combinations of alternatives")
    return Compiled(tuple(dict.fromkeys(tuple(_pieces(choice, pattern, lang)) for choice in choices)))


def _choices(pattern: str) -> Iterator[str]:
    """The pattern with each combination of its alternatives written out."""
    parts: list[list[str]] = []
    position = 0
    for group in re.finditer(r"\(([^()]*)\)", pattern):
        parts += [pattern[position : group.start()]], group[1].split("|")
        position = group.end()
    parts.append([pattern[position:]])
    if any(c in part for plain in parts[::2] for part in plain for c in "()|"):
        raise ValueError(f"the pattern {pattern!r} has a bracket or | that is not part of (one|other)")
    return ("".join(combination) for combination in product(*parts))


def _pieces(choice: str, pattern: str, lang: str) -> Iterator[_Piece]:
    parts = [p for p in _PART.findall(choice) if p.strip()]
    gap, seen, gaps = False, False, 0
    for i, part in enumerate(parts):
        if part in ("...", "…"):
            gap, gaps = True, gaps + 1
            if not seen or i == len(parts) - 1 or gaps > _GAPS:
                raise ValueError(f"the pattern {pattern!r} has ... at an end, or more than {_GAPS} of them")
        elif part == "*":
            if i == 0 or not parts[i - 1][-1].isalpha():
                raise ValueError(f"the pattern {pattern!r} has a * without letters before it")
            if script_of(parts[i - 1][-1]) == Script.HAN:
                raise ValueError(f"the pattern {pattern!r} has a * after a Chinese character: no word ends there")
        else:
            rest = i + 1 < len(parts) and parts[i + 1] == "*"
            if i and parts[i - 1] == "*" and part[0].isalnum():
                raise ValueError(f"the pattern {pattern!r} has a * that is not at the end of a word")
            text = keyed(part, lang).text
            if not any(c.isalnum() for c in text):
                raise ValueError(f"the pattern {pattern!r} has no word between two marks, or none at all")
            yield _Piece(text, rest, gap)
            gap, seen = False, True
    if not seen:
        raise ValueError(f"the pattern {pattern!r} has no word, or allows for none")


class _Walk:
    """Follows a sequence from one place of a key; no piece is tried twice at one place."""

    def __init__(self, sequence: tuple[_Piece, ...], key: Keyed) -> None:
        self.sequence = sequence
        self.key = key
        self.failed: set[tuple[int, int]] = set()

    def end(self, number: int, start: int) -> int | None:
        """Where the pieces from `number` on end if the first of them starts at key.text[start]."""
        if (number, start) in self.failed:
            return None
        end = self._piece_end(number, start)
        if end is not None and number + 1 < len(self.sequence):
            end = self._rest(number + 1, end)
        if end is None:
            self.failed.add((number, start))
        return end

    def _piece_end(self, number: int, start: int) -> int | None:
        piece, key = self.sequence[number], self.key
        if not key.text.startswith(piece.text, start) or not opens(key, start):
            return None
        end = start + len(piece.text)
        if piece.open:
            return _rest(key, end)
        return end if closes(key, start, end) else None

    def _rest(self, number: int, at: int) -> int | None:
        text, piece = self.key.text, self.sequence[number]
        if not piece.after_gap:
            return self.end(number, at + (text[at : at + 1] == " "))
        limit = _reach(self.key, at) + len(piece.text)
        place = text.find(piece.text, at, limit)
        while place >= 0:
            found = self.end(number, place)
            if found is not None:
                return found
            place = text.find(piece.text, place + 1, limit)
        return None


def _rest(key: Keyed, at: int) -> int:
    """Where the word that key.text[at - 1] belongs to ends."""
    kind = script_of(key.text[at - 1])
    limit = min(len(key.text), at + _REST)
    while at < limit and key.text[at].isalpha() and script_of(key.text[at]) == kind and not key.gap(at):
        at += 1
    return at


def _reach(key: Keyed, at: int) -> int:
    """How far `...` reaches from key.text[at] on: never past the end of a sentence."""
    match = _SENTENCE.match(key.text, at, at + LONGEST)
    passed = match[0] if match else ""
    words = passed.split(" ", WORDS + 2)  # a space before the first word and one after the last
    if len(words) > WORDS + 2:
        passed = passed[: len(passed) - len(words[-1]) - 1]
    tight = list(islice(_TIGHT.finditer(passed), CHARACTERS + 1))
    return at + (tight[-1].start() if len(tight) > CHARACTERS else len(passed))
