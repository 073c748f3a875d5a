"""Files appear whole or not at all."""

from __future__ import annotations

import os
import stat
import threading
from pathlib import Path

import pytest

from aligner.errors import OutputError
from aligner.output import check_targets, write_files


def test_writes_all_and_makes_folders(tmp_path: Path) -> None:
    write_files({tmp_path / "a" / "b.txt": b"one", tmp_path / "c.txt": b"two"})
    assert (tmp_path / "a" / "b.txt").read_bytes() == b"one"
    assert (tmp_path / "c.txt").read_bytes() == b"two"


def test_nothing_is_written_when_one_target_fails(tmp_path: Path) -> None:
    old = tmp_path / "old.txt"
    old.write_bytes(b"old")
    with pytest.raises(OutputError, match="cannot write"):
        write_files({old: b"new", old / "below": b"x"})
    assert old.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [old]


def test_mode_is_that_of_an_ordinary_file(tmp_path: Path) -> None:
    ordinary = tmp_path / "ordinary"
    ordinary.write_bytes(b"")
    write_files({tmp_path / "ours": b""})
    assert stat.S_IMODE((tmp_path / "ours").stat().st_mode) == stat.S_IMODE(ordinary.stat().st_mode)


def test_check_targets(tmp_path: Path) -> None:
    check_targets([tmp_path / "new" / "deep" / "file.html"])
    assert not (tmp_path / "new").exists()
    with pytest.raises(OutputError, match="folder"):
        check_targets([tmp_path])


def test_a_link_is_followed_and_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "real.txt", tmp_path / "link.txt"
    target.write_bytes(b"old")
    link.symlink_to(target)
    write_files({link: b"new"})
    assert link.is_symlink()
    assert target.read_bytes() == b"new"


def test_a_device_is_written_to_and_stays_one(tmp_path: Path) -> None:
    device = Path(os.devnull)
    before = device.stat().st_rdev
    write_files({device: b"gone", tmp_path / "kept.txt": b"kept"})
    assert device.stat().st_rdev == before
    assert (tmp_path / "kept.txt").read_bytes() == b"kept"


def test_a_pipe_gets_what_is_written(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    got: list[bytes] = []
    reader = threading.Thread(target=lambda: got.append(pipe.read_bytes()))
    reader.start()
    write_files({pipe: b"through"})
    reader.join(timeout=30)
    assert got == [b"through"]
