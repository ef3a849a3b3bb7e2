"""verify(): every check of a site or a bag, in order."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from gapmark import CONTENT
from gapmark.forms.forms import NAMES, parse_source
from gapmark.problems.errors import failure, stop_on_errors
from gapmark.problems.findings import Findings
from gapmark.problems.location import Location, Problem
from gapmark.project.files import LARGEST_TEXT, check_size, read_file
from gapmark.project.load import read_source
from gapmark.project.notation import load_notation
from gapmark.tei.edition import PATH
from gapmark.verify.checks import CHECKS, Case
from gapmark.verify.encoded import read_encoded
from gapmark.verify.packages import Package, below, read_package
from gapmark.verify.reading import understand
from gapmark.verify.remaking import check_again, why_not_again
from gapmark.verify.sums import check_against_copy, check_against_sum, check_bag, check_site_sums, shown_sum

SOURCE, BAGGED = "source/", f"data/{CONTENT}/source/"
LARGEST_SOURCE = 2_000_000
"""Bytes of a source, 350,000 words: a longer one takes too much time and memory."""
MOST_SPACES = 500_000
"""In a source: they part its words and signs, each of which takes half a thousand bytes of memory."""


class Verified(NamedTuple):
    """What was checked, and holds."""

    files: int
    tokens: int
    gaps: int
    changes: int
    proofs: int
    sum: str
    """Sum of the whole site."""
    left: str
    """What was not compared; empty where every byte was."""

    def __str__(self) -> str:
        counts = f"files {self.files}, tokens of the source {self.tokens}, gaps {self.gaps}"
        return f"holds: {counts}, changes {self.changes}, proofs {self.proofs}; the sum of the site is {self.sum}"


def verify(path: Path, source: Path | None = None, against: str = "") -> Verified:
    """Check the site or the bag at `path`. Raise GapmarkError with all that does not hold.

    `source` is an independent copy of the received text, `against` another copy of the site, a bag, or a noted sum.
    """
    package = read_package(path)
    site = package.site
    problems = [*package.problems, *(check_bag(package) if package.is_bag else ()), *check_site_sums(site)]
    problems += _check_source_files(package, read_file(source, source.as_posix(), LARGEST_TEXT) if source else None)
    problems += _check_against(site, against)
    found = Findings(problems)
    case: Any = found.read(None, lambda: (_case(site.files), ()))
    for check in CHECKS if case else ():
        found.read(None, _checked, check, case)
    left = why_not_again(package)
    if not left and not found:
        found += check_again(package)
    stop_on_errors(found)
    counts = len(case.document.tokens), len(case.document.gaps), len(case.encoded.changes), len(case.encoded.proofs)
    return Verified(len(site.sums), *counts, shown_sum(site), left)


def _checked(check: Callable[[Case], Iterator[Problem]], case: Case) -> tuple[None, list[Problem]]:
    return None, [*check(case)]


def _case(site: Mapping[str, bytes]) -> Case:
    """Return the source and edition.xml, read. Raise GapmarkError where one of them is missing or can't be read."""
    if PATH not in site:
        hint = "build the site with exports: tei: true"
        raise failure("O022", PATH, "is not there: words, gaps, changes and proofs can't be checked", hint)
    sources = below(site, SOURCE)
    if len(sources) != 1:
        raise failure("O022", SOURCE, f"holds {len(sources)} files, not the received text alone", "get another copy")
    ((name, data),) = sources.items()
    check_size(data, f"{SOURCE}{name}", LARGEST_SOURCE)
    if data.count(b" ") > MOST_SPACES:
        message = f"has more than {MOST_SPACES:,} words and signs, the most that is read"
        raise failure("O011", f"{SOURCE}{name}", message, "take the text apart into several")
    encoded = understand(read_encoded, site, PATH)
    if encoded.form not in NAMES:
        raise failure("O022", PATH, f'names no form of a source: "{encoded.form}"', "get another copy")
    notation = load_notation(encoded.marks) if encoded.form != "tokens" else None
    source = read_source(data, f"{SOURCE}{name}", Path(name).stem, encoded.form, notation)
    return Case(site, parse_source(source), encoded)


def _check_source_files(package: Package, copy: bytes | None) -> Iterator[Problem]:
    """Check that the received text on the site is that in the bag, and that of an independent copy."""
    for name, data in below(package.site.files, SOURCE).items():
        others = {f"{BAGGED}{name}": package.files.get(f"{BAGGED}{name}", data), "the copy that you have": copy}
        for other, theirs in others.items():
            if theirs is not None and theirs != data:
                hint = "one of the two is not the text as it was received"
                yield Problem("O023", "error", f"is not the same as {other}", Location(f"{SOURCE}{name}"), hint)


def _check_against(site: Package, against: str) -> Iterator[Problem]:
    if re.fullmatch("[0-9a-fA-F]{64}", against):
        yield from check_against_sum(site, against.lower())
    elif against:
        if not os.path.exists(against):  # noqa: PTH110 - Path.exists() raises where it may not look
            hint = "give the 64 letters and digits of a sum, or the name of a bag or of another copy of the site"
            raise failure("O021", against, "is neither a sum nor a file", hint)
        yield from check_against_copy(site, read_package(Path(against)))
