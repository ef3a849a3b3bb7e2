"""How plain texts are read: the characters of words and the marks of missing passages, in defaults/."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from gapmark.model import Mark, Notation
from gapmark.project.folder import DEFAULTS
from gapmark.yamltext.fields import NEEDED, TEXT, Field, entries, group
from gapmark.yamltext.values import Yaml

MARKS = entries(
    mark=NEEDED,
    reason=TEXT,
    unit=TEXT,
    run=Field("flag", False),
    apart=Field("flag", False),
    gap=Field("flag", True, choices=("ask", "beside")),
)
"""A list of marks: `gaps: marks:` of site.yaml, and that of marks.yaml."""
_WORDS = Field("map", item=Field("map", item=Field("list")))


def load_notation(own: Iterable[Mapping[str, Any]] = ()) -> Notation:
    """The notation of a site whose `gaps: marks:` are `own`."""
    default = _default()
    added = tuple(Mark(**mark) for mark in own)
    return default._replace(marks=(*added, *default.marks), own=len(added))


@cache
def _default() -> Notation:
    yaml = Yaml((DEFAULTS / "marks.yaml").read_text("utf-8"), "marks.yaml", "C001")
    read = yaml.read(group(marks=MARKS, words=_WORDS))
    words = read["words"].items()
    listed = (
        (place, meaning or form, form) for place, kinds in words for meaning, forms in kinds.items() for form in forms
    )
    letters = (DEFAULTS / "letters.txt").read_text("ascii")
    return Notation(letters, tuple(Mark(**mark) for mark in read["marks"]), 0, tuple(listed))
