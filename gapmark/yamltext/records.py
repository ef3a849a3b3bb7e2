"""The records of a YAML file: a value with its place, and a group of values."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NamedTuple

from gapmark.problems.location import Location


class Entry(NamedTuple):
    """A value of a YAML file and its place."""

    value: str | tuple[Entry, ...] | dict[str, Entry] | None
    where: Location

    @property
    def text(self) -> str:
        """The words of a scalar; empty where there are none."""
        return self.value if isinstance(self.value, str) else ""


class Group(dict[str, Any]):
    """The values of a group of keys, each as its field says; knows where the group and each key stand."""

    def __init__(self, where: Location, places: Mapping[str, Location]) -> None:
        super().__init__()
        self.where, self.places = where, places

    def __eq__(self, other: object) -> bool:
        """Whether another has the same values; a group, also in the same places: they stand in messages."""
        elsewhere = isinstance(other, Group) and (self.where, self.places) != (other.where, other.places)
        return not elsewhere and super().__eq__(other)

    def __ne__(self, other: object) -> bool:
        return not self == other

    __hash__ = None

    def locate(self, key: str) -> Location:
        """Where `key` is set; where the group begins, if it isn't."""
        return self.places.get(key, self.where)
