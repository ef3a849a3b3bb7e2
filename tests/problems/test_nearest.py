"""The known word that is spelt most like another."""

import pytest

from gapmark.problems.nearest import did_you_mean, nearest


@pytest.mark.parametrize(
    ("word", "likeness", "expected"), [("tilte", 0.6, "title"), ("x", 0.6, ""), ("tilte", 0.9, "")]
)
def test_the_nearest_word(word, likeness, expected):
    assert nearest(word, ("title", "order"), likeness) == expected


def test_the_hint_names_the_nearest_word_or_all():
    assert did_you_mean("tilte", ("title", "order")) == 'did you mean "title"?'
    assert did_you_mean("x", ("title", "order")) == "known here: title, order"
