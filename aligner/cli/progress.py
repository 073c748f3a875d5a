"""What is being done, and what a reader should know of it: on standard error."""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def progress() -> Iterator[Callable[[str], None]]:
    """Yield a function that is told each stage in a few words; silent where nobody looks."""
    if not sys.stderr.isatty():
        yield lambda stage: None
        return
    from rich.console import Console
    from rich.text import Text

    with Console(stderr=True).status(Text("starting")) as status:
        yield lambda stage: status.update(Text(stage))


@contextmanager
def notes() -> Iterator[set[str]]:
    """Print warnings of the stages (a large page, text that a format cannot hold) as one line each, at the end.

    Yields a set for those that the reader is told elsewhere: they are left out.
    """
    told: set[str] = set()
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always", UserWarning)
        yield told
    for text in dict.fromkeys(str(w.message) for w in caught if w.category is UserWarning):
        if text not in told:
            tell_reader(f"note: {text}")


def tell_reader(message: str) -> None:
    """One line on standard error; control characters from file names or texts are made visible, not obeyed."""
    line = " ".join(message.split())
    safe = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in line)
    print(f"aligner: {safe}", file=sys.stderr)
