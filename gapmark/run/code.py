"""The code of modules, kept in a private folder where Python may not keep it beside them.

PYTHONDONTWRITEBYTECODE is set in most container images. To compile all modules at each run takes half as long as a
build. Python checks little of a file of code before it runs it. So what these files look like is noted at the end of a
run, and where one looks otherwise at the next, all of them are made again.
"""

from __future__ import annotations

import os
import sys

from gapmark.run import private, stamp

NOTE = "code"


def keep_code() -> str:
    """Let Python keep the code of modules where the variable forbids it. Return the folder; empty where it is not used.

    An installed package has code beside its modules, and Python reads it there in any case.
    """
    forbidden = sys.dont_write_bytecode and os.environ.get("PYTHONDONTWRITEBYTECODE")
    if not forbidden or sys.pycache_prefix or _is_beside():
        return ""
    folder = _open()
    if folder and private.read(_notes(), NOTE) != _look(folder):
        import shutil

        shutil.rmtree(folder, ignore_errors=True)
        folder = _open()
    if folder and _notes():
        sys.pycache_prefix, sys.dont_write_bytecode = folder, False
    return sys.pycache_prefix or ""


def note_code(folder: str) -> None:
    """Note what the files look like, at the end of a run that has used them."""
    found = _look(folder)
    if private.read(_notes(), NOTE) != found:
        private.write(_notes(), NOTE, found)


def _is_beside() -> bool:
    """Whether this module has been compiled beside its place since it was last changed."""
    cached = stamp.__spec__.cached if stamp.__spec__ else None
    try:
        return cached is not None and os.stat(cached).st_mtime >= os.stat(stamp.__file__).st_mtime
    except OSError:
        return False


def _open() -> str:
    return private.open_folder(private.name_for("code", stamp.PACKAGE), make=True)


def _notes() -> str:
    return private.open_folder(private.name_for("shared", stamp.PACKAGE), make=True)


def _look(folder: str) -> bytes:
    return "\n".join(stamp.files_below(folder, None)).encode("utf-8", "surrogateescape")
