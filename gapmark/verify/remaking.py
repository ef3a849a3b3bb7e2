"""Makes the site of a bag again from what the bag holds, in memory, and compares the bytes.

Templates of a stranger run as at a build: in Jinja's sandbox, with its limits. Only the versions of the programs that
made the site can make the same bytes, so at others nothing is compared, and that is said.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

from gapmark import CONTENT
from gapmark.exports import bag
from gapmark.model import OutputFile
from gapmark.pipeline import make_site
from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Location, Problem
from gapmark.project.folder import Folder, is_input
from gapmark.project.load import parse_project
from gapmark.run import memo
from gapmark.verify.packages import Package, below

LARGEST_TEXTS, LARGEST_INPUTS = 1_000_000, 20_000_000
"""Bytes of the source, the pages and the lists together, and of all files: to make a larger site takes too long."""

ALONE = (
    "facts, dates and places beside the words that prove them; labels of gaps; how changes are shown; the page of the "
    "source; titles, author, licence, references; style and scripts; the one file, the book and the other files: "
    "a bag has what they are made of"
)
"""What is not compared of a site without a bag."""


def why_not_again(package: Package) -> str:
    """Return why the site of a bag can't be made again here; nothing where it can."""
    if not package.is_bag:
        return ALONE
    theirs, ours = _info(package.files).get(bag.MADE_WITH, ""), bag.made_with()
    if theirs != ours:
        made = theirs or "unknown versions"
        return f"the site was not made again from {CONTENT}/: it was made with {made}, not {ours}"
    sizes = {path: len(data) for path, data in _inputs(package).items()}
    texts = sum(size for path, size in sizes.items() if path.endswith((".md", ".txt", ".yaml")))
    if len(package.files) < len(package.sums) or texts > LARGEST_TEXTS or sum(sizes.values()) > LARGEST_INPUTS:
        return f"the site was not made again from {CONTENT}/: it has more than {LARGEST_TEXTS // 1_000_000} MB of text"
    return ""


def check_again(package: Package) -> Iterator[Problem]:
    """Make the site of a bag again, and compare each file with the one that is there."""
    try:
        with memo.of():
            files = _make(package)
    except GapmarkError as error:
        first = next(problem for problem in error.problems if problem.level == "error")
        hint = "the bag is not as it was made: get another copy"
        message = f"no site can be made of it: {first.where}: {first.message}"
        yield Problem("O022", "error", message, Location(bag.PAYLOAD + CONTENT), hint)
        return
    made, there = {file.path: file.data for file in files}, package.site.files
    hint = f"the site or {CONTENT}/ was changed after the bag was made: get another copy"
    for path in sorted({*made, *there}):
        if made.get(path) != there.get(path):
            what = "is not there, and is made of" if path not in there else "is not what is made of"
            yield Problem("O022", "error", f"{what} the files of the bag", Location(bag.SITE + path), hint)


def _make(package: Package) -> tuple[OutputFile, ...]:
    moment = _info(package.files).get(bag.MOMENT, "")
    return make_site(parse_project(Folder(Path(package.name), _inputs(package)), moment=moment)).files


def _inputs(package: Package) -> dict[str, bytes]:
    return {path: data for path, data in below(package.files, bag.PAYLOAD).items() if is_input(path)}


def _info(files: Mapping[str, bytes]) -> dict[str, str]:
    """Return the fields of bag-info.txt."""
    lines = files.get(bag.INFO, b"").decode(errors="replace").split("\n")
    return {label: value.strip() for label, _, value in (line.partition(":") for line in lines)}
