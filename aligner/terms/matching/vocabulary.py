"""What is looked for in texts of each language, made when a text of that language comes."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from aligner.model import Concept, MatchRule
from aligner.model.language import primary
from aligner.terms.matching import acronyms
from aligner.terms.matching.acronyms import Defined
from aligner.terms.matching.automaton import Automaton, build, of_language
from aligner.terms.matching.entries import entries
from aligner.terms.matching.inflected import Stems
from aligner.terms.matching.shortened import Shortened
from aligner.terms.matching.words import words_of

_STEMMED = (MatchRule.STEM,)
_LIFTING = (MatchRule.STEM, MatchRule.FORMS, MatchRule.PREFIX)


class Vocabulary:
    """The terms of concepts as they stand, by their stems, and shortened; `lang` is a BCP 47 tag throughout."""

    def __init__(self, concepts: Sequence[Concept]) -> None:
        self.concepts = tuple(concepts)
        self._automata: dict[str, Automaton] = {}
        self._stems: dict[tuple[str, bool], Stems] = {}
        self._shortened: dict[str, Shortened] = {}

    def automata(self, lang: str) -> tuple[Automaton, ...]:
        """The terms of a language as they stand."""
        language = primary(lang)
        if language not in self._automata:
            self._automata[language] = build(of_language(self.concepts, language), words_of(language).others)
        return (self._automata[language],)

    def stems(self, lang: str, *, strong: bool = False) -> Stems:
        """The stems of all terms, or of those alone whose inflected forms count in full."""
        language = primary(lang)
        if (language, strong) not in self._stems:
            terms = ((c, t) for c in self.concepts for t in (*c.in_language(language), *c.in_language("und")))
            kept = [(c, t) for c, t in terms if t.match in (_STEMMED if strong else _LIFTING)]
            self._stems[language, strong] = Stems(kept, language)
        return self._stems[language, strong]

    def shortened(self, lang: str) -> Shortened:
        """What the terms of a language may be shortened to."""
        language = primary(lang)
        if language not in self._shortened:
            terms = ((c, t) for c in self.concepts for t in c.in_language(language) if t.match is MatchRule.FORMS)
            self._shortened[language] = Shortened(terms, language)
        return self._shortened[language]

    def defining(self, defined: Iterable[Defined], lang: str) -> Vocabulary:
        """The same with the short forms that one document defines in its language."""
        return _Defining(self, defined, lang)


class _Defining(Vocabulary):
    """All that another vocabulary has, and short forms of one document."""

    def __init__(self, vocabulary: Vocabulary, defined: Iterable[Defined], lang: str) -> None:
        super().__init__(vocabulary.concepts)
        self._vocabulary = vocabulary
        self._language = primary(lang)
        made = acronyms.terms(defined, vocabulary.concepts, lang)
        self._defined = build(e for concept, term in made for e in entries(concept, term))

    def automata(self, lang: str) -> tuple[Automaton, ...]:
        """See Vocabulary."""
        own = (self._defined,) if primary(lang) == self._language else ()
        return *self._vocabulary.automata(lang), *own

    def stems(self, lang: str, *, strong: bool = False) -> Stems:
        """See Vocabulary."""
        return self._vocabulary.stems(lang, strong=strong)

    def shortened(self, lang: str) -> Shortened:
        """See Vocabulary."""
        return self._vocabulary.shortened(lang)
