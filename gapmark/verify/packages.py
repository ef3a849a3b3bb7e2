"""Reads the files of a site or of a bag from a folder or a zip file. Nothing is unpacked to the disk.

Whoever made them may be hostile: their number and their sizes are checked before they are read.
"""

from __future__ import annotations

import hashlib
import os
import struct
import zipfile
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO, NamedTuple, TypeVar

from gapmark.exports import bag, one_file, sums
from gapmark.problems.errors import GapmarkError, failure
from gapmark.problems.location import Location, Problem
from gapmark.project.files import LARGEST, LARGEST_TEXT, check_size, list_files, open_file, read_bytes, too_large
from gapmark.project.swap import is_inside

LARGEST_DIRECTORY = 4_000_000
"""Bytes of the list of files at the end of a zip file."""
HELD = 100_000_000
"""Bytes of all files together that are held in memory; of the others only the sum is known."""
READ = (".html", ".xml", ".json", ".csv", ".txt", ".md", ".yaml", ".css", ".js")
"""Endings of the files that are read, and not only summed: none may be larger than a text."""
UNREADABLE = (
    *(zipfile.BadZipFile, zlib.error, struct.error, EOFError, OSError, RuntimeError),
    *(ValueError, LookupError, OverflowError),
)
"""What Python's zipfile raises for a damaged file. NotImplementedError is a RuntimeError."""

Found = TypeVar("Found", bytes, str)


class Package(NamedTuple):
    """A site or a bag, as it was given to verify."""

    name: str
    files: Mapping[str, bytes]
    """Files by path, without a folder that is round all of them. Large pictures and the like are not among them."""
    sums: Mapping[str, str]
    """The sum of every file, by the same paths."""
    problems: tuple[Problem, ...] = ()

    @property
    def is_bag(self) -> bool:
        """Whether it is a bag; else it is a site."""
        return bag.DECLARATION in self.sums

    @property
    def site(self) -> Package:
        """Return the files of the site, by their paths in it."""
        return self.below(bag.SITE) if self.is_bag else self

    def below(self, folder: str) -> Package:
        """Return the files in a folder, by their paths from there."""
        return self._replace(files=below(self.files, folder), sums=below(self.sums, folder))


def below(files: Mapping[str, Found], folder: str) -> dict[str, Found]:
    """Return what is in a folder, by its path from there."""
    return {path.removeprefix(folder): found for path, found in files.items() if path.startswith(folder)}


def read_package(path: Path) -> Package:
    """Return the files at `path`. Raise GapmarkError where they are neither a site nor a bag, or can't be read."""
    name = path.as_posix()
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir() raises where it may not look
        listed = ((file, file.relative_to(path).as_posix()) for file in list_files(path))
        package = _hold(name, ((below_it, read_bytes(file, path)) for file, below_it in listed))
    else:
        package = _unzipped(path, name)
    tops = {file.partition("/")[0] for file in package.sums}
    if len(tops) == 1 and (inner := package.below(f"{next(iter(tops))}/")).sums:
        package = inner
    if bag.DECLARATION not in package.sums and sums.PATH not in package.sums:
        hint = f"name the folder of a site (with {sums.PATH}), or a bag: python build.py verify _site"
        raise failure("O021", name, "is neither a site that gapmark made nor a bag", hint)
    return package


def _hold(name: str, found: Iterable[tuple[str, bytes]]) -> Package:
    """Sum each file; hold what is read, and of the rest as much as there is room for. Raise GapmarkError past it."""
    files: dict[str, bytes] = {}
    counted: dict[str, str] = {}
    held = whole = 0
    for path, data in found:
        counted[path] = hashlib.sha256(data).hexdigest()
        whole += len(data)
        is_read = path.endswith(READ) and not path.endswith(one_file.PATH)
        if is_read:
            check_size(data, path, LARGEST_TEXT)
        if held + len(data) <= HELD:
            files[path] = data
            held += len(data)
        elif is_read or whole > bag.LARGEST:
            raise _too_large(name)
        if len(counted) > bag.MOST_FILES:
            raise _too_large(name)
    return Package(name, files, counted)


def _too_large(name: str) -> GapmarkError:
    most = f"{bag.LARGEST // 1_000_000_000} GB, {HELD // 1_000_000} MB of text or {bag.MOST_FILES:,} files"
    return failure("O021", name, f"holds more than {most}, the most that is read", "verify a copy without large files")


# ---------------------------------------------------------------- zip files


def _unzipped(path: Path, name: str) -> Package:
    try:
        with open_file(path, name) as file:
            if _directory_size(file) > LARGEST_DIRECTORY:
                raise _too_large(name)
            with zipfile.ZipFile(file) as archive:
                entries = [entry for entry in archive.infolist() if not entry.is_dir()]
                _check_entries(entries, name)
                package = _hold(name, ((entry.filename, archive.read(entry)) for entry in entries))
                return package._replace(problems=tuple(_odd_names([entry.filename for entry in entries], name)))
    except UNREADABLE as error:
        told = str(error) or type(error).__name__
        raise failure("O021", name, f"is no zip file that can be read: {told}", "get another copy of it") from error


def _directory_size(file: BinaryIO) -> int:
    """Return how many bytes the list of files has. Raise BadZipFile where there is none.

    zipfile reads all of it at once. It is at the end, before a comment of 65,535 bytes at the most. Larger lists have
    another record before that, whose sizes may be without bounds: no bag has it.
    """
    end = file.seek(0, 2)
    file.seek(max(0, end - 65_558))
    tail = file.read()
    at = tail.rfind(b"PK\x05\x06")
    if at < 0 or len(tail) - at < 22:
        raise zipfile.BadZipFile("its end is missing")
    if tail[max(0, at - 20) :].startswith(b"PK\x06\x07"):
        return LARGEST_DIRECTORY + 1
    return int.from_bytes(tail[at + 12 : at + 16], "little")


def _check_entries(entries: Iterable[zipfile.ZipInfo], name: str) -> None:
    """Raise GapmarkError where an entry is too large, or they are all together; BadZipFile for a way to pack that bags
    don't use, and of which some fill the memory."""
    whole = 0
    for number, entry in enumerate(entries, 1):
        whole += entry.file_size
        if entry.file_size > LARGEST:
            raise too_large(entry.filename, LARGEST)
        if whole > bag.LARGEST or number > bag.MOST_FILES:
            raise _too_large(name)
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise zipfile.BadZipFile(f"{entry.filename} is packed in another way than bags are")


def _odd_names(names: list[str], where: str) -> Iterator[Problem]:
    """Yield names that lead out of the folder that a bag is unpacked to, and names that stand twice."""
    for name, times in Counter(names).items():
        if not is_inside(name):
            yield Problem("O020", "error", f'"{name}" leads out of the bag', Location(where), "do not unpack it")
        if times > 1:
            yield Problem("O020", "error", f'"{name}" is in it twice', Location(where), "get another copy of it")
