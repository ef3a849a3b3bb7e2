"""Keeps lines from breaking inside `Al-Nusra`, and between `8` and `February`: for short texts in narrow columns."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

LONGEST = 20
"""Characters that are kept on one line; what is longer could be wider than a phone."""
_HYPHENATED = r"\w+(?:[-\u2010]\w+)+"
_NUMBERED = r"\d[\d,.]*[ \u00a0][^\W\d_]+"
_UNBROKEN = re.compile(rf"(?<![\w-]){_HYPHENATED}|(?<![\w,.]){_NUMBERED}")


def unbroken(text: object) -> Markup:
    """Return the text with an element that is not broken round what belongs together; a filter for templates."""
    shown = str(escape(text))
    return Markup(_UNBROKEN.sub(_kept, shown)) if not hasattr(text, "__html__") else Markup(text)  # noqa: S704 - escaped


def _kept(match: re.Match[str]) -> str:
    return f'<span class="unbroken">{match[0]}</span>' if len(match[0]) <= LONGEST else match[0]
