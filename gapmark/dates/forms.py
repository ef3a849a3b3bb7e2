"""The forms of date expressions in English prose, as data.

Each form is one regular expression, made of `parts`. They stand in the order in which they claim the
text: a longer form before the shorter ones it holds. No form looks further than a fixed number of characters, so
reading takes linear time on any input; none matches over a line end or a gap.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal, NamedTuple, cast

from gapmark.dates.parts import ERA, HALF_DAY, LIGHT, NEARLY, OF, ORDINAL, PARTS, PLAIN, SIDE, TIMES, UNIT, S

Kind = Literal["stated", "clock", "duration", "relative", "recurring"]

_JOIN = f"(?:[-–—/]{S}?|(?:to|and|or|until|till|through){S})(?:the{S})?"
_MONTH = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)"
_ERA = rf"\d{ERA}|(?:AD|A\.D\.){S}\d"
SIGNS = {
    "month": _MONTH,
    "month then day": rf"{_MONTH}\w{{0,6}}\.?{S}\d\d?(?:st|nd|rd|th)?(?!\w)",
    "day then month": rf"\d(?:st|nd|rd|th)?{OF}{_MONTH}",
    "comma then day": rf",{S}(?:[Oo]n{S})?(?:the{S})?\d",
    "year": rf"{PLAIN}|{S}\d{{3}}(?!\d)|{_ERA}",
    "era": _ERA,
    "decade": r"\d0['’]?s",
    "century": "century",
    "season": "(?i)spring|summer|autumn|fall|winter",
    "part": rf"(?:arly|id|ate)[- \u00a0]|(?:beginning|start|middle|end|half|weeks?){S}of{S}",
    "two days": rf"{_JOIN}\d",
    "two months": f"{_JOIN}{_MONTH}",
    "two years": rf"{PLAIN}[-–]\d\d",
    "between": "[Bb]etween|[Ff]rom",
    "run": r"\d{8}",
    "list": r"\d(?: and| or|,) \d",
    "iso": rf"{PLAIN}-\d\d-\d",
    "feast": "Easter|Christmas|Pentecost|Whitsun|mas",
    "year word": rf"year{S}\d",
    "early": rf"(?:[Ii]n|[a-z]){S}\d\d",
    "time list": r":\d\d(?:,| and| or)",
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


class DateForm(NamedTuple):
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

    @property
    def pattern(self) -> re.Pattern[str]:
        """The expression, compiled when it is first used."""
        return _compiled(self.template)


@cache
def _compiled(template: str) -> re.Pattern[str]:
    return re.compile(template.format_map(PARTS))


_TABLE = r"""
day in figures | stated | iso | 2013-02-06
    (?:{LEAD})?{START}(?P<iso>{PLAIN}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01]))(?![\w-])
feast of a year | stated | feast, year | Easter 1191
    (?:{SPAN_LEAD}|\b[Aa]t{S})\b(?:Easter|Christmas|Pentecost|Whitsun|Michaelmas|Candlemas|Martinmas|Epiphany|Lammas)
    (?:{S}(?:Day|Eve|Sunday|Monday|Tuesday))?(?:{S}of|,)?{S}{YEAR}
two days of two months | stated | month, two days | from 20 February to 3 March 2013
    {BETWEEN}{START}{DAY}{OF}{MONTH}{ITS_YEAR}{JOIN}{DAY2}{OF}{MONTH2}{ITS_YEAR2}
two days of a month | stated | month, two days | between 6 and 19 February 2013
    {BETWEEN}{START}{DAY}{JOIN_DAYS}{DAY2}{OF}{MONTH}{ITS_YEAR}
two days after a month | stated | month, two days | February 6–19, 2013
    {BETWEEN}{START}{MONTH}{S}{DAY}{JOIN_DAYS}{DAY2}(?!\w){ITS_YEAR}
day after its year | stated | month, comma then day | in 1805, on 16 October
    {YEAR_LEAD}{YEAR},{S}(?:[Oo]n{S})?(?:the{S})?{DAY}{OF}{FULL}(?!,?{S}{PLAIN})
