"""Prints dates for readers: in words, and in the form that HTML's <time> takes.

The words and their order are the phrases `dates.form.*` of the language; a form may leave out what it is given.
"""

from __future__ import annotations

from gapmark.dates.calendars import civil_day
from gapmark.dates.date import Date, Moment
from gapmark.language.phrases import Language


def print_date(date: Date, t: Language) -> str:
    """Return a date in words: "6 February 2013", "winter 1572–73", "490 BC", "1 November (year not stated)".

    Of a part of a month, which only the words of the text can name, the month.
    """
    text = _range_words(date, t)
    if date.yearless:
        text = t("dates.form.no_year", date=text)
    return t.digits(_with_calendar(text, date, t) if date.calendar == "julian" else text)


def _with_calendar(text: str, date: Date, t: Language) -> str:
    if date.precision not in ("day", "time") or date.yearless or date.earliest is None:
        return t("dates.form.julian", date=text)
    year, month, day = civil_day(date.earliest)
    return t("dates.form.julian_day", date=text, gregorian=_plain(Moment((year, year), month, day), t))


def _range_words(date: Date, t: Language) -> str:
    if date.start and date.end and date.start is not date.end:
        return _interval_words(date.start, date.end, t)
    shown = _point_words(date.points[0], t)
    return t(f"dates.form.{date.bound}", date=shown) if date.bound else shown


def _interval_words(start: Moment, end: Moment, t: Language) -> str:
    if not start.qualifier and not end.qualifier and not start.time and not end.time:
        if start.day and end.day and (start.years, start.month) == (end.years, end.month):
            return _day_words(t("dates.form.days", first=str(start.day), last=str(end.day)), end, t)
        if start.precision == end.precision == "year" and start.years and end.years:
            return _two_years(start.years[0], end.years[0], t)
        if start.month <= 12 and start.month and end.month and start.years == end.years:
            return t("dates.form.interval", start=_without_year(start, t), end=_plain(end, t))
    return t("dates.form.interval", start=_point_words(start, t), end=_point_words(end, t))


def _point_words(point: Moment, t: Language) -> str:
    text = _plain(point, t)
    if point.time:
        text = t("dates.form.time", date=text, time=point.time.replace("Z", " UTC"))
    if point.qualifier in ("~", "%"):
        text = t("dates.form.approximate", date=text)
    return t("dates.form.uncertain", date=text) if point.qualifier in ("?", "%") else text


def _plain(point: Moment, t: Language) -> str:
    """Return a point in words, without its time and its qualifier."""
    if point.years is None:
        return _without_year(point, t)
    if point.day:
        return _day_words(str(point.day), point, t)
    if point.month > 12:
        return t("dates.form.season", season=_season(point, t), year=_season_years(point, t))
    return t("dates.form.month", month=_month(point, t), year=_years(point, t)) if point.month else _years(point, t)


def _day_words(days: str, point: Moment, t: Language) -> str:
    form = "day" if point.years else "day_no_year"
    return t(f"dates.form.{form}", day=days, month=_month(point, t), year=_years(point, t))


def _without_year(point: Moment, t: Language) -> str:
    if point.day:
        return t("dates.form.day_no_year", day=str(point.day), month=_month(point, t))
    return _season(point, t) if point.month > 12 else _month(point, t)


def _month(point: Moment, t: Language) -> str:
    return t(f"dates.month.{point.month}")


def _season(point: Moment, t: Language) -> str:
    return t(f"dates.season.{(point.month - 21) % 4 + 1}")


def _season_years(point: Moment, t: Language) -> str:
    """Return both years of a season that runs over New Year: 1572–73."""
    years = point.years
    if years is None or years[0] != years[1] or point.month not in (24, 28, 30):
        return _years(point, t)
    first, second = years[0], years[0] + 1
    if first > 0 and first // 100 == second // 100:
        return f"{first}{t('dates.form.dash')}{second % 100:02d}"
    return _two_years(first, second, t)


def _years(point: Moment, t: Language) -> str:
    if point.years is None:
        return ""
    first, last = point.years
    if first == last:
        return print_year(first, t)
    if point.month == 0 and point.precision == "decade":
        return t("dates.form.decade", year=str(first))
    if point.month == 0 and point.precision == "century":
        return _century(first, t)
    return _two_years(first, last, t)


def _century(first: int, t: Language) -> str:
    number = first // 100 + 1 if first >= 0 else -first // 100 + 1
    form = "century" if first >= 0 else "century_bc"
    return t(f"dates.form.{form}", ordinal=t.ordinal(number))


def _two_years(first: int, last: int, t: Language) -> str:
    if first > 0 and last >= 1000:
        return f"{first}{t('dates.form.dash')}{last}"
    if last <= 0:
        return f"{1 - first}{t('dates.form.dash')}{print_year(last, t)}"
    return t("dates.form.interval", start=print_year(first, t), end=print_year(last, t))


def print_year(year: int, t: Language) -> str:
    """Return an astronomical year as a reader counts it: -489 is "490 BC", 70 is "AD 70"."""
    if year >= 1000:
        return t.digits(str(year))
    return t.digits(t("dates.form.ad", year=str(year)) if year > 0 else t("dates.form.bc", year=str(1 - year)))


def capital(date: str) -> str:
    """Return a date as it stands at the start of a line: "On 6 February", "Winter 1572–73"."""
    return date[:1].upper() + date[1:]


# ---------------------------------------------------------------- HTML


def html_datetime(date: Date) -> str | None:
    """Return the value of `<time datetime>`, or None where HTML has no form for a date or one that says more than it.

    HTML knows times, days, months and years of the Gregorian calendar from year 1 on, and a day without a year
    (https://html.spec.whatwg.org/multipage/text-level-semantics.html#the-time-element); it knows no "about".
    """
    point = date.start
    if point is None or date.precision == "interval" or point.qualifier or point.part:
        return None
    if point.years is None:
        return f"{point.month:02d}-{point.day:02d}" if point.day and date.calendar == "gregorian" else None
    if point.years[0] != point.years[1] or point.years[0] < 1 or point.month > 12:
        return None
    return _html_point(point, point.years[0], date)


def _html_point(point: Moment, year: int, date: Date) -> str | None:
    month, day = point.month, point.day
    if date.calendar == "julian":
        if not day or date.earliest is None:
            return None
        year, month, day = civil_day(date.earliest)
    parts = [f"{year:04d}", *(f"{part:02d}" for part in (month, day) if part)]
    return "-".join(parts) + (f"T{point.time}" if point.time else "")
