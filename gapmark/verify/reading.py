"""How a file that anybody may have written is read: the one place where what its reading raises becomes a problem."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from xml.etree.ElementTree import ParseError

from gapmark.problems.errors import failure

MISTAKES = (ParseError, ValueError, LookupError, OverflowError, RecursionError)
"""What a file of the wrong shape raises: no XML or JSON, no number, a part that is missing, a number without end."""
DEEPEST = 200
"""Elements in one another: no page and no edition of gapmark's has as many."""
Understood = TypeVar("Understood")


def understand(read: Callable[[bytes], Understood], files: Mapping[str, bytes], path: str) -> Understood:
    """Return what `read` makes of a file; of one that is missing, as of an empty one. Raise GapmarkError naming it."""
    try:
        return read(files.get(path, b""))
    except MISTAKES as error:
        hint = "get the file again from where it was published"
        raise failure("O022", path, f"can't be read: {error or type(error).__name__}", hint) from error


def rows_of(name: str, shape: Mapping[str, type]) -> Callable[[bytes], list[dict[str, Any]]]:
    """Return what reads the list called `name` from JSON, each entry with at least the fields of `shape`."""

    def read(data: bytes) -> list[dict[str, Any]]:
        whole = json.loads(data.decode())
        rows = whole.get(name) if isinstance(whole, dict) else None
        if not isinstance(rows, list) or not all(_has(row, shape) for row in rows):
            raise ValueError(f"it holds no list {name} as gapmark writes it")
        return rows

    return read


def _has(row: object, shape: Mapping[str, type]) -> bool:
    return isinstance(row, dict) and all(isinstance(row.get(key), kind) for key, kind in shape.items())
