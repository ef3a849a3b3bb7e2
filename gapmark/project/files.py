"""All disk access: reads with the path in every message, writes that leave either the old file or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from gapmark.problems.errors import GapmarkError, failure
from gapmark.problems.location import UNPRINTABLE, line_and_column

MANIFEST = "gapmark-manifest.txt"
"""Names the files of a site that are ours, one path a line, sorted: only those are ever removed."""
FRESH = ".gapmark-new"
"""Ends the name of a file that is written and not yet in its place."""
LARGEST, LARGEST_RECEIVED, LARGEST_TEXT = 100_000_000, 1_000_000_000, 10_000_000
"""Bytes: the most that is read of a file in a project, of one that the user names, and of one text. A file may be
without end, and to compare a text takes some hundred times its size in memory."""
READING = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
"""To open a pipe must not wait for somebody to write into it."""


def name_of(path: Path, project: Path) -> str:
    """Return the path as messages show it: relative to the project where it is inside, with forward slashes."""
    try:
        return path.relative_to(project).as_posix() or "."
    except ValueError:
        return path.as_posix()


# ---------------------------------------------------------------- reading


def read_bytes(path: Path, project: Path) -> bytes:
    """Return the bytes of a file below `project`. No link is followed on the way.

    Raise GapmarkError naming the file where it can't be read, is a link or lies behind one, or is too large.
    """
    name = name_of(path, project)
    check_links(path, project)
    try:
        handle = _open_below(project, PurePosixPath(name).parts)
        check_links(path, project)  # where the system can't open without following, a link may have come meanwhile
    except OSError as error:
        raise _unreadable(error, name) from error
    return _read_whole(_as_file(handle, name), name, LARGEST)


def check_links(path: Path, project: Path) -> None:
    """Raise GapmarkError where `path`, or a folder between it and `project`, is a link."""
    below = path.relative_to(project).parts
    for place in (project.joinpath(*below[:end]) for end in range(1, len(below) + 1)):
        if os.path.islink(place):  # noqa: PTH114 - Path.is_symlink() raises where it may not look
            what = "folder" if os.path.isdir(place) else "file"  # noqa: PTH112
            hint = f"put the {what} itself here"
            raise failure("O006", name_of(place, project), "is a link, and gapmark follows no links in a project", hint)


def read_file(path: Path, name: str, most: int = LARGEST_RECEIVED) -> bytes:
    """Return the bytes of a file anywhere, called `name` in the message; a link that the user names is followed.

    Raise GapmarkError where it can't be read, is no regular file, or has more than `most` bytes.
    """
    return _read_whole(open_file(path, name), name, most)


def open_file(path: Path, name: str) -> BinaryIO:
    """Open a file anywhere. Raise GapmarkError as `read_file`."""
    try:
        handle = os.open(path, READING)
    except OSError as error:
        raise _unreadable(error, name) from error
    return _as_file(handle, name)


def _open_below(project: Path, parts: Sequence[str]) -> int:
    """Open the file at `parts` below `project`, folder by folder, so that no link on the way can lead elsewhere."""
    if os.open not in os.supports_dir_fd:
        return os.open(project.joinpath(*parts), READING)
    handle = os.open(project, os.O_RDONLY)
    for part in parts:
        before, flags = handle, READING if part is parts[-1] else os.O_RDONLY | os.O_DIRECTORY
        try:
            handle = os.open(part, flags | os.O_NOFOLLOW, dir_fd=before)
        finally:
            os.close(before)
    return handle


def _as_file(handle: int, name: str) -> BinaryIO:
    mode = os.fstat(handle).st_mode
    if not stat.S_ISREG(mode):
        os.close(handle)
        kind = "a folder" if stat.S_ISDIR(mode) else "a pipe or a device"
        raise failure("O005", name, f"is {kind}, not a file", "put a file there, or give another name")
    return os.fdopen(handle, "rb")


def _read_whole(file: BinaryIO, name: str, most: int) -> bytes:
    with file:
        known = min(os.fstat(file.fileno()).st_size, most) + 1  # Python takes memory for as much as it is to read
        data = file.read(known)
        data += file.read(most + 1 - known) if len(data) == known <= most else b""
    check_size(data, name, most)
    return data


def check_size(data: bytes, name: str, most: int) -> None:
    """Raise GapmarkError where a file has more than `most` bytes."""
    if len(data) > most:
        raise too_large(name, most)


def too_large(name: str, most: int) -> GapmarkError:
    """Return the error for a file with more than `most` bytes."""
    hint = "make it smaller, or leave it out"
    return failure("O011", name, f"is larger than {most // 1_000_000} MB, the most that is read", hint)


def _unreadable(error: OSError, name: str) -> GapmarkError:
    found, hint = str(error.strerror), "make it a file that can be read"
    if isinstance(error, FileNotFoundError):
        hint = "put the file there, or correct its name"
    elif error.errno == errno.ELOOP:
        found, hint = "it is a link to itself", "put the file itself here"
    elif isinstance(error, PermissionError) and os.name == "nt":  # so Windows answers who opens a folder
        hint = "give yourself permission to read it; if it is a folder, put a file there"
    return failure("O005", name, f"can't be read: {found}", hint)


def read_text(path: Path, project: Path) -> str:
    """Return the text of a file that an editor edits. Raise GapmarkError as `read_bytes`, and where it is not UTF-8."""
    return as_text(read_bytes(path, project), name_of(path, project))


def as_text(data: bytes, name: str) -> str:
    """Return what an editor edits, as text: no byte order mark, lines end in a line feed. Raise as `decode`."""
    check_size(data, name, LARGEST_TEXT)
    text = decode(data, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if found := UNPRINTABLE.search(text):
        message = f"has the character U+{ord(found[0]):04X} in it, which no page can hold"
        raise failure("X001", name, message, "leave it out", *line_and_column(text, found.start()))
    return text


def decode(data: bytes, name: str) -> str:
    """Return UTF-8 as text, nothing changed. Raise GapmarkError with the line of the first bad byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"is not UTF-8: byte {data[error.start]:#04x} at position {error.start + 1}"
        raise failure("X001", name, found, "save the file with the encoding UTF-8", line) from error


