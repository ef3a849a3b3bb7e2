"""What a heading says about its place in the story."""

from pathlib import Path

import pytest

from gapmark.model import ROLES
from gapmark.project.folder import read_folder
from gapmark.project.settings import load_headings
from gapmark.receive.heading_words import WEIGHTS, WHOLE, fold, read_headings, weigh

DEFAULT = load_headings(read_folder(Path("nowhere")))[0]


@pytest.mark.parametrize(
    ("title", "weights"),
    [
        ("BACKGROUND", {"background": WHOLE}),
        ("The battle", {"battle": WHOLE}),
        ("Casualties", {"aftermath": WHOLE}),
        ("Order of battle", {"background": WEIGHTS["contains"]}),
        ("Retreat and aftermath", {"battle": WEIGHTS["weak"], "aftermath": WEIGHTS["contains"]}),
        ("Retreat and assault", {"battle": WEIGHTS["contains"]}),
        ("See also", {"sources": WHOLE}),
        ("Xyzzy", {}),
        ("—", {}),
    ],
)
def test_default_words(title, weights):
    assert weigh(title, read_headings(DEFAULT)) == weights


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Losses", ("losse",)),
        ("Loss", ("loss",)),
        ("Inquiries", ("inquiry",)),
        ("Lies", ("lie",)),
        ("Its", ("its",)),
        ("Lee's plan", ("lee", "s", "plan")),
    ],
)
def test_singular_and_plural_are_one(text, words):
    assert fold(text) == words


def test_what_the_site_says_comes_first():
    own = {"aftermath": {"exact": ["The battle"], "contains": ["assault"], "weak": []}}
    lists = read_headings((own, *DEFAULT))
    assert weigh("The battle", lists) == {"aftermath": WHOLE}
    assert weigh("Winter assault", lists) == {"aftermath": WEIGHTS["contains"]}
    assert lists.own == {("the", "battle"): "aftermath"}
    assert read_headings(DEFAULT).own == {}


def test_no_default_word_stands_twice():
    (lists,) = DEFAULT
    for levels in (("exact",), ("contains", "weak")):
        words = [fold(name) for role in ROLES for level in levels for name in lists.get(role, {}).get(level, ())]
        assert sorted(words) == sorted(set(words))
