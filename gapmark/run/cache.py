"""What builds keep for the next one: the memory of a project, and the one that all projects share, as JSON.

Each is read by the same program only: its file begins with a sum of all that the program is.
"""

from __future__ import annotations

import hashlib
import json
import re
from pathlib import Path

from gapmark.run import private, stamp
from gapmark.run.memo import Memory
from gapmark.run.plain import Plain

FILE = "memo.json"
OLD = ".gapmark"
OLD_FILES = {"": rb"\*\n", "stamp": rb"(?:[^\0]*\0\n){3}", "memo": rb"[0-9a-f]{64}\x80\x05.*"}
"""What stood there: the beginning of a file's name up to a dot, and the form of its bytes."""


def open_memory(project: Path, *, fresh: bool = False) -> Memory:
    """Return the memory of a project with what its last build kept; an empty one where all is to be made afresh."""
    if fresh:
        return Memory(shared=Memory())
    own, shared = _names(project)
    return Memory(_read(own), Memory(_read(shared)))


def save_memory(project: Path, memory: Memory) -> None:
    """Keep a memory for the next build. Where it can't be written, that one makes all of it again."""
    for name, part in zip(_names(project), (memory, memory.shared), strict=True):
        kept = part.dump()
        folder = private.open_folder(name, make=True) if kept else ""
        if folder:
            private.write(folder, FILE, _program() + json.dumps(kept).encode())
    private.sweep()


def delete_old_folder(project: Path) -> None:
    """Delete `.gapmark/`, where earlier versions kept this in the project, if it holds what they wrote and no more."""
    folder = project / OLD
    try:
        files = [] if folder.is_symlink() else [*folder.iterdir()]
        if files and all(_is_old(file) for file in files):
            for file in files:
                file.unlink()
            folder.rmdir()
    except OSError:
        return


def _is_old(file: Path) -> bool:
    wrote = OLD_FILES.get(file.name.partition(".")[0])
    plain = wrote is not None and file.is_file() and not file.is_symlink()
    return plain and re.fullmatch(wrote or b"", file.read_bytes(), re.DOTALL) is not None


def _names(project: Path) -> tuple[str, str]:
    """Return the folders of a project and of this installation of gapmark."""
    return private.name_for(stamp.KIND, str(project)), private.name_for("shared", stamp.PACKAGE)


def _read(name: str) -> dict[str, Plain]:
    folder = private.open_folder(name)
    data = private.read(folder, FILE) if folder else b""
    program = _program()
    if not data.startswith(program):
        return {}
    kept: dict[str, Plain] = json.loads(data[len(program) :])
    return kept


def _program() -> bytes:
    """Return a sum of all that the program is: no other one takes what this one keeps."""
    return hashlib.sha256("\n".join(stamp.program()).encode("utf-8", "surrogateescape")).hexdigest().encode()
