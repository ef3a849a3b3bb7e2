"""The values of a YAML file, each with its place: the words that were typed, and what no file of ours may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from gapmark.problems.location import UNPRINTABLE, Location, Problem
from gapmark.yamltext.parsing import YamlError, compose
from gapmark.yamltext.records import Entry

NOTHING = {"", "~", "null", "Null", "NULL"}
_TAG = re.compile("tag:yaml.org,2002:[a-z]+")
"""What YAML itself gives a value; all others were typed."""


def read_entries(text: str, path: str, code: str) -> tuple[Entry, tuple[Problem, ...], bool]:
    """The whole file as one entry, what is wrong in it, and whether it could not be read at all."""
    reader = _Reader(path, code)
    try:
        node = compose(text)
    except YamlError as error:
        reader.error(Location(path, error.line, error.column), str(error), error.hint)
        return Entry(None, Location(path, 1, 1)), tuple(reader.problems), True
    root = Entry(None, Location(path, 1, 1)) if node is None else reader.entry(node)
    return root, tuple(reader.problems), False


class _Reader:
    """Nodes to entries; what is wrong is noted."""

    def __init__(self, path: str, code: str) -> None:
        self.path, self.code = path, code
        self.problems: list[Problem] = []

    def error(self, where: Location, message: str, hint: str) -> None:
        self.problems.append(Problem(self.code, "error", message, where, hint))

    def _mark(self, mark: yaml.Mark) -> Location:
        return Location(self.path, mark.line + 1, mark.column + 1)

    def entry(self, node: yaml.Node) -> Entry:
        where = self._mark(node.start_mark)
        if not _TAG.fullmatch(node.tag):
            self.error(where, f"{node.tag} is a tag", "put a value that begins with ! in quotation marks")
            return Entry(None, where)
        if isinstance(node, yaml.ScalarNode):
            empty = not node.style and node.value in NOTHING
            return Entry(None if empty or self._unprintable(node) else node.value, where)
        if isinstance(node, yaml.SequenceNode):
            return Entry(tuple(map(self.entry, node.value)), where)
        return Entry(dict(self._pairs(node)), where)

    def _unprintable(self, node: yaml.ScalarNode) -> bool:
        """Whether a scalar has a character that was written as an escape and that no page can hold."""
        found = UNPRINTABLE.search(node.value)
        if found:
            message = f"the character U+{ord(found[0]):04X}, which no page can hold"
            self.error(self._mark(node.start_mark), message, "leave it out")
        return bool(found)

    def _pairs(self, node: yaml.Node) -> Iterator[tuple[str, Entry]]:
        lines: dict[str, int] = {}
        for key, child in node.value:
            where = self._mark(key.start_mark)
            if not isinstance(key, yaml.ScalarNode):
                self.error(where, "a key that is not a word", "write key: value")
            elif self._unprintable(key):
                continue
            elif key.value in lines:
                message = f'"{key.value}" is set twice; the first is on line {lines[key.value]}'
                self.error(where, message, "keep one of the two")
            else:
                lines[key.value] = where.line
                yield key.value, Entry(self.entry(child).value, where)
