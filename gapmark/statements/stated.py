"""Whether the words of the text state a date: all of it and no more. They are read where they stand, in their sentence.

So "1813" is not stated by words cut out of "before 1813", nor by a figure that some other year shares.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gapmark.compare.changes import reading
from gapmark.compare.witness import Proof, Witness
from gapmark.compare.words import EditionWord, SourceWord, keys_of
from gapmark.model import Problem
from gapmark.statements.dates import Date, Moment
from gapmark.statements.edtf import parse_date
from gapmark.statements.find_dates import GAP, DateExpression, find_dates
from gapmark.yamltext import Group

WIDEST = 100
"""Words on either side of a quotation that are read as its sentence, at the most."""
NEAR = 300
"""Words before a time within which the text names its day."""
Words = Sequence[SourceWord] | Sequence[EditionWord]


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text and the words in it that date an event."""

    text: str
    start: int
    """Of those words, in the text."""
    stop: int
    sentence: int
    """Where their sentence begins."""
    own: str
    """What the editor gave as the words of the date; empty where it is the quotation."""

    @property
    def words(self) -> str:
        """The words that date the event."""
        return self.text[self.start : self.stop]


def check_stated(entry: Group, date: Date, proof: Proof, witness: Witness) -> Iterator[Problem]:
    """Yield what is wrong with calling a date stated."""
    where = entry.locate("certainty")
    if entry["year"] is not None and date.yearless:
        hint = "write certainty: inferred, with reasoning: how you came by the year"
        yield Problem("X027", "error", "the date is called stated, and its year is inferred", where, hint)
        return
    passage = read_passage(entry["words"], proof, witness)
    there = [found for found in find_dates(passage.text) if found.start < passage.stop and found.stop > passage.start]
    if any(_states(found, date, passage) for found in there) or _names_time(there, date, passage):
        return
    if there or not _has_figures(date, passage):
        hint = f"{_advice(there)}; or write certainty: inferred, with reasoning: how you came by it"
        message = f"the date is called stated as {date.notation}, and {_told(there, passage)}"
        yield Problem("X027", "error", message, where, hint)
    else:
        message = f'the words "{passage.words}" have no date in a form that is known here'
        hint = f"see that they state {date.notation} and no other date"
        yield Problem("X031", "warning", message, where, hint)


def check_yearless(entry: Group, date: Date, proof: Proof, witness: Witness) -> Iterator[Problem]:
    """Yield what is wrong with a date without its year, which is printed as not stated."""
    passage = read_passage(entry["words"], proof, witness)
    for found in find_dates(passage.text) if date.yearless else ():
        meant = _date_of(found) if found.edtf else None
        inside = found.start < passage.stop and found.stop > passage.start
        if inside and meant and not meant.yearless and _without_years(meant) == _without_years(date):
            message = f'the date is written without its year, and the words "{found.words}" state it'
            yield Problem("X027", "error", message, entry.locate("date"), f"write date: {found.edtf}")


def _without_years(date: Date) -> tuple[Moment, ...]:
    return tuple(replace(point, years=None) for point in date.points)


# ---------------------------------------------------------------- the words where they stand


def read_passage(own: str, proof: Proof, witness: Witness) -> Passage:
    """The words of a date, or else its whole quotation, with what stands before them and the rest of their sentence."""
    words: Words
    if proof.edited:
        words, first = witness.record.comparison.published.words, proof.word
    else:
        words = witness.words
        first = bisect_left(witness.words, proof.first_token, key=lambda word: word.token)
    stop = first + len(keys_of(proof.quote))
    back, ahead = max(first - WIDEST, 0), min(stop + WIDEST, len(words))
    sentence = next((i for i in range(first, back, -1) if _opens(words, i)), back)
    end = next((i for i in range(stop, ahead) if _opens(words, i)), ahead)
    first, stop = _narrowed(keys_of(own), words, first, stop)
    begin = max(sentence - NEAR, 0)
    at = [len(reading(words[begin:place])) for place in (sentence, first, stop)]
    text = reading(words[begin:end])
    starts = [place + (text[place : place + 1] == " ") for place in at[:2]]
    return Passage(text, starts[1], at[2], starts[0], own)


def _opens(words: Words, i: int) -> bool:
    """Whether a sentence, or in the edition a block, begins with a word."""
    word = words[i]
    return word.opens if isinstance(word, SourceWord) else word.block != words[i - 1].block


def _narrowed(own: Sequence[str], words: Words, first: int, stop: int) -> tuple[int, int]:
    """Where in a quotation the words of its date stand; all of it where none are given."""
    keys = [word.key for word in words[first:stop]]
    found = (i for i in range(len(keys) - len(own) + 1) if own and keys[i : i + len(own)] == list(own))
    at = next(found, None)
    return (first, stop) if at is None else (first + at, first + at + len(own))


# ---------------------------------------------------------------- what they state


def _states(found: DateExpression, date: Date, passage: Passage) -> bool:
    """Whether an expression states a date, or two of which the editor took one in its own words."""
    if not found.edtf or _is_winter_of_one_year(found):
        return False
    stated = _date_of(found)
    if _meaning(stated) == _meaning(date):
        return True
    if stated.bound or date.bound or len(date.points) > 1:
        return False
    alone = [_date_of(part) for part in find_dates(passage.words) if part.edtf]
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
    return replace(point, month=season, time=re.sub(r"(?<=:\d\d):00", "", point.time))


def _names_time(there: Sequence[DateExpression], date: Date, passage: Passage) -> bool:
    """Whether the words state a time of a day that the text names: the last one before it, or one in its sentence."""
    time = _alike(date.points[0]).time
    clock = next((found for found in there if found.time and found.time == time), None)
    if clock is None or len(date.points) > 1:
        return False
    after_gap = max((gap.end() for gap in GAP.finditer(passage.text, 0, clock.start)), default=0)
    days = [(found, _day(found)) for found in find_dates(passage.text) if found.start >= after_gap and _day(found)]
    before = [day for found, day in days if found.start < clock.start][-1:]
    beside = [day for found, day in days if found.start >= passage.sentence]
    return replace(date.points[0], time="") in (*before, *beside)


def _day(found: DateExpression) -> Moment | None:
    """The day that an expression names, without its time."""
    date = _date_of(found) if found.edtf else None
    return replace(date.points[0], time="") if date and not date.bound and date.points[0].day else None


def _has_figures(date: Date, passage: Passage) -> bool:
    """Whether words in a form that is not known have every figure of a date; a date's own words must have no other."""
    figures = {int(figure) for figure in re.findall(r"\d+", passage.words)}
    wanted = set[int]()
    for point in date.points:
        years = {year if year > 0 else 1 - year for year in point.years} if point.years else set()
        wanted |= (years if len(years) == 1 else set()) | ({point.day} if point.day else set())
    return wanted == figures if passage.own else bool(wanted) and wanted <= figures


# ---------------------------------------------------------------- in words


def _told(there: Sequence[DateExpression], passage: Passage) -> str:
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
