"""The way back from an edited text to the one it was made of: few numbers for long texts."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(slots=True)
class Edits:
    """One round of replacements, in order and without overlap; everything between them is unchanged.

    Replacement i put `widths[i]` characters at `places[i]` of the new text for old[starts[i]:stops[i]].
    """

    places: list[int] = field(default_factory=list)
    widths: list[int] = field(default_factory=list)
    starts: list[int] = field(default_factory=list)
    stops: list[int] = field(default_factory=list)

    def replace(self, start: int, stop: int, width: int) -> None:
        """Note that old[start:stop], after all noted so far, became `width` characters."""
        shift = self.places[-1] + self.widths[-1] - self.stops[-1] if self.places else 0
        self.places.append(start + shift)
        self.widths.append(width)
        self.starts.append(start)
        self.stops.append(stop)

    def start(self, place: int) -> int:
        """Where the character at `place` of the new text comes from."""
        i = bisect_right(self.places, place) - 1
        if i < 0:
            return place
        inside = place < self.places[i] + self.widths[i]
        return self.starts[i] if inside else self.stops[i] + place - self.places[i] - self.widths[i]

    def stop(self, place: int) -> int:
        """Where the source of the character at `place` of the new text ends."""
        i = bisect_right(self.places, place) - 1
        if i >= 0 and place < self.places[i] + self.widths[i]:
            return self.stops[i]
        return self.start(place) + 1


@dataclass(frozen=True, slots=True)
class Drops:
    """Single characters taken away: `places` are those of the new text right before which one was, in order."""

    places: Sequence[int]

    def start(self, place: int) -> int:
        """Where the character at `place` of the new text comes from."""
        return place + bisect_right(self.places, place)

    def stop(self, place: int) -> int:
        """Where the source of the character at `place` of the new text ends."""
        return self.start(place) + 1


class Dropping:
    """Takes single characters away in several rounds and keeps one way back for all of them.

    `gaps` are the places, not in order, where one was taken away that parted words; `trailing` counts characters
    that were cut off at the end.
    """

    def __init__(self) -> None:
        self.places: list[int] = []
        self.gaps: list[int] = []
        self.trailing = 0

    def join(self, pieces: Sequence[str], *, gap: bool = False) -> str:
        """The text without the single characters between the pieces; `gap` if each of them parted words."""
        if len(pieces) > 1:
            places = list(accumulate(map(len, pieces)))
            places.pop()
            if self.places:
                taken = [p + n for n, p in enumerate(places, 1)]  # each is 1 past the character taken
                self.places = sorted(_moved(self.places, taken) + places)
                self.gaps = _moved(self.gaps, taken)
            else:
                self.places = places
            if gap:
                self.gaps = self.gaps + places
        return "".join(pieces)


def _moved(places: list[int], taken: list[int]) -> list[int]:
    """Where places of a text come to stand when the characters before `taken` are gone."""
    return [p - bisect_right(taken, p) for p in places]
