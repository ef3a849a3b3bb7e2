"""The changes as pages, tables and exports show them: one list for all of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from gapmark.compare.changes import Change, page_at
from gapmark.compare.lines import Lines
from gapmark.compare.record import Record
from gapmark.compare.supplied import Supplied
from gapmark.model import Gap, Location
from gapmark.site.template_context import ChangeEntry, Part


def change_entries(record: Record, parts: Sequence[Part], *, shown: bool) -> Iterator[ChangeEntry]:
    """Every change in the order of the source, words supplied in gaps among them.

    `shown` says whether the text has marks to lead to; else its paragraph is what is led to.
    """
    lines = Lines(record.edition, record.comparison)
    own = [part for part in parts if part.role != "own"]
    entries = [_entry(record, change, own, lines, shown=shown) for change in record.changes]
    entries += (
        _supplied_entry(record, gap, record.supplied[gap.number], own, lines)
        for gap in record.edition.document.gaps
        if gap.number in record.supplied
    )
    return iter(sorted(entries, key=lambda entry: (entry.first_token, entry.last_token)))


def _entry(record: Record, change: Change, parts: Sequence[Part], lines: Lines, *, shown: bool) -> ChangeEntry:
    page, address, place = _locate(record, change.first_word, lines)
    target = change.id if shown else address
    return ChangeEntry(
        id=change.id,
        kind=change.kind,
        source=change.source,
        published=change.published,
        before=change.before,
        after=change.after,
        first_token=change.first_token,
        last_token=change.last_token,
        source_href=f"source.html#w{max(change.first_token, 1)}",
        page=parts[page],
        href=parts[page].href + (f"#{target}" if target else ""),
        address=address,
        path=place.path,
        line=place.line,
        reason=record.reasons.get(change.id, ""),
    )


def _supplied_entry(record: Record, gap: Gap, supplied: Supplied, parts: Sequence[Part], lines: Lines) -> ChangeEntry:
    words = record.comparison.published.words
    word = next(i for i, word in enumerate(words) if word.key.strip("\0") == str(gap.number) and word.key[0] == "\0")
    page, address, place = _locate(record, word, lines)
    witness = f"{supplied.title}, {supplied.address}, {supplied.revision}"
    return ChangeEntry(
        id=f"change-gap-{gap.number}",
        kind="supplied",
        source=f"[gap {gap.number}]",
        published=f"[{supplied.words}]",
        before="",
        after="",
        first_token=gap.first_token,
        last_token=gap.last_token,
        source_href=f"source.html#w{gap.first_token}",
        page=parts[page],
        href=f"{parts[page].href}#gap-{gap.number}",
        address=address,
        path=place.path,
        line=place.line,
        reason=f"{witness} ({supplied.editor}, {supplied.date})",
    )


def _locate(record: Record, word: int, lines: Lines) -> tuple[int, str, Location]:
    """Page, address of the paragraph, and place in the Markdown for a word of the edition."""
    block = record.comparison.published.words[word].block
    return page_at(record.comparison, word), record.addresses.blocks.get(block, ""), lines.locate(word)
