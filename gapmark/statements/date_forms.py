"""The forms of date expressions in English prose, as data.

Each form is one regular expression with named parts. They stand in the order in which they claim the text: a longer
form before the shorter ones it holds. No form looks further than a fixed number of characters, so reading takes linear
time on any input; none matches over a line end or a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Kind = Literal["stated", "clock", "duration", "relative", "recurring"]


@dataclass(frozen=True, slots=True)
class Form:
    """One form of expression."""

    name: str
    kind: Kind
    pattern: re.Pattern[str]
    """Its groups, where it has them: lead (the word before), part, day, month, year; day2, month2, year2 of the end of
    an interval; season, decade, century, era."""
    example: str


MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
NUMBERS = (
    *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen"),
    *("fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "seventy", "eighty", "ninety", "a hundred"),
)
ORDINALS = (
    *("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh"),
    *("twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"),
    *("twentieth", "twenty-first"),
)
COUNTED = (
    *("men", "soldiers", "troops", "fighters", "rebels", "people", "civilians", "prisoners", "casualties", "dead"),
    *("killed", "wounded", "horses", "horsemen", "ships", "guns", "tons", "tonnes", "km", "kilometres", "kilometers"),
    *("m", "miles", "metres", "meters", "yards", "feet", "ft", "mm", "hours", "infantry", "cavalry", "knights"),
    *("archers", "strong", "houses", "families", "inhabitants", "acres", "pounds", "dollars", "rounds", "shells"),
    *("refugees", "others", "cases", "bodies", "lives", "aircraft", "tanks", "vehicles", "square"),
)
"""A figure before one of these is a number of things and no year."""
AMOUNTS = (
    *("force", "total", "garrison", "army", "crew", "strength", "population", "group", "distance", "range", "sum"),
    *("height", "length", "depth", "altitude", "loss", "losses", "number", "body", "column", "contingent", "cost"),
)
""""A force of 1500": after one of these and "of", a figure is no year."""


def _any(words: Iterable[str]) -> str:
    """Return alternatives, the longest first, so that "sixteen" is not read as "six"."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def _form(name: str, kind: Kind, example: str, *parts: str) -> Form:
    return Form(name, kind, re.compile("".join(parts)), example)


def _end(part: str) -> str:
    """Return a part with its groups renamed, to stand a second time as the end of an interval."""
    return re.sub(r"\?P<(\w+)>", r"?P<\g<1>2>", part)


# ---------------------------------------------------------------- parts

S = "[ \u00a0]"
DASH = "[-–—]"
START = r"(?<![\w.,:/$£€#°–-])"
WEEKDAY = "(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
ERA = rf"{S}(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)"
NOT_COUNTED = rf"(?![-–]?[\w%°]|[,.:/]\d|['’]s\b|{S}{_any(COUNTED)}\b)"
PLAIN = r"(?:1\d|20)\d\d"
"""A figure that can be a year without an era: 1000 to 2099."""
OF_ERA = rf"(?:(?:AD|A\.D\.){S}\d{{1,4}}\b|\d{{1,4}}{ERA})"

FULL = rf"(?P<month>{_any(MONTHS)})\b"
MONTH = rf"(?P<month>{_any(MONTHS)}\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
OF = rf"{S}(?:of{S})?"
YEAR = rf"(?P<year>{OF_ERA}|{PLAIN}{NOT_COUNTED})"
ITS_YEAR = rf"(?:,?{S}{YEAR})?"
SEASON = rf"(?P<season>{_any(SEASONS)})\b"
PART = (
    rf"(?P<part>(?:the{S})?(?:very{S})?(?:early|mid|late)(?:{S}to{S}(?:early|mid|late))?(?:{S}in)?[- ]"
    rf"|(?:the{S})?(?:beginning|start|middle|end|first{S}half|second{S}half"
    rf"|(?:first|second|third|last){S}weeks?){S}of{S}(?:the{S})?)"
)

ON_A = rf"[Oo]n{S}the{S}(?:night|morning|evening|afternoon){S}of|[Oo]n{S}or{S}(?:about|around|before|after)"
BOUND = "[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hroughout"
ROUGH = rf"(?:[Aa]bout|[Aa]round|[Cc]irca){S}|[Cc]a?\.{S}?"
LEAD = rf"\b(?P<lead>(?:{ON_A}|[Aa]s{S}of|[Oo]n|[Ii]n|[Ff]rom|{BOUND}){S}|{ROUGH})(?:the{S})?(?:{WEEKDAY},?{S})?"
LEAD_OR_OF = rf"(?:{LEAD}|(?<=\bof{S}))"
OF_NO_AMOUNT = "".join(f"(?<!{word} of )" for word in AMOUNTS) + rf"(?<=\bof{S})"
YEAR_LEAD = rf"(?:\b(?P<lead>(?:[Aa]s{S}of|[Ii]n|{BOUND}){S}|{ROUGH})|{OF_NO_AMOUNT})(?:the{S}year{S})?"
SPAN_LEAD = rf"(?:\b(?P<lead>(?:[Ii]n|[Ff]rom|{BOUND}){S})(?:the{S})?)?"
BETWEEN = rf"(?:\b(?:[Bb]etween|[Ff]rom){S}(?:the{S})?)?"
JOIN = rf"(?:{S}?{DASH}{S}?|{S}(?:to|and|or|until|till|through){S})(?:the{S})?"

