"""Events to be drawn on a timeline."""

from gapmark.dates.chronology import lend_year, span
from gapmark.dates.edtf import parse_date
from gapmark.timeline.event import TimelineEvent


def event(notation, label="It happened", certainty="stated", href=""):
    """An event at a date in EDTF, in 2013 where that has no year."""
    date = parse_date(notation)
    first, last = span(lend_year(date, 2013) if date.yearless else date) or (0, 0)
    return TimelineEvent(
        *(label, notation, first, last, certainty, href),
        approximate="approximate" in date.qualifiers,
        open_start=date.start is None,
        open_end=date.end is None,
        soft_start=date.soft_start,
        soft_end=date.soft_end,
    )


SAMPLE = (
    event("2013-02", "The battle is fought"),
    event("2013-02-06", "Violent clashes south of the city", href="battle.html#w51"),
    event("XXXX-02-08", "Bombardment of several parts of the town goes on for some time", "inferred"),
    event("XXXX-02-19", "The road is secured", "inferred"),
    event("XXXX-03", "The last village on the road is taken", "inferred"),
    event("XXXX-11-01", "The town is recaptured", "inferred"),
)
