"""Reads the files of a site or of a bag from a folder or a zip file. Nothing is unpacked to the disk."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from gapmark.exports import bag, sums
from gapmark.problems.errors import failure
from gapmark.problems.location import Location, Problem
from gapmark.project.files import list_files, read_bytes, read_file
from gapmark.project.swap import is_inside

LARGEST = 1 << 30
"""Bytes that a zip file may hold: what claims more is not opened."""


class Package(NamedTuple):
    """A site or a bag, as it was given to verify."""

    name: str
    files: Mapping[str, bytes]
    """Files by path, without a folder that is round all of them."""
    problems: tuple[Problem, ...] = ()

    @property
    def is_bag(self) -> bool:
        """Whether it is a bag; else it is a site."""
        return bag.DECLARATION in self.files

    @property
    def site(self) -> Mapping[str, bytes]:
        """Return the files of the site, by their paths in it."""
        return below(self.files, bag.SITE) if self.is_bag else self.files


def below(files: Mapping[str, bytes], folder: str) -> dict[str, bytes]:
    """Return the files in a folder, by their paths from there."""
    return {path.removeprefix(folder): data for path, data in files.items() if path.startswith(folder)}


def read_package(path: Path) -> Package:
    """Return the files at `path`. Raise GapmarkError where they are neither a site nor a bag, or can't be read."""
    name = path.as_posix()
    if os.path.isdir(path):  # noqa: PTH112 - Path.is_dir() raises where it may not look
        files = {file.relative_to(path).as_posix(): read_bytes(file, path) for file in list_files(path)}
        problems: tuple[Problem, ...] = ()
    else:
        files, problems = _unzipped(read_file(path, name), name)
    tops = {file.partition("/")[0] for file in files}
    if len(tops) == 1:
        files = below(files, f"{next(iter(tops))}/") or files
    if bag.DECLARATION not in files and sums.PATH not in files:
        hint = f"name the folder of a site (with {sums.PATH}), or a bag: python build.py verify _site"
        raise failure("O021", name, "is neither a site that gapmark made nor a bag", hint)
    return Package(name, files, problems)


def _unzipped(data: bytes, name: str) -> tuple[dict[str, bytes], tuple[Problem, ...]]:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            entries = [entry for entry in archive.infolist() if not entry.is_dir()]
            if sum(entry.file_size for entry in entries) > LARGEST:
                raise failure("O021", name, "would be larger than 1 GB", "unpack it, and verify the folder")
            files = {entry.filename: archive.read(entry) for entry in entries}
            return files, tuple(_odd_names([entry.filename for entry in entries], name))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError) as error:
        raise failure("O021", name, f"is no zip file that can be read: {error}", "get another copy of it") from error


def _odd_names(names: list[str], where: str) -> Iterator[Problem]:
    """Yield names that lead out of the folder that a bag is unpacked to, and names that stand twice."""
    for name in dict.fromkeys(names):
        if not is_inside(name):
            yield Problem("O020", "error", f'"{name}" leads out of the bag', Location(where), "do not unpack it")
        if names.count(name) > 1:
            yield Problem("O020", "error", f'"{name}" is in it twice', Location(where), "get another copy of it")
