"""The editor's reasons for changes: found again by the readings and the words around them, never by a number.

The readings of an entry must be equal to those of the change; its context decides between several that are.

`content/changes.yaml` is a list of entries with `source`, `published`, `before`, `after` and `reason`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gapmark.edition.apparatus import Change
from gapmark.edition.words import same_words
from gapmark.model import Location, Problem

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
    open_changes = {change.id: change for change in changes}
    found: dict[str, str] = {}
    problems = []
    for reason in reasons:
        change = _closest(reason, open_changes.values())
        if change is None:
            problems.append(_gone(reason))
        else:
            del open_changes[change.id]
            found[change.id] = reason.text
    given = {key: text for key, text in found.items() if text.strip()}
    problems += (_unreasoned(change) for change in changes if strict and change.id not in given)
    return Reasoned(given, frozenset(found), tuple(problems))


def _closest(reason: Reason, changes: Iterable[Change]) -> Change | None:
    """The change with the same readings; of several, the one whose context is most like the reason's."""
    readings = (shortened(reason.source), shortened(reason.published))
    same = [c for c in changes if (shortened(c.source), shortened(c.published)) == readings]
    return max(same, key=lambda change: _likeness(reason, change), default=None)


def _likeness(reason: Reason, change: Change) -> int:
    """How many words next to the change are those the reason tells of."""
    before = zip(reversed(same_words(reason.before).split()), reversed(same_words(change.before).split()), strict=False)
    after = zip(same_words(reason.after).split(), same_words(change.after).split(), strict=False)
    return sum(one == other for one, other in (*before, *after))


def shortened(text: str) -> str:
    """A reading as an entry gives it: typography folded, a long one by its first and last ten words."""
    words = same_words(text).split()
    return " ".join(words if len(words) <= LONGEST else [*words[:10], "...", *words[-10:]])


def _gone(reason: Reason) -> Problem:
    shown = f'"{reason.source}" > "{reason.published}"'
    hint = "delete the entry, or bring it in line with the change: python build.py reasons adds what is missing"
    return Problem("X010", "warning", f"the change {shown} that this reason is for is not there", reason.where, hint)


def _unreasoned(change: Change) -> Problem:
    message = f'{change.kind} without a reason: "{shortened(change.source)}" > "{shortened(change.published)}"'
    hint = f"add to {PATH}, with the reason filled in:\n{entry_text(change)}"
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
    lines = [
        f"{key}: {json.dumps(value, ensure_ascii=False)}" if value else f"{key}:" for key, value in readings.items()
    ]
    lines.append("reason:")
    return "".join(f"{indent}{'- ' if i == 0 else '  '}{line}\n" for i, line in enumerate(lines))


HEAD = """\
# The reasons for changes to the words of the source, one entry each; shown on the page of changes.
# python build.py reasons adds the entries that are missing; you fill in the line reason:
"""


def add_entries(text: str, changes: Sequence[Change]) -> str:
    """The file's text with entries for these changes at its end; what stands in it stays as it is."""
    if not changes:
        return text
    first = re.search(r"^( *)-\s", text, re.M)
    begun = re.sub(r"^\[\s*\]\s*$", "", text, count=1, flags=re.M) if text.strip() else HEAD
    begun += "" if begun.endswith("\n") else "\n"
    return begun + "".join("\n" + entry_text(change, first[1] if first else "") for change in changes)
