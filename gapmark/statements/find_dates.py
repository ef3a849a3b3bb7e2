"""Finds the date expressions of a text and proposes an EDTF date for each, for an editor to confirm or reject.

Nothing is carried from one expression to another: a day whose words state no year gets none (`XXXX-02-08`), and "two
days later" gets no date at all. What stands beside a gap, or in a sentence with one, is flagged.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from gapmark.source.sentences import sentence_starts
from gapmark.statements.date_forms import FORMS, MONTHS, ORDINALS, SEASONS, Form, Kind
from gapmark.statements.edtf import DateError, parse_date

BESIDE_GAP = "beside gap"
SENTENCE_HAS_GAP = "sentence has a gap"
NO_YEAR = "no year"
TWO_READINGS = "two readings"
"""The words can mean something else: "about 1200" a number, "winter of 1572" the winter before or after."""
NO_SUCH_DAY = "no such day"
"""The words name a day that the Gregorian calendar does not have."""


@dataclass(frozen=True, slots=True)
class DateExpression:
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
    """The name of its form in `date_patterns.FORMS`."""
    flags: tuple[str, ...]
    """What an editor should look at: of the five above, in that order."""
    sentence: tuple[int, int]
    """Start and stop of its sentence."""
    quote: str
    """The sentence as far as the gap before and the gap after: a quotation never runs over a gap."""


def find_dates(text: str) -> tuple[DateExpression, ...]:
    """Find the date expressions of a cleaned text, one block a line, gaps standing as `[gap N]`; in its order."""
    around = _look_round(text)
    found = (_expression(found, around) for found in _matches(text))
    return tuple(sorted(found, key=lambda expression: expression.start))


def _matches(text: str) -> Iterator[tuple[Form, re.Match[str], str]]:
    """Yield each match that no earlier form has claimed a character of."""
    claimed = bytearray(len(text))
    for form in FORMS:
        for match in form.pattern.finditer(text):
            start, stop = match.span()
            if claimed.find(1, start, stop) >= 0 or _is_name(text, match):
                continue
            edtf = notation(match)
            if edtf is not None:
                claimed[start:stop] = b"\1" * (stop - start)
                yield form, match, edtf


def _is_name(text: str, match: re.Match[str]) -> bool:
    """Tell "the 14 February Coalition" from a day: an article, a capital after it, and no year."""
    parts = match.groupdict()
    bare = bool(parts.get("day")) and not parts.get("lead") and not parts.get("year")
    return bare and text.endswith(("the ", "The "), 0, match.start()) and bool(CAPITAL.match(text, match.end()))


CAPITAL = re.compile(" [A-Z]")


# ---------------------------------------------------------------- notation

LEADS = (
    (("about", "around", "circa", "c.", "ca.", "on or about", "on or around"), "{}~"),
    (("before",), "../{}"),
    (("until", "till", "by", "on or before"), "/{}"),
    (("after",), "{}/.."),
    (("since", "from", "on or after"), "{}/"),
)
"""What the word before a date makes of it in EDTF; any other leaves it as it is."""


def notation(match: re.Match[str]) -> str | None:
    """Return what a match states, in EDTF; empty where that can't be written, None where the match is no date."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    if "day2" in parts or "month2" in parts:
        return _days(parts, match[0])
    if "season" in parts:
        return _with_lead(_season(parts), parts)
    if "year2" in parts:
        return _years(parts, match[0])
    return _with_lead(_century(parts) or _point(parts), parts)


def _with_lead(edtf: str, parts: dict[str, str]) -> str:
    lead = parts.get("lead", "").strip(" \u00a0").lower()
    form = next((form for words, form in LEADS if lead in words), "{}")
    return form.format(edtf) if edtf else ""


def _point(parts: dict[str, str]) -> str:
    if "year" not in parts and "month" not in parts:
        return ""
    year = _year(parts["year"]) if "year" in parts else "XXXX"
    month = f"-{_month(parts['month']):02d}" if "month" in parts else ""
    return year + month + (f"-{int(parts['day']):02d}" if "day" in parts else "")


def _year(words: str) -> str:
    """Return a year in EDTF: "490 BC" is -0489."""
    number = int("".join(filter(str.isdecimal, words)))
    number = 1 - number if "B" in words else number
    return f"{number:05d}" if number < 0 else f"{number:04d}"


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))


