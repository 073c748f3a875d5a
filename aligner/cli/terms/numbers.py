"""Numbers of things, as a line of output says them."""

from __future__ import annotations


def counted(number: int, noun: str) -> str:
    """The number with its noun: "1 concept", "2,031 terms"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
