"""Which way a language is written."""

import pytest

from gapmark.language.direction import direction_of


@pytest.mark.parametrize(
    ("tag", "direction"),
    [
        *[("en", "ltr"), ("ar-Latn", "ltr"), ("ku", "ltr"), ("pa-PK", "ltr"), ("", "ltr")],
        *[("ar", "rtl"), ("ar-SY", "rtl"), ("HE", "rtl"), ("fa", "rtl"), ("ku-Arab-IQ", "rtl"), ("az-Arab", "rtl")],
    ],
)
def test_the_direction_of_a_language(tag, direction):
    assert direction_of(tag) == direction
