"""The meaning of each code of a problem."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache

from gapmark.project.folder import DEFAULTS
from gapmark.yamltext.fields import NEEDED, Field, group
from gapmark.yamltext.values import Yaml

CODES = Field("map", item=group(meaning=NEEDED, remedy=NEEDED, example=NEEDED))


@cache
def load_codes() -> Mapping[str, Mapping[str, str]]:
    """Return meaning, remedy and example of each code, in the order of the areas."""
    path = DEFAULTS / "codes.yaml"
    codes: Mapping[str, Mapping[str, str]] = Yaml(path.read_text("utf-8"), path.name, "C001").read(CODES)
    return codes


def describe_codes(code: str | None) -> Iterator[str]:
    """Return what a code means, with an example and what to do; of all codes, a line each."""
    codes = load_codes()
    if not code:
        yield from (f"{name}  {entry['meaning']}" for name, entry in codes.items())
        return
    entry = codes[code]
    yield from (f"{code}: {entry['meaning']}", f"What to do: {entry['remedy']}", "Example:")
    yield from (f"  {line}" for line in entry["example"].splitlines())
