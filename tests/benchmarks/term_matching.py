"""How fast 10,000 terms are found in a million characters of English, Chinese and Korean, and with how much memory.

    python tests/benchmarks/term_matching.py [--terms 10000] [--characters 1000000]

Terms and texts are made up: words of two or three syllables or characters by chance (the seed is fixed), terms of
one to three of them, every twentieth word of the text a term and no other; punctuation, quotation marks, hyphens
and Korean particles as often as newspapers have them. Prints for each script the seconds of building (done once,
with the first search; here one of a full stop), of searching a text and then another (the first one also fills the
tables of characters), characters per second in the other one, its matches, and how many times as fast that is as a
plain regular expression that is an alternation of the same terms, the longest first: a
figure that does not depend on the machine. That one is timed on a tenth of the text. Then texts of 120 characters
each, and the peak of memory. Run it on a quiet machine.
"""

from __future__ import annotations

import argparse
import random
import re
import resource
import time

from aligner.model import Concept, Term
from aligner.terms.matching import TermIndex

HAN = [chr(c) for c in range(0x4E00, 0x4E00 + 3000)]
HANGUL = [chr(c) for c in range(0xAC00, 0xAC00 + 4000, 3)]
LATIN = [a + b for a in "bcdfghklmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "in", "al")]
PARTICLES = ("은", "는", "이", "가", "을", "를", "의", "에서", "으로", "")


class Maker:
    """Made-up words, terms and text of one language."""

    def __init__(self, lang: str, terms: int) -> None:
        self.lang = lang
        self.chance = random.Random(lang)
        letters = {"en": LATIN, "zh": HAN, "ko": HANGUL}[lang]
        self.words = ["".join(self.chance.choices(letters, k=self.chance.choice((2, 2, 3)))) for _ in range(20_000)]
        self.between = "" if lang == "zh" else " "
        made: dict[str, None] = {}
        while len(made) < terms:
            made[self.between.join(self.chance.choices(self.words, k=self.chance.choice((1, 2, 2, 3))))] = None
        self.terms = list(made)
        self.words = [w for w in self.words if w not in made]

    def text(self, size: int) -> str:
        """At least `size` characters of sentences, cut to it."""
        pieces: list[str] = []
        done = 0
        while done < size:
            words = [self._word() for _ in range(self.chance.randint(8, 25))]
            piece = self.between.join(words).capitalize() + ("。" if self.lang == "zh" else ". ")
            pieces.append(piece)
            done += len(piece)
        return "".join(pieces)[:size]

    def _word(self) -> str:
        roll = self.chance.random()
        word = self.chance.choice(self.terms if roll < 0.05 else self.words)
        if self.lang == "ko":
            word += self.chance.choice(PARTICLES)
        if roll > 0.97:
            return f"“{word}”"
        if roll > 0.9:
            return word + (", " if self.lang == "en" else "，")
        return f"{word}-{word}’s" if roll > 0.89 and self.lang == "en" else word


def measure(lang: str, terms: int, size: int) -> None:
    """Print one line."""
    maker = Maker(lang, terms)
    first, text = maker.text(size), maker.text(size)
    index = TermIndex(tuple(Concept(str(i), (Term(t, lang),)) for i, t in enumerate(maker.terms)))
    start = time.process_time()
    index.readings(".", lang)
    built = time.process_time() - start
    start = time.process_time()
    index.readings(first, lang)
    warming = time.process_time() - start
    start = time.process_time()
    found = len(index.readings(text, lang))
    searched = time.process_time() - start
    edge = r"\b" if lang == "en" else ""
    plain = re.compile(
        edge + "(?:" + "|".join(map(re.escape, sorted(maker.terms, key=len, reverse=True))) + ")" + edge,
        re.IGNORECASE,
    )
    start = time.process_time()
    part = sum(1 for _ in plain.finditer(text[: size // 10]))
    expression = (time.process_time() - start) * 10
    print(
        f"{lang}  building, once: {built:.2f} s; first text {warming:.2f} s; another {searched:.2f} s,"
        f" {size / searched / 1e6:5.2f} M characters/s"
        f"  {found:7d} matches (re: {part * 10:7d})  {expression / searched:7.1f} times a plain re"
    )
    segments = [text[i : i + 120] for i in range(0, size, 120)]
    start = time.process_time()
    for segment in segments:
        index.readings(segment, lang)
    each = (time.process_time() - start) / len(segments)
    start = time.process_time()
    for segment in segments[:2000]:
        index.weak(segment, lang)
    lifts = (time.process_time() - start) / min(2000, len(segments))
    print(f"    segments of 120 characters: {each * 1e6:.0f} µs each; weak: {lifts * 1e6:.0f} µs each")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--terms", type=int, default=10_000)
    parser.add_argument("--characters", type=int, default=1_000_000)
    options = parser.parse_args()
    for lang in ("en", "zh", "ko"):
        measure(lang, options.terms, options.characters)
    print(f"peak of memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MB")


if __name__ == "__main__":
    main()
