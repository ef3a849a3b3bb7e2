"""The pages and data files that all events share, made of their summaries alone."""

from __future__ import annotations

import csv
import io
import json
import re
import unicodedata
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from gapmark.collection.event import Shared, Summary
from gapmark.collection.places import Gazetteer, Place, located
from gapmark.collection.table import COLUMNS, Row
from gapmark.collection.titles import GIVEN
from gapmark.exports.tables import FORMULA
from gapmark.language.phrases import Language
from gapmark.model import OutputFile
from gapmark.problems.location import Problem
from gapmark.render.render import make_environment, render_template

FOLDERS = ("time", "places", "names", "data")
"""Of the shared pages: no event can have such an id."""
_YEAR = re.compile(r"-?[0-9X]{4,}")
_INDEXED = re.compile(r"(.*?\b(?:of|at|on)) (?:the )?([^a-z].*)")


class Group(NamedTuple):
    """Some of the events, with a page of their own."""

    href: str
    title: str
    events: tuple[Summary, ...]


def year_of(date: str) -> str:
    """Return the year of a date in EDTF as it names a page: 1943, -0489, 19XX; empty where there is no date."""
    found = _YEAR.match(date)
    return found[0] if found else ""


def century_of(year: str) -> int:
    """Return the century of a year as it is counted: 20, and -5 for the fifth before Christ; there is none called 0."""
    number = int(year.replace("X", "0"))
    return number // 100 + (number % 100 > 0 or "X" in year) if number > 0 else -((-number) // 100 + 1)


def century_name(century: int, t: Language) -> str:
    """Return the name of a century."""
    return t("dates.form.century" if century > 0 else "dates.form.century_bc", ordinal=t.ordinal(abs(century)))


def index_name(title: str) -> tuple[str, str]:
    """Return a title as an index has it, and the letter it stands under: "Safira, Battle of"."""
    found = _INDEXED.fullmatch(title)
    name = f"{found[2]}, {found[1]}" if found else re.sub(r"^(?:The|An?) ", "", title)
    first = unicodedata.normalize("NFD", name.lstrip("“\"' "))[:1].lower()
    return name, first if "a" <= first <= "z" else "other"


def slug(name: str) -> str:
    """Return a name as a page's."""
    return re.sub(r"[^\w]+", "-", name.casefold()).strip("-") or "none"


def place_of(row: Row, places: Gazetteer) -> Place | None:
    """Return the place that the table names, where it can be only one."""
    return located(row.place, row.title, places) if row.place else None


def lists_of(row: Row, places: Gazetteer) -> tuple[str, str, str]:
    """Return the pages of the lists that an event stands in: by year, by country, by name."""
    year, place = year_of(row.date), place_of(row, places)
    where = f"places/{slug(place.country or place.name)}.html" if place else ""
    return f"time/{year}.html" if year else "", where, f"names/{index_name(row.title)[1]}.html"


def _grouped(
    events: Iterable[Summary], key: Callable[[Summary], Any], order: Callable[[Summary], Any] | None = None
) -> dict[Any, tuple[Summary, ...]]:
    found = defaultdict(list)
    for event in sorted(events, key=order or (lambda e: (e.row.title, e.row.id))):
        found[key(event)].append(event)
    return {name: tuple(found[name]) for name in sorted(found)}


def make_lists(
    events: Sequence[Summary], shared: Shared, places: Gazetteer, problems: Sequence[Problem]
) -> Iterator[OutputFile]:
    """Yield all shared pages and data files. The order of the events is that of the table."""
    t = Language(shared.language, shared.phrases, "")
    names = {event.row.id: index_name(event.row.title) for event in events}
    grouped = _groups(events, names, places, t)
    jinja = make_environment(shared.templates)
    context = {
        "t": t,
        "collection": shared,
        "events": events,
        "names": names,
        "problems": problems,
        **grouped,
        "begin": _begin(events, t),
        "gaps": sum(len(event.gaps) for event in events),
        "words": sum(event.words for event in events),
        "unchecked": sum(event.row.title_from != GIVEN for event in events),
        "by_gaps": sorted(events, key=lambda e: (-len(e.gaps), e.row.id))[:100],
        "gapless": sum(not event.gaps for event in events),
    }

    def page(path: str, template: str, **more: Any) -> OutputFile:
        own = {"path": path, "up": "../" * path.count("/"), **more}
        return OutputFile(path, render_template(jinja, template, context | own).encode(), template)

    for name in ("index", "time", "places", "names", "gaps", "about", "status"):
        yield page(f"{name}.html", f"{name}.html")
    for group in grouped["centuries"]:
        inside = {year_of(event.row.date) for event in group.events}
        years = [year for year in grouped["years"] if year.href[5:-5] in inside]
        yield page(group.href, "century.html", group=group, years=years)
    for kind in ("years", "none_dated", "countries", "none_placed", "letters"):
        for group in grouped[kind]:
            yield page(group.href, "list.html", group=group)
    yield from _data(events, places)