AT = rf"\b(?:[Aa]t|[Bb]y|[Aa]round|[Aa]bout|[Uu]ntil|[Ff]rom|[Aa]fter|[Bb]efore){S}(?:about{S}|around{S})?"
LIGHT = rf"(?:noon|midnight|midday|dawn|dusk|sunrise|sunset|nightfall|daybreak|first{S}light)\b"
SOME = rf"half{S}an?|an?{S}few|a{S}couple{S}of|an?|several|many|some|few"
NUMBER = rf"(?i:\d{{1,4}}|{_any(NUMBERS)}(?:-{_any(NUMBERS[:9])})?|{SOME})"
NEARLY = rf"(?i:almost|nearly|over|more{S}than|less{S}than|at{S}least|just{S}(?:over|under))"
ROUGHLY = rf"(?:(?:{NEARLY}|(?i:about|around|roughly|approximately|under|some)){S})?"
UNITS = "(?:minutes|hours|days|nights|weeks|weekends|fortnights|months|years|decades|centuries)"
UNIT = rf"(?:{UNITS}|seconds|minute|hour|day|night|week|weekend|fortnight|month|year|decade|century)"
LENGTH = rf"{ROUGHLY}{NUMBER}{S}(?:and{S}a{S}half{S})?{UNIT}\b"
TIMES = rf"(?:day|night|morning|afternoon|evening|week|weekend|month|year|{_any(SEASONS)}|{WEEKDAY}|{_any(MONTHS)})\b"
SIDE = "(?:previous|preceding|past|last|next|following|first|final|coming)"

# ---------------------------------------------------------------- forms

