"""events.csv: a row for each event. The editor's file: it is made once, read with the place of each cell, and rows are
added at its end.

Spreadsheets write it with a comma, a semicolon or a tab, with or without a byte order mark: all are read.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from gapmark.collection.titles import SOURCES
from gapmark.dates.date import DateError
from gapmark.dates.edtf import parse_date
from gapmark.exports.tables import FORMULA
from gapmark.problems.location import Location, Problem
from gapmark.problems.nearest import nearest
from gapmark.project.files import as_text

TABLE = "events.csv"
COLUMNS = ("id", "title", "title_from", "date", "date_words", "place", "include")
"""The columns that mean something; any other is shown on the event's page under its name."""
INCLUDE = {"": True, "yes": True, "true": True, "1": True, "no": False, "false": False, "0": False}
CODE = "X050"
_REWRITTEN = re.compile(r"\d{1,4}[/.]\d{1,2}[/.]\d{1,4}|\d{1,2}-[A-Z][a-z]{2}(?:-\d+)?")


class Row(NamedTuple):
    """One event as the table has it. A cell that is wrong is empty here."""

    id: str
    title: str = ""
    title_from: str = ""
    date: str = ""
    date_words: str = ""
    place: str = ""
    include: str = ""
    more: tuple[tuple[str, str], ...] = ()
    """The editor's own columns: name and cell."""
    places: Mapping[str, Location] = {}
    """Where each cell stands, by column."""

    @property
    def included(self) -> bool:
        """Whether the event is to be published."""
        return INCLUDE.get(self.include.casefold(), True)

    def locate(self, column: str) -> Location:
        """Return where a cell stands, or would."""
        return self.places.get(column, self.places["id"])


class Table(NamedTuple):
    """The table, read."""

    columns: tuple[str, ...]
    rows: Mapping[str, Row]
    """By id, in the order of the table; an id that stands twice is not among them."""
    separator: str
    problems: tuple[Problem, ...] = ()


def read_table(data: bytes, path: str = TABLE) -> Table:
    """Return the rows with their places. Raise GapmarkError where the file is no text."""
    text = as_text(data, path)
    header = text.partition("\n")[0]
    separator = max(",;\t", key=header.count)
    lines = list(_lines(text, separator, path))
    columns = tuple(cell for cell, _ in lines[0]) if lines else ()
    if "id" not in columns:
        hint = f"name the columns in the first line: {','.join(COLUMNS)}"
        return Table(columns, {}, separator, (_problem("has no column id", Location(path, 1), hint),))
    rows = [_row(columns, cells) for cells in lines[1:] if any(words for words, _ in cells)]
    found: dict[str, list[Row]] = {}
    for row in rows:
        found.setdefault(row.id, []).append(row)
    problems = list(_twice(found))
    once = {}
    for row in (same[0] for name, same in found.items() if name and len(same) == 1):
        wrong = dict(_check_row(row))
        problems += wrong.values()
        once[row.id] = emptied(row, wrong)
    return Table(columns, once, separator, tuple(problems))


def emptied(row: Row, columns: Iterable[str]) -> Row:
    """Return the row without some of its cells."""
    return row._replace(**dict.fromkeys(columns, ""))  # type: ignore[arg-type]


def _lines(text: str, separator: str, path: str) -> Iterator[list[tuple[str, Location]]]:
    """Yield the cells of each line with their places; a cell in quotation marks may hold separators and line ends."""
    cell = re.compile(rf'(?:"((?:[^"]|"")*)"(?={separator}|\n|\Z)|([^{separator}\n]*))({separator}|\n|\Z)')
    cells, at, line, start = list[tuple[str, Location]](), 0, 1, 0
    while at < len(text):
        found = next(cell.finditer(text, at))  # it fits anything
        words = found[1].replace('""', '"') if found[1] else found[2] or ""
        cells.append((_unescaped(words.strip()), Location(path, line, at - start + 1)))
        line += found[0].count("\n")
        start = text.rfind("\n", 0, found.end()) + 1
        at = found.end()
        if found[3] != separator or at == len(text):
            yield cells
            cells = []


