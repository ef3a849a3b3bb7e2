"""What the codes of problems mean."""

from __future__ import annotations

from collections.abc import Mapping

from gapmark.project.folder import DEFAULTS
from gapmark.yamltext import Field, Yaml

NEEDED = Field("text", required=True)
CODES = Field("map", item=Field("map", fields={"meaning": NEEDED, "remedy": NEEDED, "example": NEEDED}))


def load_codes() -> Mapping[str, Mapping[str, str]]:
    """Meaning, remedy and example of each code, in the order of the areas."""
    path = DEFAULTS / "codes.yaml"
    codes: Mapping[str, Mapping[str, str]] = Yaml(path.read_text("utf-8"), path.name, "C001").read(CODES)
    return codes
