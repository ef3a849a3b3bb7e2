"""Changes several files as one: all of them or none, even where the run or the power ends on the way.

The new bytes are written beside their places. Then a journal is written that says what is to be done, with the size and
sum of each new file. Before the journal is there, nothing has changed. Once it is there, the next run does the rest; or
it takes back what was done, where a new file is not as the journal has it.

With `flushed`, each of these stages is on the disk before the next one begins. That is for what an editor would lose; a
site can be made again. The model is the write-ahead journal of databases (https://www.sqlite.org/atomiccommit.html).
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from gapmark.problems.errors import GapmarkError
from gapmark.project.files import FRESH, flush_folder, read_bytes, set_aside, write_file, write_fresh

OLD = ".gapmark-old"
"""Ends the name of a file's former version while others are still being changed."""
JOURNAL = ".gapmark-journal"
"""A line for each step, as `Step` has it, and END."""
END = "end"
"""The last line of a journal: without it the journal is not whole, and nothing was begun."""


class Step(NamedTuple):
    """One line of a journal; its fields are parted by a space each."""

    sign: str
    """`+`: the file is put there; `-`: it goes."""
    before: str
    """The state of what stood there: `size:time`, or `none`."""
    sum: str
    """`+`: `size:sha256` of the new bytes."""
    path: str
    """Relative to the folder, with forward slashes."""


def swap(folder: Path, new: Mapping[str, bytes], gone: Iterable[str] = (), *, flushed: bool) -> None:
    """Put the bytes of `new` in their places below `folder` and take `gone` away. Raise OSError with all as it was.

    Call `finish` first: what a killed run has left must not be in the way.
    """
    steps = [Step("-", _state(folder / path), "", path) for path in gone]
    steps += [Step("+", _state(folder / path), _sum(data), path) for path, data in new.items()]
    begun: list[Step] = []
    try:
        _write_beside(folder, new, flushed=flushed)
        _flush(folder, steps, flushed=flushed)
        journal = "\n".join((*map(" ".join, steps), END))
        write_file(folder / JOURNAL, journal.encode("utf-8", "surrogateescape"), flushed=flushed)
        for step in steps:
            begun.append(step)
            _keep(folder / step.path)
            _take(folder, step)
        _flush(folder, steps, flushed=flushed)
        (folder / JOURNAL).unlink()
    except BaseException:
        for step in reversed(begun):
            _undo(folder, step)
        (folder / JOURNAL).unlink(missing_ok=True)
        clear(folder)
        raise
    clear(folder)


def _write_beside(folder: Path, new: Mapping[str, bytes], *, flushed: bool) -> None:
    for path, data in new.items():
        fresh = folder / (path + FRESH)
        fresh.parent.mkdir(parents=True, exist_ok=True)
        write_fresh(fresh, data, flushed=flushed)


def finish(folder: Path) -> None:
    """Do what is left of a swap that was interrupted, or take it back, and remove what it left. Keep what was
    edited."""
    journal = folder / JOURNAL
    if os.path.lexists(journal):
        steps = _read_journal(folder)
        if all(_is_whole(folder, step) for step in steps):
            for step in steps:
                _complete(folder, step)
        else:
            for step in reversed(steps):
                _undo(folder, step)
        _flush(folder, steps, flushed=True)
        with contextlib.suppress(IsADirectoryError, PermissionError):  # a folder of somebody else's
            journal.unlink()
    clear(folder)


def _read_journal(folder: Path) -> Sequence[Step]:
    """Return the steps; none where the journal is not whole, or is no file. Whoever wrote it, they stay in `folder`."""
    try:
        *lines, end = read_bytes(folder / JOURNAL, folder).decode("utf-8", "surrogateescape").split("\n")
    except GapmarkError:
        return ()
    steps = [Step(*line.split(" ", 3)) for line in lines if line.count(" ") >= 3] if end == END else []
    return [step for step in steps if is_inside(step.path) and not leads_away(folder, step.path)]


def _is_whole(folder: Path, step: Step) -> bool:
    """Whether the new file is in its place already, or waits beside it with the bytes that the journal names."""
    fresh = folder / (step.path + FRESH)
    return step.sign == "-" or not os.path.lexists(fresh) or _has(fresh, step, folder)


def _has(place: Path, step: Step, folder: Path) -> bool:
    try:
        return _sum(read_bytes(place, folder)) == step.sum
    except GapmarkError:
        return False


def _complete(folder: Path, step: Step) -> None:
    place, waits = folder / step.path, os.path.lexists(folder / (step.path + FRESH))
    edited = _state(place) not in (step.before, "none")
    if edited and waits:
        place.rename(set_aside(place, "old"))
    if waits or not edited:
        _take(folder, step)


def clear(folder: Path) -> None:
    """Remove what stands beside the files, and folders that this leaves empty; what can't be removed, next time."""
    for top, _, names in os.walk(folder, topdown=False):
        for path in (Path(top) / name for name in names if name.endswith((FRESH, OLD))):
            with contextlib.suppress(OSError):  # a folder that is not empty: somebody's files are in it
                path.unlink(missing_ok=True)
                for parent in list(path.relative_to(folder).parents)[:-1]:
                    (folder / parent).rmdir()


def is_inside(path: str) -> bool:
    """Return whether a path of a list that anybody may have written stays below its folder."""
    plain = path.replace("\\", "/")
    parts = PurePosixPath(plain).parts
    return bool(parts) and ".." not in parts and "\0" not in path and not plain.startswith("/") and ":" not in parts[0]


def leads_away(folder: Path, path: str) -> bool:
    """Return whether one of the folders on the way to a file is a link, so that the file is somewhere else."""
    parent = PurePosixPath(path).parent
    return (folder / parent).resolve() != folder.resolve() / parent


def _state(place: Path) -> str:
    """Return what tells a file from an edited one; `none` where there is no file."""
    try:
        found = place.lstat()
    except OSError:
        return "none"
    return f"{found.st_size}:{found.st_mtime_ns}"


def _sum(data: bytes) -> str:
    return f"{len(data)}:{sha256(data).hexdigest()}"


def _flush(folder: Path, steps: Iterable[Step], *, flushed: bool) -> None:
    """Return when the names that the steps change are on the disk, those of new folders too."""
    ways = {parent for step in steps for parent in PurePosixPath(step.path).parents} if flushed else set()
    for way in sorted(ways, reverse=True):
        flush_folder(folder / way)
    if ways:
        flush_folder(folder.parent)


def _keep(place: Path) -> None:
    """Give the file that stands there, if any, a second name."""
    if os.path.lexists(place):
        old = place.with_name(place.name + OLD)
        try:
            os.link(place, old)
        except OSError:  # this disk has no second names
            place.rename(old)


def _take(folder: Path, step: Step) -> None:
    place, fresh = folder / step.path, folder / (step.path + FRESH)
    if step.sign == "+" and os.path.lexists(fresh):
        fresh.replace(place)
    elif step.sign == "-" and not place.is_dir():
        place.unlink(missing_ok=True)


def _undo(folder: Path, step: Step) -> None:
    """Take a step back. What was edited since it was done is kept, and so is the former version beside it."""
    place, old, fresh = (folder / (step.path + ending) for ending in ("", OLD, FRESH))
    taken = step.sign == "+" and not os.path.lexists(fresh) and _has(place, step, folder)
    if os.path.lexists(old):
        if taken or _state(place) in (step.before, "none"):
            old.replace(place)
        else:
            old.rename(set_aside(place, "old"))
    elif taken and step.before == "none":
        place.unlink(missing_ok=True)
