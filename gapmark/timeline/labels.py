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
    return SIZE * sum(0.84 if letter in WIDE else 0.36 if letter in NARROW else 0.58 for letter in text)


def wrap(text: str, room: float = WIDTH - TEXT - 4) -> list[str]:
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


def draw_label(event: TimelineEvent, lines: Sequence[str], head: float, t: Language) -> str:
    """Draw the date of an event at the height `head` and its label, in lines, below; both as a link if it has one."""
    x, y = across(TEXT, t), head + FIRST_BASELINE
    date = f'<tspan class="timeline-date" x="{x}" y="{short(y)}">{_date(event, t)}</tspan>'
    own, of_text = run(t), run(t, of_text=True)
    space = '<tspan font-size="0"> </tspan>' if "end" in of_text else " "  # there its width would move the line
    rows = "".join(
        f'{space}<tspan x="{x}" y="{short(y + LINE * row)}">{escape(line)}</tspan>'
        for row, line in enumerate(lines, start=1)
    )
    between = "" if own == of_text else f'</text><text class="timeline-label"{of_text}>'
    text = f'<text class="timeline-label"{own}>{date}{between}{rows}</text>'
    return f'<a href="{escape(event.href, quote=True)}">{text}</a>' if event.href else text


def _date(event: TimelineEvent, t: Language) -> str:
    language = t.text_marks.get("lang", "") if event.quoted else ""
    date = escape(t.plain_of_text(event.date) if event.quoted else event.date)
    date = f'<tspan lang="{escape(language)}">{date}</tspan>' if language else date
    return f"{date} [{escape(event.year)}]" if event.year else date


def draw_leader(mark: float, head: float, lane: float) -> str:
    """Draw a thin line from a mark in its lane to words that had to move; nothing where they stand beside it."""
    if abs(mark - head) <= LEADER:
        return ""
    bend = AXIS + LANE * (LANES + 1) - 2
    path = f"M{short(AXIS + LANE * lane + 5)} {short(mark)}L{bend} {short(head)}H{TEXT - 5}"
    return f'<path class="timeline-leader" fill="none" stroke="currentColor" stroke-width=".6" d="{path}"/>'
