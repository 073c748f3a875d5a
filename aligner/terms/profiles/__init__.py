"""House profiles: what one outlet prefers, admits and avoids, and how grave it takes a difference.

A profile is a TOML file (aligner.terms.profiles.loading says what may stand in it). A few come with the package
and describe what groups of outlets are observed to write; they are no advice. `apply` gives the concepts of a term
base the statuses of the house.
"""

from __future__ import annotations

from aligner.terms.profiles.applying import apply, unknown
from aligner.terms.profiles.house import Profile, Ruling
from aligner.terms.profiles.loading import for_outlet, load, names
from aligner.terms.profiles.manual import manual

__all__ = ["Profile", "Ruling", "apply", "for_outlet", "load", "manual", "names", "unknown"]
