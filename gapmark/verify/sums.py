"""Checks the sums of a site or a bag: which files were changed, added or removed since the sums were made."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping

from gapmark.exports import bag, sums
from gapmark.problems.location import Location, Problem
from gapmark.project.files import MANIFEST
from gapmark.project.swap import is_inside
from gapmark.verify.packages import Package

AGAIN = "get the file again from where it was published, or ask who published it"
_LINE = re.compile("([0-9a-fA-F]{64}) [ *](.+)")


def check_bag(package: Package) -> Iterator[Problem]:
    """Check every file of a bag against its two lists."""
    files = package.files
    payload = {path: data for path, data in files.items() if path.startswith(bag.PAYLOAD)}
    tags = {path: data for path, data in files.items() if path not in payload and path != bag.TAG_MANIFEST}
    yield from check_list(files, bag.MANIFEST, payload)
    yield from check_list(files, bag.TAG_MANIFEST, tags)


def check_site_sums(site: Mapping[str, bytes]) -> Iterator[Problem]:
    """Check every file of a site against its list, and the sum that its page about the edition shows."""
    wrong = tuple(check_list(site, sums.PATH, counted(site)))
    yield from wrong
    if not wrong and not shown_sum(site):
        hint = "the list was written again; compare the site with the sum that you noted down: --against"
        yield Problem("O020", "error", "the sum that it shows is not that of this site", Location(sums.PAGE), hint)


def check_list(files: Mapping[str, bytes], path: str, listed: Mapping[str, bytes]) -> Iterator[Problem]:
    """Check the files `listed` against the list of sums at `path`."""
    wanted: dict[str, str] = {}
    for number, line in enumerate(files.get(path, b"").decode(errors="replace").splitlines(), 1):
        match = _LINE.fullmatch(line)
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
        elif hashlib.sha256(listed[name]).hexdigest() != wanted[name]:
            yield Problem("O020", "error", f"was changed: its sum is not that in {path}", Location(name), AGAIN)


def _unescaped(path: str) -> str:
    for sign, written in reversed(bag.ESCAPES.items()):
        path = path.replace(written, sign)
    return path


# ---------------------------------------------------------------- the one sum


def counted(site: Mapping[str, bytes]) -> dict[str, bytes]:
    """Return the files of which the one sum is made: all but the list of sums and the manifest."""
    return {path: data for path, data in site.items() if path not in (sums.PATH, MANIFEST)}


def shown_sum(site: Mapping[str, bytes]) -> str:
    """Return the sum on the page about the edition, where it is that of the site."""
    rest = counted(site)
    shown = dict.fromkeys(re.findall("[0-9a-f]{64}", rest.get(sums.PAGE, b"").decode(errors="replace")))
    return next((found for found in shown if sums.site_sum(rest, found) == found), "")


def check_against_sum(site: Mapping[str, bytes], wanted: str) -> Iterator[Problem]:
    """Check the site against a sum that a reader has noted down."""
    if sums.site_sum(counted(site), wanted) != wanted:
        message = f"the sum of this site is {shown_sum(site) or 'another'}, not {wanted}"
        yield Problem("O023", "error", message, Location(sums.PAGE), "this is not the site that the sum was noted of")


def check_against_copy(site: Mapping[str, bytes], other: Package) -> Iterator[Problem]:
    """Check the site against another copy, file by file."""
    here, there = counted(site), counted(other.site)
    for path in sorted({*here, *there}):
        if here.get(path) != there.get(path):
            what = "is only in" if path not in here else "is not in" if path not in there else "is not as in"
            yield Problem("O023", "error", f"{what} {other.name}", Location(path), "the two are not one edition")
