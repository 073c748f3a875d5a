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
BEFORE = re.compile(rf"(?:[^\W_{HAN}{KANA}{HANGUL}]+(?:['’.&-][^\W_{HAN}{KANA}{HANGUL}]+)*|[{HANGUL}]+)\Z")
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
    `head` and `tail` are the WINDOW code points before the stop and from behind its closing marks.
    """

    text: str
    stop: Stop
    sentence: int
    inside: tuple[Pair, ...]
    introduction: Introduction | None
    conventions: Conventions
    head: str
    tail: str

    @property
    def rest(self) -> str:
        """What follows, without the white space before it."""
        return self.tail.lstrip()

    @property
    def attached(self) -> bool:
        """Whether something follows without white space."""
        return self.tail != "" and not self.tail[0].isspace()

    @property
    def previous(self) -> str:
        """The character before the stop, or nothing."""
        return self.head[-1:]

    @property
    def word(self) -> str:
        """The word that the stop touches ("U.S", "Jan"), or nothing."""
        found = BEFORE.search(self.head[-40:])
        return found.group() if found else ""

    @property
    def word_before(self) -> str:
        """The word before that one, or nothing."""
        head = self.head[: len(self.head) - len(self.word)].rstrip()
        found = BEFORE.search(head[-40:])
        return found.group() if found else ""

    @property
    def unmarked(self) -> str:
        """What follows, without white space and opening marks."""
        return self.rest.lstrip(OPENERS + " \u00a0\u202f")

    @property
    def next_word(self) -> str:
        """The first word that follows, or nothing where something else comes first."""
        found = WORD.match(self.unmarked)
        return found.group() if found else ""

    @property
    def words_so_far(self) -> int:
        """How many words the sentence has before the stop, within the window."""
        return len(self.text[max(self.sentence, self.stop.start - WINDOW) : self.stop.start].split())

    @property
    def opens_sentence(self) -> bool:
        """Whether the word before the stop is the first of its sentence or line."""
        between = self.text[max(self.sentence, self.stop.start - WINDOW) : self.stop.start - len(self.word)]
        return _opening(between) or between.rstrip(" \t").endswith("\n")


def introduction(text: str, pair: Pair, sentence: int) -> Introduction:
    """What precedes the quotation `pair` in the sentence that begins at `sentence`."""
    before = text[max(sentence, pair.open - WINDOW) : pair.open].rstrip()
    if _opening(before):
        return Introduction.NOTHING
    return Introduction.MARK if before[-1] in ":：,，、" else Introduction.WORDS


def _opening(text: str) -> bool:
    """Whether there are only white space and opening marks in `text`."""
    return all(mark.isspace() or mark in OPENERS for mark in text)
