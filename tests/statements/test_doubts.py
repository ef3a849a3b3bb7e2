"""False facts get a warning, true ones none: forty of each, as an editor may enter them."""

from pathlib import Path

import pytest
from helpers.small_edition import SOURCE, document, edited
from helpers.statements import event, facts, quotations

from gapmark.project.lists import default_fields
from gapmark.receive.to_markdown import to_markdown
from gapmark.source.clean import to_text
from gapmark.statements.events import read_events
from gapmark.statements.facts import read_facts

ROOT = Path(__file__).parent.parent.parent
SAMPLE = (ROOT / "content" / "source" / "38601514.txt").read_text("utf-8")
CASES = ROOT / "tests" / "cases" / "facts.txt"
SPELLINGS = (("al-Safira", "Al-Safira", "Safira"),)


def read_cases():
    """Yield text, sides, whether it is true, and the parts of each statement."""
    text = sides = ""
    for line in CASES.read_text("utf-8").splitlines():
        if line.startswith("text: "):
            text = line.removeprefix("text: ")
        elif line.startswith("sides:"):
            sides = [side for side in line.removeprefix("sides:").strip().split("; ") if side]
        elif line and not line.startswith("#"):
            verdict, *parts = line.split(" | ")
            yield text, tuple(sides), verdict == "true", parts


@pytest.fixture(scope="module")
def witnesses():
    made = {}
    for text in {case[0] for case in read_cases()}:
        source = SAMPLE if text == "sample" else text
        pages = [
            (to_text(section.title) or "Background", to_markdown(section.blocks))
            for section in document(source).sections
        ]
        made[text] = quotations(pages, source=source)
    return made


def problems_of(words, sides, parts):
    kind, said, quote, *more = parts
    keys = {"side": "side", "by": "according_to"}
    more = {keys[key]: value for key, value in (pair.split("=") for pair in more)}
    if kind[:4].isdecimal() or kind.startswith("XXXX"):
        inferred = {"certainty": "inferred", "reasoning": "it follows"} if "X" in kind else {"certainty": "stated"}
        return read_events([event(label=said, date=kind, quote=quote, **inferred)], words, SPELLINGS)[1]
    fields = [{**field, "by_side": True} for field in default_fields()]
    belligerents = [{"value": side, "source": "x"} for side in sides]
    claims = {"belligerents": belligerents, kind: [{"value": said, "quote": quote, **more}]}
    if kind == "belligerents":
        claims[kind] += belligerents
    return read_facts(fields, facts(fields, **claims), words, SPELLINGS)[1]


def judged(witnesses, *, true):
    """The statements of one kind, each with the codes of its problems."""
    for text, sides, is_true, parts in read_cases():
        if is_true == true:
            yield parts, [problem.code for problem in problems_of(witnesses[text], sides, parts)]


def test_false_statements_are_warned_of(witnesses):
    unmarked = [parts for parts, codes in judged(witnesses, true=False) if not codes]
    assert len(unmarked) <= 6, unmarked


def test_true_statements_are_not(witnesses):
    warned = [(parts, codes) for parts, codes in judged(witnesses, true=True) if codes]
    assert len(warned) <= 2, warned


def test_the_whole_sentence_stands_beside_a_value_whose_quotation_leaves_out_a_not():
    pages = edited(("The army held the walls", "The army had not held the walls"))
    found = quotations(pages, source=SOURCE.replace("army held the", "army had not held the"))
    claims = facts(default_fields(), result=[{"value": "walls held", "quote": "held the walls"}])
    fields, problems = read_facts(default_fields(), claims, found)
    (result,) = (field for field in fields if field.name == "result")
    assert result.claims[0].proof.shown.startswith("The army had not held the walls")
    assert "X035" in [problem.code for problem in problems]
