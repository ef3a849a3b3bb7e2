"""The pages as the text of a TEI file."""

import pytest
from conftest import HERE
from helpers.tei_tree import encoded, shape

from gapmark.project.load import load_project

WORDS = "The Battle of Ulm was fought in 1805."


@pytest.fixture(scope="module")
def base():
    return load_project(HERE / "codes" / "base")


@pytest.mark.parametrize(
    ("body", "blocks"),
    [
        (WORDS, [f"<p>{WORDS}</p>"]),
        (
            "The Battle of *Ulm* was **fought** in `1805`.",
            [
                '<p>The Battle of <hi rend="italic">Ulm</hi> was <hi rend="bold">fought</hi> '
                'in <hi rend="code">1805</hi>.</p>'
            ],
        ),
        (
            f"- {WORDS}\n- more",
            [
                f'<list rend="bulleted"> <item>{WORDS}</item> '
                '<item><supplied reason="addition">more</supplied></item> </list>'
            ],
        ),
        (f"> {WORDS}", [f"<quote> <p>{WORDS}</p> </quote>"]),
        (f"{WORDS}\n\n---", [f"<p>{WORDS}</p>", '<milestone rend="rule"></milestone>']),
        (
            "The Battle of [Ulm](battle.md#w2) was [fought](https://example.org/) in 1805.",
            [
                '<p>The Battle of <ref target="battle.html#w2">Ulm</ref> was '
                '<ref target="https://example.org/">fought</ref> in 1805.</p>'
            ],
        ),
    ],
)
def test_markdown_becomes_the_elements_of_tei(base, body, blocks):
    division = encoded(base, body)
    assert division.get("type") == "battle"
    assert [shape(child) for child in division][1:] == blocks


def test_headings_hold_what_follows_them(base):
    division = encoded(base, f"## One\n\n{WORDS}\n\n### Two\n\nb\n\n## Three\n\nc")
    inner = [child for child in division if child.get("type") == "section"]
    assert ["".join(child[0].itertext()) for child in inner] == ["One", "Three"]
    assert [child.get("type") for child in inner[0]].count("section") == 1


def test_notes_stand_at_the_end_and_are_referred_to(base):
    division = encoded(base, "The Battle of Ulm was fought in 1805.[^1]\n\n[^1]: Mine.")
    assert '<ref type="note" target="#note-battle-1">1</ref>' in shape(division)
    assert shape(division[-1]).startswith('<div type="notes"><note>')
    assert "Mine." in shape(division[-1])
