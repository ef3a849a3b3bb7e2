"""Dates as a reader meets them: in words, and in the form that HTML's <time> takes."""

from __future__ import annotations

from dataclasses import dataclass

from gapmark.statements.calendars import civil_day
from gapmark.statements.edtf import Date, Point


@dataclass(frozen=True, slots=True)
class DateWords:
    """The words and the order of a language. Each `{name}` is filled in; a form may leave one out."""

    months: tuple[str, ...] = (
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    )
    seasons: tuple[str, ...] = ("spring", "summer", "autumn", "winter")
    day: str = "{day} {month} {year}"
    day_no_year: str = "{day} {month}"
    month: str = "{month} {year}"
    season: str = "{season} {year}"
    time: str = "{date}, {time}"
    decade: str = "{year}s"
    century: str = "{ordinal} century"
    """`{ordinal}` is the number with its English ending, `{number}` the bare number."""
    century_bc: str = "{ordinal} century BC"
    bc: str = "{year} BC"
    ad: str = "AD {year}"
    """For the years 1 to 999, which would read as a plain number without it."""
    approximate: str = "about {date}"
    uncertain: str = "perhaps {date}"
    no_year: str = "{date} (year not stated)"
    before: str = "before {date}"
    after: str = "after {date}"
    until: str = "until {date}"
    """For an interval whose start is not known (`/1945`)."""
    since: str = "from {date}"
    """For an interval whose end is not known (`1945/`)."""
    interval: str = "{start} to {end}"
    julian: str = "{date} (Julian calendar)"
    julian_day: str = "{date} (Julian calendar; {gregorian} in the Gregorian)"
    dash: str = "–"
    """Between two figures: `6–19 February`, `1939–1945`."""
    digits: str = "0123456789"

    def in_digits(self, text: str) -> str:
        """The text with this language's digits."""
        return text.translate(str.maketrans("0123456789", self.digits))


ENGLISH = DateWords()


def describe(date: Date, words: DateWords = ENGLISH) -> str:
    """Return a date in words: "6 February 2013", "winter 1572–73", "490 BC", "1 November (year not stated)"."""
    text = _range_words(date, words)
    if date.yearless:
        text = words.no_year.format(date=text)
    return words.in_digits(_with_calendar(text, date, words) if date.calendar == "julian" else text)


def _with_calendar(text: str, date: Date, words: DateWords) -> str:
    if date.precision not in ("day", "time") or date.yearless or date.earliest is None:
        return words.julian.format(date=text)
    year, month, day = civil_day(date.earliest)
    gregorian = _plain(Point((year, year), month, day), words)
    return words.julian_day.format(date=text, gregorian=gregorian)


def _range_words(date: Date, words: DateWords) -> str:
    start, end = date.start, date.end
    if start is None:
        form = words.before if date.notation.startswith("..") else words.until
        return form.format(date=_point_words(end, words))
    if end is None:
        form = words.after if date.notation.endswith("..") else words.since
        return form.format(date=_point_words(start, words))
    return _point_words(start, words) if start is end else _interval_words(start, end, words)


def _interval_words(start: Point, end: Point, words: DateWords) -> str:
    if not start.qualifier and not end.qualifier and not start.time and not end.time:
        if start.day and end.day and (start.years, start.month) == (end.years, end.month):
            days = f"{start.day}{words.dash}{end.day}"
            return _day_words(days, end, words)
        if start.precision == end.precision == "year" and start.years and end.years:
            return _two_years(start.years[0], end.years[0], words)
        if start.month <= 12 and start.month and end.month and start.years == end.years:
            return words.interval.format(start=_without_year(start, words), end=_plain(end, words))
    return words.interval.format(start=_point_words(start, words), end=_point_words(end, words))


def _point_words(point: Point | None, words: DateWords) -> str:
    if point is None:
        return ""
    text = _plain(point, words)
    if point.time:
        text = words.time.format(date=text, time=point.time.replace("Z", " UTC"))
    if point.qualifier in ("~", "%"):
        text = words.approximate.format(date=text)
    return words.uncertain.format(date=text) if point.qualifier in ("?", "%") else text


