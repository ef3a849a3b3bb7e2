"""All disk access: reads with the path in every message, writes that leave either the old file or the new one."""

from __future__ import annotations

import contextlib
import errno
import os
import stat
from collections.abc import Iterator
from fnmatch import fnmatchcase
from pathlib import Path

from gapmark.problems.errors import failure
from gapmark.problems.location import UNPRINTABLE, line_and_column

MANIFEST = "gapmark-manifest.txt"
"""Names the files of a site that are ours, one path a line, sorted: only those are ever removed."""
FRESH = ".gapmark-new"
"""Ends the name of a file that is written and not yet in its place."""


def name_of(path: Path, project: Path) -> str:
    """The path as messages show it: relative to the project where it is inside, with forward slashes."""
    try:
        return path.relative_to(project).as_posix() or "."
    except ValueError:
        return path.as_posix()


# ---------------------------------------------------------------- reading


def read_bytes(path: Path, project: Path) -> bytes:
    """The file's bytes. Raises GapmarkError naming the file where it can't be read or lies outside the project."""
    name = name_of(path, project)
    if Path(os.path.realpath(project)) not in Path(os.path.realpath(path)).parents:  # resolve() differs by Python
        raise failure("O006", name, "is a link to a file outside the project", "put the file itself here")
    return read_file(path, name)


def read_file(path: Path, name: str) -> bytes:
    """The bytes of a file anywhere, called `name` in the message. Raises GapmarkError where it can't be read."""
    try:
        kind = path.stat().st_mode
        if not stat.S_ISREG(kind):  # to open a pipe would wait for somebody to write into it
            found = "is a folder" if stat.S_ISDIR(kind) else "is a pipe or a device"
            raise failure("O005", name, f"{found}, not a file", "put a file there, or give another name")
        return path.read_bytes()
    except OSError as error:
        found, hint = str(error.strerror), "make it a file that can be read"
        if isinstance(error, FileNotFoundError):
            hint = "put the file there, or correct its name"
        elif error.errno == errno.ELOOP:
            found, hint = "it is a link to itself", "put the file itself here"
        raise failure("O005", name, f"can't be read: {found}", hint) from error


def read_text(path: Path, project: Path) -> str:
    """The text of a file that an editor edits. Raises GapmarkError as `read_bytes`, and where it is not UTF-8."""
    return as_text(read_bytes(path, project), name_of(path, project))


def as_text(data: bytes, name: str) -> str:
    """What an editor edits, as text: no byte order mark, lines end in a line feed. Raises as `decode`."""
    text = decode(data, name).removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if found := UNPRINTABLE.search(text):
        message = f"has the character U+{ord(found[0]):04X} in it, which no page can hold"
        raise failure("X001", name, message, "leave it out", *line_and_column(text, found.start()))
    return text


def decode(data: bytes, name: str) -> str:
    """UTF-8 to text, nothing changed. Raises GapmarkError with the line of the first bad byte."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        found = f"is not UTF-8: byte {data[error.start]:#04x} at position {error.start + 1}"
        raise failure("X001", name, found, "save the file with the encoding UTF-8", line) from error


def list_files(folder: Path) -> list[Path]:
    """Every file below `folder`, sorted by its path; none where there is no such folder.

    Links to nothing are left out: an editor's program keeps its locks in such. Raises GapmarkError where a folder can't
    be listed.
    """
    found = [Path(top) / name for top, _, names in os.walk(folder, onerror=_unlisted) for name in names]
    return sorted(path for path in found if path.exists() or not path.is_symlink())


def match_files(root: Path, pattern: str) -> list[Path]:
    """The files of a folder whose names match, as `content/*.md` says it. Raises GapmarkError as `list_files`."""
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


def write_file(path: Path, data: bytes) -> None:
    """Put `data` at `path`: beside its place first, then renamed, so that a killed run leaves no half file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = path.with_name(path.name + FRESH)
    fresh.unlink(missing_ok=True)  # it could be a link
    try:
        fresh.write_bytes(data)
        fresh.replace(path)
    finally:
        fresh.unlink(missing_ok=True)


def holds(path: Path, data: bytes) -> bool:
    """Whether the file is there and has exactly these bytes."""
    try:
        return path.stat().st_size == len(data) and path.read_bytes() == data
    except OSError:
        return False


# ---------------------------------------------------------------- files that an editor may have changed


def set_aside(path: Path, ending: str) -> Path:
    """A free place beside `path` for another version of it: `battle.md.old`, then `battle.md.old2` and so on."""
    numbers = ("", *map(str, range(2, 10_000)))
    return next(p for p in (path.with_name(f"{path.name}.{ending}{n}") for n in numbers) if not p.exists())
