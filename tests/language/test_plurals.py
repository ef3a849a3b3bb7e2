"""The plural forms of languages."""

import pytest
from helpers.languages import categories_of

from gapmark.language.plurals import ordinal_category, plural_category

PLURAL_FORMS = """
en    other one other other other other other other other other other other
af    other one other other other other other other other other other other
ja    other other other other other other other other other other other other
fr    one one other other other other other other other other other many
pt-BR one one other other other other other other other other other many
pt-PT other one other other other other other other other other other many
es    other one other other other other other other other other other many
hi    one one other other other other other other other other other other
he    other one two other other other other other other other other other
ru    many one few few many many many many one few many many
pl    many one few few many many many many many few many many
hr    other one few few other other other other one few other other
cs    other one few few other other other other other other other other
sl    other one two few other other other other other other other other
is    other one other other other other other other one other other other
lv    zero one other other other other zero zero one other zero zero
lt    other one few few few few other other one few other other
ro    few one few few few few few few other other other other
ga    other one two few few many many other other other other other
cy    zero one two few many other other other other other other other
mt    few one two few few few few many other other other other
br    other one two few other other other other one two other many
gd    other one two few few few few one other other other other
ar    zero one two few few few few many many many other other
fil   one one one one other one one one one one one one
"""
"""Language, then the categories of 0 1 2 3 6 7 10 11 21 22 100 1000000: as the Unicode CLDR 47 has them."""


@pytest.mark.parametrize("line", PLURAL_FORMS.split("\n")[1:-1])
def test_plural_categories(line):
    code, *forms = line.split()
    assert [plural_category(code, n) for n in (0, 1, 2, 3, 6, 7, 10, 11, 21, 22, 100, 1_000_000)] == forms
    assert set(forms) <= categories_of(code)


@pytest.mark.parametrize(
    ("code", "forms"),
    [
        ("en", "other one two few other other other other one two few other"),
        ("fr", "other one other other other other other other other other other other"),
        ("de", "other other other other other other other other other other other other"),
    ],
)
def test_ordinal_categories(code, forms):
    assert [ordinal_category(code, n) for n in (0, 1, 2, 3, 4, 11, 12, 13, 21, 22, 23, 111)] == forms.split()
