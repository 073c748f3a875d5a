"""Every error that a user of the package can meet.

    AlignerError              anything this package raises on purpose
    ├── InputError            a file or text that cannot be used
    │   ├── EncodingError     its bytes are no text in any encoding we know
    │   ├── FormatError       it is not what its name or option says (carries the line where known)
    │   └── EmptyTextError    it holds no body text
    ├── UsageError            an option or a name that does not exist
    │   └── UnknownNameError  ... with the near ones that do
    ├── OutputError           a file that cannot be written
    └── MissingExtraError     a feature whose optional library is not installed

Each message is one line: what is wrong, where, and what to do about it.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable


class AlignerError(Exception):
    """Base of all errors raised on purpose; its text is one line for a reader who is no programmer."""


class InputError(AlignerError):
    """A file or text that cannot be used."""


class EncodingError(InputError):
    """Bytes that are no text in any known encoding."""


class FormatError(InputError):
    """A file that is not what its name or an option says it is."""


class EmptyTextError(InputError):
    """A file that holds no body text."""


class UsageError(AlignerError):
    """An option, a combination of options or a name that makes no sense."""


class UnknownNameError(UsageError):
    """A name that is not among the known ones.

    `kind` is the noun ("check"), `name` what was asked for, `known` the names that exist, `listing` the
    command that lists them.
    """

    def __init__(self, kind: str, name: str, known: Iterable[str], listing: str) -> None:
        near = difflib.get_close_matches(name, list(known), n=2, cutoff=0.6)
        hint = f"; did you mean {' or '.join(repr(n) for n in near)}?" if near else ""
        super().__init__(f"no {kind} {name!r}{hint or ';'} see: {listing}")


class OutputError(AlignerError):
    """A file that cannot be written."""


class MissingExtraError(AlignerError):
    """A feature whose optional library is not installed; says how to install it."""

    def __init__(self, feature: str, extra: str) -> None:
        super().__init__(
            f"{feature} needs an optional library; install it with: pip install 'news-aligner[{extra}]'"
        )
