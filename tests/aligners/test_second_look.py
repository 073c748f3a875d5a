"""Where the trained scorer is trusted, and where the base aligner keeps its say."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Sequence

import numpy as np
import pytest

from aligner.aligners._prepared import LEXICONS, prepare_many
from aligner.aligners._scorer import BASE_TEMPER, TRUSTED, rescored, scripts, second_look, shipped
from aligner.aligners._search import Scored
from aligner.aligners.translation import Translation
from aligner.model import Document

Make = Callable[..., Document]

ENGLISH = ["The mill burned in 1904.", "Nobody was hurt.", "It was built again, larger than before."]
GREEK = ["Ο μύλος κάηκε το 1904.", "Κανείς δεν τραυματίστηκε.", "Χτίστηκε ξανά, μεγαλύτερος."]
GERMAN = ["Die Mühle brannte 1904.", "Niemand wurde verletzt.", "Sie wurde neu gebaut, größer als zuvor."]


def found(make: Make, texts: Sequence[str], lang: str) -> Scored:
    pair = (make(ENGLISH, "en", "a"), make(texts, lang, "b"))
    return next(iter(Translation().searched(prepare_many([pair], LEXICONS))))


def test_scripts_seen_in_training_get_the_trained_scores(make: Make) -> None:
    searched = found(make, GERMAN, "de")
    assert scripts(searched) == "latin latin"
    scores, temper = second_look(searched, shipped())
    assert temper == (shipped().temper if searched.texts.dictionary else shipped().bare)
    assert np.array_equal(scores, rescored(searched, shipped()))


def test_other_scripts_lean_on_the_base_aligner(make: Make) -> None:
    searched = found(make, GREEK, "el")
    assert scripts(searched) == "latin spaced"
    scores, temper = second_look(searched, shipped())
    trained = rescored(searched, shipped())
    kept = np.isfinite(trained)
    mixed = TRUSTED * trained[kept] + (1 - TRUSTED) * BASE_TEMPER * searched.scores[kept]
    assert temper == 1.0
    assert np.array_equal(kept, np.isfinite(scores))
    assert scores[kept] == pytest.approx(mixed, abs=1e-4)
    seen = dataclasses.replace(shipped(), seen=shipped().seen | {"latin spaced"})
    assert np.array_equal(second_look(searched, seen)[0], trained)
