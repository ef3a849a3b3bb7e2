"""The editor's lists in content/: changes.yaml, gaps.yaml and the others, each entry with its place in the file."""

from __future__ import annotations

from pathlib import Path

from gapmark.model import Problem
from gapmark.project import read_yaml
from gapmark.yamltext import Field, Group

TEXT, NEEDED = Field("text"), Field("text", required=True)

CHANGES = Field(
    "list",
    item=Field("map", fields={"source": TEXT, "published": TEXT, "before": TEXT, "after": TEXT, "reason": TEXT}),
)
"""changes.yaml: the reason of each change, found by its readings and by the words before and after it."""

GAPS = Field(
    "list",
    item=Field(
        "map",
        fields={
            "gap": Field("number", required=True),
            "words": NEEDED,
            "witness": Field(
                "map",
                fields={"title": NEEDED, "address": NEEDED, "revision": TEXT, "date": TEXT},
                required=True,
            ),
            "editor": NEEDED,
            "date": NEEDED,
        },
    ),
)
"""gaps.yaml: words that an editor puts into a gap, and the witness that has them."""

FILES = {"changes": (CHANGES, "X002"), "gaps": (GAPS, "G013")}
"""Name of each file without `.yaml`, what it may hold, and the code of what is wrong in it."""


def load_entries(root: Path, name: str) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    """The entries of one file; none where there is no such file. Raises GapmarkError where it can't be read."""
    field, code = FILES[name]
    path = root / "content" / f"{name}.yaml"
    if not path.exists():
        return (), ()
    yaml = read_yaml(root, path, code)
    entries = yaml.read(field)
    return tuple(entry for entry in entries if isinstance(entry, Group)), tuple(yaml.problems)
