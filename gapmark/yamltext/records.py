"""The records of a YAML file: a value with its place, and a group of values."""

from __future__ import annotations

from typing import Any, NamedTuple

from gapmark.problems.location import Location


class Entry(NamedTuple):
    """A value of a YAML file and its place."""

    value: str | tuple[Entry, ...] | dict[str, Entry] | None
    where: Location
    """The place that messages name: that of the value, or of its key if it has one."""
    begin: Location
    """The place of its first character: the hyphen of an entry of a list, the key of a value that has one."""
    end: Location
    """The place just after its last character; the comments and empty lines that follow are not part of it."""

    @property
    def text(self) -> str:
        """The words of a scalar; empty where there are none."""
        return self.value if isinstance(self.value, str) else ""


class Group(dict[str, Any]):
    """The values of a group of keys, each as its field says; knows the entry of the file that it was read from."""

    def __init__(self, entry: Entry) -> None:
        super().__init__()
        self.entry, self.where = entry, entry.where
        self.parts: dict[str, Entry] = entry.value if isinstance(entry.value, dict) else {}

    def __eq__(self, other: object) -> bool:
        """Return whether another has the same values; a group, also at the same places: they stand in messages."""
        elsewhere = isinstance(other, Group) and self.entry != other.entry
        return not elsewhere and super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None

    def locate(self, key: str) -> Location:
        """Return where `key` is set; where the group begins, if it isn't."""
        return self.parts[key].where if key in self.parts else self.where
