"""What date expressions in English prose are made of: words, and parts of regular expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable

from gapmark.text.number_words import NUMBERS

MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
SEASONS = {"spring": 21, "summer": 22, "autumn": 23, "fall": 23, "winter": 24}
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
YEARLY = ("elections", "riots", "talks", "protests", "uprisings", "games", "Olympics", "Games", "accords", "floods")
"""Of the words in the plural, those that a year can stand before: "the 1989 talks", but "the 1500 defenders"."""


def any_of(words: Iterable[str]) -> str:
    """Return alternatives, the longest first, so that "sixteen" is not read as "six"."""
    return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"


def end_of(part: str) -> str:
    """Return a part with its groups renamed, to stand a second time as the end of an interval."""
    return re.sub(r"\?P<(\w+)>", r"?P<\g<1>2>", part)


S = "[ \u00a0]"
DASH = "[-–—]"
START = r"(?<![\w.,:/$£€#°–-])"
WEEKDAY = "(?:Sun|Mon|Tues|Wednes|Thurs|Fri|Satur)day"
ERA = rf"{S}(?:BCE?|CE|AD|B\.C\.|A\.D\.)(?!\w)"
NOT_COUNTED = rf"(?![-–]?[\w%°]|[,.:/]\d|['’]s\b|{S}{any_of(COUNTED)}\b)"
NO_AMOUNT = "".join(f"(?<!{word} of )" for word in AMOUNTS)
PLAIN = r"(?:1\d|20)\d\d"
"""A figure that can be a year without an era: 1000 to 2099."""
OF_ERA = rf"(?:(?:AD|A\.D\.){S}\d{{1,4}}\b|\d{{1,4}}{ERA})"

FULL = rf"(?P<month>{any_of(MONTHS)})\b"
MONTH = rf"(?P<month>{any_of(MONTHS)}\b|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?)"
DAY = r"(?P<day>[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?"
OF = rf"{S}(?:of{S})?"
YEAR = rf"(?P<year>{OF_ERA}|{PLAIN}{NOT_COUNTED})"
_PLAIN_WORDS = (
    "the|an?|and|or|but|as|at|by|for|from|in|near|of|on|off|over|to|under|until|when|where|which|while|who|with|against"
    "|after|before|between|during|his|her|its|their|he|she|it|they|this|that|there|was|were|is|had|did"
)
EARLY_END = rf"(?:[,;:)]|\.(?!\d)|\n|$|{S}(?:{_PLAIN_WORDS})\b|{S}[A-Z]\w*(?:[a-rt-z]|[aiou]s|[lm]es)\b)"
EARLY = rf"[1-9]\d\d{NOT_COUNTED}(?={EARLY_END})"
"""A year from 100 to 999: no plural follows, which it could count."""
DATED_YEAR = rf"(?P<year>{OF_ERA}|{PLAIN}{NOT_COUNTED}|{EARLY})"
"""A year after a month or a season, which makes an early one a year."""
ITS_YEAR = rf"(?:,?{S}{DATED_YEAR})?"
SEASON = rf"(?P<season>(?i:{any_of(SEASONS)}))\b"
PART = (
    rf"(?P<part>(?:[Tt]he{S})?(?:very{S})?(?:[Ee]arly|[Mm]id|[Ll]ate)(?:{S}to{S}(?:early|mid|late))?(?:{S}in)?[- ]"
    rf"|(?:[Tt]he{S})?(?:beginning|start|middle|end|first{S}half|second{S}half"
    rf"|(?:first|second|third|last){S}weeks?){S}of{S}(?:the{S})?)"
)

ON_A = rf"[Oo]n{S}the{S}(?:night|morning|evening|afternoon){S}of|[Oo]n{S}or{S}(?:about|around|before|after)"
BOUND = "[Bb]y|[Uu]ntil|[Tt]ill|[Ss]ince|[Bb]efore|[Aa]fter|[Dd]uring|[Tt]hroughout"
ROUGH = rf"(?:(?:[Aa]bout|[Aa]round|[Cc]irca){S}|[Cc]a?\.{S}?)"
DOUBT = rf"(?:[Pp]erhaps|[Pp]ossibly|[Pp]robably|[Mm]aybe){S}"


def _lead(prepositions: str) -> str:
    """The words before a date that say how it is meant: any of doubt, preposition and roughness, in that order."""
    before = rf"(?:{prepositions}){S}(?:{ROUGH})?"
    return rf"\b(?P<lead>(?:[Nn]ot{S})?(?:(?:{DOUBT})?{before}|(?:{DOUBT})?{ROUGH}|{DOUBT}))"


LEAD = rf"{_lead(f'{ON_A}|[Aa]s{S}of|[Oo]n|[Ii]n|[Ff]rom|{BOUND}')}(?:the{S})?(?:{WEEKDAY},?{S})?"
LEAD_OR_OF = rf"(?:{LEAD}|(?<=\bof{S}))"
_IN_A_YEAR = _lead(f"[Aa]s{S}(?:of|(?:early|late|recently){S}as)|[Ii]n|[Ff]rom|{BOUND}")
YEAR_LEAD = rf"(?:{_IN_A_YEAR}|{NO_AMOUNT}(?<=\bof{S}))(?:the{S}year{S})?"
SPAN_LEAD = rf"(?:{_lead(f'[Ii]n|[Ff]rom|{BOUND}')}(?:the{S})?)?"
BETWEEN = rf"(?:\b(?:[Bb]etween|[Ff]rom){S}(?:the{S})?)?"
JOIN = rf"(?:{S}?{DASH}{S}?|{S}(?:to|and|or|until|till|through){S})(?:the{S})?"
JOIN_DAYS = rf"(?:/|{JOIN})"

AT_WORDS = ("at", "by", "around", "about", "until", "from", "after", "before")
_AT = "|".join(f"[{word[0].upper()}{word[0]}]{word[1:]}" for word in AT_WORDS)
AT = rf"\b(?P<at>(?:{_AT})(?:{S}about|{S}around)?){S}"
LIGHT = rf"(?:noon|midnight|midday|dawn|dusk|sunrise|sunset|nightfall|daybreak|first{S}light)\b"
HALF_DAY = (
    rf"(?:[ap]m\b|[ap]\.m\.|o['’]clock\b|hours\b)"
    rf"(?:{S}in{S}the{S}(?:morning|afternoon|evening)\b|{S}at{S}night\b)?"
)
CLOCK = (
    rf"(?:(?:[01]?\d|2[0-3]):[0-5]\d(?::[0-5]\d)?(?![\w:,.]\d)(?:{S}?{HALF_DAY})?"
    rf"|(?:1[0-2]|0?[1-9])(?:\.[0-5]\d)?{S}?{HALF_DAY}|(?:[01]\d|2[0-3])[0-5]\d{S}hours\b|{LIGHT})"
)
_NO_BOUND = "".join(f"(?<!{word} )" for word in AT_WORDS[1:])
AT_A_TIME = rf"(?:{_NO_BOUND}\b(?:[Aa]t{S})?{START}(?P<clock>{CLOCK}),?{S}(?![A-Z]\w{{0,6}}{S}))?"
"""A time before its day: "At 05:52 on"; "by 05:52 on" is a bound and stays apart."""
THEN_AT_A_TIME = rf"(?:,?{S}at{S}(?P<clock2>{CLOCK}))?"

SOME = rf"half{S}an?|an?{S}few|a{S}couple{S}of|(?:hundreds|dozens|thousands){S}of|an?|several|many|some|few"
IN_WORDS = rf"{any_of(NUMBERS)}(?:(?:-|{S}(?:and{S})?){any_of(NUMBERS)})*"
NUMBER = rf"(?i:\d{{1,4}}|(?:a{S})?{IN_WORDS}|{SOME})"
NEARLY = rf"(?i:almost|nearly|over|more{S}than|less{S}than|at{S}least|just{S}(?:over|under))"
ROUGHLY = rf"(?:(?:{NEARLY}|(?i:about|around|roughly|approximately|under|some)){S})?"
UNITS = "(?:minutes|hours|days|nights|weeks|weekends|fortnights|months|years|decades|centuries)"
UNIT = rf"(?:{UNITS}|seconds|minute|hour|day|night|week|weekend|fortnight|month|year|decade|century)"
LENGTH = rf"{ROUGHLY}{NUMBER}{S}(?:and{S}a{S}half{S})?{UNIT}\b"
SPANS = "day|night|morning|afternoon|evening|week|weekend|month|year"
TIMES = rf"(?:{SPANS}|{any_of(SEASONS)}|{WEEKDAY}|{any_of(MONTHS)})\b"
SIDE = "(?:previous|preceding|past|last|next|following|first|final|coming)"
ORDINAL = any_of(ORDINALS)
YEARLY_NOUN = rf"(?:{any_of(YEARLY)}|(?:World{S})?Cup|[a-z]+(?:[a-rt-z]|[siu]s))\b"
LINE_START, LINE_END = r"(?<![^\n])", r"(?![^\n])"
SECOND_YEAR = "".join(rf"(?<=\d\d\d\d{joiner})|" for joiner in (" and ", " or ", ", ")).removesuffix("|")

_STRINGS = {name: value for name, value in globals().items() if name.isupper() and isinstance(value, str)}
PARTS = _STRINGS | {f"{name}2": end_of(value) for name, value in _STRINGS.items()}
"""The parts by name, and each as the end of an interval: `DAY2` is DAY with the group `day2`."""