def _season(parts: dict[str, str]) -> str:
    """Return a season; with two years it must be a winter and they must follow each other."""
    code = SEASONS[parts["season"]]
    year = parts.get("year", "")
    if "year2" in parts and (code != 24 or _full_year(year, parts["year2"]) != int(year) + 1):
        return ""
    return f"{_year(year) if year else 'XXXX'}-{code}"


def _century(parts: dict[str, str]) -> str:
    if "decade" in parts:
        return f"{int(parts['decade']) // 10}X"
    if "century" not in parts:
        return ""
    name = parts["century"]
    before = (int(name) if name.isdecimal() else ORDINALS.index(name) + 1) - 1
    return f"{'-' if 'B' in parts.get('era', '') else ''}{before:02d}XX"


def _full_year(year: str, short: str) -> int:
    """Return the year meant by the last figures of one: 1572-73 is 1573."""
    return int(year[: -len(short)] + short)


def _years(parts: dict[str, str], words: str) -> str | None:
    first, last = parts["year"], parts["year2"]
    if "era" in parts:
        first = first if first.strip().isdecimal() is False else first + parts["era"]
        return f"{_year(first)}/{_year(last)}" if _joins(words) else None
    end = _full_year(first, last)
    return f"{int(first):04d}/{end:04d}" if end > int(first) and _joins(words) else None


def _days(parts: dict[str, str], words: str) -> str | None:
    """Return an interval of days or months. A year at its end holds for both, unless New Year lies between."""
    if not _joins(words):
        return None if "month2" in parts else ""
    ends = {name.rstrip("2"): value for name, value in parts.items() if name.endswith("2")}
    end = (
        {"month": parts["month"]}
        | ({"year": parts["year"]} if "month2" not in parts and "year" in parts else {})
        | ends
    )
    start = dict(parts)
    if "year" in end and "year" not in start and _month(start["month"]) <= _month(end["month"]):
        start["year"] = end["year"]
    return f"{_point(start)}/{_point(end)}" if ("year" in start) == ("year" in end) else ""


def _joins(words: str) -> bool:
    """Tell an interval from two dates: "6 and 8 February" is not "between 6 and 8 February", nor is "6 or 8"."""
    return " or " not in words and (" and " not in words or _is_between(words))


def _is_between(words: str) -> bool:
    return words.lower().startswith("between")


# ---------------------------------------------------------------- sentences and gaps

GAP = re.compile(r"\[gap \d{1,6}\]")
BETWEEN_GAP_AND_DATE = re.compile(r"[^\w\[\]\n]{0,4}")


@dataclass(frozen=True, slots=True)
class Surroundings:
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
    return Surroundings(text, sentence_starts(text), gaps, {})


def _expression(found: tuple[Form, re.Match[str], str], around: Surroundings) -> DateExpression:
    form, match, edtf = found
    start, stop = match.span()
    valid = _is_valid(edtf)
    flags = tuple(name for name, raised in _flags(form, match, edtf, around) if raised)
    place = around.sentence(start), around.quote(start)
    return DateExpression(start, stop, match[0], edtf if valid else "", form.kind, form.name, flags, *place)


def _flags(form: Form, match: re.Match[str], edtf: str, around: Surroundings) -> Iterator[tuple[str, bool]]:
    start, stop = match.span()
    yield BESIDE_GAP, _is_beside_gap(around.text, start, stop)
    yield SENTENCE_HAS_GAP, around.sentence(start) != around.stretch(start)
    yield NO_YEAR, "XXXX" in edtf
    yield TWO_READINGS, form.kind == "stated" and _has_two_readings(form, match, edtf)
    yield NO_SUCH_DAY, not _is_valid(edtf)


def _is_valid(edtf: str) -> bool:
    try:
        return not edtf or bool(parse_date(edtf))
    except DateError:
        return False


FIGURE = re.compile(r",?[ \u00a0](?:1\d|20)\d\d\b")


def _has_two_readings(form: Form, match: re.Match[str], edtf: str) -> bool:
    winter = form.name == "season and year" and edtf.strip("/.~").endswith("-24")
    figure = form.name == "year" and edtf.endswith("~")
    return winter or figure or not edtf or ("XXXX" in edtf and FIGURE.match(match.string, match.end()) is not None)


GAP_BEFORE = re.compile(GAP.pattern + BETWEEN_GAP_AND_DATE.pattern + "$")


def _is_beside_gap(text: str, start: int, stop: int) -> bool:
    after = BETWEEN_GAP_AND_DATE.match(text, stop)
    before = GAP_BEFORE.search(text[max(0, start - 20) : start])
    return before is not None or (after is not None and GAP.match(text, after.end()) is not None)
