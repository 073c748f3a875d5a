"""Read a text and its versions, align them, check and score what changed on the way."""

from __future__ import annotations

__version__ = "0.1.0"
