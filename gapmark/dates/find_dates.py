"""Finds the date expressions of a text and proposes an EDTF date for each, for an editor to confirm or reject.

Nothing is carried from one expression to another: a day whose words state no year gets none (`XXXX-02-08`), and "two
days later" gets no date at all. What stands beside a gap, or in a sentence with one, is flagged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from typing import NamedTuple

from gapmark.dates.calendars import Calendar, month_length
from gapmark.dates.date import Date, DateError, Moment
from gapmark.dates.edtf import parse_date
from gapmark.dates.forms import DateForm, Kind, forms_for
from gapmark.dates.to_edtf import time_of, to_edtf
from gapmark.source.sentences import read_sentence_starts

BESIDE_GAP = "beside gap"
SENTENCE_HAS_GAP = "sentence has a gap"
NO_YEAR = "no year"
TWO_READINGS = "two readings"
"""The words can mean something else: "about 1200" a number, "winter of 1572" the winter before or after."""
NO_ERA = "no era"
"""A year beside others before Christ: its words don't say of which era it is."""
NO_DAY = "no day"
"""A time of a day that stands elsewhere."""
NO_SUCH_DAY = "no such day"
"""The words name a day that no calendar has."""
JULIAN = "calendar: julian?"
"""A day before the Gregorian calendar, or one that only the Julian has."""
GREGORIAN = (1582, 10, 15)
"""The first day of the Gregorian calendar."""


class DateExpression(NamedTuple):
    """A date expression of a text. `words == text[start:stop]`."""

    start: int
    stop: int
    words: str
    """As in the text, with the preposition: "In early March"."""
    edtf: str
    """What the words state and no more; empty where that is no date."""
    kind: Kind
    """`stated` names a date; `clock`, `duration`, `relative` and `recurring` need another to be one."""
    form: str
    """The name of its form in `forms.FORMS`."""
    time: str
    """Of a clock: what it states, such as `05:52`; empty where that is none, or could be two."""
    flags: tuple[str, ...]
    """What an editor should look at: of those above, in that order."""
    quote: str
    """The sentence as far as the gap before and the gap after: a quotation never runs over a gap."""


def find_dates(text: str) -> tuple[DateExpression, ...]:
    """Find the date expressions of a cleaned text, one block a line, gaps standing as `[gap N]`; in its order."""
    around = _look_round(text)
    found = (_expression(found, around) for found in _matches(text))
    return tuple(sorted(found, key=lambda expression: expression.start))


def _matches(text: str) -> Iterator[tuple[DateForm, re.Match[str], str]]:
    """Yield each match that no earlier form has claimed a character of."""
    claimed = bytearray(len(text))
    for form in forms_for(text):
        for match in form.pattern.finditer(text):
            start, stop = match.span()
            if claimed.find(1, start, stop) >= 0 or _is_no_date(form, match):
                continue
            if form.follows and claimed.find(1, max(start - JOINER, 0), start) < 0:
                continue
            edtf = to_edtf(match)
            if edtf is not None:
                claimed[start:stop] = b"\1" * (stop - start)
                yield form, match, edtf


JOINER = len("1884 and ")
"""How far back the end of one year is from the start of the next in a list, at the most."""


def _is_no_date(form: DateForm, match: re.Match[str]) -> bool:
    """Tell "the 14 February Coalition" from a day (an article, a capital after it, no year), and 1:47 of a song."""
    text, parts = match.string, match.groupdict()
    if (
        match[0][0].isdigit()
        and not parts.get("month")
        and OF_A_BOOK.search(text[max(0, match.start() - 12) : match.start()])
    ):
        return True
    if form.kind == "clock":
        line = text[max(0, match.start() - NEAR_SONG) : match.end() + NEAR_SONG]
        return ":" in match[0] and SONG.search(line) is not None
    bare = bool(parts.get("day")) and not parts.get("lead") and not parts.get("year")
    return bare and text.endswith(("the ", "The "), 0, match.start()) and bool(CAPITAL.match(text, match.end()))


OF_A_BOOK = re.compile(
    r"\b(?:pp?|pages?|vols?|volume|nos?|nn?|lines?|fols?|ch|chapters?)\.?[ \u00a0]$|[№§][ \u00a0]?$",
    re.IGNORECASE,
)
"""Before a figure that is a page or a number and no year."""
CAPITAL = re.compile(" [A-Z]")
SONG = re.compile(r"\b(?:songs?|tracks?|chorus|verses?|solo|riff|albums?|music video|footage|film)\b", re.IGNORECASE)
NEAR_SONG = 100
"""Characters on either side of a time within which the words of a recording make it none of a day."""


# ---------------------------------------------------------------- sentences and gaps

GAP = re.compile(r"\[gap \d{1,6}\]")
BETWEEN_GAP_AND_DATE = re.compile(r"[^\w\[\]\n]{0,4}")


