"""The forms of date expressions in English prose, as data.

Each form is one regular expression, made of `parts`. They stand in the order in which they claim the
text: a longer form before the shorter ones it holds. No form looks further than a fixed number of characters, so
reading takes linear time on any input; none matches over a line end or a gap.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Literal, NamedTuple

from gapmark.dates.parts import (
    ERA,
    HALF_DAY,
    LIGHT,
    NEARLY,
    ORDINAL,
    PARTS,
    PLAIN,
    SIDE,
    TIMES,
    UNIT,
    S,
)

Kind = Literal["stated", "clock", "duration", "relative", "recurring"]

_JOIN = f"(?:[-–—/]{S}?|(?:to|and|or|until|till|through){S})(?:the{S})?"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ERA = rf"\d{ERA}|(?:AD|A\.D\.){S}\d"
SIGNS = {
    "figure": r"\d",
    "month": _MONTH,
    "year": rf"{PLAIN}|{_ERA}",
    "era": _ERA,
    "decade": r"\d0['’]?s",
    "century": "century",
    "season": "spring|summer|autumn|fall|winter",
    "part": rf"(?:arly|id|ate)[- \u00a0]|(?:beginning|start|middle|end|half|weeks?){S}of{S}",
    "two days": rf"{_JOIN}\d",
    "two months": f"{_JOIN}{_MONTH}",
    "two years": rf"{PLAIN}[-–]\d\d",
    "between": "[Bb]etween|[Ff]rom",
    "run": r"\d{8}",
    "list": r"\d(?: and| or|,) \d",
    "bracket": r"\(",
    "the figure": rf"[Tt]he{S}(?:\d|A)",
    "short line": r"(?m)^.{3,9}$",
    "half day": rf"\d{S}?{HALF_DAY}",
    "minutes": r"\d:\d\d",
    "light": LIGHT,
    "unit": f"(?i){UNIT}",
    "later": f"{S}(?:later|earlier|after|before|ago)",
    "side": f"{S}{SIDE}{S}",
    "nearly": NEARLY,
    "time": TIMES,
    "next": f"[Nn]ext|[Ll]ast|following|previous|preceding|same|[Tt]hat|{ORDINAL}",
    "every": "[Ee]very|[Ee]ach",
}
"""What stands in every match of a form: where there is none of it, the form is not even compiled, which takes longer
than to read a page."""


class Form(NamedTuple):
    """One form of expression."""

    name: str
    kind: Kind
    needs: tuple[str, ...]
    """Keys of SIGNS: one sign of each is in every match."""
    template: str
    """A regular expression with the names of parts in braces. Its groups, where it has them: lead (the word before),
    part, day, month, year; day2, month2, year2 of the end of an interval; season, decade, century, era; clock or clock2
    before or after a day; bare, a year without its era."""
    example: str
    follows: bool = False
    """Whether it can stand only just after what a form before it has claimed."""

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first used."""
        return _compiled(self.template)


@cache
def _compiled(template: str) -> re.Pattern[str]:
    return re.compile(template.format_map(PARTS))