def list_files(folder: Path) -> list[Path]:
    """Return every file below `folder`, sorted by its path; none where there is no such folder.

    A link to a folder is listed and not followed. Links to nothing are left out: an editor's program keeps its locks
    in such. Raise GapmarkError where a folder can't be listed.
    """
    walked = [(Path(top), folders, names) for top, folders, names in os.walk(folder, onerror=_unlisted)]
    found = [top / name for top, _, names in walked for name in names]
    found += [top / name for top, folders, _ in walked for name in folders if os.path.islink(top / name)]  # noqa: PTH114
    return sorted(path for path in found if os.path.exists(path) or not os.path.islink(path))  # noqa: PTH110, PTH114


def is_gone(path: Path) -> bool:
    """Return whether there is nothing of this name; False where that can't be known."""
    try:
        path.lstat()
    except FileNotFoundError:
        return True
    except OSError:
        return False
    return False


def match_files(root: Path, pattern: str) -> list[Path]:
    """Return the files of a folder whose names match, as in `content/*.md`. Raise GapmarkError as `list_files`."""
    place, _, name = pattern.rpartition("/")
    try:
        return [path for path in (root / place).iterdir() if fnmatchcase(path.name, name)]
    except OSError as error:
        _unlisted(error)
    return []


def _unlisted(error: OSError) -> None:
    """Raise GapmarkError for a folder that is there and can't be listed."""
    if not isinstance(error, FileNotFoundError | NotADirectoryError):
        hint = "give yourself permission to read this folder"
        raise failure("O005", str(error.filename), f"can't be read: {error.strerror}", hint) from error


# ---------------------------------------------------------------- writing single files


@contextlib.contextmanager
def telling(place: Path, project: Path, hint: str) -> Iterator[None]:
    """Turn the system's refusal to write at `place` into an error that names the file and the next step."""
    try:
        yield
    except (OSError, RuntimeError) as error:  # RuntimeError: a link to itself, before Python 3.13
        name = name_of(Path(getattr(error, "filename", None) or place), project)
        raise failure("O001", name, f"can't be written: {getattr(error, 'strerror', error)}", hint) from error


def write_file(path: Path, data: bytes, *, flushed: bool = True) -> None:
    """Put `data` at `path`: beside its place first, then renamed, so that a killed run leaves no half file.

    `flushed`: the bytes are on the disk before the name is, and both are before this returns.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + FRESH)
    try:
        write_fresh(fresh, data, flushed=flushed)
        fresh.replace(path)
        if flushed:
            flush_folder(path.parent)
    finally:
        fresh.unlink(missing_ok=True)


def write_fresh(fresh: Path, data: bytes, *, flushed: bool) -> None:
    """Write a file that nothing depends on yet, through no link; `flushed`: return when its bytes are on the disk."""
    fresh.unlink(missing_ok=True)
    fresh.write_bytes(data)
    if flushed:
        with fresh.open("r+b") as file:
            os.fsync(file.fileno())


def flush_folder(folder: Path) -> None:
    """Return when the names in a folder are on the disk; at once where the system can't tell (Windows)."""
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def holds(path: Path, data: bytes) -> bool:
    """Whether the file is there and has exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


# ---------------------------------------------------------------- files that an editor may have changed


def set_aside(path: Path, ending: str) -> Path:
    """Return a free path beside `path` for another version of it: `battle.md.old`, then `battle.md.old2` and so on."""
    numbers = ("", *map(str, range(2, 10_000)))
    return next(p for p in (path.with_name(f"{path.name}.{ending}{n}") for n in numbers) if not p.exists())
