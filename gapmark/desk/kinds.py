"""What the desk can edit: the lists of content/, as their own definitions say, and the entries that stand in them."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from gapmark import CONTENT
from gapmark.project.files import as_text
from gapmark.project.folder import Folder
from gapmark.project.lists import CLAIMS, FILES, load_fields
from gapmark.project.settings import SETTINGS
from gapmark.yamltext.entries import read_entries
from gapmark.yamltext.fields import Field
from gapmark.yamltext.records import Entry

NEW = "new"
"""Stands for the sum of an entry that is not there yet."""


class Kind(NamedTuple):
    """One list, or the lists of one file that have the same fields."""

    name: str
    path: str
    code: str
    """The code of problems with its form."""
    keys: tuple[str, ...]
    """The keys of the file under which such lists stand; one that is empty where the file is the list."""
    fields: Mapping[str, Field]
    """What an entry may hold, in the order in which it is written."""
    title: tuple[str, ...]
    """The keys that make the name of an entry."""


class Item(NamedTuple):
    """An entry that stands in a file."""

    key: str
    """The key of its list; empty where the file is the list."""
    number: int
    """Its place in that list, counted from 0."""
    entry: Entry
    sum: str
    """By which a form finds it again, wherever it has moved: that of its lines."""


TITLES = {"timeline": ("label",), "places": ("name",), "changes": ("source", "published"), "gaps": ("gap", "words")}


def find_kinds(folder: Folder) -> dict[str, Kind]:
    """Return the kinds of entries of a project by name. Raises GapmarkError where its own fields can't be read."""
    lists = {
        name: Kind(name, f"{CONTENT}/{name}.yaml", FILES[name][1], ("",), _of_entry(FILES[name][0]), title)
        for name, title in TITLES.items()
    }
    names = tuple(field["name"] for field in load_fields(folder)[0])
    facts = Kind("facts", f"{CONTENT}/facts.yaml", "X007", names, _of_entry(CLAIMS), ("value",))
    allow = Kind(
        "allow",
        f"{CONTENT}/site.yaml",
        "C001",
        ("allow",),
        _of_entry((SETTINGS.fields or {})["allow"]),
        ("code", "reason"),
    )
    return {"facts": facts, **lists, "allow": allow}


def _of_entry(field: Field) -> Mapping[str, Field]:
    return (field.item.fields if field.item else None) or {}


def raw_text(folder: Folder, path: str) -> str:
    """Return a file as it is on the disk; empty where there is none. Raises GapmarkError where it can't be read."""
    if path not in folder:
        return ""
    folder.text(path)  # raises where it is no text
    return folder.data(path).decode("utf-8")


def read_root(text: str, path: str) -> Entry:
    """Return the whole file as one entry."""
    return read_entries(as_text(text.encode(), path), path, "X001")[0]


def find_items(kind: Kind, text: str) -> Iterator[Item]:
    """Yield the entries of a kind, in their order in the file."""
    root = read_root(text, kind.path)
    lines = as_text(text.encode(), kind.path).split("\n")
    for key in kind.keys:
        part = root.value.get(key) if key and isinstance(root.value, dict) else None if key else root
        for number, entry in enumerate(part.value if part and isinstance(part.value, tuple) else ()):
            if isinstance(entry.value, dict):
                own = "\n".join(lines[entry.begin.line - 1 : entry.end.line])
                yield Item(key, number, entry, sum_of(f"{key}\n{own}"))


def sum_of(text: str) -> str:
    """Return the sum by which a text is known to be the same."""
    return hashlib.sha256(text.encode()).hexdigest()
