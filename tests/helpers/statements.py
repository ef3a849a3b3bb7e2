"""What an editor states about the small edition of `holding`: entries of the lists, as the YAML reader makes them."""

import json

from helpers.small_edition import PAGES, record

from gapmark.project.lists import CLAIMS, FIELDS, PLACES, TIMELINE, facts_field
from gapmark.statements.quotations import Quotations
from gapmark.yamltext.values import Yaml


def read_as(kind, path, value):
    """A value of a file of this kind."""
    yaml = Yaml(json.dumps(value, ensure_ascii=False, indent=0), path, "X000")
    made = yaml.read(kind)
    assert not yaml.problems, yaml.problems
    return made


def claim(**keys):
    return read_as(CLAIMS, "content/facts.yaml", [{"value": "x"} | keys])[0]


def event(**keys):
    known = {"label": "It happened", "quote": "The siege of Ulm began in 1805"}
    return read_as(TIMELINE, "content/timeline.yaml", [known | keys])[0]


def place(**keys):
    return read_as(PLACES, "content/places.yaml", [{"name": "Ulm"} | keys])[0]


def fields(*entries):
    return read_as(FIELDS, "content/fields.yaml", entries)


def facts(fields, **claims):
    """The whole of facts.yaml: for each field the keys of its claims, `left_out` and `not_stated`."""
    return read_as(facts_field([field["name"] for field in fields]), "content/facts.yaml", claims)


def quotations(pages=PAGES, **more):
    return Quotations(record(pages, **more)[0])


def codes(problems):
    return [problem.code for problem in problems]