def _groups(
    events: Sequence[Summary], names: Mapping[str, tuple[str, str]], places: Gazetteer, t: Language
) -> dict[str, list[Group]]:
    """Return the events by century, year, country and letter, and those without a date or a place."""
    years = _grouped(events, lambda e: year_of(e.row.date), lambda e: (e.row.date, e.row.title, e.row.id))
    centuries = _grouped((e for e in events if year_of(e.row.date)), lambda e: century_of(year_of(e.row.date)))
    countries = _grouped(events, lambda e: (place.country or place.name) if (place := place_of(e.row, places)) else "")
    letters = _grouped(events, lambda e: names[e.row.id][1], lambda e: (names[e.row.id][0].casefold(), e.row.id))
    other = t("collection.other_names")
    none_dated, none_placed = years.pop("", ()), countries.pop("", ())
    lands = [Group(f"places/{slug(name)}.html", name, some) for name, some in countries.items()]
    return {
        "centuries": [Group(f"time/c{n}.html", century_name(n, t), some) for n, some in centuries.items()],
        "years": [Group(f"time/{year}.html", _year_name(year, t), some) for year, some in years.items()],
        "none_dated": [Group("time/none.html", t("collection.no_date"), none_dated)],
        "countries": sorted(lands, key=lambda group: (-len(group.events), group.title)),
        "none_placed": [Group("places/none.html", t("collection.no_place"), none_placed)],
        "letters": [Group(f"names/{n}.html", n.upper() if n != "other" else other, e) for n, e in letters.items()],
    }


def _year_name(year: str, t: Language) -> str:
    return t("dates.form.bc", year=t.digits(str(1 - int(year)))) if year[0] == "-" and "X" not in year else year


def _begin(events: Sequence[Summary], t: Language) -> list[tuple[str, Summary]]:
    """Return events to begin with, each with the reason."""
    dated = [event for event in events if year_of(event.row.date)]
    when = sorted(dated, key=lambda e: (int(year_of(e.row.date).replace("X", "0")), e.row.date, e.row.id))
    size = sorted(events, key=lambda e: (-e.words, e.row.id))
    gaps = sorted(events, key=lambda e: (-len(e.gaps), e.row.id))
    found = [(t("collection.earliest"), when[0]), (t("collection.latest"), when[-1])] if when else []
    return [*found, (t("collection.longest"), size[0]), (t("collection.most_gaps"), gaps[0])]


def _data(events: Sequence[Summary], places: Gazetteer) -> Iterator[OutputFile]:
    own = list(dict.fromkeys(name for event in events for name, _ in event.row.more))
    measured = ("country", "latitude", "longitude", "words", "gaps", "missing", "edited", "sha256")
    columns = [*COLUMNS[:-1], *measured, *(name for name in own if name not in (*COLUMNS, *measured))]
    rows = []
    for event in events:
        place = place_of(event.row, places)
        where = {"country": place.country, "latitude": place.latitude, "longitude": place.longitude} if place else {}
        known = {column: getattr(event.row, column) for column in COLUMNS[:-1]}
        counts = {"words": event.words, "gaps": len(event.gaps), "missing": event.missing, "sha256": event.sha256}
        rows.append({**dict(event.row.more), **known, **where, **counts, "edited": "yes" if event.edited else "no"})
    yield OutputFile("data/events.csv", _csv(columns, rows))
    lines = (json.dumps(row, ensure_ascii=False, sort_keys=True) + "\n" for row in rows)
    yield OutputFile("data/events.jsonl", "".join(lines).encode())
    names = ("id", "gap", "first_token", "quantity", "before", "after")
    gaps = [dict(zip(names, (event.row.id, *gap), strict=True)) for event in events for gap in event.gaps]
    yield OutputFile("data/gaps.csv", _csv(names, gaps))


def _csv(columns: Sequence[str], rows: Iterable[dict[str, Any]]) -> bytes:
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(columns)
    for row in rows:
        cells = (row.get(column, "") for column in columns)
        writer.writerow([f"'{c}" if isinstance(c, str) and c.startswith(FORMULA) else c for c in cells])
    return out.getvalue().encode()