FORMS = (
    Form(
        *("two days of two months", "stated", ("month", "two days")),
        "{BETWEEN}{START}{DAY}{OF}{MONTH}{ITS_YEAR}{JOIN}{DAY2}{OF}{MONTH2}{ITS_YEAR2}",
        "from 20 February to 3 March 2013",
    ),
    Form(
        *("two days of a month", "stated", ("month", "two days")),
        "{BETWEEN}{START}{DAY}{JOIN_DAYS}{DAY2}{OF}{MONTH}{ITS_YEAR}",
        "between 6 and 19 February 2013",
    ),
    Form(
        *("two days after a month", "stated", ("month", "two days")),
        r"{BETWEEN}{START}{MONTH}{S}{DAY}{JOIN_DAYS}{DAY2}(?!\w){ITS_YEAR}",
        "February 6–19, 2013",
    ),
    Form(
        *("day after its year", "stated", ("month", "year")),
        r"{YEAR_LEAD}{YEAR},{S}(?:[Oo]n{S})?(?:the{S})?{DAY}{OF}{FULL}(?!,?{S}{PLAIN})",
        "in 1805, on 16 October",
    ),
    Form(
        *("day and month", "stated", ("month", "figure")),
        "{AT_A_TIME}(?:{LEAD})?{START}{DAY}{OF}{MONTH}{ITS_YEAR}{THEN_AT_A_TIME}",
        "On 6 February 2013",
    ),
    Form(
        *("month and day", "stated", ("month", "figure")),
        r"{AT_A_TIME}(?:{LEAD})?{START}{MONTH}{S}{DAY}(?![\w%]|[.:,]\d){ITS_YEAR}{THEN_AT_A_TIME}",
        "February 6, 2013",
    ),
    Form(
        *("two months", "stated", ("two months",)),
        "{BETWEEN}{START}{FULL}{ITS_YEAR}{JOIN}{FULL2}{ITS_YEAR2}",
        "from January to March 1813",
    ),
    Form(
        *("part of a month", "stated", ("month", "part")),
        r"(?:{LEAD})?\b{PART}{FULL}{ITS_YEAR}",
        "In early March",
    ),
    Form(
        *("month and year", "stated", ("month", "year")),
        "(?:{LEAD})?{START}{MONTH}(?:,|{S}of)?{S}{YEAR}",
        "in February 2013",
    ),
    Form("month", "stated", ("month",), "{LEAD_OR_OF}{FULL}(?!['’])", "in February"),
    Form("month alone", "stated", ("month", "short line"), "{LINE_START}{FULL}{LINE_END}", "February"),
    Form(
        *("season and two years", "stated", ("season", "year")),
        r"{SPAN_LEAD}\b{PART}?{SEASON}(?:{S}of|,)?{S}(?P<year>{PLAIN})[-–/](?P<year2>{PLAIN}|\d\d)\b",
        "in the winter of 1572-73",
    ),
    Form(
        *("season and year", "stated", ("season", "year")),
        r"{SPAN_LEAD}\b{PART}?{SEASON}(?:{S}of|,)?{S}{YEAR}",
        "spring 1813",
    ),
    Form(
        *("season", "stated", ("season",)),
        r"\b(?P<lead>(?:[Ii]n|{BOUND}){S})(?:the{S}(?:{PART})?|(?:early|mid|late)[- ])"
        r"(?P<season>spring|summer|autumn|winter)\b(?!{S}of\b|-|['’])",
        "in the autumn",
    ),
    Form(
        *("century", "stated", ("century",)),
        r"{SPAN_LEAD}\b{PART}?(?P<century>\d{{1,2}}(?=[snrt][tdh]\b)|{ORDINAL})(?:st|nd|rd|th)?[- ]century\b"
        r"(?P<era>{ERA})?",
        "12th century",
    ),
    Form(
        *("decade", "stated", ("decade",)),
        r"{SPAN_LEAD}{PART}?{START}(?P<decade>(?:1\d|20)\d0)['’]?s\b",
        "1990s",
    ),
    Form("part of a year", "stated", ("part", "year"), r"{SPAN_LEAD}\b{PART}(?:year{S})?{YEAR}", "mid-1944"),
    Form(
        *("two years of an era", "stated", ("era", "two days")),
        r"{BETWEEN}{START}(?P<year>(?:AD{S})?\d{{1,4}}(?:{ERA})?){JOIN}(?P<year2>\d{{1,4}}(?P<era>{ERA}))",
        "from 431 to 404 BC",
    ),
    Form(
        *("two years in words", "stated", ("between", "year")),
        r"\b(?:[Bb]etween|[Ff]rom){S}(?P<year>{PLAIN}){JOIN}(?P<year2>{PLAIN}|\d\d){NOT_COUNTED}",
        "between 1939 and 1945",
    ),
    Form(
        *("two years in full", "stated", ("two years",)),
        r"(?:\b(?:[Ii]n|[Dd]uring){S}(?:the{S})?)?{NO_AMOUNT}{START}(?P<year>{PLAIN})[-–](?P<year2>{PLAIN}){NOT_COUNTED}",
        "in 1939–1945",
    ),
    Form(
        *("two years cut short", "stated", ("two years",)),
        r"(?:\b(?:[Ii]n|[Dd]uring){S}(?:the{S})?)?{START}(?P<year>{PLAIN})[-–](?P<year2>\d\d){NOT_COUNTED}",
        "1572-73",
    ),
    Form("year of an era", "stated", ("era",), "(?:{YEAR_LEAD})?{START}(?P<year>{OF_ERA})", "490 BC"),
    Form("year", "stated", ("year",), r"{YEAR_LEAD}{YEAR}(?!{S}to{S}\d)", "in 1813"),
    Form(
        *("year in brackets", "stated", ("bracket", "year")),
        r"(?<=\()(?:[a-z]{{1,9}}\.?{S})?{YEAR}(?=[);,])",
        "(1813)",
    ),
    Form(
        "year before a noun", "stated", ("the figure", "year"), r"\b[Tt]he{S}{YEAR}{S}{YEARLY_NOUN}", "the 2006 census"
    ),
    Form("year alone", "stated", ("short line", "year"), "{LINE_START}{YEAR}{LINE_END}", "1813"),
    Form("year after a year", "stated", ("list", "year"), "(?:{SECOND_YEAR}){YEAR}", "in 1884 and 1890", follows=True),
    Form("two years run together", "stated", ("run",), r"{START}(?P<run>{PLAIN}{PLAIN})(?!\w)", "15391545"),
    Form(
        *("year without its era", "stated", ("era",)),
        r"\b(?:[Ii]n|{BOUND}){S}(?P<bare>\d{{3}}{NOT_COUNTED}|\d\d(?=[,.;)]?(?:\n|{S}[A-Z]|$)))",
        "in 498",
    ),
    Form(
        *("hour", "clock", ("half day",)),
        r"(?:{AT})?{START}(?P<clock>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?{S}?{HALF_DAY}|(?:[01]\d|2[0-3])[0-5]\d{S}hours\b)",
        "at 6:17 am",
    ),
    Form(
        *("hour of a whole day", "clock", ("minutes",)),
        r"{AT}(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?{NOT_COUNTED}(?:{S}hours\b)?)",
        "at 05:30",
    ),
    Form("light", "clock", ("light",), "{AT}(?P<clock>{LIGHT})", "at dawn"),
    Form(
        *("so long later", "relative", ("unit", "later")),
        r"\b(?:{ROUGHLY}{NUMBER}{S}{UNIT}|(?i:{UNITS})){S}(?:later|earlier|afterwards?|after|before|ago)\b",
        "two days later",
    ),
    Form(
        *("so long on one side", "duration", ("unit", "side")),
        r"\b(?:(?:[Ff]or|[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Oo]f){S})?[Tt]he{S}{SIDE}{S}{LENGTH}",
        "for the previous seven months",
    ),
    Form(
        "so long",
        "duration",
        ("unit",),
        r"\b(?:[Ff]or|[Ww]ithin|[Aa]fter){S}(?:{LENGTH}|{UNITS}\b)(?!-)",
        "for two weeks",
    ),
    Form(
        "nearly so long", "duration", ("unit", "nearly"), r"\b{NEARLY}{S}{NUMBER}{S}{UNIT}\b(?!-)", "almost two weeks"
    ),
    Form(
        *("next or same", "relative", ("time", "next")),
        r"\b(?:(?:[Oo]n|[Bb]y|[Ii]n|[Dd]uring|[Ll]ater|[Ee]arlier){S})?"
        r"(?:(?:[Tt]he{S})?(?:[Nn]ext|[Ll]ast|following|previous|preceding|same)|[Tt]hat|[Tt]he{S}{ORDINAL})"
        r"{S}(?:very{S}|same{S})?{TIMES}",
        "the next day",
    ),
    Form(
        *("day before or after", "relative", ("time", "later")),
        r"\b(?:[Oo]n{S})?[Tt]he{S}(?:day|night|morning|evening|week|month|year){S}(?:before|after)\b",
        "the day before",
    ),
    Form("weekday", "relative", ("time",), r"\b[Oo]n{S}{WEEKDAY}\b(?!{S}[A-Z0-9])", "on Tuesday"),
    Form("recurring", "recurring", ("every",), r"\b(?:[Ee]very|[Ee]ach){S}(?:other{S})?{TIMES}", "every winter"),
)
"""In the order in which they claim the text."""


def forms_for(text: str) -> tuple[Form, ...]:
    """Return the forms that a text can have a match of, by the signs in it."""
    there = {name for name, sign in SIGNS.items() if re.search(sign, text)}
    return tuple(form for form in FORMS if there.issuperset(form.needs))
