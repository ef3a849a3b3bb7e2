"""The words beside the axis: a date and what happened, broken into lines, with a line to the mark they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from gapmark.language.phrases import Language
from gapmark.timeline.event import TimelineEvent
from gapmark.timeline.sides import AXIS, LANE, LANES, TEXT, WIDTH, across, run
from gapmark.timeline.signs import short

SIZE = 15.5
"""Size of all words, in units: 12 pixels on a phone 320 wide. On wider screens the stylesheet makes some smaller."""
LINE = 20
GAP = 16
"""Between the words of one event and of the next."""
FIRST_BASELINE = 5
"""From the height of a mark to the baseline of the date beside it."""
LEADER = 4
"""How far words may stand from the height of their mark before a line leads to it."""
WIDE, NARROW = frozenset("mwMWABCDGHKNOQRUVXY—%@&"), frozenset("iljtfrI.,:;'’‘|()[]! -")


def width_of(text: str) -> float:
    """Return the estimated width of a text in units, for a book face of SIZE; wide faces fit too."""
    return SIZE * sum(0.88 if letter in WIDE else 0.39 if letter in NARROW else 0.62 for letter in text)


ROOM = WIDTH - TEXT - 4


def wrap(text: str, room: float = ROOM) -> list[str]:
    """Return the lines of a text; a word too long for a line stays whole."""
    lines: list[str] = []
    left = 0.0
    for word in text.split():
        width = width_of(word + " ")
        if lines and width <= left:
            lines[-1] += " " + word
            left -= width
        else:
            lines.append(word)
            left = room - width
    return lines


def wrap_date(event: TimelineEvent, t: Language) -> list[str]:
    """Return the lines of the date of an event, as markup: its words, and the year that was inferred."""
    lines = wrap(event.date) or [""]
    year = f"[{event.year}]" if event.year else ""
    beside = width_of(f"{lines[-1]} {year}") <= ROOM
    shown = [_of_text(line, t) if event.quoted else escape(line) for line in lines]
    if year and beside:
        shown[-1] += f" {escape(year)}"
    return shown + [escape(year)] * (bool(year) and not beside)


def _of_text(line: str, t: Language) -> str:
    language, words = t.text_marks.get("lang", ""), escape(t.plain_of_text(line))
    return f'<tspan lang="{escape(language)}">{words}</tspan>' if language else words


def draw_label(event: TimelineEvent, dates: Sequence[str], lines: Sequence[str], head: float, t: Language) -> str:
    """Draw the date of an event at the height `head` and its label below, both in lines; as a link if it has one.

    `dates` are markup, as `wrap_date` makes them; `lines` are text.
    """
    x, y = across(TEXT, t), head + FIRST_BASELINE
    own, of_text = run(t), run(t, of_text=True)
    words = [*((' class="timeline-date"', date) for date in dates), *(("", escape(line)) for line in lines)]
    places = (f'x="{x}" y="{short(y + LINE * row)}"' for row in range(len(words)))
    shown = [f"<tspan{look} {at}>{line}</tspan>" for (look, line), at in zip(words, places, strict=False)]
    date = _space(own).join(shown[: len(dates)])
    rows = "".join(_space(of_text) + row for row in shown[len(dates) :])
    between = "" if own == of_text else f'</text><text class="timeline-label"{of_text}>'
    text = f'<text class="timeline-label"{own}>{date}{between}{rows}</text>'
    return f'<a href="{escape(event.href, quote=True)}">{text}</a>' if event.href else text


def _space(run_of: str) -> str:
    """Return a space to copy: where a line ends at its x, the width of one would move it."""
    return '<tspan font-size="0"> </tspan>' if "end" in run_of else " "


def draw_leader(mark: float, head: float, lane: float) -> str:
    """Draw a thin line from a mark in its lane to words that had to move; nothing where they stand beside it."""
    if abs(mark - head) <= LEADER:
        return ""
    bend = AXIS + LANE * (LANES + 1) - 2
    path = f"M{short(AXIS + LANE * lane + 5)} {short(mark)}L{bend} {short(head)}H{TEXT - 5}"
    return f'<path class="timeline-leader" fill="none" stroke="currentColor" stroke-width=".6" d="{path}"/>'
