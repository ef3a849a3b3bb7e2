"""Whether the words of the text state a date: all of it and no more. They are read where they stand, in their sentence.

So "1813" is not stated by words cut out of "before 1813", nor by a figure that some other year shares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from gapmark.dates.date import Date, Moment
from gapmark.dates.edtf import parse_date
from gapmark.dates.find_dates import GAP, DateExpression, find_dates
from gapmark.problems.location import Problem
from gapmark.run.memo import keep
from gapmark.statements.passages import ProofPassage, read_passage
from gapmark.statements.quotations import Proof, Quotations
from gapmark.yamltext.records import Group

NEAR = 300
"""Words before a time within which the text names its day."""


def check_stated(entry: Group, date: Date, proof: Proof, quotations: Quotations) -> Iterator[Problem]:
    """Yield what is wrong with calling a date stated."""
    where = entry.locate("certainty")
    if entry["year"] is not None and date.yearless:
        hint = "write certainty: inferred, with reasoning: how you came by the year"
        yield Problem("X027", "error", "the date is called stated, and its year is inferred", where, hint)
        return
    passage = read_passage(entry["words"], proof, quotations)
    wide = read_passage(entry["words"], proof, quotations, before=NEAR)
    near = _dates_in(passage)
    early = any(found.edtf.startswith("0") for found in near)
    there = _dates_in(wide) if early or not near else near  # the era of a year can stand in a sentence before
    if any(_states(found, date, passage) for found in there):
        return
    if any(found.time for found in there) and _names_time(date, wide):
        return
    if there or not _has_figures(date, passage):
        hint = f"{_advice(there)}; or write certainty: inferred, with reasoning: how you came by it"
        message = f"the date is called stated as {date.notation}, and {_found_words(there, passage)}"
        yield Problem("X027", "error", message, where, hint)
    else:
        message = f'the words "{passage.words}" have no date in a form that is known here'
        hint = f"see that they state {date.notation} and no other date"
        yield Problem("X031", "warning", message, where, hint)


def _dates_in(passage: ProofPassage) -> list[DateExpression]:
    return [found for found in _find_dates(passage.text) if found.start < passage.stop and found.stop > passage.start]


def _find_dates(text: str) -> tuple[DateExpression, ...]:
    """The date expressions of a text; their patterns take long to compile where no earlier build has read it."""
    return keep(find_dates, text)


def check_yearless(entry: Group, date: Date, proof: Proof, quotations: Quotations) -> Iterator[Problem]:
    """Yield what is wrong with a date without its year, which is printed as not stated."""
    passage = read_passage(entry["words"], proof, quotations)
    for found in _find_dates(passage.text) if date.yearless else ():
        meant = _date_of(found) if found.edtf else None
        inside = found.start < passage.stop and found.stop > passage.start
        if inside and meant and not meant.yearless and _without_years(meant) == _without_years(date):
            message = f'the date is written without its year, and the words "{found.words}" state it'
            yield Problem("X027", "error", message, entry.locate("date"), f"write date: {found.edtf}")


def _without_years(date: Date) -> tuple[Moment, ...]:
    return tuple(point._replace(years=None) for point in date.points)


# ---------------------------------------------------------------- what they state


def _states(found: DateExpression, date: Date, passage: ProofPassage) -> bool:
    """Whether an expression states a date, or two of which the editor took one in its own words."""
    if not found.edtf or _is_winter_of_one_year(found):
        return False
    stated = _date_of(found)
    if _meaning(stated) == _meaning(date):
        return True
    if stated.bound or date.bound or len(date.points) > 1:
        return False
    alone = [_date_of(part) for part in _find_dates(passage.words) if part.edtf]
    return not any(len(part.points) > 1 for part in alone) and (
        _alike(date.points[0]) in map(_alike, stated.points)
        or (any(_meaning(part) == _meaning(date) for part in alone) and _is_within(stated.points[0], date.points[0]))
    )


def _is_within(day: Moment, longer: Moment) -> bool:
    """Whether a date that was cut short is still true: 490 BC is, of 12 August 490 BC."""
    same = (day.years, day.qualifier, day.part) == (longer.years, longer.qualifier, longer.part)
    return same and not longer.day and longer.month in (0, day.month)


def _date_of(found: DateExpression) -> Date:
    """The date that is stated; a day that only the Julian calendar has is one."""
    return parse_date(found.edtf, "julian")


def _is_winter_of_one_year(found: DateExpression) -> bool:
    """ "The winter of 1572" can be that of 1571-72."""
    return found.form == "season and year" and "-24" in found.edtf


def _meaning(date: Date) -> tuple[str, tuple[Moment, ...]]:
    return date.bound, tuple(map(_alike, date.points))


def _alike(point: Moment) -> Moment:
    """A point without what only its notation has: which hemisphere a season is of, seconds that are nought."""
    season = 21 + (point.month - 21) % 4 if point.month > 12 else point.month
    return point._replace(month=season, time=re.sub(r"(?<=:\d\d):00", "", point.time))


def _names_time(date: Date, passage: ProofPassage) -> bool:
    """Whether the words state a time of a day that the text names: the last one before it, or one in its sentence."""
    time, dates = _alike(date.points[0]).time, _find_dates(passage.text)
    clocks = (found for found in dates if passage.start <= found.start < passage.stop)
    clock = next((found for found in clocks if found.time and found.time == time), None)
    if clock is None or len(date.points) > 1:
        return False
    after_gap = max((gap.end() for gap in GAP.finditer(passage.text, 0, clock.start)), default=0)
    days = [(found, _day(found)) for found in dates if found.start >= after_gap and _day(found)]
    before = [day for found, day in days if found.start < clock.start][-1:]
    beside = [day for found, day in days if found.start >= passage.sentence]
    return date.points[0]._replace(time="") in (*before, *beside)


def _day(found: DateExpression) -> Moment | None:
    """The day that an expression names, without its time."""
    date = _date_of(found) if found.edtf else None
    return date.points[0]._replace(time="") if date and not date.bound and date.points[0].day else None


def _has_figures(date: Date, passage: ProofPassage) -> bool:
    """Whether words in a form that is not known have every figure of a date; a date's own words must have no other."""
    figures = {int(figure) for figure in re.findall(r"\d+", passage.words)}
    wanted = set[int]()
    for point in date.points:
        years = {year if year > 0 else 1 - year for year in point.years} if point.years else set()
        wanted |= (years if len(years) == 1 else set()) | ({point.day} if point.day else set())
    return wanted == figures if passage.own else bool(wanted) and wanted <= figures


# ---------------------------------------------------------------- in words


def _found_words(there: Sequence[DateExpression], passage: ProofPassage) -> str:
    if not there:
        return f'the words "{passage.words}" do not state it'
    return "the words " + ", ".join(
        f'"{found.words}" ' + (f"state {found.edtf}" if _is_plain(found) else _unclear(found)) for found in there
    )


def _is_plain(found: DateExpression) -> bool:
    return bool(found.edtf) and not _is_winter_of_one_year(found)


def _unclear(found: DateExpression) -> str:
    if found.kind == "clock":
        return f"state {found.time or 'a time'} of a day that is not named just before"
    return "can mean more than one date" if found.kind == "stated" else "state no date of their own"


def _advice(there: Sequence[DateExpression]) -> str:
    plain = next((found.edtf for found in there if _is_plain(found)), "")
    return f"write date: {plain}" if plain else "quote the words that state the date"
