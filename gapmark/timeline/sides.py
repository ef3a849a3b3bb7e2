"""The columns of the drawing, and which way they run: turned round where the reader's language runs to the left."""

from __future__ import annotations

from html import escape

from gapmark.language.phrases import Language

WIDTH = 360
"""Of the drawing, in its own units; on a phone 320 pixels wide a unit is 0.79 of one."""
AXIS = 70
TEXT = 112
"""Where the words begin; the bars stand between them and the axis."""
LANE = 8
LANES = 3


def across(x: float, t: Language) -> float:
    """Where something stands whose place is x in a drawing that runs from left to right."""
    return WIDTH - x if t.direction == "rtl" else x


def turn(lines: str, t: Language) -> str:
    """Lines and signs, turned round with the drawing; words can't be, they are put `across`."""
    return f'<g transform="matrix(-1 0 0 1 {WIDTH} 0)">{lines}</g>' if t.direction == "rtl" and lines else lines


def base(t: Language) -> str:
    """For the drawing itself: the page's direction must not come in, it would exchange the ends of the words."""
    return ' direction="ltr"' if t.direction == "rtl" else ""


def run(t: Language, *, of_text: bool = False, backwards: bool = False) -> str:
    """Language, direction and anchor for a `<text>` that runs from its x to the reader's line end, or backwards."""
    direction = t.text_direction if of_text else t.direction
    anchor = "end" if backwards == (direction == t.direction) else ""
    language = t.text_marks.get("lang", "") if of_text else ""
    marks = {"lang": language, "direction": direction.replace("ltr", ""), "text-anchor": anchor}
    return "".join(f' {name}="{escape(value)}"' for name, value in marks.items() if value)