class Surroundings(NamedTuple):
    """The places of a text that an expression can stand in, found once."""

    text: str
    sentences: tuple[int, ...]
    gaps: tuple[tuple[int, int], ...]
    quotes: dict[tuple[int, int], str]
    """Each quotation made so far, by start and stop: many dates of one sentence share one."""

    def sentence(self, place: int) -> tuple[int, int]:
        """Return start and stop of the sentence a place is in."""
        index = bisect_right(self.sentences, place)
        return self.sentences[index - 1], self.sentences[index] if index < len(self.sentences) else len(self.text)

    def stretch(self, place: int) -> tuple[int, int]:
        """Return start and stop of a place's sentence as far as the gap before and the gap after."""
        start, stop = self.sentence(place)
        index = bisect_right(self.gaps, (place, place))
        if index and self.gaps[index - 1][0] >= start:
            start = self.gaps[index - 1][1]
        if index < len(self.gaps) and self.gaps[index][0] < stop:
            stop = self.gaps[index][0]
        return start, stop

    def quote(self, place: int) -> str:
        """Return the words of a place's stretch."""
        start, stop = stretch = self.stretch(place)
        if stretch not in self.quotes:
            self.quotes[stretch] = self.text[start:stop].strip(" \u00a0\n,;:")
        return self.quotes[stretch]


def _look_round(text: str) -> Surroundings:
    gaps = tuple(gap.span() for gap in GAP.finditer(text))
    return Surroundings(text, read_sentence_starts(text), gaps, {})


def _expression(found: tuple[DateForm, re.Match[str], str], around: Surroundings) -> DateExpression:
    form, match, edtf = found
    start, stop = match.span()
    flags = tuple(name for name, raised in _flags(form, match, edtf, around) if raised)
    edtf = "" if NO_SUCH_DAY in flags else edtf
    time, quote = _time(form, match), around.quote(start)
    return DateExpression(start, stop, match[0], edtf, form.kind, form.name, time, flags, quote)


def _time(form: DateForm, match: re.Match[str]) -> str:
    """What a clock states: "after 05:30" is no time."""
    if form.kind != "clock" or (match["at"] or "at").lower() != "at":
        return ""
    return time_of(match["clock"])


def _flags(form: DateForm, match: re.Match[str], edtf: str, around: Surroundings) -> Iterator[tuple[str, bool]]:
    start, stop = match.span()
    date = _read(edtf)
    yield BESIDE_GAP, _is_beside_gap(around.text, start, stop)
    yield SENTENCE_HAS_GAP, around.sentence(start) != around.stretch(start)
    yield NO_YEAR, "XXXX" in edtf
    yield TWO_READINGS, form.kind == "stated" and _has_two_readings(form, match, edtf)
    yield NO_ERA, "bare" in match.groupdict() and not edtf
    yield NO_DAY, form.kind == "clock"
    yield NO_SUCH_DAY, bool(edtf) and date is None
    yield JULIAN, date is not None and (any(map(_is_early, date.points)) or bool(OLD_STYLE.match(around.text, stop)))


OLD_STYLE = re.compile(r"[ \u00a0(,]{1,3}(?:O\.S\.|Old Style|old style)")


def _read(edtf: str) -> Date | None:
    """The date that a notation means in either calendar."""
    for calendar in CALENDARS if edtf else ():
        try:
            return parse_date(edtf, calendar)
        except DateError:
            continue
    return None


CALENDARS: tuple[Calendar, ...] = ("gregorian", "julian")


def _is_early(point: Moment) -> bool:
    """Whether a day is likely to be one of the Julian calendar, or must be."""
    if not point.years or not point.day:
        return False
    year = point.years[0]
    return (year, point.month, point.day) < GREGORIAN or point.day > month_length(year, point.month)


FIGURE = re.compile(r",?[ \u00a0](?:1\d|20)\d\d\b")
FIRST_SURE_YEAR = 1700
"""Before a noun, a lower figure is as likely a number of things."""


def _has_two_readings(form: DateForm, match: re.Match[str], edtf: str) -> bool:
    winter = form.name == "season and year" and "-24" in edtf
    figure = form.name == "year" and edtf.endswith(("~", "%"))
    noun = form.name == "year before a noun" and edtf < str(FIRST_SURE_YEAR)
    bare = not edtf and not match.groupdict().get("bare")
    followed = "XXXX" in edtf and FIGURE.match(match.string, match.end()) is not None
    return winter or figure or noun or bare or followed


GAP_BEFORE = re.compile(GAP.pattern + BETWEEN_GAP_AND_DATE.pattern + "$")


def _is_beside_gap(text: str, start: int, stop: int) -> bool:
    after = BETWEEN_GAP_AND_DATE.match(text, stop)
    before = GAP_BEFORE.search(text[max(0, start - 20) : start])
    return before is not None or (after is not None and GAP.match(text, after.end()) is not None)
