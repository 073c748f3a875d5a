"""A possible end of a sentence with what stands around it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

from aligner.segmenters._conventions import Conventions
from aligner.segmenters._pairs import Pair
from aligner.segmenters._stops import Stop
from aligner.text.script import HAN, HANGUL, KANA

WINDOW = 96
"""Code points looked at on either side: names with titles and a reporting verb fit in."""

OPENERS = "\"'`“‘„‚«‹「『﹁﹃〝([（［【《〈〔〖¿¡*#_—–-"
WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
LETTERS = rf"[^\W_{HAN}{KANA}{HANGUL}]+"
BACKWARDS = re.compile(rf"{LETTERS}(?:['’.&-]{LETTERS})*|[{HANGUL}]+")
"""A word of one script, read from its end: the pattern is the same in both directions."""
HAN_OR_KANA = re.compile(f"[{HAN}{KANA}]")
SYLLABLE = re.compile(f"[{HANGUL}]")


class Introduction(Enum):
    """What stands before a quotation: nothing (it opens the sentence), a colon or comma, or words."""

    NOTHING = "nothing"
    MARK = "mark"
    WORDS = "words"


@dataclass(frozen=True, slots=True)
class Place:
    """A stop in its text.

    `sentence` is the offset where its sentence begins; `inside` the closed pairs around the stop, outermost
    first; `introduction` says what precedes the quotation that ends here, or else the innermost around it.
    `head` is the sentence before the stop, `tail` the text behind its closing marks, WINDOW code points at most.
    `rest` is the tail without the white space before it, `unmarked` without opening marks either, `next_word` the
    word that comes first then. `word` is the one that the stop touches ("U.S", "Jan"). Words may be empty.
    """

    text: str
    stop: Stop
    sentence: int
    inside: tuple[Pair, ...]
    introduction: Introduction | None
    conventions: Conventions
    head: str
    tail: str
    word: str
    rest: str
    unmarked: str
    next_word: str

    @property
    def attached(self) -> bool:
        """Whether something follows without white space."""
        return self.tail != "" and not self.tail[0].isspace()

    @property
    def previous(self) -> str:
        """The character before the stop, or nothing."""
        return self.head[-1:]

    @property
    def word_before(self) -> str:
        """The word before that one, or nothing."""
        return last_word(self.head[: len(self.head) - len(self.word)].rstrip())

    @property
    def words_so_far(self) -> int:
        """How many words the sentence has before the stop, within the window."""
        return len(self.head.split())

    @property
    def opens_sentence(self) -> bool:
        """Whether the word before the stop is the first of its sentence or line."""
        between = self.head[: len(self.head) - len(self.word)]
        return _opening(between) or between.rstrip(" \t").endswith("\n")


def look(
    text: str,
    stop: Stop,
    sentence: int,
    inside: tuple[Pair, ...],
    before: Introduction | None,
    conventions: Conventions,
) -> Place:
    """What stands around `stop`, which belongs to the sentence that begins at `sentence`."""
    head = text[max(sentence, stop.start - WINDOW) : stop.start]
    tail = text[stop.stop : stop.stop + WINDOW]
    rest = tail.lstrip()
    unmarked = rest.lstrip(OPENERS + " \u00a0\u202f")
    found = WORD.match(unmarked)
    next_word = found.group() if found else ""
    word = last_word(head)
    return Place(text, stop, sentence, inside, before, conventions, head, tail, word, rest, unmarked, next_word)


def last_word(text: str) -> str:
    """The word that `text` ends with, of its last 40 code points at most, or nothing."""
    found = BACKWARDS.match(text[:-41:-1])
    return found.group()[::-1] if found else ""


def introduction(text: str, pair: Pair, sentence: int) -> Introduction:
    """What precedes the quotation `pair` in the sentence that begins at `sentence`."""
    before = text[max(sentence, pair.open - WINDOW) : pair.open].rstrip()
    if _opening(before):
        return Introduction.NOTHING
    return Introduction.MARK if before[-1] in ":：,，、" else Introduction.WORDS


def _opening(text: str) -> bool:
    """Whether there are only white space and opening marks in `text`."""
    return all(mark.isspace() or mark in OPENERS for mark in text)
