"""Checks that a site agrees with its source and with itself: words, gaps, changes, proofs. A function each."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import zip_longest
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from gapmark.compare.words import keys_of, read_source_words
from gapmark.model import Document
from gapmark.problems.location import Location, Problem
from gapmark.site.made_pages import CHANGES
from gapmark.tei.edition import PATH
from gapmark.verify.encoded import Encoded, attributes_of
from gapmark.verify.pages import entries_of, gap_marks, parse_page, text_of_page
from gapmark.verify.reading import rows_of, understand

AROUND = 4
"""Words shown on either side of the first difference."""
MARKED = ("unit", "precision", "reason", "mark")
AGAIN = "one of the two was changed after the site was made: compare with another copy"


class Case(NamedTuple):
    """A site as the checks see it."""

    site: Mapping[str, bytes]
    document: Document
    """The source, understood."""
    encoded: Encoded

    def page(self, path: str) -> Element:
        """The tree of a page, another one each time. Raise GapmarkError where it can't be read."""
        return understand(parse_page, self.site, path)


def check_source(case: Case) -> Iterator[Problem]:
    """Check that the received file is the one that the edition was made from, and that edition.xml has its tokens."""
    source = case.document.source
    if source.sha256 != case.encoded.sha256:
        yield _wrong(source.path, f"its sum is {source.sha256}, and {PATH} was made from {case.encoded.sha256}")
    pairs = zip_longest((token.text for token in case.document.tokens), case.encoded.tokens, fillvalue="")
    for number, (received, written) in enumerate(pairs, 1):
        if received != written:
            yield _wrong(PATH, f'token {number} of the source is "{received}", and "{written}" here')
            return


def check_words(case: Case) -> Iterator[Problem]:
    """Check that each page has the words that the source and the record of changes give."""
    for path, wanted in case.encoded.pages.items():
        if path not in case.site:
            yield _wrong(path, f"is missing; {PATH} has its words")
            continue
        found, expected = text_of_page(case.page(path)).split(), wanted.split()
        at = next((i for i, (a, b) in enumerate(zip_longest(found, expected)) if a != b), -1)
        if at >= 0:
            here, there = (" ".join(words[max(0, at - AROUND) : at + AROUND + 1]) for words in (found, expected))
            yield _wrong(path, f'reads "{here}" where the source and its recorded changes give "{there}"')


def check_gaps(case: Case) -> Iterator[Problem]:
    """Check that every gap of the source is where it should be in edition.xml, in the list and, once, on a page."""
    gaps = {gap.id: gap for gap in case.document.gaps}
    rows = understand(
        rows_of("gaps", dict.fromkeys(("number", "first_token", "last_token"), int)), case.site, "gaps.json"
    )
    listed = {row["id"] if isinstance(row.get("id"), int) else row["number"]: row for row in rows}
    wanted = {number: attributes_of(gap) for number, gap in gaps.items()}
    named = {number: _stated(gap._asdict(), "quantity") for number, gap in gaps.items()}
    found = {number: _stated(gap, "quantity" if "id" in gap else "marks") for number, gap in listed.items()}
    for path, here, there in ((PATH, case.encoded.gaps, wanted), ("gaps.json", found, named)):
        for number in sorted({*here, *there}):
            if here.get(number) != there.get(number):
                yield _wrong(path, f"gap {number} is not as in the source")
    marks = defaultdict(list)
    for number, mark in _marks(case):
        marks[number].append(mark.get("data-quantity", "0"))
    for number, gap in gaps.items():
        if marks[number] != [f"{gap.quantity:g}"]:
            seen = ", ".join(marks[number]) or "none"
            words = f"with {gap.quantity:g} marks" if gap.unit == "token" else f"for {gap.mark}"
            yield _wrong("", f"gap {number} should be on the pages once, {words}; found: {seen}")


def _stated(gap: Mapping[str, Any], quantity: str) -> tuple[Any, ...]:
    """Return what an entry of the list says that the source decides."""
    if quantity == "marks" or gap.get("unit") == "token":
        return gap["first_token"], gap.get(quantity)
    return tuple(gap.get(name) or "" for name in ("number", "first_token", "last_token", "quantity", *MARKED))


def _marks(case: Case) -> Iterator[tuple[int, Any]]:
    for path in case.encoded.pages:
        yield from ((number, mark) for mark, number in gap_marks(case.page(path)) if mark.get("id") == f"gap-{number}")


def check_changes(case: Case) -> Iterator[Problem]:
    """Check that every change and its reason is the same in edition.xml, in changes.json and on the page of changes."""
    rows = understand(rows_of("changes", dict.fromkeys(("id", "kind", "reason"), str)), case.site, "changes.json")
    listed = {change["id"]: (change["kind"], change["reason"]) for change in rows}
    entries = entries_of(case.page(CHANGES))
    for name in sorted({*listed, *case.encoded.changes}):
        here, there = listed.get(name), case.encoded.changes.get(name)
        if here != there:
            yield _wrong("changes.json", f"{name} is {_told(here)} here, and {_told(there)} in {PATH}")
        entry = entries.get(name)
        if entry is None:
            yield _wrong(CHANGES, f"{name} is not on the list")
        elif there and " ".join(there[1].split()) not in entry:
            yield _wrong(CHANGES, f'{name} lacks its reason: "{there[1]}"')


def _told(change: tuple[str, str] | None) -> str:
    return f'{change[0]}, "{change[1]}",' if change else "missing"


def check_proofs(case: Case) -> Iterator[Problem]:
    """Check that every quotation that proves a fact, a date or a place stands where it is said to stand."""
    words = read_source_words(case.document).words
    tokens = [word.token for word in words]
    published = keys_of(" ".join(case.encoded.pages.values()))
    firsts = {f"gap-{gap.id}": gap.first_token for gap in case.document.gaps}
    for pointer, quote in case.encoded.proofs:
        keys = published
        if match := re.fullmatch(r"range\(([\w-]+),([\w-]+)\)", pointer):
            first, last = (firsts.get(name) or _number(name) for name in match.groups())
            keys = [word.key for word in words[bisect_left(tokens, first) : bisect_right(tokens, last)]]
        if not _stands(keys_of(quote), keys):
            yield _wrong(PATH, f'the words "{quote}" are not at the place that is given for them, {pointer}')


def _number(name: str) -> int:
    """Of a token, as `t52` names it; 0 where there is no such name."""
    return int(name[1:]) if re.fullmatch("t[0-9]{1,9}", name) else 0


def _stands(wanted: Sequence[str], keys: Sequence[str]) -> bool:
    """Whether there are such words, and they stand there one after the other; an 's at their end may be left out."""
    row = re.escape(" ".join(wanted))
    return bool(wanted) and re.search(rf"(?<!\S){row}(?:'s?)?(?!\S)", " ".join(keys)) is not None


CHECKS: tuple[Callable[[Case], Iterator[Problem]], ...] = (
    check_source,
    check_words,
    check_gaps,
    check_changes,
    check_proofs,
)


def _wrong(path: str, message: str) -> Problem:
    return Problem("O022", "error", message, Location(path or PATH), AGAIN)
