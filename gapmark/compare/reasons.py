"""The editor's reasons for changes: found again by the readings and the words around them, never by a number.

The readings of an entry must be equal to those of the change; its context decides between several that are.

`content/changes.yaml` is a list of entries with `source`, `published`, `before`, `after` and `reason`.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gapmark.compare.changes import Change
from gapmark.compare.words import same_words
from gapmark.model import Location, Problem
from gapmark.yaml_writing import entry, quoted

LONGEST = 24
"""Words of a reading that are written out; a longer one is given by its first and last ten."""
PATH = "content/changes.yaml"


@dataclass(frozen=True, slots=True)
class Reason:
    """What an editor says of one change."""

    source: str
    published: str
    before: str
    after: str
    text: str
    where: Location


@dataclass(frozen=True, slots=True)
class Reasoned:
    """The changes with their reasons."""

    reasons: Mapping[str, str]
    """By the change's id; a change without an entry, or with an empty one, is left out."""
    listed: frozenset[str]
    """The ids of the changes that have an entry, be it empty."""
    problems: tuple[Problem, ...]


def parse_reasons(entries: Sequence[Mapping[str, Any]]) -> tuple[Reason, ...]:
    """The entries of changes.yaml as records."""
    return tuple(
        Reason(e["source"], e["published"], e["before"], e["after"], e["reason"], getattr(e, "where", Location(PATH)))
        for e in entries
    )


def find_reasons(changes: Sequence[Change], reasons: Sequence[Reason], *, strict: bool) -> Reasoned:
    """Give each reason to the change it was written for. A reason without a change, and where `strict` the other way
    round, is a problem."""
    found = dict(_matched(changes, reasons))
    problems = [_gone(reason) for number, reason in enumerate(reasons) if number not in found]
    given = {changes[at].id: reasons[number].text for number, at in found.items() if reasons[number].text.strip()}
    problems += (_unreasoned(change) for change in changes if strict and change.id not in given)
    return Reasoned(given, frozenset(changes[at].id for at in found.values()), tuple(problems))


Context = tuple[tuple[str, ...], tuple[str, ...]]
"""The words before a change, the nearest first, and those after it."""


def _matched(changes: Sequence[Change], reasons: Sequence[Reason]) -> Iterator[tuple[int, int]]:
    """The index of each reason with that of its change, which has the same readings."""
    alike: dict[tuple[str, str], tuple[list[int], list[int]]] = {}
    for number, reason in enumerate(reasons):
        alike.setdefault(_readings(reason), ([], []))[0].append(number)
    for at, change in enumerate(changes):
        alike.get(_readings(change), ([], []))[1].append(at)
    wanted, there = [_context(reason) for reason in reasons], [_context(change) for change in changes]
    for numbers, places in alike.values():
        yield from _paired(numbers, places, wanted, there)


def _paired(
    numbers: Sequence[int], places: Sequence[int], wanted: Sequence[Context], there: Sequence[Context]
) -> Iterator[tuple[int, int]]:
    """Of reasons and changes with the same readings, first those with the same context, then the likeliest."""
    same: dict[Context, deque[int]] = defaultdict(deque)
    for at in places:
        same[there[at]].append(at)
    left = []
    for number in numbers:
        if same.get(wanted[number]):
            yield number, same[wanted[number]].popleft()
        else:
            left.append(number)
    rest = [at for queue in same.values() for at in queue]
    pairs = ((_likeness(wanted[number], there[at]), number, at) for number in left for at in rest)
    done, taken = set(), set()
    for _, number, at in sorted((-like, number, at) for like, number, at in pairs if like >= 0):
        if number not in done and at not in taken:
            done.add(number)
            taken.add(at)
            yield number, at


def _readings(entry: Reason | Change) -> tuple[str, str]:
    return shortened(entry.source), shortened(entry.published)


def _context(entry: Reason | Change) -> Context:
    return tuple(reversed(same_words(entry.before).split())), tuple(same_words(entry.after).split())


def _likeness(reason: Context, change: Context) -> int:
    """How many words on from the change are those the reason tells of; -1 where that is less than half of them.

    The context is the source's, which never changes: where most of it differs, the reason is another change's.
    """
    same = sum(map(_words_in_common, reason, change))
    return same if 2 * same >= sum(map(len, reason)) else -1


def _words_in_common(wanted: Sequence[str], seen: Sequence[str]) -> int:
    return next(
        (n for n, (one, other) in enumerate(zip(wanted, seen, strict=False)) if one != other),
        min(len(wanted), len(seen)),
    )


def shortened(text: str) -> str:
    """A reading as an entry gives it: typography folded, a long one by its first and last ten words."""
    words = same_words(text).split()
    return " ".join(words if len(words) <= LONGEST else [*words[:10], "...", *words[-10:]])


def _gone(reason: Reason) -> Problem:
    shown = f'"{reason.source}" > "{reason.published}"'
    hint = "delete the entry, or bring it in line with the change: python build.py reasons adds what is missing"
    return Problem("X010", "warning", f"the change {shown} that this reason is for is not there", reason.where, hint)


def _unreasoned(change: Change) -> Problem:
    readings = dict.fromkeys((f'"{shortened(change.source)}"', f'"{shortened(change.published)}"'))  # of a move, one
    message = f"{change.kind} without a reason: {' > '.join(readings)}"
    hint = f"add to {PATH}, with the reason filled in (python build.py reasons adds it):\n{entry_text(change)}"
    return Problem("X011", "error", message, Location(PATH), hint)


# ---------------------------------------------------------------- writing entries


def entry_text(change: Change, indent: str = "") -> str:
    """The entry of a change as YAML to paste; the reason is left empty."""
    readings = {
        "source": shortened(change.source),
        "published": shortened(change.published),
        "before": change.before,
        "after": change.after,
    }
    return entry({key: quoted(value) if value else "" for key, value in readings.items()} | {"reason": ""}, indent)


HEAD = """\
# The reasons for changes to the words of the source, one entry each; shown on the page of changes.
# python build.py reasons adds the entries that are missing; you fill in the line reason:
"""
