"""Gives the editor's reasons to changes, by the readings and the words around them, never by a number.

First each goes to a change with equal readings; its context decides between several. A reason that is left was given
for an earlier wording: it goes to the change that was made at its words in the source.

`content/changes.yaml` is a list of entries with `source`, `published`, `before`, `after` and `reason`.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter, defaultdict, deque
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import takewhile
from typing import NamedTuple

from gapmark import CONTENT
from gapmark.compare.changes import Change
from gapmark.compare.words import SourceWord, find_words, keys_of, same_words
from gapmark.problems.location import Location, Problem
from gapmark.yamltext.records import Group
from gapmark.yamltext.writing import entry, quoted

LONGEST = 24
"""The most words of a reading that an entry has; of a longer one it has the first ten and the last ten."""
LIKENESS = 0.3
"""The least likeness of two changes of which one goes on from the other; see `_same_place`."""
PATH = f"{CONTENT}/changes.yaml"


class Reason(NamedTuple):
    """An editor's reason for one change."""

    source: str
    published: str
    before: str
    after: str
    text: str
    where: Location
    everywhere: bool = False
    """Whether it stands for each place at which the same words were changed alike."""


def parse_reasons(entries: Sequence[Group]) -> tuple[Reason, ...]:
    """Return the entries of changes.yaml as records."""
    return tuple(
        Reason(e["source"], e["published"], e["before"], e["after"], e["reason"], e.where, e["everywhere"])
        for e in entries
    )


def find_reasons(
    changes: Sequence[Change], reasons: Sequence[Reason], words: Sequence[SourceWord], *, strict: bool
) -> tuple[dict[str, str], frozenset[str], frozenset[str], list[Problem]]:
    """Give each reason to the change it was written for; `words` are the source's.

    Returns the reasons by the id of their change, the ids of the changes that have an entry, be it empty, those of them
    whose entry was written for an earlier wording, and the problems: reasons without a change, and where `strict` the
    other way round.
    """
    same = dict(_matched(changes, reasons))
    earlier = dict(_reworded(changes, reasons, words, same))
    found = [*same.items(), *earlier.items(), *_wide(changes, reasons, {*same.values(), *earlier.values()})]
    idle = {*range(len(reasons))}.difference(number for number, _ in found)
    problems = [_gone(reasons[number]) for number in sorted(idle)]
    problems += (_outdated(reasons[number], changes[at]) for number, at in earlier.items())
    given = {changes[at].id: reasons[number].text for number, at in found if reasons[number].text.strip()}
    empty = {changes[at].id: reasons[number].where for number, at in found}
    problems += (_unreasoned(change, empty.get(change.id)) for change in changes if strict and change.id not in given)
    listed, old = (frozenset(changes[at].id for _, at in places) for places in (found, earlier.items()))
    return given, listed, old, problems


def _wide(changes: Sequence[Change], reasons: Sequence[Reason], taken: Collection[int]) -> Iterator[tuple[int, int]]:
    """The index of each reason that stands everywhere with that of each change of its readings that has no other."""
    wide = {_readings(reason): number for number, reason in reversed([*enumerate(reasons)]) if reason.everywhere}
    for at, change in enumerate(changes):
        if at not in taken and _readings(change) in wide:
            yield wide[_readings(change)], at


Context = tuple[tuple[str, ...], tuple[str, ...]]
"""The words before a change, the nearest first, and those after it."""


def _matched(changes: Sequence[Change], reasons: Sequence[Reason]) -> Iterator[tuple[int, int]]:
    """Yield the index of each reason and of the change that has the same readings.

    Those with the same context come first, then the likeliest.
    """
    wanted, there = [_context(reason) for reason in reasons], [_context(change) for change in changes]
    same: dict[object, deque[int]] = defaultdict(deque)
    for at, change in enumerate(changes):
        same[_readings(change), there[at]].append(at)
    left: list[int] = []
    for number, reason in enumerate(reasons):
        queue = same.get((_readings(reason), wanted[number]))
        if queue:
            yield number, queue.popleft()
        else:
            left.append(number)
    rest: dict[object, list[int]] = defaultdict(list)
    for at in (at for queue in same.values() for at in queue):
        rest[_readings(changes[at])].append(at)
    pairs = ((number, at) for number in left for at in rest.get(_readings(reasons[number]), ()))
    likeness = ((_likeness(wanted[number], there[at]), number, at) for number, at in pairs)
    yield from _likeliest(found for found in likeness if found[0] >= 0)


def _likeliest(likeness: Iterable[tuple[float, int, int]]) -> Iterator[tuple[int, int]]:
    """Yield the pairs of reason and change, given with their likeness, the likeliest first; each reason and change
    once."""
    done: set[int] = set()
    taken: set[int] = set()
    for _, number, at in sorted(likeness, key=lambda found: (-found[0], *found[1:])):
        if number not in done and at not in taken:
            done.add(number)
            taken.add(at)
            yield number, at


def _readings(entry: Reason | Change) -> tuple[str, str]:
    return shortened(entry.source), shortened(entry.published)


def _context(entry: Reason | Change) -> Context:
    return tuple(reversed(same_words(entry.before).split())), tuple(same_words(entry.after).split())


