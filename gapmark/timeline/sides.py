"""The columns of the drawing. They are turned round where the reader's language runs from right to left."""

from __future__ import annotations

from html import escape

from gapmark.language.phrases import Language

WIDTH = 360
"""Width of the drawing, in its own units; on a phone 320 pixels wide a unit is 0.79 of one."""
AXIS = 70
TEXT = 112
"""Where the words begin; the bars stand between them and the axis."""
LANE = 8
LANES = 3


def across(x: float, t: Language) -> float:
    """Return the x of something that stands at `x` in a drawing from left to right."""
    return WIDTH - x if t.direction == "rtl" else x


def turn(lines: str, t: Language) -> str:
    """Return lines and signs, turned round with the drawing. Words can't be turned: see `across`."""
    return f'<g transform="matrix(-1 0 0 1 {WIDTH} 0)">{lines}</g>' if t.direction == "rtl" and lines else lines


def base(t: Language) -> str:
    """Return attributes of the drawing itself: the page's direction would exchange the ends of its words."""
    return ' direction="ltr"' if t.direction == "rtl" else ""


def run(t: Language, *, of_text: bool = False, backwards: bool = False) -> str:
    """Return language, direction and anchor of a `<text>` that runs from its x to the reader's line end, or
    backwards."""
    direction = t.text_direction if of_text else t.direction
    anchor = "end" if backwards == (direction == t.direction) else ""
    language = t.text_marks.get("lang", "") if of_text else ""
    marks = {"lang": language, "direction": direction.replace("ltr", ""), "text-anchor": anchor}
    return "".join(f' {name}="{escape(value)}"' for name, value in marks.items() if value)
