"""Gaps and changes as JSON and CSV, made of the same entries as the pages. The README documents every field."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from gapmark.model import OutputFile
from gapmark.site.template_context import Assembled, ChangeEntry, GapEntry, Site

FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""A spreadsheet takes a cell that begins so for a formula; such a text gets a ' before it."""


PATHS = ("gaps.json", "gaps.csv", "changes.json", "changes.csv")


def make_tables(assembled: Assembled, _: Sequence[OutputFile] = ()) -> Iterator[OutputFile]:
    """The two lists, each as JSON and CSV."""
    site = assembled.site
    tables = {"gaps": [gap_row(site, gap) for gap in site.gaps], "changes": [change_row(c) for c in site.changes]}
    columns = {"gaps": GAP_COLUMNS, "changes": CHANGE_COLUMNS}
    for name, rows in tables.items():
        whole = {"source": source_row(site), name: rows}
        if name == "changes":
            whole["typography"] = [asdict(rule) for rule in site.typography]
        text = json.dumps(whole, ensure_ascii=False, indent=2) + "\n"
        yield OutputFile(f"{name}.json", text.encode())
        yield OutputFile(f"{name}.csv", write_csv(columns[name], rows, site.attribution).encode())


def source_row(site: Site) -> dict[str, Any]:
    """The source and what goes with it."""
    source = site.source
    return {
        "id": source.id,
        "title": source.title,
        "author": source.author,
        "url": source.url,
        "history_url": source.history_url,
        "revision": source.revision,
        "licence": source.licence,
        "licence_url": source.licence_url,
        "sha256": source.sha256,
        "size": source.size,
        "tokens": site.tokens,
        "gaps": len(site.gaps),
        "marks": site.missing,
        "changes": len(site.changes),
        "attribution": site.attribution,
    }


GAP_COLUMNS = (
    *("number", "status", "marks", "unit", "first_token", "last_token", "predicted", "page", "address"),
    *("source_address", "before", "after", "agent", "reason", "supplied", "witness", "witness_address"),
    *("witness_revision", "editor", "date"),
)


def gap_row(site: Site, gap: GapEntry) -> dict[str, Any]:
    """One gap. What was not supplied is empty."""
    given = gap.supplied
    return {
        "number": gap.number,
        "status": gap.status,
        "marks": gap.quantity,
        "unit": "token",
        "first_token": gap.first_token,
        "last_token": gap.last_token,
        "predicted": gap.predicted,
        "page": gap.page.title,
        "address": gap.href,
        "source_address": gap.source_href,
        "before": gap.before,
        "after": gap.after,
        "agent": site.gap_agent,
        "reason": site.gap_reason,
        "supplied": given.words if given else "",
        "witness": given.title if given else "",
        "witness_address": given.address if given else "",
        "witness_revision": given.revision if given else "",
        "editor": given.editor if given else "",
        "date": given.date if given else "",
    }


CHANGE_COLUMNS = (
    *("id", "kind", "source", "published", "before", "after", "first_token", "last_token", "page", "address"),
    *("paragraph", "source_address", "file", "line", "reason", "earlier_wording"),
)


def change_row(change: ChangeEntry) -> dict[str, Any]:
    """One change. An empty reason means that none was given."""
    return {
        "id": change.id,
        "kind": change.kind,
        "source": change.source,
        "published": change.published,
        "before": change.before,
        "after": change.after,
        "first_token": change.first_token,
        "last_token": change.last_token,
        "page": change.page.title,
        "address": change.href,
        "paragraph": change.address,
        "source_address": change.source_href,
        "file": change.path,
        "line": change.line,
        "reason": change.reason,
        "earlier_wording": change.earlier,
    }


def write_csv(columns: Sequence[str], rows: Sequence[Mapping[str, Any]], last: str) -> str:
    """RFC 4180, a row for each entry and the attribution as its last cell."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*columns, "attribution"])
    for row in rows:
        writer.writerow([*(_cell(row[column]) for column in columns), last])
    return out.getvalue()


def _cell(value: Any) -> str:
    text = str(value).lower() if isinstance(value, bool) else str(value)
    return f"'{text}" if isinstance(value, str) and text.startswith(FORMULA) else text
