"""Writing files so that a killed run leaves the old file or the new one, never half of one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path

from aligner.errors import OutputError


def check_targets(targets: Iterable[Path], inputs: Iterable[Path] = ()) -> None:
    """Raise OutputError for the first target that could not be written, is named twice or is one of the `inputs`.

    Writes nothing and makes no folder.
    """
    taken = {path.resolve(): "is a text to be read" for path in inputs}
    for target in targets:
        if target.resolve() in taken:
            raise OutputError(f"{target}: cannot write: it {taken[target.resolve()]}; name another file")
        taken[target.resolve()] = "is named twice"
        if target.is_dir():
            raise OutputError(f"{target}: cannot write: it is a folder; name a file")
        folder = next((p for p in target.absolute().parents if p.exists()), None)
        if folder is None or not folder.is_dir() or not os.access(folder, os.W_OK | os.X_OK):
            raise OutputError(f"{target}: cannot write: no permission in {folder}; choose another place")


def write_files(files: Mapping[Path, bytes]) -> None:
    """Write all files, each beside its target and then renamed, making missing folders.

    Every file is complete on disk before the first is renamed. A link is followed; a device or pipe is written to
    as it is. Raises OutputError, with nothing renamed, when one cannot be written.
    """
    waiting: list[tuple[str, Path]] = []
    try:
        for target, data in files.items():
            if not _special(target):
                waiting.append((_write_beside(target.resolve(), data), target))
        for target in filter(_special, files):
            with target.open("wb") as stream:
                stream.write(files[target])
        for temporary, target in waiting:
            os.replace(temporary, target.resolve())
    except OSError as error:
        raise OutputError(f"{target}: cannot write: {error.strerror}; choose another place") from error
    finally:
        for temporary, _ in waiting:
            Path(temporary).unlink(missing_ok=True)


def _special(target: Path) -> bool:
    """Whether there is a device or a pipe: something that renaming a file over it would destroy."""
    return target.exists() and not target.is_file()


def _write_beside(target: Path, data: bytes) -> str:
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=target.parent, prefix=".aligner-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            # a temporary file is made private; the finished one gets the mode any new file would have
            umask = os.umask(0)
            os.umask(umask)
            os.fchmod(file.fileno(), 0o666 & ~umask)
    except OSError:
        Path(name).unlink(missing_ok=True)
        raise
    return name
