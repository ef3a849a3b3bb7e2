"""Where YAML breaks, the line that an editor should mend, and that line as it should be.

PyYAML names what it met, often on a later line. Here each likely cure is tried first: a hint that is followed to the
letter leads past the mistake.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import NamedTuple

from gapmark.problems.lookalikes import QUOTES, name_signs, plain
from gapmark.yamltext.writing import between_marks

_BARE = re.compile(r"(?P<indent>\s*(?:- +)?)(?P<key>\w+)(?:(?P<colon>:)(?=[^\s:])| +)?(?P<rest>.*?)\s*(?:#.*)?")
"""A line whose first word could be a key that has lost its colon, or the space after it."""
_COLON = re.compile(r":(?:\s|$)")
_STRUCTURE = re.compile(r"(?P<head>[^\w'\"]*)(?P<key>\w+)(?:\s*[:\uff1a](?P<value>.*))?", re.S)
_PAIR = re.compile(r"(?P<before>\s*(?:- +)*(?:[\w-]+:[ \t]+)?)(?P<value>\S.*?)(?P<remark>\s+#\s.*|\s*)")
_IN_BRACES = re.compile(r"(\w+: +)([^\s\"'{},][^{},]*?)(?=\s*[,}])")
KEYS = frozenset(
    """
    according_to address after agent allow allow_html author base_url before by_side calendar caption certainty code
    confirmed coordinates credit date decorative description draft editor epub everywhere exports fidelity file
    formerly gap gaps history_url id label language latitude licence licence_url longitude name note order place
    published quote reason reasoning revision role search sha256 show_changes side source spellings tei title url
    value witness words year
    """.split()  # noqa: SIM905 - so many names read better as words
)
"""The usual keys: a line that begins with one, or with a word that other lines have as a key, has lost its colon."""
WHOLE = 10**9
"""The line at which a text breaks that doesn't."""


class Cure(NamedTuple):
    """A mistake, and the lines as they should be."""

    mended: str
    """What comes in the place of the line, without its line end."""
    column: int
    """Counted from 1."""
    message: str
    hint: str
    taken: int = 1
    """Lines that it replaces."""


def find_cure(lines: Sequence[str], stop: int, opened: int, breaks: Callable[[str], int]) -> tuple[int, Cure] | None:
    """Return the first cure after which the text can be read past line `stop`, where it breaks, and its line; from 0.

    `opened` is the line of a quotation mark that is closed too late, or -1. `breaks` says where a text breaks.
    """
    above = _line_above(lines, stop)
    for number in dict.fromkeys((opened, stop, above, _line_above(lines, above))):
        for cure in _cures(lines, number) if 0 <= number < len(lines) else ():
            whole = "\n".join((*lines[:number], cure.mended, *lines[number + cure.taken :]))
            if cure.mended != lines[number] and breaks(whole) > stop:
                return number, cure
    return None


def _line_above(lines: Sequence[str], line: int) -> int:
    """Return the number of the line before, without remarks and empty lines; -1 where there is none."""
    return next((n for n in range(min(line, len(lines)) - 1, -1, -1) if lines[n].partition("#")[0].strip()), -1)


def _cures(lines: Sequence[str], number: int) -> Iterator[Cure]:
    """Yield what the line could mean, the likeliest first, with what is wrong with it."""
    line, above = lines[number], _line_above(lines, number)
    key_above = _BARE.fullmatch(lines[above].partition(":")[0]) if above >= 0 else None
    column = len(key_above["indent"]) if key_above else len(line) - len(line.lstrip())
    yield from _without_lookalikes(line)
    apart = re.sub(r"^(\s*)-(?=\w)", r"\1- ", line)
    yield Cure(apart, 1, "no space after the hyphen that begins an entry", f"write {apart.strip()}")
    tab = line.find("\t") + 1
    yield Cure(re.sub(r"\t+", "  ", line), tab, "a tab stands where only spaces can", "use spaces, not tabs")
    if key_above and _goes_on(lines, number):
        hint = f"begin it with {column + 2} spaces, so that it belongs to the value above"
        yield Cure(" " * (column + 2) + line.strip(), 1, "this line has no key", hint)
    yield from _with_colon(line)
    yield from _in_braces(line)
    yield from _on_one_line(lines, number)
    yield from _between_marks(line)
    moved = " " * column + line.strip()
    hint = f"put the keys of one group in one column: {column} spaces, then {moved.strip()}"
    yield Cure(moved, len(line) - len(line.lstrip()) + 1, "this is not in the column of the key above", hint)


