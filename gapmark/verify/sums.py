"""Checks the sums of a site or a bag: which files were changed, added or removed since the sums were made."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import islice

from gapmark.exports import bag, sums
from gapmark.problems.location import Location, Problem
from gapmark.project.files import MANIFEST
from gapmark.project.swap import is_inside
from gapmark.verify.packages import Package

AGAIN = "get the file again from where it was published, or ask who published it"
_LINE = re.compile("([0-9a-fA-F]{64}) [ *](.+)", re.S)
MOST_SHOWN = 20
"""Sums on the page about the edition that may be that of the site: each is tried."""


def check_bag(package: Package) -> Iterator[Problem]:
    """Check every file of a bag against its two lists."""
    counted = package.sums
    payload = {path: found for path, found in counted.items() if path.startswith(bag.PAYLOAD)}
    tags = {path: found for path, found in counted.items() if path not in payload and path != bag.TAG_MANIFEST}
    yield from check_list(package.files, bag.MANIFEST, payload)
    yield from check_list(package.files, bag.TAG_MANIFEST, tags)


def check_site_sums(site: Package) -> Iterator[Problem]:
    """Check every file of a site against its list, and the sum that its page about the edition shows."""
    wrong = tuple(check_list(site.files, sums.PATH, summed(site)))
    yield from wrong
    if not wrong and not shown_sum(site):
        hint = "the list was written again; compare the site with the sum that you noted down: --against"
        yield Problem("O020", "error", "the sum that it shows is not that of this site", Location(sums.PAGE), hint)


def check_list(files: Mapping[str, bytes], path: str, listed: Mapping[str, str]) -> Iterator[Problem]:
    """Check the sums `listed`, by the paths of their files, against the list of sums at `path`."""
    wanted: dict[str, str] = {}
    for number, line in enumerate(files.get(path, b"").decode(errors="replace").split("\n"), 1):
        match = _LINE.fullmatch(line.removesuffix("\r"))
        if not line:
            continue
        if match is None or not is_inside(match[2]):
            message = f'"{line[66:] or line}" is no file in this folder'
            yield Problem("O020", "error", message, Location(path, number), "get another copy of it")
        else:
            wanted[_unescaped(match[2])] = match[1].lower()
    for name in sorted({*wanted, *listed}):
        if name not in listed:
            yield Problem("O020", "error", f"is missing; {path} names it", Location(name), AGAIN)
        elif name not in wanted:
            yield Problem("O020", "error", f"was added: it is not in {path}", Location(name), "take it away")
        elif listed[name] != wanted[name]:
            yield Problem("O020", "error", f"was changed: its sum is not that in {path}", Location(name), AGAIN)


def _unescaped(path: str) -> str:
    for sign, written in reversed(bag.ESCAPES.items()):
        path = path.replace(written, sign)
    return path


# ---------------------------------------------------------------- the one sum


def summed(site: Package) -> dict[str, str]:
    """Return the files of which the one sum is made: all but the list of sums and the manifest."""
    return {path: found for path, found in site.sums.items() if path not in (sums.PATH, MANIFEST)}


def shown_sum(site: Package) -> str:
    """Return the sum on the page about the edition, where it is that of the site."""
    counted = summed(site)
    shown = dict.fromkeys(re.findall("[0-9a-f]{64}", site.files.get(sums.PAGE, b"").decode(errors="replace")))
    tried = islice(shown, MOST_SHOWN)
    return next((found for found in tried if sums.sum_of_sums(counted, site.files, found) == found), "")


def check_against_sum(site: Package, wanted: str) -> Iterator[Problem]:
    """Check the site against a sum that a reader has noted down."""
    if sums.sum_of_sums(summed(site), site.files, wanted) != wanted:
        message = f"the sum of this site is {shown_sum(site) or 'another'}, not {wanted}"
        yield Problem("O023", "error", message, Location(sums.PAGE), "this is not the site that the sum was noted of")


def check_against_copy(site: Package, other: Package) -> Iterator[Problem]:
    """Check the site against another copy, file by file."""
    here, there = summed(site), summed(other.site)
    for path in sorted({*here, *there}):
        if here.get(path) != there.get(path):
            what = "is only in" if path not in here else "is not in" if path not in there else "is not as in"
            yield Problem("O023", "error", f"{what} {other.name}", Location(path), "the two are not one edition")
