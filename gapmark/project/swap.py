"""Several files changed as one: all of them or none, whatever fails on the way, and also where the run is killed.

The new bytes are written beside their places, then a journal that says what is to be done. Before it is there nothing
has changed; once it is there, whoever comes next does the rest.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping
from pathlib import Path, PurePosixPath

from gapmark.project.files import FRESH, set_aside, write_file

OLD = ".gapmark-old"
"""Ends the name of a file's former version while others are still being changed."""
JOURNAL = ".gapmark-journal"
"""A line for each file: `+` where it is put there, `-` where it goes; its state before; its path."""


def swap(folder: Path, new: Mapping[str, bytes], gone: Iterable[str] = ()) -> None:
    """Put the bytes of `new` in their places below `folder` and take `gone` away. Raises OSError with all as it was.

    Call `finish` first: what a killed run has left must not be in the way.
    """
    steps = [*(("-", path) for path in gone), *(("+", path) for path in new)]
    begun: list[tuple[str, str]] = []
    try:
        for path, data in new.items():
            fresh = folder / (path + FRESH)
            fresh.parent.mkdir(parents=True, exist_ok=True)
            fresh.write_bytes(data)
        lines = (f"{sign} {_state(folder / path)} {path}" for sign, path in steps)
        write_file(folder / JOURNAL, "\n".join(lines).encode())
        for sign, path in steps:
            begun.append((sign, path))
            _keep(folder / path)
            _take(folder, sign, path)
        (folder / JOURNAL).unlink()
    except BaseException:
        for sign, path in reversed(begun):
            _undo(folder, sign, path)
        (folder / JOURNAL).unlink(missing_ok=True)
        clear(folder)
        raise
    clear(folder)


def finish(folder: Path) -> None:
    """Do what is left of a swap that was killed, and take away what it left lying. What was edited since is kept."""
    journal = folder / JOURNAL
    if os.path.isfile(journal) and not journal.is_symlink():  # noqa: PTH113 - Path.is_file() raises, to Python 3.12
        for line in journal.read_text("utf-8", errors="replace").split("\n"):
            sign, before, path = (*line.split(" ", 2), "", "")[:3]
            if is_inside(path) and not leads_away(folder, path):
                place = folder / path
                edited = _state(place) not in (before, "none")
                if edited and sign == "+" and os.path.lexists(folder / (path + FRESH)):
                    place.rename(set_aside(place, "old"))
                if not edited or sign == "+":
                    _take(folder, sign, path)
        journal.unlink()
    clear(folder)


def clear(folder: Path) -> None:
    """Remove what stands beside the files, and folders that this leaves empty; what can't be removed, next time."""
    for top, _, names in os.walk(folder, topdown=False):
        for path in (Path(top) / name for name in names if name.endswith((FRESH, OLD))):
            with contextlib.suppress(OSError):  # a folder that is not empty: somebody's files are in it
                path.unlink(missing_ok=True)
                for parent in list(path.relative_to(folder).parents)[:-1]:
                    (folder / parent).rmdir()


def is_inside(path: str) -> bool:
    """Whether a path of a list that anybody may have written stays below its folder."""
    plain = path.replace("\\", "/")
    parts = PurePosixPath(plain).parts
    return bool(parts) and ".." not in parts and "\0" not in path and not plain.startswith("/") and ":" not in parts[0]


def leads_away(folder: Path, path: str) -> bool:
    """Whether one of the folders on the way to a file is a link, so that the file is somewhere else."""
    parent = PurePosixPath(path).parent
    return (folder / parent).resolve() != folder.resolve() / parent


def _state(place: Path) -> str:
    """What tells a file from an edited one; `none` where there is no file."""
    try:
        found = place.lstat()
    except OSError:
        return "none"
    return f"{found.st_size}:{found.st_mtime_ns}"


def _keep(place: Path) -> None:
    """Give the file that stands there, if any, a second name."""
    if os.path.lexists(place):
        old = place.with_name(place.name + OLD)
        try:
            os.link(place, old)
        except OSError:  # this disk has no second names
            place.rename(old)


def _take(folder: Path, sign: str, path: str) -> None:
    place, fresh = folder / path, folder / (path + FRESH)
    if sign == "+" and os.path.lexists(fresh):
        fresh.replace(place)
    elif sign == "-" and not place.is_dir():
        place.unlink(missing_ok=True)


def _undo(folder: Path, sign: str, path: str) -> None:
    place, old, fresh = (folder / (path + ending) for ending in ("", OLD, FRESH))
    if os.path.lexists(old):
        old.replace(place)
    elif sign == "+" and not os.path.lexists(fresh):
        place.unlink(missing_ok=True)
