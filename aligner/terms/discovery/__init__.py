"""Discovery: the variants that no term base lists, and draft term bases from texts and their versions."""

from __future__ import annotations

from aligner.terms.discovery.drafts import extract
from aligner.terms.discovery.variants import candidates

__all__ = ["candidates", "extract"]
