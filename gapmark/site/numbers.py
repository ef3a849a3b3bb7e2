"""Counts paragraphs and changes on pages, and says in words how much is missing and changed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from markupsafe import Markup, escape

from gapmark.compare.changes import page_at
from gapmark.compare.own_words import IN_TEXT, Own
from gapmark.compare.record import Record
from gapmark.language.phrases import Language
from gapmark.site.extents import missing_in_citation
from gapmark.site.insertions import NUMBERED
from gapmark.site.template_records import ChangeEntry, GapEntry

_REFERENCE = re.compile(r"\[gap (\d+)\]")
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
        (page_at(at, words[gap.id]), gap.first_token, gap.last_token, f"change-gap-{gap.id}")
        for gap in record.edition.document.gaps
        if gap.id in record.supplied
    )
    return {name: number for number, (*_, name) in enumerate(sorted(found), 1)}


# ---------------------------------------------------------------- in words


def caveat(
    gaps: Sequence[GapEntry], changes: Sequence[ChangeEntry], own: Sequence[Own], t: Language, *, asked: bool = False
) -> str:
    """Return how much is missing and changed: `2 gaps, about 20 words missing; text edited, 1 correction`.

    `asked` says that some marks are not understood yet.
    """
    missing = t.listed(missing_in_citation(gaps, t, asked=asked), t("cite.unsettled") if asked else "")
    counts = Counter(change.kind for change in changes) + Counter(one.kind for one in own if one.kind in IN_TEXT)
    kinds = t.listed(*(t(f"cite.kind.{kind}", n=counts[kind]) for kind in (*KINDS, *IN_TEXT) if counts[kind]))
    return t("cite.caveat", missing=missing, edited=t("cite.edited", kinds=kinds) if kinds else t("cite.unedited"))


def label_gaps(words: str, labels: Mapping[str, str], attributes: str, tag: str = "") -> Markup:
    """Return words with labels for the gaps that stand in them as `[gap 1]`, and each stretch of words between in a
    `tag`, if one is given: a label is never struck out with them."""
    shown = Markup("")
    for index, part in enumerate(_REFERENCE.split(str(escape(words)))):
        if index % 2 and part in labels:
            shown += Markup('<span class="gap"{}>{}</span>').format(attributes, labels[part])
        else:
            text = f"[gap {part}]" if index % 2 else part
            inner = text.strip()
            marked = f"<{tag}>{inner}</{tag}>" if tag and inner else inner
            shown += Markup(text.replace(inner, marked, 1) if inner else text)  # noqa: S704 - is escaped
    return shown
