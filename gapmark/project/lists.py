"""The editor's lists in content/: changes.yaml, gaps.yaml and the others, each entry with its place in the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from gapmark import CONTENT
from gapmark.model import Lists
from gapmark.problems.findings import Findings
from gapmark.problems.location import Problem
from gapmark.project.folder import DEFAULTS, Folder
from gapmark.project.settings import read_yaml
from gapmark.run.memo import share
from gapmark.yamltext.fields import ADDRESS, NEEDED, TEXT, Field, entries, group
from gapmark.yamltext.records import Group
from gapmark.yamltext.values import Yaml

CHANGES = entries(source=TEXT, published=TEXT, before=TEXT, after=TEXT, reason=TEXT, everywhere=Field("flag", False))
"""changes.yaml: the reason of each change, found by its readings and by the words before and after it."""

GAPS = entries(
    gap=Field("number", required=True),
    words=NEEDED,
    witness=group(required=True, title=NEEDED, address=NEEDED, revision=TEXT, date=Field("date")),
    editor=NEEDED,
    date=Field("date", required=True),
)
"""gaps.yaml: words that an editor puts into a gap, and the witness that has them."""

CERTAINTIES = {
    **dict.fromkeys(("old style", "o.s.", "os", "julian"), "calendar: julian"),
    **dict.fromkeys(("approximate", "about", "circa"), "a ~ after the date, such as date: 1813~"),
    **dict.fromkeys(("uncertain", "perhaps", "doubtful"), "a ? after the date, such as date: 1813?"),
}
"""Values that editors write as the certainty of a date and that belong elsewhere."""

TIMELINE = entries(
    label=NEEDED,
    date=TEXT,
    year=Field("number", example="(a year in figures, such as 2013, or -489 for 490 BC)"),
    calendar=Field("text", "gregorian", choices=("gregorian", "julian")),
    words=TEXT,
    certainty=Field("text", "stated", choices=("stated", "inferred", "relative"), elsewhere=CERTAINTIES),
    reasoning=TEXT,
    quote=TEXT,
    confirmed=Field("flag", True, choices=("rejected",)),
    note=TEXT,
)
"""timeline.yaml: events with their dates."""

PLACES = entries(
    name=NEEDED,
    spellings=Field("list"),
    latitude=TEXT,
    longitude=TEXT,
    coordinates=TEXT,
    source=TEXT,
    certainty=Field("text", "exact", choices=("exact", "approximate")),
    quote=TEXT,
)
"""places.yaml: the places that the text names."""

FIGURES = entries(
    file=NEEDED,
    caption=TEXT,
    credit=NEEDED,
    licence=Field("text", required=True, example="CC BY 4.0 (or public domain, or what its owner allows)"),
    licence_url=ADDRESS,
    decorative=Field("flag", False),
)
"""figures.yaml: where each image comes from, and its licence."""

FIELDS = entries(name=NEEDED, label=TEXT, by_side=Field("flag", False))
"""fields.yaml: the fields of the panel of facts."""

CLAIMS = entries(value=NEEDED, side=TEXT, quote=TEXT, according_to=TEXT, source=TEXT)
"""The claims of one field in facts.yaml."""

FILES = {
    "changes": (CHANGES, "X002"),
    "gaps": (GAPS, "G013"),
    "timeline": (TIMELINE, "X004"),
    "places": (PLACES, "X005"),
    "fields": (FIELDS, "X006"),
    "figures": (FIGURES, "P020"),
}
"""Name of each file without `.yaml`, what it may hold, and the code of what is wrong in it."""


def load_lists(folder: Folder, calendar: str = "gregorian") -> tuple[Lists, Sequence[Problem]]:
    """Return every list of the project. One that can't be read is empty, and its problem says so.

    `calendar` is that of a date whose entry, and the list before it, names none.
    """
    found = Findings()
    lists = {name: found.read((), load_entries, folder, name, calendar) for name in FILES if name != "fields"}
    fields = found.read((), load_fields, folder)
    known = not any(problem.where.path == f"{CONTENT}/fields.yaml" and problem.level == "error" for problem in found)
    facts = found.read(None, load_facts, folder, [field["name"] for field in fields]) if known else None
    return Lists(fields=fields, facts=facts, **lists), found


def load_fields(folder: Folder) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    """Return the fields of the panel: the site's own content/fields.yaml, else the default ones."""
    if f"{CONTENT}/fields.yaml" not in folder:
        return default_fields(), ()
    fields, problems = load_entries(folder, "fields")
    return fields, (*problems, *_check_names(fields))


def _check_names(fields: Iterable[Group]) -> Iterator[Problem]:
    """Check that no field has a name of the two keys that facts.yaml has itself."""
    taken = {"left_out", "not_stated"}
    for field in fields:
        if field["name"] in taken:
            message = f'a field can\'t be called "{field["name"]}": that is a key of facts.yaml already'
            yield Problem("X006", "error", message, field.locate("name"), "give it another name")
        taken.add(field["name"])


def default_fields() -> tuple[Group, ...]:
    """Return the fields of gapmark's own list."""
    return share(_read_default_fields)


def _read_default_fields() -> tuple[Group, ...]:
    return tuple(Yaml((DEFAULTS / "fields.yaml").read_text("utf-8"), "fields.yaml", "X006").read(FIELDS))


def load_facts(folder: Folder, names: Iterable[str]) -> tuple[Group | None, tuple[Problem, ...]]:
    """Return the claims of facts.yaml by field; None where there is no such file. An unknown field is a problem."""
    if f"{CONTENT}/facts.yaml" not in folder:
        return None, ()
    known = tuple(names)
    yaml = read_yaml(folder, f"{CONTENT}/facts.yaml", "X007")
    return yaml.read(facts_field(known)), tuple(yaml.problems)


def facts_field(names: Sequence[str]) -> Field:
    """Return the form of facts.yaml for a panel that has fields of these names."""
    left_out = Field("map", fields=dict.fromkeys(names, TEXT))
    not_stated = Field("list", item=Field("text", choices=tuple(names)))
    return Field("map", fields={**dict.fromkeys(names, CLAIMS), "left_out": left_out, "not_stated": not_stated})


def load_entries(
    folder: Folder, name: str, calendar: str = "gregorian"
) -> tuple[tuple[Group, ...], tuple[Problem, ...]]:
    """Return the entries of one file; none where there is no such file. Raise GapmarkError where it can't be read.

    An entry of timeline.yaml without a calendar has that of the last entry which holds nothing else, or `calendar`.
    """
    field, code = FILES[name]
    path = f"{CONTENT}/{name}.yaml"
    if path not in folder:
        return (), ()
    yaml = read_yaml(folder, path, code)
    entries = [entry for entry in yaml.read(field) if isinstance(entry, Group)]
    heads = [entry for entry in entries if name == "timeline" and entry.parts.keys() == {"calendar"}]
    for entry in entries if name == "timeline" else ():
        calendar = entry["calendar"] if entry in heads else calendar
        entry["calendar"] = entry["calendar"] if "calendar" in entry.parts else calendar
    problems = [problem for problem in yaml.problems if problem.where not in [head.where for head in heads]]
    return tuple(entry for entry in entries if entry not in heads), tuple(problems)
