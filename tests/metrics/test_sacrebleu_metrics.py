from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_reports import document
from sacrebleu.metrics.bleu import BLEU
from sacrebleu.metrics.chrf import CHRF
from sacrebleu.metrics.ter import TER

from aligner.metrics import Metric, measure
from aligner.metrics._sacrebleu import tokenizer_for
from aligner.metrics.bleu import Bleu
from aligner.metrics.chrf import Chrf
from aligner.metrics.ter import Ter
from aligner.model import AlignedPair, Alignment, Bead
from aligner.model.alignment import aligned_pairs

ENGLISH = [
    ("The dam was finished early, officials said.", "Officials said the dam was finished early."),
    ("It cost 30 million yuan.", "It cost about 30 million yuan."),
    ("Nobody was hurt.", "There were no injuries."),
    ("Yes.", "Yes."),
]
CHINESE = [("大坝提前完工。", "大坝已提前完工。"), ("无人受伤。", "没有人员受伤。"), ("约3000万元", "3000万元")]
KOREAN = [("댐이 일찍 완공됐다.", "댐은 예정보다 일찍 완공되었다."), ("다친 사람은 없다.", "다친 사람은 없었다.")]
BY_LANGUAGE = {"en": ENGLISH, "zh-Hans": CHINESE, "ko": KOREAN}


def paired(lang: str, lines: Sequence[tuple[str, str]]) -> tuple[AlignedPair, ...]:
    base = document("b", lang, [left for left, _ in lines], title=False)
    version = document("v", lang, [right for _, right in lines], title=False)
    beads = tuple(Bead((n,), (n,)) for n in range(len(lines)))
    return aligned_pairs(Alignment("b", "v", beads, "by-hand", True), base, version)


def value(metric: Metric, lang: str, lines: Sequence[tuple[str, str]]) -> float:
    score = measure("m", metric, paired(lang, lines), "v", "b")
    assert score is not None
    assert score.value is not None
    return score.value


@pytest.mark.parametrize("lang", BY_LANGUAGE)
def test_the_corpus_figure_is_that_of_sacrebleu(lang: str) -> None:
    lines = BY_LANGUAGE[lang]
    hypotheses, references = [b for _, b in lines], [[a for a, _ in lines]]
    language = lang.split("-", maxsplit=1)[0]
    bleu = BLEU(tokenize=tokenizer_for(language)).corpus_score(hypotheses, references)
    chrf = CHRF(word_order=0 if language == "zh" else 2).corpus_score(hypotheses, references)
    spaceless = language == "zh"
    ter = TER(normalized=spaceless, asian_support=spaceless).corpus_score(hypotheses, references)
    assert value(Bleu(), lang, lines) == pytest.approx(bleu.score)
    assert value(Chrf(), lang, lines) == pytest.approx(chrf.score)
    assert value(Ter(), lang, lines) == pytest.approx(ter.score)
    assert bleu.score > 0


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(st.tuples(*[st.text("ab c.,'é", min_size=1, max_size=30).filter(str.strip)] * 2), min_size=1))
def test_the_corpus_figure_is_that_of_sacrebleu_for_any_lines(lines: list[tuple[str, str]]) -> None:
    lines = [(" ".join(a.split()), " ".join(b.split())) for a, b in lines]
    hypotheses, references = [b for _, b in lines], [[a for a, _ in lines]]
    assert value(Bleu(), "en", lines) == pytest.approx(BLEU().corpus_score(hypotheses, references).score)
    chrf = CHRF(word_order=2).corpus_score(hypotheses, references).score
    assert value(Chrf(), "en", lines) == pytest.approx(chrf)
    assert value(Ter(), "en", lines) == pytest.approx(TER().corpus_score(hypotheses, references).score)


def test_the_figure_of_a_pair_is_sacrebleus_for_a_sentence() -> None:
    score = measure("bleu", Bleu(), paired("en", ENGLISH), "v", "b")
    assert score is not None
    sentence = BLEU(effective_order=True)
    expected = [sentence.sentence_score(b, [a]).score for a, b in ENGLISH]
    assert [v for _, v in score.per_segment] == pytest.approx(expected)
    assert score.per_segment[3][1] == pytest.approx(100.0)  # one word, yet the same


def test_signatures_are_sacrebleus_own() -> None:
    bleu, chrf, ter = BLEU(), CHRF(word_order=2), TER()
    for scorer in (bleu, chrf, ter):
        scorer.corpus_score(["a"], [["a"]])
    assert Bleu().signature("en") == f"BLEU|{bleu.get_signature().format()}"
    assert Chrf().signature("en") == f"chrF2++|{chrf.get_signature().format()}"
    assert Ter().signature("en") == f"TER|{ter.get_signature().format()}|moves:up-to-40-words"
    assert "tok:zh" in Bleu().signature("zh")
    assert "tok:13a" in Bleu().signature("de")
    assert "tok:char" in Bleu().signature("th")
    assert "nw:0" in Chrf().signature("zh")
    assert "asian:yes" in Ter().signature("ja")


def test_options() -> None:
    assert "tok:char" in Bleu(tokenizer="char").signature("en")
    assert "nw:1" in Chrf(word_order=1).signature("zh")
    assert value(Chrf(word_order=0), "en", ENGLISH) != value(Chrf(), "en", ENGLISH)


@pytest.mark.parametrize("metric", [Bleu(), Chrf(), Ter()])
def test_likeness_is_for_one_language_and_never_better_or_worse(metric: Metric) -> None:
    assert metric.applies("en", "en")
    assert not metric.applies("zh", "en")
    assert metric.higher_is_better is None


@pytest.mark.parametrize("metric", [Bleu(), Chrf(), Ter()])
def test_only_what_both_texts_have_counts(metric: Metric) -> None:
    base = document("b", "en", ["One two three four five.", "Six seven.", ""], title=False)
    version = document("v", "en", ["One two three four five.", "eight", ""], title=False)
    beads = (Bead((0,), (0,)), Bead((1,), ()), Bead((), (1,)), Bead((2,), (2,)))
    pairs = aligned_pairs(Alignment("b", "v", beads, "by-hand", True), base, version)
    score = measure("m", metric, pairs, "v", "b")
    assert score is not None
    assert [position for position, _ in score.per_segment] == [0]
    assert measure("m", metric, pairs[1:], "v", "b") is None


def test_long_passages_take_no_search_for_moves() -> None:
    draw = random.Random(1)
    words = [f"w{draw.randrange(300)}" for _ in range(3000)]
    moved = " ".join(words[1500:] + words[:1500])
    # with moves a handful of edits would do, after four minutes
    assert value(Ter(), "en", [(" ".join(words), moved)]) > 50
    turned = [("a b c d e", "c d e a b")]
    assert value(Ter(), "en", turned) == pytest.approx(20.0)  # one move
    assert value(Ter(shift_limit=4), "en", turned) == pytest.approx(80.0)


def test_korean_falls_back_on_characters(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("importlib.util.find_spec", lambda name: None)
    assert tokenizer_for("ko") == "char"
    assert tokenizer_for("ja") == "char"
    monkeypatch.setattr("importlib.util.find_spec", lambda name: name)
    assert tokenizer_for("ko") == "ko-mecab"
    assert tokenizer_for("ja") == "ja-mecab"
