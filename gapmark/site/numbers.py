"""Counts paragraphs and changes on pages, and says in words how much is missing and changed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence

from gapmark.compare.changes import page_at
from gapmark.compare.record import Record
from gapmark.language.phrases import Language
from gapmark.model import Document
from gapmark.site.insertions import NUMBERED
from gapmark.site.template_records import ChangeEntry, GapEntry
from gapmark.source.near_marks import near_marks

KINDS = ("correction", "omission", "addition", "move", "rewritten", "supplied")
"""Kinds of changes, in the order in which a caveat counts them."""


def paragraph_numbers(record: Record) -> Mapping[int, int]:
    """Return the place of each paragraph and list item on its page, counted from 1, by the index of its block."""
    numbers: dict[int, int] = {}
    counts: Counter[int] = Counter()
    nodes = [list(page.tree.iter()) for page in record.edition.compared]
    for index in record.addresses.blocks:
        block = record.comparison.published.blocks[index]
        if nodes[block.page][block.node].tag in NUMBERED:
            counts[block.page] += 1
            numbers[index] = counts[block.page]
    return numbers


def gap_words(record: Record) -> Mapping[int, int]:
    """Return the index of the edition's word that stands for a gap, by the gap's number."""
    return {word.gap: i for i, word in enumerate(record.comparison.published.words) if word.gap}


def change_numbers(record: Record) -> Mapping[str, int]:
    """Return the number of each change on the list of changes, by its id: by page, then in the order of the source.

    Words supplied in a gap are among them, as `change-gap-1`.
    """
    at, words = record.comparison, gap_words(record) if record.supplied else {}
    found = [(page_at(at, c.first_word), c.first_token, c.last_token, c.id) for c in record.changes]
    found += (
        (page_at(at, words[gap.number]), gap.first_token, gap.last_token, f"change-gap-{gap.number}")
        for gap in record.edition.document.gaps
        if gap.number in record.supplied
    )
    return {name: number for number, (*_, name) in enumerate(sorted(found), 1)}


# ---------------------------------------------------------------- in words


def gap_note(document: Document, t: Language, supplied: Collection[int] = ()) -> str:
    """Return one sentence: in how many places about how many words are missing.

    `supplied` are the numbers of the gaps that an editor has filled. Where no gap is marked, the note says so, or
    that it is not certain.
    """
    gaps = [gap for gap in document.gaps if gap.number not in supplied]
    filled = t("gap.filled", n=len(supplied)) if supplied else ""
    if not document.gaps:
        doubtful = len(document.literal_marks) + sum(1 for _ in near_marks(document))
        return t("gap.uncertain", n=doubtful) if doubtful else t("gap.none")
    if not gaps:
        return filled
    each = {gap.quantity for gap in gaps}
    if len(each) == 1:
        extent = t("gap.extent_one" if len(gaps) == 1 else "gap.extent_each", n=each.pop())
    else:
        extent = t("gap.extent_sum", n=sum(gap.quantity for gap in gaps))
    return f"{t('gap.note', places=t('gap.places', n=len(gaps)), extent=extent)} {filled}".strip()


def caveat(gaps: Sequence[GapEntry], changes: Sequence[ChangeEntry], t: Language) -> str:
    """Return how much is missing and changed: `2 gaps, about 20 words missing; text edited, 1 correction`."""
    open_gaps = [gap for gap in gaps if not gap.supplied]
    words = t("gap.words", n=sum(gap.quantity for gap in open_gaps))
    left = t("cite.missing", gaps=t("gap.count", n=len(open_gaps)), words=words) if open_gaps else t("cite.none_left")
    missing = left if gaps else t("cite.none_missing")
    counts = Counter(change.kind for change in changes)
    kinds = t.listed(*(t(f"cite.kind.{kind}", n=counts[kind]) for kind in sorted(counts, key=KINDS.index)))
    return t("cite.caveat", missing=missing, edited=t("cite.edited", kinds=kinds) if kinds else t("cite.unedited"))
