"""Which way a drawing runs: the one way for readers of English, turned round for readers of Arabic."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Sides:
    """The reader's language and that of the text, as far as a drawing minds them."""

    direction: str = "ltr"
    """`rtl` turns the drawing round."""
    text_direction: str = "ltr"
    text_language: str = ""
    """Empty where it is the reader's."""

    def across(self, x: float, width: float) -> float:
        """Where in a drawing of such a width something stands whose place is x in one that runs from left to right."""
        return width - x if self.direction == "rtl" else x

    def turn(self, lines: str, width: float) -> str:
        """Lines and signs, turned round with the drawing; words can't be, they are put `across`."""
        return f'<g transform="matrix(-1 0 0 1 {width} 0)">{lines}</g>' if self.direction == "rtl" and lines else lines

    @property
    def base(self) -> str:
        """For the drawing itself: the page's direction must not come in, it would exchange the ends of the words."""
        return ' direction="ltr"' if self.direction == "rtl" else ""

    def run(self, *, of_text: bool = False, backwards: bool = False) -> str:
        """Language, direction and anchor for a `<text>` that runs from its x to the reader's line end, or backwards."""
        direction = self.text_direction if of_text else self.direction
        anchor = "end" if backwards == (direction == self.direction) else ""
        language = self.text_language if of_text else ""
        marks = {"lang": language, "direction": direction.replace("ltr", ""), "text-anchor": anchor}
        return "".join(f' {name}="{escape(value)}"' for name, value in marks.items() if value)
