"""A second look at the beads that the base aligner thinks likely, with weights trained on alignments made by hand.

A semi-Markov log-linear model (Sarawagi & Cohen 2004): the log score of an alignment is the sum over its beads of
weights times features, up to a constant. The weights are in scorer_weights.tsv; `python -m aligner.training` makes
that file.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import numpy as np

from aligner.aligners._candidates import candidates
from aligner.aligners._corpus import Floats, Singles
from aligner.aligners._features.frame import Frame
from aligner.aligners._features.table import weighted
from aligner.aligners._search import Scored
from aligner.errors import FormatError
from aligner.plugins import resource
from aligner.text.script import writing

FILE = "scorer_weights.tsv"
TEMPER, BARE_TEMPER, SEEN = "(temper)", "(temper, bare)", "(seen) "
"""Names of the rows of the weights file that are no features: the tempers with and without a dictionary, and each
pair of scripts trained on."""

TRUSTED, BASE_TEMPER = 0.3, 0.43
"""What the trained scores count against the tempered ones of the base aligner where a pair of scripts was never
seen in training. Measured with whole sets held out: alone, the trained scores cost such a pair 1 to 4 points."""


@dataclass(frozen=True, slots=True)
class Weights:
    """`values` are those of the features `names`, in nats a unit; `temper` is the factor on the scores of
    alignments that makes probabilities of beads mean what they say, `bare` that of texts without a dictionary;
    `seen` are the pairs of scripts trained on."""

    names: tuple[str, ...]
    values: Floats
    temper: float
    bare: float
    seen: frozenset[str]


def parse(text: str) -> Weights:
    """The weights of a table: a header, then rows feature, weight, meaning. Raises FormatError for others."""
    rows = [line.split("\t") for line in text.splitlines()[1:] if line and not line.startswith("#")]
    try:
        weights = {row[0]: float(row[1]) for row in rows}
        tempers = weights.pop(TEMPER), weights.pop(BARE_TEMPER)
        seen = {name for name in weights if name.startswith(SEEN)}
    except (IndexError, ValueError, KeyError) as error:
        raise FormatError(f"{FILE}: not a table of weights: {error}; make it anew with aligner.training") from error
    features = {name: weight for name, weight in weights.items() if name not in seen}
    pairs = frozenset(name.removeprefix(SEEN) for name in seen)
    return Weights(tuple(features), np.array([*features.values()]), *tempers, pairs)


@cache
def shipped() -> Weights:
    """The weights of the package."""
    return parse(resource("aligner.aligners", FILE).read_text(encoding="utf-8"))


def second_look(found: Scored, weights: Weights) -> tuple[Singles, float]:
    """The scores that the beads are chosen by (see `rescored`), and the factor that makes probabilities of them.

    Of texts in scripts that the weights have seen together these are the trained scores; of others they lean on
    the base aligner's.
    """
    trained = rescored(found, weights)
    if scripts(found) in weights.seen:
        return trained, weights.temper if found.texts.dictionary else weights.bare
    looked_at = np.isfinite(trained)
    trained[looked_at] *= TRUSTED
    trained[looked_at] += (1 - TRUSTED) * BASE_TEMPER * found.scores[looked_at]
    return trained, 1.0


def scripts(found: Scored) -> str:
    """The scripts of both texts, whichever is the base: "han latin"."""
    return " ".join(sorted(map(writing, found.texts.written)))


def framed(found: Scored) -> Frame:
    """What the features of a document are computed from."""
    texts = found.texts
    return Frame(texts.base, texts.version, texts.written, found.forth, found.back, found.lengths, found.path)


def rescored(found: Scored, weights: Weights) -> Singles:
    """Log scores of beads by the trained model: shapes x cells of the band, -inf for beads not worth a look.

    At least one path leads through the result: that of the base aligner. Raises FormatError where the weights are
    those of other features.
    """
    beads = candidates(found.scores, found.band, found.path)
    names, sums = weighted(framed(found), beads, dict(zip(weights.names, weights.values.tolist(), strict=True)))
    if tuple(names) != weights.names:
        odd = sorted({*names} ^ {*weights.names})[:3]
        raise FormatError(f"{FILE}: made for other features ({', '.join(odd)}); make it anew with aligner.training")
    return beads.placed(sums, found.band)