def _likeness(reason: Context, change: Context) -> int:
    """Return how many words of its context the reason shares with the change; -1 where it is less than half of them.

    The context is the source's, which never changes: where most of it differs, the reason is another change's.
    """
    same = sum(map(_words_in_common, reason, change))
    return same if 2 * same >= sum(map(len, reason)) else -1


def _words_in_common(wanted: Sequence[str], seen: Sequence[str]) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(wanted, seen, strict=False)))


# ---------------------------------------------------------------- earlier wordings


def _reworded(
    changes: Sequence[Change], reasons: Sequence[Reason], words: Sequence[SourceWord], same: Mapping[int, int]
) -> Iterator[tuple[int, int]]:
    """Yield the index of each reason that is left and of a change that is left and was made at its place, the
    likeliest."""
    keys = [word.key for word in words]
    taken = set(same.values())
    places = {at: _place(change, words) for at, change in enumerate(changes) if at not in taken}
    likeness = (
        (_same_place(reason, changes[at], place, places[at]), number, at)
        for number, reason in enumerate(reasons)
        if number not in same
        for place in _places(reason, keys)
        for at in places
    )
    yield from _likeliest(found for found in likeness if found[0] >= LIKENESS)


def _place(change: Change, words: Sequence[SourceWord]) -> tuple[int, int]:
    """Return the words of the source between which a change stands; for an addition both are the same."""
    stop = bisect_right(words, change.last_token, key=lambda word: word.last)
    start = bisect_left(words, change.first_token, key=lambda word: word.token) if change.source else stop
    return start, stop


def _places(reason: Reason, keys: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each stretch of the source that has the words of an entry.

    A long reading is shortened: its stretch goes from its first words to its last.
    """
    before, after = keys_of(reason.before), keys_of(reason.after)
    head, cut, tail = reason.source.partition(" ... ")
    first = [*before, *keys_of(head), *(() if cut else after)]
    last = [*keys_of(tail), *after]
    for start in find_words(first, keys):
        begin, stop = start + len(before), start + len(first) - (0 if cut else len(after))
        end = next(find_words(last, keys, stop), -1) if cut else stop
        if end >= 0:
            yield begin, end + len(last) - len(after) if cut else stop


def _same_place(reason: Reason, change: Change, place: tuple[int, int], there: tuple[int, int]) -> float:
    """Return how likely a change goes on from the one that a reason was written for, from 0 to 2.

    Its place in the source and the published words decide. A move goes on from a move only.
    """
    if (change.kind == "move") != (same_words(reason.source) == same_words(reason.published)):
        return 0
    shared = min(place[1], there[1]) - max(place[0], there[0])
    shorter = min(place[1] - place[0], there[1] - there[0])
    old, new = Counter(keys_of(reason.published)), Counter(keys_of(change.published))
    words = (old & new).total() / max(min(old.total(), new.total()), 1)
    if not shorter:  # one of the two is an addition
        return words + (place == there) / 10 if shared >= 0 else 0
    return shared / shorter + words if shared > 0 else 0


def shortened(text: str) -> str:
    """Return a reading as an entry gives it: typography folded, a long one by its first and last ten words."""
    words = same_words(text).split()
    return " ".join(words if len(words) <= LONGEST else [*words[:10], "...", *words[-10:]])


def _gone(reason: Reason) -> Problem:
    shown = f'"{reason.source}" > "{reason.published}"'
    hint = "delete the entry, or bring it in line with the change: python build.py reasons adds what is missing"
    return Problem("X010", "warning", f"the change {shown} that this reason is for is not there", reason.where, hint)


def _outdated(reason: Reason, change: Change) -> Problem:
    what, made, first = (
        ("reason", "given", "see that it still holds, and")
        if reason.text.strip()
        else ("entry", "made", "fill in its reason, and")
    )
    message = f'the {what} for "{reason.source}" > "{reason.published}" was {made} for an earlier wording'
    lines = entry_text(change).replace("- ", "  ", 1).removesuffix("  reason:\n")
    hint = f"{first} bring the entry in line with the change:\n{lines.rstrip()}"
    return Problem("X012", "warning", message, reason.where, hint)


def _unreasoned(change: Change, empty: Location | None) -> Problem:
    """Return error X011. `empty` is the place of the change's entry where that has no reason yet."""
    readings = dict.fromkeys(
        (f'"{shortened(change.source)}"', f'"{shortened(change.published)}"')
    )  # a move has one reading
    message = f"{change.kind} without a reason: {' > '.join(readings)}"
    hint = f"add to {PATH}, with the reason filled in (python build.py reasons adds it):\n{entry_text(change)}"
    if empty:
        hint = "fill in the line reason: of this entry"
    return Problem("X011", "error", message, empty or Location(PATH), hint)


# ---------------------------------------------------------------- writing entries


def entry_text(change: Change) -> str:
    """Return the entry of a change as YAML to paste; the reason is left empty."""
    readings = {
        "source": shortened(change.source),
        "published": shortened(change.published),
        "before": change.before,
        "after": change.after,
    }
    return entry({key: quoted(value) if value else "" for key, value in readings.items()} | {"reason": ""})


HEAD = """\
# The reasons for changes to the words of the source, one entry each; shown on the page of changes.
# {program} reasons adds the entries that are missing; you fill in the line reason:
"""