def _unescaped(words: str) -> str:
    """A ' before what a spreadsheet would take for a formula was written by us: a date before Christ begins with -."""
    return words[1:] if words[:1] == "'" and words[1:].startswith(FORMULA) else words


def _row(columns: Sequence[str], cells: Sequence[tuple[str, Location]]) -> Row:
    named = {column: cell for column, cell in zip(columns, cells, strict=False) if column}
    known = {column: words for column, (words, _) in named.items() if column in COLUMNS}
    more = tuple((column, words) for column, (words, _) in named.items() if column not in COLUMNS)
    return Row(**{"id": "", **known}, more=more, places={column: where for column, (_, where) in named.items()})


def _problem(message: str, where: Location, hint: str, event: str = "") -> Problem:
    return Problem(CODE, "error", message, where, hint, event)


def _twice(found: Mapping[str, list[Row]]) -> Iterator[Problem]:
    for name, rows in found.items():
        where = rows[0].places["id"]
        if not name:
            yield _problem("a row has no id", where, "write the id of its text into it, or delete the row")
        elif len(rows) > 1:
            also = " and ".join(str(row.places["id"].line) for row in rows[1:])
            message = f"the id {name} has several rows: here and in line {also}; the event is not published"
            yield _problem(message, where, "keep one of these rows", name)


def _check_row(row: Row) -> Iterator[tuple[str, Problem]]:
    """Yield column and problem of each cell that is wrong, as far as that can be seen without the text."""
    if row.include.casefold() not in INCLUDE:
        message, hint = f'include is "{row.include}"', "write yes or no, or leave it empty"
        yield "include", _problem(message, row.locate("include"), hint, row.id)
    if row.title_from not in ("", *SOURCES):
        near = nearest(row.title_from, SOURCES) or "given"
        hint = f"write {near}; a title that you have checked is given"
        yield "title_from", _problem(f'title_from is "{row.title_from}"', row.locate("title_from"), hint, row.id)
    if row.date and (wrong := _wrong_date(row.date)):
        yield "date", _problem(f'the date "{row.date}" {wrong[0]}', row.locate("date"), wrong[1], row.id)


def _wrong_date(written: str) -> tuple[str, str] | None:
    """Return what is wrong with a date, and the next step; None where nothing is."""
    if _REWRITTEN.fullmatch(written):
        hint = "a spreadsheet rewrote it: make the column text, and write the date as 1943-02-08"
        return "can be read in several ways", hint
    try:
        date = parse_date(written)
    except DateError as error:
        return f"is none: {error.message}", error.hint
    return ("has no year", "write its year, or leave the cell empty") if date.yearless else None


# ---------------------------------------------------------------- writing


def write_rows(rows: Iterable[Mapping[str, str]], columns: Sequence[str] = COLUMNS, separator: str = ",") -> str:
    """Return rows as lines of the table, without its header."""
    out = io.StringIO()
    writer = csv.writer(out, delimiter=separator, lineterminator="\r\n")
    for row in rows:
        cells = (row.get(column, "") for column in columns)
        writer.writerow([f"'{cell}" if cell.startswith(FORMULA) else cell for cell in cells])
    return out.getvalue()


def new_table(rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return the bytes of a new table."""
    return ("\ufeff" + write_rows([dict(zip(COLUMNS, COLUMNS, strict=True))]) + write_rows(rows)).encode()


def append_rows(data: bytes, table: Table, rows: Iterable[Mapping[str, str]]) -> bytes:
    """Return the bytes of a table with more rows at its end, in its own columns; none that is there is touched."""
    new = write_rows(rows, table.columns, table.separator).encode()
    new = new if b"\r\n" in data or b"\n" not in data else new.replace(b"\r\n", b"\n")
    return data + (b"" if data.endswith(b"\n") else b"\n") + new
