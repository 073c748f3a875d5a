"""The way back from an edited text to the one it was made of: few numbers for long texts."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import accumulate


@dataclass(slots=True)
class Edits:
    """One round of replacements, in order and without overlap; everything between them is unchanged.

    Replacement i put `widths[i]` characters at `places[i]` of the new text for old[starts[i]:stops[i]]. `gap` says
    whether what was taken away parts words.
    """

    gap: bool = False
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

    def at(self, place: int) -> bool:
        """Whether something was taken away right before `place` of the new text."""
        i = bisect_left(self.places, place)
        return i < len(self.places) and self.places[i] == place


@dataclass(frozen=True, slots=True)
class Drops:
    """One round of single characters taken away: `places` are those of the new text right before which one was."""

    places: list[int]
    gap: bool = False

    def start(self, place: int) -> int:
        """Where the character at `place` of the new text comes from."""
        return place + bisect_right(self.places, place)

    def stop(self, place: int) -> int:
        """Where the source of the character at `place` of the new text ends."""
        return self.start(place) + 1

    def at(self, place: int) -> bool:
        """Whether something was taken away right before `place` of the new text."""
        i = bisect_left(self.places, place)
        return i < len(self.places) and self.places[i] == place


def dropped(pieces: Sequence[str], *, gap: bool) -> Drops:
    """The drops between these pieces of a text."""
    places = list(accumulate(map(len, pieces)))
    return Drops(places[:-1], gap)
