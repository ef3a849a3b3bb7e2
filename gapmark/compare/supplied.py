"""Words that an editor puts into a gap from a named witness. The tool never supplies anything."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Literal, NamedTuple

from gapmark.compare.words import keys_of
from gapmark.model import Gap
from gapmark.problems.location import Location, Problem
from gapmark.source.tokens import kind_of
from gapmark.yamltext.records import Group
from gapmark.yamltext.web_address import is_address

_SCHEME = re.compile(r"[a-z][a-z0-9+.]*:\S", re.IGNORECASE)
_HOST = re.compile(r"(?:[a-z0-9-]+\.)+[a-z]{2,}(?:[/?#]\S*)?")
"""An address without its https://. A shelf mark has capitals, spaces, or figures at its end."""


class Supplied(NamedTuple):
    """The words in a gap, who put them there, and the text that has them."""

    gap: int
    words: str
    title: str
    """The title of the witness."""
    address: str
    """A web address or a shelf mark of the witness."""
    revision: str
    """The state of the witness: its revision, or the date on which it was read."""
    editor: str
    date: str
    """When the editor put the words in, as written in gaps.yaml."""
    where: Location

    @property
    def link(self) -> bool:
        """Whether the address is one of the web."""
        return is_address(self.address)


def parse_supplied(entries: Sequence[Group], gaps: Sequence[Gap]) -> tuple[dict[int, Supplied], tuple[Problem, ...]]:
    """Return the entries of gaps.yaml by the id of their gap, and their problems."""
    known = {gap.id: gap for gap in gaps}
    found: dict[int, Supplied] = {}
    problems: list[Problem] = []
    for entry in entries:
        if not isinstance(entry["gap"], int):
            continue  # no number: reading the file has noted that
        supplied = _supplied(entry)
        wrong = list(_check(supplied, known, found))
        problems += wrong
        if not any(problem.level == "error" for problem in wrong):
            found[supplied.gap] = supplied
    return found, tuple(problems)


def _supplied(entry: Group) -> Supplied:
    witness = entry["witness"]
    return Supplied(
        gap=entry["gap"],
        words=" ".join(entry["words"].split()),
        title=witness["title"],
        address=witness["address"].strip(),
        revision=witness["revision"] or witness["date"],
        editor=entry["editor"],
        date=entry["date"],
        where=entry.where,
    )


def _check(supplied: Supplied, known: Mapping[int, Gap], found: Collection[int]) -> Iterator[Problem]:
    gap = known.get(supplied.gap)
    yield from _check_words(supplied, int(gap.quantity) if gap and gap.unit == "token" else 0)
    if supplied.gap not in known:
        message = f"the source has no gap {supplied.gap}"
        yield Problem("G010", "error", message, supplied.where, _names(known))
    if supplied.gap in found:
        message = f"words for gap {supplied.gap} are given twice"
        yield Problem("G011", "error", message, supplied.where, "keep one of the two entries")
    written = supplied.address.strip()
    bare = _HOST.fullmatch(written) is not None
    if bare or (_SCHEME.match(written) and not is_address(written)):
        message = f'the address of the witness for gap {supplied.gap}, "{supplied.address}", is none of the web'
        hint = f"write {f'https://{written}' if bare else 'https://...'}, or a shelf mark in words"
        yield Problem("G012", "error", message, supplied.where, hint)
    if supplied.title and not supplied.revision:
        message = f"the witness for gap {supplied.gap} has neither revision nor date"
        yield Problem("G012", "error", message, supplied.where, "add revision: or date: under witness:")


def _names(gaps: Mapping[int, Gap]) -> str:
    """Say what the gaps are called."""
    if [*gaps] == [*range(1, len(gaps) + 1)]:
        return f"its gaps are numbered 1 to {len(gaps)}"
    return f"its gaps are: {', '.join(map(str, gaps))}"


def _check_words(supplied: Supplied, marks: int) -> Iterator[Problem]:
    """G014: words that are more than the gap can have had, or that have marks of the format among them.

    A mark stands for one word or punctuation mark. A witness may part its words in another way: up to twice as many
    are only a warning.
    """
    signs = [word for word in supplied.words.split() if kind_of(word) != "word" or "[gap" in word]
    if signs:
        message = f'the words for gap {supplied.gap} have "{signs[0]}" among them, which is a mark and no word'
        hint = "supply words only: those of a heading, and those after another gap, can't stand in this one"
        yield Problem("G014", "error", message, supplied.where, hint)
    count = len(keys_of(supplied.words))
    if marks and count > marks:
        level: Literal["error", "warning"] = "error" if count > 2 * marks else "warning"
        message = f"{count} words and punctuation marks are supplied for gap {supplied.gap}, which has {marks} marks"
        hint = "a mark stands for one word or punctuation mark: supply those that are missing, and no words around them"
        yield Problem("G014", level, message, supplied.where, hint)
