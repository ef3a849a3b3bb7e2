"""Files in content/ whose names are nearly those that are read: nothing of them is in the site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath

from gapmark import CONTENT
from gapmark.problems.location import Location, Problem
from gapmark.problems.nearest import nearest
from gapmark.project.folder import DEFAULTS, Folder
from gapmark.project.lists import FILES

LISTS = ("site", "facts", "headings", "language", *FILES)
"""The names of the lists and settings, without `.yaml`."""
_LIKE_OURS = re.compile(r"(?P<stem>[^/]+?)\.(?:(?P<page>md|mdown|mkd|markdown)|ya?ml)(?:\.txt)?", re.IGNORECASE)
_ALL = f"the lists are {', '.join(f'{name}.yaml' for name in LISTS)}"
_ELSEWHERE = (f"{CONTENT}/source/", f"{CONTENT}/figures/", f"{CONTENT}/old/")


def check_unread(folder: Folder) -> Iterator[Problem]:
    """Yield a warning for each file that is called nearly as one that is read, and for a list that nothing uses."""
    for name in (*folder.others, *folder.found):
        match = _LIKE_OURS.fullmatch(name.rpartition("/")[2])
        if match and name.startswith(f"{CONTENT}/") and not name.startswith(_ELSEWHERE) and not _is_read(name, folder):
            right = _right_name(match)
            hint = f'call it "{CONTENT}/{right}"' if right else _ALL
            hint += ", or put what it holds into that file" if f"{CONTENT}/{right}" in folder else ""
            yield Problem("P006", "warning", "is not read, and nothing of it is in the site", Location(name), hint)
    own = {path.read_bytes() for path in DEFAULTS.glob("fields-*.yaml")}  # as import writes them, for later
    unused = f"{CONTENT}/fields.yaml" in folder and f"{CONTENT}/facts.yaml" not in folder
    if unused and folder.data(f"{CONTENT}/fields.yaml") not in own:
        hint = f"fill in {CONTENT}/facts.yaml, or delete this list"
        yield Problem("P006", "warning", "no panel of facts uses this list", Location(f"{CONTENT}/fields.yaml"), hint)


def _is_read(name: str, folder: Folder) -> bool:
    path = PurePosixPath(name)
    return name in folder and (path.suffix == ".md" or path.stem in LISTS)


def _right_name(match: re.Match[str]) -> str:
    """What a file was meant to be called, without its folder; empty for a list that is like none of ours."""
    stem = match["stem"].lower()
    if match["page"]:
        return re.sub(r"[^a-z0-9_-]+", "-", stem).strip("-_") + ".md"
    known = stem if stem in LISTS else nearest(stem, LISTS)
    return f"{known}.yaml" if known else ""
