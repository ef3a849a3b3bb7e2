"""status: one line for each event, as an editor looks through a table."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from gapmark.collection.load import Collection
from gapmark.collection.table import Row
from gapmark.collection.titles import GIVEN
from gapmark.source.gaps import read_gap_marks


class Line(NamedTuple):
    """What is known of an event before it is built."""

    row: Row
    tokens: int
    """Of its text, marks of missing ones included; 0 where no text has its id."""
    gaps: int
    problems: int

    def __str__(self) -> str:
        row = self.row
        known = (row.date or "no date", row.place or "no place", f"title {row.title_from or 'given'}")
        state = "" if row.included else "; left out"
        wrong = f"; {self.problems} wrong" if self.problems else ""
        return f"{row.id}: {row.title}; {', '.join(known)}; {self.tokens:,} tokens, {self.gaps} gaps{state}{wrong}"


def list_events(collection: Collection) -> Iterator[Line]:
    """Yield a line for each row of the table, in its order."""
    corpus = collection.corpus
    wrong = Counter(problem.event for problem in collection.problems if problem.level == "error")
    for row in collection.table.rows.values():
        document = corpus.documents.get(row.id)
        texts = corpus.read(document).decode("utf-8", "replace").split() if document else []
        yield Line(row, len(texts), len(read_gap_marks(texts)[0]), wrong[row.id])


def in_numbers(collection: Collection) -> str:
    """Return the numbers of a collection, and what is missing, in one line."""
    rows = [row for row in collection.table.rows.values() if row.included]
    more = len(collection.corpus.documents.keys() - collection.table.rows.keys())
    parts = [f"{len(rows):,} events"]
    lacking = (("no date", "date"), ("no place", "place"))
    parts += [f"{sum(not getattr(row, column) for row in rows):,} with {name}" for name, column in lacking]
    parts.append(f"{sum(row.title_from not in ('', GIVEN) for row in rows):,} with a title that nobody has checked")
    return ", ".join(parts) + (f"; {more:,} texts of corpus/ are in no row: gapmark collection add" if more else "")
