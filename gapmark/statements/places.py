"""places.yaml: the places of the text, under the names it gives them, located by a cited source or not at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from gapmark.problems.location import Problem
from gapmark.statements.coordinates import Coordinates, find_outliers, read_coordinates
from gapmark.statements.evidence import find_proof, nearest
from gapmark.statements.quotations import Proof, Quotations
from gapmark.yamltext.records import Group


class Place(NamedTuple):
    """A place that the text names."""

    name: str
    """As in the text."""
    spellings: tuple[str, ...]
    """Other spellings in the text."""
    latitude: float | None
    """Degrees north, WGS 84; None: not located."""
    longitude: float | None
    """Degrees east."""
    source: str
    """Of the coordinates."""
    certainty: str
    """`exact` or `approximate`."""
    proof: Proof

    @property
    def located(self) -> bool:
        """Whether it has coordinates."""
        return self.latitude is not None and self.longitude is not None


def read_places(entries: Sequence[Group], quotations: Quotations) -> tuple[tuple[Place, ...], tuple[Problem, ...]]:
    """The places in the order of the file; without a quotation a place's own name is what proves it."""
    places: list[Place] = []
    located: list[tuple[Group, Coordinates]] = []
    problems: list[Problem] = []
    for entry in entries:
        proof, found = find_proof(quotations, entry, "quote" if entry["quote"] else "name")
        at = read_coordinates(entry)
        wrong = [*found, *_check_names(entry, quotations), *at.problems]
        problems += wrong
        if proof and not any(problem.level == "error" for problem in wrong):
            given = entry["spellings"], at.latitude, at.longitude, entry["source"], entry["certainty"]
            places.append(Place(entry["name"], *given, proof))
            located += [(entry, at)] if places[-1].located else []
    return tuple(places), (*problems, *find_outliers(located))


def _check_names(entry: Group, quotations: Quotations) -> Iterator[Problem]:
    names = [("spellings", name) for name in entry["spellings"]] + ([("name", entry["name"])] if entry["quote"] else [])
    for key, name in names:
        if quotations.find(name) is None:
            message = f'the text has not got the name "{name}"'
            hint = "write it as the text does" + nearest(quotations, name)
            yield Problem("X020", "error", message, entry.locate(key), hint)