def _without_lookalikes(line: str) -> Iterator[Cure]:
    found, signs = _STRUCTURE.fullmatch(line), name_signs(line)
    if signs and found:
        value = (found["value"] or "").strip()
        value = between_marks(value.strip(QUOTES)) if {value[:1], value[-1:]} <= {*QUOTES} else value
        mended = plain(found["head"] + found["key"]) + (f": {value}" if found["value"] is not None else "")
        yield Cure(mended, 1, f"YAML does not know {signs}", f"write {mended.strip()}")


def _goes_on(lines: Sequence[str], number: int) -> bool:
    """Return whether a line without a colon goes on with the words above it, and is no key that lost its colon."""
    line, below = lines[number], "".join(lines[number + 1 : number + 2])
    first = _BARE.fullmatch(line)
    if _COLON.search(line) or (first and first["colon"]) or line.startswith("---"):
        return False
    known = first and (first["key"] in KEYS or any(re.match(rf"\s*(?:- +)?{first['key']}:", each) for each in lines))
    deeper = len(below) - len(below.lstrip()) > len(line) - len(line.lstrip())
    return not known and not (below.strip() and deeper)


def _with_colon(line: str) -> Iterator[Cure]:
    found = None if _COLON.search(line) else _BARE.fullmatch(line)
    if found:
        lost = "no space after its colon" if found["colon"] else f'no colon after "{found["key"]}"'
        mended = f"{found['key']}: {found['rest']}".rstrip()
        yield Cure(found["indent"] + mended, len(found["indent"]) + 1, f"this line has {lost}", f"write {mended}")


def _in_braces(line: str) -> Iterator[Cure]:
    mended = _IN_BRACES.sub(lambda pair: pair[1] + between_marks(pair[2]), line) if "{" in line else line
    column = line.find("{") + 1
    yield Cure(mended, column, "a sign in these braces needs quotation marks", f"write {mended.strip()}")


def _between_marks(line: str) -> Iterator[Cure]:
    found = _PAIR.fullmatch(line)
    uneven = any(line.count(begin) != line.count(end) for begin, end in ("[]", "{}"))
    if not found or uneven or re.match(r"- |---|[\w-]+:$", found["value"]):
        return
    before, value, remark = found.groups()
    inner, message, hint = value, f"{value[0]} begins a value", "put the value in quotation marks"
    if value[0] in "'\"":
        message = f"the quotation mark {value[0]} ends inside the value"
        inner = value[1:-1] if len(value) > 1 and value[0] == value[-1] else value
        if value.count(value[0]) == 1:
            inner, message, hint = (
                value[1:],
                "the quotation mark that is opened here is not closed on its line",
                "close it where the value ends",
            )
    elif ": " in value:
        message = 'a value has ": " in it'
    written = between_marks(inner)
    yield Cure(before + written + remark, len(before) + 1, message, f"{hint}: {before.strip()} {written}")


def _on_one_line(lines: Sequence[str], number: int) -> Iterator[Cure]:
    """Yield a value of several lines as one between marks, where marks stand inside it or round each of its lines."""
    found = _PAIR.fullmatch(lines[number])
    below = list(takewhile(lambda line: line.strip() and not _COLON.search(line), lines[number + 1 :]))
    if found and below and found["value"][0] in "'\"":
        parts, mark = [part.strip() for part in (found["value"], *below)], found["value"][0]
        each = all(part[0] == part[-1] == mark for part in parts)
        whole = " ".join(part[1:-1] for part in parts) if each else " ".join(parts).strip(mark)
        written = f"{found['before'].strip()} {between_marks(whole)}"
        message, hint = f"the quotation mark {mark} ends inside the value", f"write it on one line: {written}"
        yield Cure(found["before"] + between_marks(whole), 1, message, hint, len(parts))
