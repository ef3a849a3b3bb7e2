"""What a date expression states, in EDTF, and no more: the parts of its match become the parts of the notation."""

from __future__ import annotations

import re

from gapmark.dates.parts import MONTHS, ORDINALS, SEASONS

BOUNDS = (
    ("on or before", "by {}"),
    ("on or after", "{}/"),
    ("before", "../{}"),
    ("until", "/{}"),
    ("till", "/{}"),
    ("by", "by {}"),
    ("after", "{}/.."),
    ("since", "{}/"),
    ("from", "{}/"),
)
"""What the word before a date makes of it in EDTF; any other leaves it as it is."""
ROUGH, DOUBT = re.compile(r"\b(?:about|around|circa|ca?\.)"), re.compile(r"\b(?:perhaps|possibly|probably|maybe)\b")
PART_WORDS = {
    "early": ("early", "beginning", "start", "first"),
    "middle": ("mid", "middle", "second week", "third week"),
    "late": ("late", "end", "last", "second half"),
}
AS_YEARS = ("in", "since", "until", "after", "before")
"""After these a figure below 1000 is a year; after "by" it is as likely a number."""
TO = re.compile(r"[ \u00a0](?:to|until|till|through)\b")
NEAR_ERA = 300
"""Characters on either side within which another date says which era a year is counted in."""
BEFORE_CHRIST = re.compile(r"\d (?:BC|B\.C\.)")


def to_edtf(match: re.Match[str]) -> str | None:
    """Return what a match states, in EDTF; empty where that can't be written, None where the match is no date."""
    parts = {name: value for name, value in match.groupdict().items() if value}
    if "day2" in parts or "month2" in parts:
        return _days(parts, match[0])
    if "season" in parts:
        return _with_lead(_season(parts), parts)
    if "year2" in parts:
        return _years(parts, match[0])
    if "iso" in parts:
        return _with_lead(parts["iso"], parts)
    around = match.string[max(0, match.start() - NEAR_ERA) : match.end() + NEAR_ERA]
    early = parts.get("bare") or parts.get("year", "")
    if len(early) < 4 and early.isdecimal() and BEFORE_CHRIST.search(around):
        return ""
    if "bare" in parts:
        plain = len(early) == 3 and "plain" in match.groupdict() and match["plain"] is not None
        return _with_lead(f"0{early}", parts) if plain and parts["lead"].lower() in AS_YEARS else None
    if parts.get("lead", "").lower().startswith("from") and TO.match(match.string, match.end()):
        return ""
    return _with_lead(_century(parts) or _point(parts), parts)


def time_of(words: str) -> str:
    """Return the time that the words of a clock state, as `05:52`; empty where they state none or could mean two."""
    clock = words.lower()
    if clock in ("noon", "midday"):
        return "12:00"
    figures = re.match(r"(\d\d?)[:.]?(\d\d)?:?(\d\d)?", clock)
    if not figures:
        return ""
    hour, minute, second = int(figures[1]), figures[2] or "00", figures[3]
    if re.search(r"p\.?m|afternoon|evening", clock):
        hour = hour % 12 + 12
    elif re.search(r"\da\.?m|[ ]a\.?m|morning", clock):
        hour %= 12
    elif "clock" in clock or "night" in clock or len(figures[1]) == 1:
        return ""
    return f"{hour:02d}:{minute}" + (f":{second}" if second else "")


def _with_lead(edtf: str, parts: dict[str, str]) -> str:
    lead = parts.get("lead", "").strip(" \u00a0").lower()
    if not edtf or lead.startswith("not"):  # "not until May" is not "until May"
        return ""
    doubt, rough = DOUBT.search(lead), ROUGH.search(lead)
    edtf, part = (
        edtf + ("%" if doubt and rough else "?" if doubt else "~" if rough else ""),
        parts.get("part", "").lower(),
    )
    form = next((form for word, form in BOUNDS if re.search(rf"\b{word}\b", lead)), "{}")
    return form.format("/".join(f"{edtf}{name}" for name in _part_names(part)))


def _part_names(words: str) -> list[str]:
    """Return the part of a month that words mean, with a space before it; two of "early to mid-"; else an empty one."""
    if " to " in words:
        return [name for piece in words.split(" to ") for name in _part_names(piece)]
    found = (name for name, signs in PART_WORDS.items() if any(re.search(rf"\b{sign}", words) for sign in signs))
    name = next(found, "")
    return [f" {name}" if name else ""]


def _point(parts: dict[str, str]) -> str:
    if "year" not in parts and "month" not in parts:
        return ""
    year = _year(parts["year"]) if "year" in parts else "XXXX"
    month = f"-{_month(parts['month']):02d}" if "month" in parts else ""
    time = time_of(parts.get("clock") or parts.get("clock2", ""))
    return year + month + (f"-{int(parts['day']):02d}" if "day" in parts else "") + (f"T{time}" if time else "")


def _year(words: str) -> str:
    """Return a year in EDTF: "490 BC" is -0489."""
    number = int("".join(filter(str.isdecimal, words)))
    number = 1 - number if "B" in words else number
    return f"{number:05d}" if number < 0 else f"{number:04d}"


def _month(name: str) -> int:
    return next(number for number, month in enumerate(MONTHS, start=1) if month.startswith(name[:3]))


def _season(parts: dict[str, str]) -> str:
    """Return a season; with two years it must be a winter and they must follow each other."""
    code = SEASONS[parts["season"].lower()]
    year = parts.get("year", "")
    if "year2" in parts and (code != 24 or _full_year(year, parts["year2"]) != int(year) + 1):
        return ""
    return f"{_year(year) if year else 'XXXX'}-{code}"


def _century(parts: dict[str, str]) -> str:
    """Return a decade or a century. "The 1800s" can be either."""
    decade = parts.get("decade", "")
    if decade:
        return "" if decade.endswith("00") else f"{decade[:3]}X"
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
    return " or " not in words and (" and " not in words or words.lower().startswith("between"))
