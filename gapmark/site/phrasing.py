"""The words of dates, the timeline and the map in the language of the site."""

from __future__ import annotations

from dataclasses import fields

from gapmark.language.date_words import DateWords
from gapmark.language.phrases import Language
from gapmark.map.locator import LocatorWords
from gapmark.timeline.scale import TickWords
from gapmark.timeline.sides import Sides
from gapmark.timeline.timeline import TimelineWords


def date_words(t: Language) -> DateWords:
    """How this language writes dates."""
    forms = {name: t.raw(f"dates.form.{name}") for name in _names(DateWords) - {"months", "seasons", "digits"}}
    return DateWords(
        months=_list(t, "dates.month", 12), seasons=_list(t, "dates.season", 4), digits=t.raw("numbers.digits"), **forms
    )


def timeline_words(t: Language) -> TimelineWords:
    """The words of the drawn timeline."""
    others = {"ticks", "clauses", "sides"}
    texts = {name: t.raw(f"timeline.drawing.{name}") for name in _names(TimelineWords) - others}
    hour, day = t.raw("timeline.drawing.hour"), t.raw("timeline.drawing.day")
    ticks = TickWords(months=_list(t, "dates.short", 12), day=day, hour=hour, dates=date_words(t))
    return TimelineWords(
        ticks=ticks,
        clauses=t.raw("list.clauses"),
        sides=Sides(t.direction, t.text_direction, t.text_marks.get("lang", "")),
        **texts,
    )


def locator_words(t: Language) -> LocatorWords:
    """The words on and about the map."""
    lists = {"hemispheres", "directions", "thousands", "decimal", "digits", "countries"}
    texts = {name: t.raw(f"places.map.{name}") for name in _names(LocatorWords) - lists}
    north, south, east, west = _list(t, "places.hemisphere", 4)
    return LocatorWords(
        hemispheres=(north, south, east, west),
        directions=_list(t, "places.direction", 8),
        thousands=t.raw("numbers.group"),
        decimal=t.raw("numbers.decimal"),
        digits=t.raw("numbers.digits"),
        countries=_countries(t),
        **texts,
    )


def _countries(t: Language) -> dict[str, str]:
    """Names of countries by ISO 3166-1 numeric code; the atlas has the English ones for those that are not there."""
    named = ((key.partition("places.country."), str(name)) for key, name in t.phrases.items())
    return {code: name for (before, found, code), name in named if found and not before}


def _names(record: type[DateWords] | type[TimelineWords] | type[LocatorWords]) -> set[str]:
    return {field.name for field in fields(record)}


def _list(t: Language, key: str, length: int) -> tuple[str, ...]:
    return tuple(t.raw(f"{key}.{number}") for number in range(1, length + 1))
