"""Adds, changes and removes one entry of a YAML list as text: no other line is touched (pure).

Comments, order, quotation marks, indentation, line ends and a byte order mark stay as they are. The text is the file's
own, not the one that `as_text` returns; entries know their lines in both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from gapmark.desk.value_text import Value, entry_text, value_text
from gapmark.problems.location import Location
from gapmark.yamltext.records import Entry

Edit = tuple[int, int, str]
"""The stretch of a text that is replaced, from and up to an offset, and by what."""
_END = re.compile(r"\r\n|\r|\n")
_EMPTY_LIST = re.compile(r"^\[\s*\][ \t]*(?=#|$)", re.M)


class NotAListError(ValueError):
    """The entries stand in brackets, or two in one line: there are no lines of one entry alone."""


class FileText:
    """A text and the offsets of its lines."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = [len(text) - len(text.removeprefix("\ufeff")), *(end.end() for end in _END.finditer(text))]
        self.ends = [*(end.start() for end in _END.finditer(text)), len(text)]
        first = _END.search(text)
        self.line_end = first[0] if first else "\n"

    def at(self, where: Location) -> int:
        """Return the offset of a place."""
        return self.starts[where.line - 1] + where.column - 1

    def after(self, line: int) -> int:
        """Return the offset of the line after `line`, counted from 1; the end of the text after the last."""
        return self.starts[line] if line < len(self.starts) else len(self.text)

    def is_blank(self, line: int) -> bool:
        """Return whether there is such a line, and only white space in it."""
        return 0 < line <= len(self.ends) and not self.text[self.starts[line - 1] : self.ends[line - 1]].strip()

    def old(self, part: Entry, key: str) -> str:
        """Return the value of a key as it is written."""
        return re.sub(rf"\A[\"']?{re.escape(key)}[\"']?\s*:\s*", "", self.text[self.at(part.begin) : self.at(part.end)])

    def edited(self, edits: Sequence[Edit]) -> str:
        """Return the text with edits made; those end their lines as the text does."""
        text = self.text
        for start, stop, more in sorted(edits, reverse=True):
            text = text[:start] + more.replace("\n", self.line_end) + text[stop:]
        return text


# ---------------------------------------------------------------- change


def change_entry(text: str, entry: Entry, values: Mapping[str, Value]) -> str:
    """Return the text with other values in an entry. A key that `values` lacks stays; an empty value takes it away."""
    file = FileText(text)
    return file.edited([*_changes(file, entry, values)])


def _changes(file: FileText, entry: Entry, values: Mapping[str, Value]) -> Iterator[Edit]:
    parts = entry.value if isinstance(entry.value, dict) else {}
    if not parts or file.text[: file.at(next(iter(parts.values())).begin)].rstrip().endswith("{"):
        raise NotAListError
    yield from _replacements(file, parts, values)
    yield from _additions(file, parts, values)


def _replacements(file: FileText, parts: Mapping[str, Entry], values: Mapping[str, Value]) -> Iterator[Edit]:
    for key, part in parts.items():
        value = values.get(key, plain_value(part))
        if value == plain_value(part):
            continue
        if not value:
            yield _removal(file, part, parts)
        elif isinstance(value, Mapping) and isinstance(part.value, dict) and part.value:
            yield from _changes(file, part, value)
        else:
            indent = " " * (part.where.column - 1)
            yield file.at(part.begin), file.at(part.end), value_text(key, value, indent, file.old(part, key))


def _removal(file: FileText, part: Entry, parts: Mapping[str, Entry]) -> Edit:
    """Take a key away: its lines; beside the hyphen only its words, and the next key comes there."""
    begin, end = file.at(part.begin), file.at(part.end)
    line = file.starts[part.begin.line - 1]
    if not file.text[line:begin].strip():
        return line, file.after(part.end.line), ""
    following = min((start for other in parts.values() if (start := file.at(other.begin)) > begin), default=end)
    return begin, end if file.text[end:following].strip() else following, ""


def _additions(file: FileText, parts: Mapping[str, Entry], values: Mapping[str, Value]) -> Iterator[Edit]:
    """Put each new key after the one that comes before it in `values`."""
    column = min(part.begin.column for part in parts.values())
    indent = " " * (column - 1)
    staying = {key: part for key, part in parts.items() if values.get(key, "kept")}
    last = next(iter(staying.values()), next(iter(parts.values())))
    new: dict[int, list[str]] = {}
    for key, value in values.items():
        last = staying.get(key, last)
        if value and key not in parts:
            new.setdefault(file.ends[last.end.line - 1], []).append(indent + value_text(key, value, indent))
    yield from ((at, at, "".join(f"\n{line}" for line in lines)) for at, lines in new.items())


def plain_value(entry: Entry) -> Value:
    """Return the words of an entry without their places."""
    if isinstance(entry.value, tuple):
        return tuple(item.text for item in entry.value)
    if isinstance(entry.value, dict):
        return {key: part.text for key, part in entry.value.items()}
    return entry.text


# ---------------------------------------------------------------- add, remove


def add_entry(text: str, root: Entry, key: str, values: Mapping[str, Value]) -> str:
    """Return the text with one more entry at the end of the list, which is the file's or stands under `key` in it."""
    file = FileText(text)
    part = root.value.get(key) if key and isinstance(root.value, dict) else None
    there = part if key else root
    items = there.value if there and isinstance(there.value, tuple) else ()
    if items:
        last = items[-1]
        _check_alone(file, last)
        between = range(items[-2].end.line + 1, last.begin.line) if len(items) > 1 else ()
        apart = any(map(file.is_blank, between)) if between else not key and len(items) == 1
        more = entry_text(values, " " * (last.begin.column - 1))
        at = file.ends[last.end.line - 1]
        return file.edited([(at, at, ("\n\n" if apart else "\n") + more)])
    more = f"{key}:\n{entry_text(values, '  ')}" if key else entry_text(values, "")
    if part:
        return file.edited([(file.at(part.begin), file.at(part.end), more)])
    begun = _EMPTY_LIST.sub("", text, count=1) if not key else text
    begun += file.line_end if begun.removeprefix("\ufeff") and not begun.endswith(("\n", "\r")) else ""
    begun += file.line_end if begun.removeprefix("\ufeff") else ""
    return begun + f"{more}\n".replace("\n", file.line_end)


def remove_entry(text: str, root: Entry, key: str, number: int) -> str:
    """Return the text without one entry of a list; `number` counts from 0. A key whose only entry it is goes too."""
    file = FileText(text)
    there = root.value[key] if key and isinstance(root.value, dict) else root
    items = there.value if isinstance(there.value, tuple) else ()
    gone = there if key and len(items) == 1 else items[number]
    _check_alone(file, gone)
    last = gone.end.line
    before = gone.begin.line - 1
    last += file.is_blank(last + 1) and (not before or file.is_blank(before))
    return file.edited([(file.starts[gone.begin.line - 1], file.after(last), "")])


def _check_alone(file: FileText, entry: Entry) -> None:
    """Raise NotAListError where an entry shares a line with something else than a comment."""
    before = file.text[file.starts[entry.begin.line - 1] : file.at(entry.begin)]
    after = file.text[file.at(entry.end) : file.ends[entry.end.line - 1]].strip()
    if before.strip() or (after and not after.startswith("#")):
        raise NotAListError