day and month | stated | day then month | On 6 February 2013
    {AT_A_TIME}(?:{LEAD})?{START}{DAY}{OF}{MONTH}{ITS_YEAR}{THEN_AT_A_TIME}
month and day | stated | month then day | February 6, 2013
    {AT_A_TIME}(?:{LEAD})?{START}{MONTH}{S}{DAY}(?![\w%]|[.:,]\d){ITS_YEAR}{THEN_AT_A_TIME}
two months | stated | two months | from January to March 1813
    {BETWEEN}{START}{FULL}{ITS_YEAR}{JOIN}{FULL2}{ITS_YEAR2}
part of a month | stated | month, part | In early March
    (?:{LEAD})?\b{PART}{FULL}{ITS_YEAR}
month and year | stated | month, year | in February 2013
    (?:{LEAD})?{START}{MONTH}(?:,|{S}of)?{S}{DATED_YEAR}
month | stated | month | in February
    {LEAD_OR_OF}{FULL}(?!['’])
month alone | stated | month, short line | February
    {LINE_START}{FULL}{LINE_END}
season and two years | stated | season, year | in the winter of 1572-73
    {SPAN_LEAD}\b{PART}?{SEASON}(?:{S}of|,)?{S}(?P<year>{PLAIN})[-–/](?P<year2>{PLAIN}|\d\d)\b
season and year | stated | season, year | spring 1813
    {SPAN_LEAD}\b{PART}?{SEASON}(?:{S}of|,)?{S}{DATED_YEAR}
season | stated | season | in the autumn
    \b(?P<lead>(?:[Ii]n|{BOUND}){S})(?:the{S}(?:{PART})?|(?:early|mid|late)[- ])
    (?P<season>spring|summer|autumn|winter)\b(?!{S}of\b|-|['’])
century | stated | century | 12th century
    {SPAN_LEAD}\b{PART}?(?P<century>\d{{1,2}}(?=[snrt][tdh]\b)|{ORDINAL})(?:st|nd|rd|th)?[- ]century\b
    (?P<era>{ERA})?
decade | stated | decade | 1990s
    {SPAN_LEAD}{PART}?{START}(?P<decade>(?:1\d|20)\d0)['’]?s\b
part of a year | stated | part, year | mid-1944
    {SPAN_LEAD}\b{PART}(?:year{S})?{YEAR}
two years of an era | stated | era, two days | from 431 to 404 BC
    {BETWEEN}{START}(?P<year>(?:AD{S})?\d{{1,4}}(?:{ERA})?){JOIN}(?P<year2>\d{{1,4}}(?P<era>{ERA}))
two years in words | stated | between, year | between 1939 and 1945
    \b(?:[Bb]etween|[Ff]rom){S}(?P<year>{PLAIN}){JOIN}(?P<year2>{PLAIN}|\d\d){NOT_COUNTED}
two years in full | stated | two years | in 1939–1945
    (?:\b(?:[Ii]n|[Dd]uring){S}(?:the{S})?)?{NO_AMOUNT}{START}(?P<year>{PLAIN})[-–](?P<year2>{PLAIN}){NOT_COUNTED}
two years cut short | stated | two years | 1572-73
    (?:\b(?:[Ii]n|[Dd]uring){S}(?:the{S})?)?{START}(?P<year>{PLAIN})[-–](?P<year2>\d\d){NOT_COUNTED}
year of an era | stated | era | 490 BC
    (?:{YEAR_LEAD})?{START}(?P<year>{OF_ERA})
year | stated | year | in 1813
    {YEAR_LEAD}{YEAR}(?!{S}to{S}\d)
year in brackets | stated | bracket, year | (1813)
    (?<=\()(?:[a-z]{{1,9}}\.?{S})?{YEAR}(?=[);,])
year by name | stated | year word | the year 811
    (?:{YEAR_LEAD}|\b(?:[Tt]he{S})?year{S})(?<=year )(?P<year>[1-9]\d{{0,3}}{NOT_COUNTED})
year before a noun | stated | the figure, year | the 2006 census
    \b[Tt]he{S}{YEAR}{S}{YEARLY_NOUN}
year alone | stated | short line, year | 1813
    {LINE_START}{YEAR}{LINE_END}
year after a year | stated | list, year | in 1884 and 1890 | follows
    (?:{SECOND_YEAR}){YEAR}
two years run together | stated | run | 15391545
    {START}(?P<run>{PLAIN}{PLAIN})(?!\w)
year below 1000 | stated | early | in 498
    \b(?P<lead>[Ii]n|{BOUND}){S}(?P<bare>\d{{3}}{NOT_COUNTED}|\d\d(?=[,.;)]?(?:\n|{S}[A-Z]|$)))(?P<plain>(?={EARLY_END}))?
hour | clock | half day | at 6:17 am
    (?:{AT})?{START}(?P<clock>(?:1[0-2]|0?[1-9])(?:[:.][0-5]\d)?{S}?{HALF_DAY}|(?:[01]\d|2[0-3])[0-5]\d{S}hours\b)
hour of a whole day | clock | minutes | at 05:30
    {AT}(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?{NOT_COUNTED}(?:{S}hours\b)?)
hour after an hour | clock | minutes, time list | at 05:30 and 06:15 | follows
    (?:(?<=:\d\d and )|(?<=:\d\d, )|(?<=:\d\d, and )|(?<=:\d\d or ))
    (?P<at>)(?P<clock>(?:[01]?\d|2[0-3]):[0-5]\d)(?![\w:]|[.,]\d)
light | clock | light | at dawn
    {AT}(?P<clock>{LIGHT})
so long later | relative | unit, later | two days later
    \b(?:{ROUGHLY}{NUMBER}{S}{UNIT}|(?i:{UNITS})){S}(?:later|earlier|afterwards?|after|before|ago)\b
so long on one side | duration | unit, side | for the previous seven months
    \b(?:(?:[Ff]or|[Ii]n|[Oo]ver|[Dd]uring|[Ww]ithin|[Oo]f){S})?[Tt]he{S}{SIDE}{S}{LENGTH}
so long | duration | unit | for two weeks
    \b(?:[Ff]or|[Ww]ithin|[Aa]fter){S}(?:{LENGTH}|{UNITS}\b)(?!-)
nearly so long | duration | unit, nearly | almost two weeks
    \b{NEARLY}{S}{NUMBER}{S}{UNIT}\b(?!-)
next or same | relative | time, next | the next day
    \b(?:(?:[Oo]n|[Bb]y|[Ii]n|[Dd]uring|[Ll]ater|[Ee]arlier){S})?
    (?:(?:[Tt]he{S})?(?:[Nn]ext|[Ll]ast|following|previous|preceding|same)|[Tt]hat|[Tt]he{S}{ORDINAL})
    {S}(?:very{S}|same{S})?{TIMES}
day before or after | relative | time, later | the day before
    \b(?:[Oo]n{S})?[Tt]he{S}(?:day|night|morning|evening|week|month|year){S}(?:before|after)\b
weekday | relative | time | on Tuesday
    \b[Oo]n{S}{WEEKDAY}\b(?!{S}[A-Z0-9])
recurring | recurring | every | every winter
    \b(?:[Ee]very|[Ee]ach){S}(?:other{S})?{TIMES}
"""
"""Name, kind, keys of SIGNS and an example of each form, and under these its expression; `follows` where it can stand
only just after what a form before it has claimed. In the order in which they claim the text."""


def _read_forms(table: str) -> Iterator[DateForm]:
    for row in re.split(r"\n(?=\w)", table)[1:]:
        head, *lines = row.splitlines()
        name, kind, needs, example, *more = head.split(" | ")
        template = "".join(map(str.strip, lines))
        yield DateForm(name, cast(Kind, kind), tuple(needs.split(", ")), template, example, follows=bool(more))


FORMS = tuple(_read_forms(_TABLE))


def forms_for(text: str) -> tuple[DateForm, ...]:
    """Return the forms that a text can have a match of, by the signs in it."""
    there = {name for name, sign in SIGNS.items() if re.search(sign, text)}
    return tuple(form for form in FORMS if there.issuperset(form.needs))
