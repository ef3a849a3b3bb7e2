"""The judge of the record: edits of every kind are made at random, and what the record says of them is compared.

Run by hand: `python tests/judge/changes.py [--edits 2000] [--batches 500] [--seed 1] [--show 10] [FILE ...]`.
Without files the texts are the sample and those of cases/record.txt. An edit is recorded right if there is one entry
for it, of its kind, that marks no more words than the edit touched; where only the layout was changed, if there is
none.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from helpers.edit_kinds import KINDS
from helpers.edits import Edit, Pages, body, edited, imported, read_texts

from gapmark.compare.changes import Change, find_changes
from gapmark.compare.comparison import compare_words
from gapmark.compare.typography import summarise
from gapmark.compare.words import keys_of
from gapmark.model import Document, Manuscript
from gapmark.text.pages import parse_edition

LAYOUT = {
    **{name: name for name in ("heading_added", "heading_removed", "order")},
    "heading_retitled": "heading_removed",  # it depends on where the heading stood whether a title is over its text
}

# ---------------------------------------------------------------- judging


@dataclass
class Record:
    """What the record says."""

    changes: tuple[Change, ...]
    layout: Counter[str]


def record_of(made: Document, pages: Pages) -> Record:
    manuscripts = [
        Manuscript(f"content/p{n}.md", f"p{n}", page.title, "other", n, "", body(page), 6)
        for n, page in enumerate(pages)
    ]
    edition = parse_edition(made, manuscripts, allow_html=False)
    assert not edition.problems, edition.problems
    comparison = compare_words(edition)
    layout = Counter[str]()
    for rule in summarise(made, comparison):
        if rule.name in LAYOUT:
            layout[LAYOUT[rule.name]] += rule.count
    return Record(find_changes(comparison), layout)


def judge_one(edit: Edit, found: Record, base: Record) -> str:
    """What is wrong with the record of one edit; empty where nothing is."""
    layout = sum((found.layout - base.layout).values()) + sum((base.layout - found.layout).values())
    if layout > edit.layout:
        return f"layout {dict(found.layout)}, not {dict(base.layout)}"
    most = 2 if edit.kind == "move a heading" else 1  # one put between another and its text: neither has its own
    if not bool(edit.entries) <= len(found.changes) <= bool(edit.entries) * most:
        return f"{len(found.changes)} entries"
    for change in found.changes:
        if change.kind not in edit.entries:
            return f"listed as {change.kind}"
        if not _within(change, edit):
            return "marks more words"
    return ""


def _within(change: Change, edit: Edit) -> bool:
    """Whether the entry marks no more words than were touched."""
    old, new = keys_of(change.source), keys_of(change.published)
    shorter = len(old) <= len(edit.old) or edit.kind == "move a heading"
    if change.kind == "move" and edit.passed and shorter and _is_part(old, edit.passed):
        return True
    if edit.kind.endswith("words") or edit.kind.startswith(("delete", "insert")):  # the same words beside it may do
        return len(old) <= len(edit.old) and len(new) <= len(edit.new)
    return _is_part(old, edit.old) and _is_part(new, edit.new)


def _is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    return any(list(words) == list(whole[a : a + len(words)]) for a in range(len(whole) - len(words) + 1))


def judge_batch(edits: Sequence[Edit], record: Record) -> tuple[list[Edit], list[Change]]:
    """The edits that have no entry, and the entries that belong to none."""
    left = list(record.changes)
    missed = []
    for edit in edits:
        fitting = [c for c in left if c.kind in edit.entries and _within(c, edit) and _shared(c, edit)]
        if fitting:
            left.remove(max(fitting, key=lambda c: _shared(c, edit)))
        elif edit.entries:
            missed.append(edit)
    return missed, left


def _shared(change: Change, edit: Edit) -> int:
    own = Counter((*keys_of(change.source), *keys_of(change.published)))
    return (own & Counter((*edit.old, *edit.new, *edit.passed))).total()


def singles(texts: Sequence[Document], count: int, seed: int) -> Iterator[tuple[Edit, Record, str]]:
    """So many single edits, the record of each, and what is wrong with it."""
    chance = random.Random(seed)
    plain = [imported(text, placed=n % 3 == 2) for n, text in enumerate(texts)]
    base = [record_of(text, pages) for text, pages in zip(texts, plain, strict=True)]
    assert not any(record.changes for record in base)
    for n in range(count):
        at = n % len(texts)
        kind = KINDS[(n // len(texts)) % len(KINDS)]
        (edit,), pages = edited(plain[at], 1, chance, (*[kind] * 60, *KINDS))
        record = record_of(texts[at], pages)
        yield edit, record, judge_one(edit, record, base[at])


def batches(texts: Sequence[Document], count: int, seed: int, size: int = 4) -> Iterator[tuple[list[Edit], Record]]:
    """So many batches of edits, and the record of each."""
    chance = random.Random(seed)
    plain = [imported(text, placed=n % 3 == 2) for n, text in enumerate(texts)]
    for n in range(count):
        edits, pages = edited(plain[n % len(texts)], size, chance, KINDS)
        yield edits, record_of(texts[n % len(texts)], pages)


# ---------------------------------------------------------------- by hand


def shown(edits: Sequence[Edit], record: Record) -> str:
    done = [f"  {edit.kind}: {' '.join(edit.old)} > {' '.join(edit.new)}\n" for edit in edits]
    found = [f"    {c.kind}: {c.source!r} > {c.published!r}\n" for c in record.changes]
    return "".join((*done, *found, f"    {dict(record.layout)}\n"))


def report_singles(texts: Sequence[Document], count: int, seed: int, show: int) -> str:
    wrong: Counter[str] = Counter()
    shows = []
    for edit, record, what in singles(texts, count, seed):
        if what:
            wrong[edit.kind] += 1
            shows.append(f"{what}\n{shown([edit], record)}")
    return "".join(shows[:show]) + f"single edits: {count}, not as done: {wrong.total()} {dict(wrong)}\n"


def report_batches(texts: Sequence[Document], count: int, seed: int, show: int) -> str:
    done = missed = entries = extra = 0
    shows = []
    for edits, record in batches(texts, count, seed):
        lost, more = judge_batch(edits, record)
        done, entries = done + sum(bool(edit.entries) for edit in edits), entries + len(record.changes)
        missed, extra = missed + len(lost), extra + len(more)
        if lost or more:
            shows.append(
                f"missed {[edit.kind for edit in lost]}, extra {[c.source for c in more]}\n{shown(edits, record)}"
            )
    return "".join(shows[:show]) + f"batches: {missed} of {done} edits missed, {extra} of {entries} entries extra\n"


def run() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", nargs="*")
    for name, default in (("edits", 2000), ("batches", 500), ("seed", 1), ("show", 10)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = parser.parse_args()
    texts = read_texts(given.texts)
    sys.stdout.write(report_singles(texts, given.edits, given.seed, given.show))
    sys.stdout.write(report_batches(texts, given.batches, given.seed, given.show))


if __name__ == "__main__":
    run()