def _plain(point: Point, words: DateWords) -> str:
    """Return a point in words, without its time and its qualifier."""
    if point.years is None:
        return _without_year(point, words)
    if point.day:
        return _day_words(str(point.day), point, words)
    if point.month > 12:
        return words.season.format(season=_season(point, words), year=_season_years(point, words))
    if point.month:
        return words.month.format(month=words.months[point.month - 1], year=_years(point, words))
    return _years(point, words)


def _day_words(days: str, point: Point, words: DateWords) -> str:
    form = words.day if point.years else words.day_no_year
    return form.format(day=days, month=words.months[point.month - 1], year=_years(point, words))


def _without_year(point: Point, words: DateWords) -> str:
    if point.day:
        return words.day_no_year.format(day=point.day, month=words.months[point.month - 1])
    return _season(point, words) if point.month > 12 else words.months[point.month - 1]


def _season(point: Point, words: DateWords) -> str:
    return words.seasons[(point.month - 21) % 4]


def _season_years(point: Point, words: DateWords) -> str:
    """Return both years of a season that runs over New Year: 1572–73."""
    years = point.years
    if years is None or years[0] != years[1] or point.month not in (24, 28, 30):
        return _years(point, words)
    first, second = years[0], years[0] + 1
    if first > 0 and first // 100 == second // 100:
        return f"{first}{words.dash}{second % 100:02d}"
    return _two_years(first, second, words)


def _years(point: Point, words: DateWords) -> str:
    if point.years is None:
        return ""
    first, last = point.years
    if first == last:
        return year_words(first, words)
    if point.month == 0 and point.precision == "decade":
        return words.decade.format(year=first)
    if point.month == 0 and point.precision == "century":
        return _century(first, words)
    return _two_years(first, last, words)


def _century(first: int, words: DateWords) -> str:
    number = first // 100 + 1 if first >= 0 else -first // 100 + 1
    form = words.century if first >= 0 else words.century_bc
    return form.format(number=number, ordinal=_ordinal(number))


def _ordinal(number: int) -> str:
    ending = "th" if number % 100 in (11, 12, 13) else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def _two_years(first: int, last: int, words: DateWords) -> str:
    if first > 0 and last >= 1000:
        return f"{first}{words.dash}{last}"
    if last <= 0:
        return f"{1 - first}{words.dash}{year_words(last, words)}"
    return words.interval.format(start=year_words(first, words), end=year_words(last, words))


def year_words(year: int, words: DateWords = ENGLISH) -> str:
    """Return an astronomical year as a reader counts it: -489 is "490 BC", 70 is "AD 70"."""
    form = words.bc if year <= 0 else words.ad if year < 1000 else "{year}"
    return words.in_digits(form.format(year=1 - year if year <= 0 else year))


# ---------------------------------------------------------------- HTML


def html_datetime(date: Date) -> str | None:
    """Return the value of `<time datetime>`, or None where HTML has no form for a date or one that says more than it.

    HTML knows times, days, months and years of the Gregorian calendar from year 1 on, and a day without a year
    (https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element); it knows no "about".
    """
    point = date.start
    if point is None or date.precision == "interval" or point.qualifier:
        return None
    if point.years is None:
        return f"{point.month:02d}-{point.day:02d}" if point.day and date.calendar == "gregorian" else None
    if point.years[0] != point.years[1] or point.years[0] < 1 or point.month > 12:
        return None
    return _html_point(point, point.years[0], date)


def _html_point(point: Point, year: int, date: Date) -> str | None:
    month, day = point.month, point.day
    if date.calendar == "julian":
        if not day or date.earliest is None:
            return None
        year, month, day = civil_day(date.earliest)
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)]
    return "-".join(parts) + (f"T{point.time}" if point.time else "")
