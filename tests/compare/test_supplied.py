"""Words put into gaps need a witness, and every part of it."""

import pytest
from holding import record

from gapmark.project.lists import GAPS
from gapmark.yamltext import Yaml

ENTRY = {"gap": 1, "words": "for a  day", "editor": "A. Editor", "date": "2024-05-01"}
WITNESS = {"title": "A chronicle", "address": "MS 12, f. 3", "revision": "", "date": "2024-04-01"}


def supplied(*entries):
    made, problems = record(supplied=[ENTRY | {"witness": WITNESS} | entry for entry in entries])
    return made.supplied, [problem.code for problem in problems]


def test_supplied():
    found, problems = supplied({})
    assert problems == []
    assert (found[1].words, found[1].title, found[1].revision) == ("for a day", "A chronicle", "2024-04-01")


def test_a_revision_comes_before_a_date():
    assert supplied({"witness": WITNESS | {"revision": "r7"}})[0][1].revision == "r7"


@pytest.mark.parametrize(
    ("entries", "codes"),
    [
        ([{"gap": 7}], ["G010"]),
        ([{}, {}], ["G011"]),
        ([{"witness": WITNESS | {"date": ""}}], ["G012"]),
    ],
)
def test_problems(entries, codes):
    found, problems = supplied(*entries)
    assert problems == codes
    assert len(found) == len(entries) - 1


FILE = """\
- gap: 1
  words: for a day
  witness:
    title: A chronicle
    address: MS 12
    date: 2024-04-01
  editor: A. Editor
  date: 2024-05-01
"""


@pytest.mark.parametrize("line", FILE.splitlines())
def test_every_key_is_required(line):
    if line == "    date: 2024-04-01":
        return  # the witness may have a revision instead: G012
    rest = [
        kept for kept in FILE.splitlines() if kept != line and not (line == "  witness:" and kept.startswith("    "))
    ]
    text = "\n".join(rest)
    yaml = Yaml(text if text.startswith("-") else text.replace("  words", "- words", 1), "content/gaps.yaml", "G013")
    yaml.read(GAPS)
    assert [problem.code for problem in yaml.problems] == ["G013"]
    assert line.strip(" -").partition(":")[0] in yaml.problems[0].message
