"""Sentences as numbers: each token type of a text an integer, each sentence a stretch of one flat array."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import numpy.typing as npt

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Singles = npt.NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """A text's tokens: sentence `i` holds `ids[starts[i]:starts[i + 1]]`, type `t` is written `types[t]`."""

    types: tuple[str, ...]
    ids: Ints
    starts: Ints
    lengths: Floats
    """Characters of each sentence, white space left out; at least 1."""

    def __len__(self) -> int:
        return len(self.starts) - 1

    def tokens(self, first: int, last: int) -> Ints:
        """The token ids of sentences first..last-1."""
        return self.ids[self.starts[first] : self.starts[last]]

    @property
    def frequencies(self) -> Floats:
        """How often each type occurs."""
        return np.bincount(self.ids, minlength=len(self.types)).astype(np.float64)

    @property
    def owners(self) -> Ints:
        """The sentence of each token."""
        return np.repeat(np.arange(len(self)), np.diff(self.starts))

    def counts(self, first: int, last: int, types: Ints) -> Floats:
        """Matrix sentences first..last-1 x `types` (ascending, holding every type there) of occurrences."""
        matrix = np.zeros((last - first, len(types)))
        owners = np.repeat(np.arange(last - first), np.diff(self.starts[first : last + 1]))
        np.add.at(matrix, (owners, np.searchsorted(types, self.tokens(first, last))), 1.0)
        return matrix

    def in_order(self, order: Ints) -> Encoded:
        """The text with its sentences in another order."""
        pieces = [self.tokens(j, j + 1) for j in order.tolist()]
        starts = np.concatenate(([0], np.cumsum([len(p) for p in pieces]))).astype(np.int64)
        ids = np.concatenate(pieces) if pieces else self.ids
        return replace(self, ids=ids, starts=starts, lengths=self.lengths[order])


def encode(documents: Sequence[tuple[Sequence[str], Sequence[Sequence[str]]]]) -> list[Encoded]:
    """Documents as numbers, types in sorted order and shared by all.

    Each document is given by its sentences as written and by the tokens of each of them.
    """
    types = tuple(sorted({token for _, sentences in documents for sentence in sentences for token in sentence}))
    number = {token: i for i, token in enumerate(types)}
    return [_encoded(types, number, *document) for document in documents]


def _encoded(
    types: tuple[str, ...], number: dict[str, int], texts: Sequence[str], sentences: Sequence[Sequence[str]]
) -> Encoded:
    flat = [number[token] for sentence in sentences for token in sentence]
    starts = np.cumsum([0, *(len(sentence) for sentence in sentences)], dtype=np.int64)
    lengths = np.array([max(1, len("".join(text.split()))) for text in texts], dtype=np.float64)
    return Encoded(types, np.array(flat, dtype=np.int64), starts, lengths)
