"""Gaps and changes as JSON and CSV, from the same entries as the pages. gapmark/docs/reference.md has every field."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from gapmark.model import OutputFile
from gapmark.site.template_context import Assembled, Site
from gapmark.site.template_records import ChangeEntry, GapEntry

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula; such a text gets a ' before it."""


PATHS = ("gaps.json", "gaps.csv", "changes.json", "changes.csv")
SOURCE = ("id", "title", "author", "url", "history_url", "revision", "licence", "licence_url", "sha256", "size")
GAPS = {
    "number": "number",
    "status": "status",
    "marks": "quantity",
    "unit": "",
    "first_token": "first_token",
    "last_token": "last_token",
    "predicted": "predicted",
    "page": "page.title",
    "address": "href",
    "source_address": "source_href",
    "before": "before",
    "after": "after",
    "agent": "",
    "reason": "",
    "supplied": "supplied.words",
    "witness": "supplied.title",
    "witness_address": "supplied.address",
    "witness_revision": "supplied.revision",
    "editor": "supplied.editor",
    "date": "supplied.date",
}
"""Each column of the table of gaps, and where its value stands in an entry; empty where that is the same for all."""
PLAIN_GAPS = {
    "id": "id",
    "number": "number",
    "status": "status",
    **{name: name for name in ("quantity", "unit", "precision", "reason", "mark")},
    **{
        name: place
        for name, place in GAPS.items()
        if name not in ("number", "status", "marks", "unit", "predicted", "reason")
    },
}
"""The same where each mark says for itself how much is missing; what it does not say is empty."""
CHANGES = {
    "id": "id",
    "kind": "kind",
    "source": "source",
    "published": "published",
    "before": "before",
    "after": "after",
    "first_token": "first_token",
    "last_token": "last_token",
    "page": "page.title",
    "address": "href",
    "paragraph": "address",
    "source_address": "source_href",
    "file": "path",
    "line": "line",
    "reason": "reason",
    "earlier_wording": "earlier",
    "was_under": "was_under",
    "now_under": "now_under",
}
"""The same for the table of changes. An empty reason means that none was given."""


def make_tables(assembled: Assembled, _: Sequence[OutputFile] = ()) -> Iterator[OutputFile]:
    """Yield the two lists, each as JSON and CSV."""
    site = assembled.site
    columns = GAPS if site.counted else PLAIN_GAPS
    shared = {"agent": site.gap_agent} | ({"unit": "token", "reason": site.gap_reason} if site.counted else {})
    gaps = [_row(gap, columns) | shared for gap in site.gaps]
    changes = [_row(change, CHANGES) for change in site.changes]
    own = [{"page": one.page.title, "kind": one.kind, "words": one.words} for one in site.own]
    more = {"typography": [asdict(rule) for rule in site.typography], "own": own}
    for name, names, rows, others in (("gaps", columns, gaps, {}), ("changes", CHANGES, changes, more)):
        whole = {"source": _source(site), name: rows, **others}
        yield OutputFile(f"{name}.json", (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode())
        yield OutputFile(f"{name}.csv", write_csv(tuple(names), rows, site.attribution).encode("utf-8-sig"))


def _row(entry: GapEntry | ChangeEntry, columns: Mapping[str, str]) -> dict[str, Any]:
    return {column: _value(entry, place) for column, place in columns.items()}


def _value(entry: Any, place: str) -> Any:
    """Return the value at a place such as `page.title`; empty where a part of it is missing."""
    for name in place.split(".") if place else ():
        entry = getattr(entry, name, "")
    if place == "quantity" and not entry:
        return ""
    return int(entry) if isinstance(entry, float) and entry.is_integer() else entry


def _source(site: Site) -> dict[str, Any]:
    """Return the source's metadata, the counts and the attribution."""
    counts = {"tokens": site.tokens, "gaps": len(site.gaps), "marks": site.marks, "changes": len(site.changes)}
    if not site.counted:
        del counts["marks"]
    return {name: getattr(site.source, name) for name in SOURCE} | counts | {"attribution": site.attribution}


def write_csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], last: str) -> str:
    """Return CSV (RFC 4180): a row for each entry, with the attribution as its last cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*columns, "attribution"])
    for row in rows:
        writer.writerow([*(_cell(row[column]) for column in columns), last])
    return out.getvalue()


def _cell(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    text = "" if value is None else text
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
