"""Reads the values of a YAML file as typed, each with its place, and finds what no file of ours may hold."""

from __future__ import annotations

import re
from collections.abc import Iterator

import yaml

from gapmark.problems.location import UNPRINTABLE, Location, Problem, line_and_column
from gapmark.yamltext.parsing import YamlError, compose
from gapmark.yamltext.records import Entry
from gapmark.yamltext.writing import between_marks

NOTHING = {"", "~", "null", "Null", "NULL"}
_TAG = re.compile("tag:yaml.org,2002:[a-z]+")
"""The tags that YAML itself gives to values; all others were typed."""
_TO_HYPHEN = re.compile(r"(?:\s|#[^\n\x85\u2028\u2029]*+)*+(?=-)")
"""The white space and comments between two entries of a list."""
_LOST = re.compile(r"[ \t]+(#[^\s#].*)")
"""What YAML leaves out after a value, and an editor may have meant."""


def read_entries(text: str, path: str, code: str) -> tuple[Entry, tuple[Problem, ...], bool]:
    """Return the whole file as one entry, its problems, and whether it could not be read at all.

    `code` is the problem code for all that is wrong in this file.
    """
    reader = _Entries(text, path, code)
    nothing = Entry(None, *[Location(path, 1, 1)] * 3)
    try:
        node = compose(text)
    except YamlError as error:
        reader.error(Location(path, error.line, error.column), str(error), error.hint)
        return nothing, tuple(reader.problems), True
    return nothing if node is None else reader.entry(node), tuple(reader.problems), False


class _Entries:
    """Turns PyYAML's nodes into entries, and collects what is wrong."""

    def __init__(self, text: str, path: str, code: str) -> None:
        self.text, self.path, self.code = text, path, code
        self.problems: list[Problem] = []

    def error(self, where: Location, message: str, hint: str) -> None:
        """Note an error in this file."""
        self.problems.append(Problem(self.code, "error", message, where, hint))

    def _mark(self, mark: yaml.Mark) -> Location:
        return Location(self.path, mark.line + 1, mark.column + 1)

    def _at(self, offset: int) -> Location:
        return Location(self.path, *line_and_column(self.text, offset))

    def entry(self, node: yaml.Node, key: yaml.Node | None = None, hyphen: int | None = None) -> Entry:
        """Return a value with its place. `hyphen`, the offset of the one before it, is given in a list."""
        first = key or node
        begin = first.start_mark.index if hyphen is None else hyphen
        value = self._value(node)
        return Entry(value, self._mark(first.start_mark), self._at(begin), self._at(self._end(node)))

    def _value(self, node: yaml.Node) -> str | tuple[Entry, ...] | dict[str, Entry] | None:
        if not _TAG.fullmatch(node.tag):
            hint = "put a value that begins with ! in quotation marks"
            self.error(self._mark(node.start_mark), f"{node.tag} is a tag", hint)
            return None
        if isinstance(node, yaml.ScalarNode):
            self._check_remark(node)
            empty = not node.style and node.value in NOTHING
            return None if empty or self._unprintable(node) else node.value
        if isinstance(node, yaml.SequenceNode):
            return tuple(self._items(node))
        return dict(self._pairs(node))

    def _end(self, node: yaml.Node) -> int:
        """Return the offset just after the last character of a value.

        For PyYAML a value that is indented goes on to the next one, over comments and empty lines.
        """
        while isinstance(node, yaml.CollectionNode) and not node.flow_style and node.value:
            last = node.value[-1]
            node = last[1] if isinstance(last, tuple) else last
        end: int = node.end_mark.index
        while self.text[end - 1 : end].isspace():
            end -= 1
        return end

    def _items(self, node: yaml.SequenceNode) -> Iterator[Entry]:
        hyphen = None if node.flow_style else node.start_mark.index
        for item in node.value:
            yield self.entry(item, hyphen=hyphen)
            following = _TO_HYPHEN.match(self.text, self._end(item))
            hyphen = following.end() if following and hyphen is not None else None

    def _check_remark(self, node: yaml.ScalarNode) -> None:
        """Warn where ` #` begins a remark that was meant as a part of the value: a sign follows it."""
        lost = None if node.style in ("|", ">") else _LOST.match(self.text, node.end_mark.index)
        if lost:
            where = self._mark(node.start_mark)
            key = self.text[self.text.rfind("\n", 0, node.start_mark.index) + 1 : node.start_mark.index].strip()
            message = f'what follows " #" is no part of the value: "{lost[1]}"'
            written = f"{key} {between_marks((node.value + lost[0]).strip())}"
            hint = f"put the value in quotation marks: {written} ; where it is a remark, write a space after its #"
            self.problems.append(Problem(self.code, "warning", message, where, hint))

    def _unprintable(self, node: yaml.ScalarNode) -> bool:
        """Return whether a scalar has a character that was written as an escape and that no page can hold."""
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
                yield key.value, self.entry(child, key)