FORMS = (
    _form(
        *("two days of two months", "stated", "from 20 February to 3 March 2013"),
        *(BETWEEN, START, DAY, OF, MONTH, ITS_YEAR, JOIN, _end(DAY + OF + MONTH + ITS_YEAR)),
    ),
    _form(
        *("two days of a month", "stated", "between 6 and 19 February 2013"),
        *(BETWEEN, START, DAY, JOIN, _end(DAY), OF, MONTH, ITS_YEAR),
    ),
    _form(
        *("two days after a month", "stated", "February 6–19, 2013"),
        *(BETWEEN, START, MONTH, S, DAY, JOIN, _end(DAY), r"(?!\w)", ITS_YEAR),
    ),
    _form("day and month", "stated", "On 6 February 2013", f"(?:{LEAD})?", START, DAY, OF, MONTH, ITS_YEAR),
    _form(
        *("month and day", "stated", "February 6, 2013"),
        *(f"(?:{LEAD})?", START, MONTH, S, DAY, r"(?![\w%]|[.:,]\d)", ITS_YEAR),
    ),
    _form(
        "two months",
        "stated",
        "from January to March 1813",
        BETWEEN,
        START,
        FULL,
        ITS_YEAR,
        JOIN,
        _end(FULL + ITS_YEAR),
    ),
    _form("part of a month", "stated", "In early March", f"(?:{LEAD})?", r"\b", PART, FULL, ITS_YEAR),
    _form("month and year", "stated", "in February 2013", f"(?:{LEAD})?", START, MONTH, rf"(?:,|{S}of)?{S}", YEAR),
    _form("month", "stated", "in February", LEAD_OR_OF, FULL, "(?!['’])"),
    _form(
        *("season and two years", "stated", "in the winter of 1572-73"),
        *(SPAN_LEAD, r"\b", PART, "?", SEASON, rf"(?:{S}of|,)?{S}(?P<year>{PLAIN})[-–/](?P<year2>{PLAIN}|\d\d)\b"),
    ),
    _form("season and year", "stated", "spring 1813", SPAN_LEAD, r"\b", PART, "?", SEASON, rf"(?:{S}of|,)?{S}", YEAR),
    _form(
        *("season", "stated", "in the autumn"),
        *(rf"\b(?P<lead>(?:[Ii]n|{BOUND}){S})(?:the{S}(?:{PART})?|(?:early|mid|late)[- ])"),
        *(r"(?P<season>spring|summer|autumn|winter)\b", rf"(?!{S}of\b|-|['’])"),
    ),
    _form(
        *("century", "stated", "12th century"),
        *(
            SPAN_LEAD,
            r"\b",
            PART,
            rf"?(?P<century>\d{{1,2}}(?=[snrt][tdh]\b)|{_any(ORDINALS)})(?:st|nd|rd|th)?[- ]century\b",
        ),
        *(f"(?P<era>{ERA})?",),
    ),
    _form("decade", "stated", "1990s", SPAN_LEAD, PART, "?", START, r"(?P<decade>(?:1\d|20)\d0)['’]?s\b"),
    _form("part of a year", "stated", "mid-1944", SPAN_LEAD, r"\b", PART, YEAR),
    _form(
        *("two years of an era", "stated", "from 431 to 404 BC"),
        *(BETWEEN, START, rf"(?P<year>(?:AD{S})?\d{{1,4}}(?:{ERA})?)", JOIN, rf"(?P<year2>\d{{1,4}}(?P<era>{ERA}))"),
    ),
    _form(
        *("two years in words", "stated", "between 1939 and 1945"),
        *(rf"\b(?:[Bb]etween|[Ff]rom){S}", rf"(?P<year>{PLAIN})", JOIN, rf"(?P<year2>{PLAIN}|\d\d)", NOT_COUNTED),
    ),
    _form(
        *("two years in full", "stated", "in 1939–1945"),
        *(
            rf"(?:\b(?:[Ii]n|[Dd]uring){S}(?:the{S})?|(?<=\())",
            rf"(?P<year>{PLAIN})[-–](?P<year2>{PLAIN})",
            NOT_COUNTED,
        ),
    ),
    _form(
        *("two years cut short", "stated", "1572-73"),
        *(rf"(?:\b(?:[Ii]n|[Dd]uring){S}(?:the{S})?)?", START, rf"(?P<year>{PLAIN})[-–](?P<year2>\d\d)", NOT_COUNTED),
    ),
    _form("year of an era", "stated", "490 BC", f"(?:{YEAR_LEAD})?", START, f"(?P<year>{OF_ERA})"),
    _form("year", "stated", "in 1813", YEAR_LEAD, YEAR),
    _form("year in brackets", "stated", "(1813)", rf"(?<=\()(?:[a-z]{{1,9}}\.?{S})?", YEAR, "(?=[);,])"),
    _form(
        *("hour of a half day", "clock", "at 6:17 am"),
        *(f"(?:{AT})?", START, rf"(?:1[0-2]|[1-9])(?:[:.][0-5]\d)?{S}?(?:[ap]m\b|[ap]\.m\.|o['’]clock\b)"),
    ),
    _form(
        "hour of a whole day", "clock", "at 05:30", AT, r"(?:[01]?\d|2[0-3]):[0-5]\d", NOT_COUNTED, rf"(?:{S}hours\b)?"
    ),
    _form("hour without a colon", "clock", "at 0530 hours", AT, rf"(?:[01]\d|2[0-3])[0-5]\d{S}hours\b"),
    _form("light", "clock", "at dawn", AT, LIGHT),
    _form(
        *("so long later", "relative", "two days later"),
        *(rf"\b(?:{ROUGHLY}{NUMBER}{S}{UNIT}|(?i:{UNITS})){S}(?:later|earlier|afterwards?|after|before|ago)\b",),
    ),
    _form(
        *("so long on one side", "duration", "for the previous seven months"),
        *(rf"\b(?:(?:[Ff]or|[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Oo]f){S})?[Tt]he{S}{SIDE}{S}", LENGTH),
    ),
    _form(
        "so long", "duration", "for two weeks", rf"\b(?:[Ff]or|[Ww]ithin|[Aa]fter){S}(?:{LENGTH}|{UNITS}\b)", "(?!-)"
    ),
    _form("nearly so long", "duration", "almost two weeks", rf"\b{NEARLY}{S}{NUMBER}{S}{UNIT}\b", "(?!-)"),
    _form(
        *("next or same", "relative", "the next day"),
        *(rf"\b(?:(?:[Oo]n|[Bb]y|[Ii]n|[Dd]uring|[Ll]ater|[Ee]arlier){S})?",),
        *(rf"(?:(?:[Tt]he{S})?(?:[Nn]ext|following|previous|preceding|same)|[Tt]hat|[Tt]he{S}{_any(ORDINALS)})",),
        *(rf"{S}(?:very{S}|same{S})?{TIMES}",),
    ),
    _form(
        *("day before or after", "relative", "the day before"),
        *(rf"\b(?:[Oo]n{S})?[Tt]he{S}(?:day|night|morning|evening|week|month|year){S}(?:before|after)\b",),
    ),
    _form("weekday", "relative", "on Tuesday", rf"\b[Oo]n{S}{WEEKDAY}\b", rf"(?!{S}[A-Z0-9])"),
    _form("recurring", "recurring", "every winter", rf"\b(?:[Ee]very|[Ee]ach){S}(?:other{S})?{TIMES}"),
)
"""In the order in which they claim the text."""
