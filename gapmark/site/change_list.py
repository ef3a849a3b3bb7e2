"""One list of the changes for all that shows them: pages, tables and exports."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from itertools import groupby
from operator import attrgetter, itemgetter
from typing import Any

from gapmark.compare.changes import CONTEXT, Change, page_at, reading
from gapmark.compare.lines import WordLines
from gapmark.compare.record import Record
from gapmark.compare.supplied import Supplied
from gapmark.compare.units import HEADED, stretches
from gapmark.compare.words import EditionWord, SourceWords
from gapmark.model import Gap
from gapmark.site.made_pages import SOURCE
from gapmark.site.numbers import change_numbers, gap_words, paragraph_numbers
from gapmark.site.template_records import ChangeEntry, Part
from gapmark.source.clean import to_text


def change_entries(record: Record, parts: Sequence[Part], *, shown: bool) -> list[ChangeEntry]:
    """Return every change in the order of the source, with the words supplied in gaps.

    `shown` says whether the text has marks to lead to; else its paragraph is what is led to.
    """
    entries = list(_Entries(record, parts, shown=shown).all())
    return sorted(entries, key=lambda entry: (entry.first_token, entry.last_token))


def _extents(source: SourceWords) -> Iterator[tuple[int, int, int]]:
    """Yield, for each section with words under its heading, its index and the numbers of its first and last token."""
    blocks = zip(stretches(source), source.blocks, strict=True)
    under = ((block.section, stretch) for stretch, block in blocks if block.kind != "heading")
    for section, group in groupby(under, key=itemgetter(0)):
        found = [stretch for _, stretch in group]
        yield section, source.words[found[0][0]].token, source.words[found[-1][1] - 1].last


class _Entries:
    """Makes the entries of one site."""

    def __init__(self, record: Record, parts: Sequence[Part], *, shown: bool) -> None:
        self.record, self.shown = record, shown
        self.parts = [part for part in parts if part.role != "own"]
        self.lines = WordLines(record.edition, record.comparison)
        self.sections = list(_extents(record.comparison.source))
        self.numbers, self.paragraphs = change_numbers(record), paragraph_numbers(record)

    def all(self) -> Iterator[ChangeEntry]:
        supplied = self.record.supplied
        words = gap_words(self.record) if supplied else {}
        yield from (self._entry(change) for change in self.record.changes)
        for gap in self.record.edition.document.gaps:
            if gap.id in supplied:
                yield self._supplied(gap, supplied[gap.id], words[gap.id])

    def _entry(self, change: Change) -> ChangeEntry:
        place = self._locate(change.first_word)
        target = change.id if self.shown else place["address"]
        before, after = self._around(change)
        return ChangeEntry(
            number=self.numbers[change.id],
            id=change.id,
            kind=change.kind,
            source=change.source,
            published=change.published,
            before=change.before,
            after=change.after,
            published_before=before,
            published_after=after,
            first_token=change.first_token,
            last_token=change.last_token,
            source_href=f"{SOURCE}#w{max(change.first_token, 1)}",
            href=place["page"].href + (f"#{target}" if target else ""),
            reason=self.record.reasons.get(change.id, ""),
            earlier=change.id in self.record.earlier,
            sections=tuple(self._left_out(change)),
            **self._over(change),
            **place,
        )

    def _over(self, change: Change) -> dict[str, Any]:
        """The headings over a move: of a heading that was moved, those before it."""
        if change.kind != "move":
            return {}
        source, published = self.record.comparison.source, self.record.comparison.published
        first = bisect_left(source.words, change.first_token, key=attrgetter("token"))
        at = source.words[first].block
        old = next((b for b in source.blocks[at - 1 :: -1] if b.kind == "heading"), None) if at else None
        above = range(published.words[change.first_word].block - 1, -1, -1)
        new = next((n for n in above if published.blocks[n].kind in HEADED), -1)
        title = self.record.edition.document.sections[old.section].title if old else ()
        return {"was_under": to_text(title), "now_under": reading(published.words_of(new)) if new >= 0 else ""}

    def _left_out(self, change: Change) -> Iterator[str]:
        """Yield the headings of the sections that lie wholly in an omission."""
        if change.kind != "omission":
            return
        first = bisect_left(self.sections, change.first_token, key=itemgetter(1))
        for number in range(first, len(self.sections)):
            section, _, last = self.sections[number]
            if last > change.last_token:
                return
            yield to_text(self.record.edition.document.sections[section].title)

    def _supplied(self, gap: Gap, supplied: Supplied, word: int) -> ChangeEntry:
        witness = f"{supplied.title}, {supplied.address}, {supplied.revision}"
        place = self._locate(word)
        return ChangeEntry(
            number=self.numbers[f"change-gap-{gap.id}"],
            id=f"change-gap-{gap.id}",
            kind="supplied",
            source=f"[gap {gap.id}]",
            published=f"[{supplied.words}]",
            before="",
            after="",
            published_before="",
            published_after="",
            first_token=gap.first_token,
            last_token=gap.last_token,
            source_href=f"{SOURCE}#w{gap.first_token}",
            href=f"{place['page'].href}#gap-{gap.id}",
            reason=f"{witness} ({supplied.editor}, {supplied.date})",
            **place,
        )

    def _locate(self, word: int) -> dict[str, Any]:
        """Return where a word of the edition stands: its page and paragraph, the file and its line."""
        block, markdown = self.record.comparison.published.words[word].block, self.lines.locate(word)
        return {
            "page": self.parts[page_at(self.record.comparison, word)],
            "address": self.record.addresses.blocks.get(block, ""),
            "paragraph": self.paragraphs.get(block, 0),
            "path": markdown.path,
            "line": markdown.line,
        }

    def _around(self, change: Change) -> tuple[str, str]:
        """Return up to four words of the edition before a change and after it, on its page."""
        words, page = self.record.comparison.published.words, page_at(self.record.comparison, change.first_word)
        start = change.first_word + (change.follows and change.last_word < change.first_word)
        stop = max(change.last_word + 1, start)
        before, after = words[max(start - CONTEXT, 0) : start], words[stop : stop + CONTEXT]
        return self._reading(before, page), self._reading(after, page)

    def _reading(self, words: Sequence[EditionWord], page: int) -> str:
        blocks = self.record.comparison.published.blocks
        of_text = (word for word in words if blocks[word.block].kind not in ("title", "note"))
        return reading([word for word in of_text if blocks[word.block].page == page])
