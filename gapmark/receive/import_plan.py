"""What an import would change, decided before anything is changed: nothing that an editor wrote is lost.

`.imported` in content/ keeps the sum of each file that an import wrote. A file whose sum is still the same is one that
no editor has touched: it can be replaced or removed. A file that is on the list and not in the folder was renamed or
deleted by the editor. Where a page that an editor has edited would have to change, no page is: a story that is cut in
another way on some pages only would say things twice. The fresh pages are put beside the edited ones instead.

All names are relative to content/.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Mapping
from typing import NamedTuple

RECORD = ".imported"
"""The list of sums, in the form of the program sha256sum."""
OLD = "old"
"""The folder that edited files are moved to when they are replaced."""

Files = Mapping[str, bytes]
Pairs = tuple[tuple[str, str], ...]


class Plan(NamedTuple):
    """What is written and taken away, and what the editor should know of it."""

    files: Files
    """Every file to be written."""
    gone: tuple[str, ...]
    """Files to be taken away."""
    written: tuple[str, ...] = ()
    """New files, and files that nobody had edited."""
    removed: tuple[str, ...] = ()
    """Pages that nobody had edited and import would no longer write."""
    kept: Pairs = ()
    """A page that stays as it is, and where its fresh version is put."""
    replaced: Pairs = ()
    """An edited file that is replaced or taken away, and where it is kept."""
    missed: tuple[str, ...] = ()
    """Pages that the editor renamed or deleted; they are not written again."""


def plan_import(before: Files, wanted: Files, retired: Collection[str], *, force: bool, foreign: bool) -> Plan:
    """The plan for a folder with the files `before`, of which `wanted` is what import would write.

    `retired` are the files that have no place beside the wanted ones; they go only with `force`. `foreign` says that
    the folder belongs to another source: without `force` none of its pages may be replaced.
    """
    sums = read_record(before.get(RECORD, b""))
    edited = {name for name, data in before.items() if data != wanted.get(name) and sums.get(name) != sum_of(data)}
    lost = {name for name in sums if name not in before and _is_page(name)}
    missed = () if force else tuple(name for name in wanted if name in lost and sums[name] == sum_of(wanted[name]))
    changed = [name for name, data in wanted.items() if before.get(name) != data and name not in missed]
    obsolete = {name for name in sums if name in before and name not in wanted and _is_page(name)}
    pages = obsolete.union(filter(_is_page, changed))
    blocked = not force and (foreign or not pages.isdisjoint(edited | lost))
    beside = [name for name in changed if (blocked if _is_page(name) else name in edited and not force)]
    gone = () if blocked else sorted(obsolete.union(retired if force else ()))
    plan = _lay_out(before, {name: wanted[name] for name in changed}, beside, gone, edited)
    return _with_record(plan._replace(missed=missed), before, wanted)


def _lay_out(before: Files, changed: Files, beside: Collection[str], gone: Collection[str], edited: set[str]) -> Plan:
    """Each changed file in its place, or beside the edited one; what is edited and has to go is kept in `old`."""
    sums = read_record(before.get(RECORD, b""))
    kept = {name: _fresh_name(name, changed[name], before, sums) for name in beside}
    files = {kept.get(name, name): data for name, data in changed.items()}
    replaced = {}
    for name in [name for name in (*changed, *gone) if name in edited and name not in kept]:
        replaced[name] = _old_name(name, before[name], {**before, **files})
        files[replaced[name]] = before[name]
    return Plan(
        files=files,
        gone=tuple(gone),
        written=tuple(name for name in changed if name not in {**kept, **replaced}),
        removed=tuple(name for name in gone if name not in replaced),
        kept=tuple(kept.items()),
        replaced=tuple(replaced.items()),
    )


def _fresh_name(name: str, data: bytes, before: Files, sums: Mapping[str, str]) -> str:
    """`battle.md.new`, with a number after it where an editor has edited that one."""
    names = (f"{name}.new{number or ''}" for number in (0, *range(2, 10_000)))
    return next(n for n in names if before.get(n, data) == data or sum_of(before[n]) == sums.get(n))


def _old_name(name: str, data: bytes, taken: Files) -> str:
    """`old/battle.md`, with a number after it where another version is kept already."""
    names = (f"{OLD}/{name}{f'.{number}' if number else ''}" for number in (0, *range(2, 10_000)))
    return next(n for n in names if taken.get(n, data) == data)


def _with_record(plan: Plan, before: Files, wanted: Files) -> Plan:
    """The plan with the new list of sums, and without what changes nothing.

    Fresh versions from an earlier import that nobody edited, and nobody needs any more, are taken away.
    """
    sums = read_record(before.get(RECORD, b""))
    fresh = {name: name.rpartition(".new")[0] for name in before if ".md.new" in name and name not in plan.files}
    spent = [
        name
        for name, page in fresh.items()
        if before[name] == wanted.get(page) or (sums.get(name) == sum_of(before[name]) and page not in dict(plan.kept))
    ]
    gone = (*plan.gone, *spent)
    ours = {name: data for name, data in {**wanted, **plan.files}.items() if not name.startswith(f"{OLD}/")}
    after = {**before, **plan.files}
    sums |= {name: sum_of(data) for name, data in ours.items() if after.get(name) == data}
    record = "".join(f"{sums[name]}  {name}\n" for name in sorted(sums) if name not in gone).encode()
    files = {name: data for name, data in {**plan.files, RECORD: record}.items() if before.get(name) != data}
    return plan._replace(files=files, gone=gone)


def _is_page(name: str) -> bool:
    return name.endswith(".md") and "/" not in name


def sum_of(data: bytes) -> str:
    """The SHA-256 of a file, line ends as on Unix: Git may check a page out with others."""
    return hashlib.sha256(data.replace(b"\r\n", b"\n")).hexdigest()


def read_record(data: bytes) -> dict[str, str]:
    """The sums by name; lines that are none are passed over."""
    lines = (line.split("  ", 1) for line in data.decode("utf-8", errors="replace").splitlines())
    return {pair[1]: pair[0] for pair in lines if len(pair) == 2}
