"""Where a line must not break."""

import pytest
from markupsafe import Markup

from gapmark.language.line_breaks import unbroken


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("between Al-Nusra and others", "between [Al-Nusra] and others"),
        ("On 8 February, several", "On [8 February], several"),
        ("February 2013", "February 2013"),
        ("more than 200 fighters lost", "more than [200 fighters] lost"),
        ("1,200 men", "[1,200 men]"),
        ("a never-to-be-forgotten-again day", "a never-to-be-forgotten-again day"),
        ("18- to 24-foot", "18- to [24-foot]"),
        ("a - b -- c", "a - b -- c"),
    ],
)
def test_what_belongs_together_is_kept(text, expected):
    assert unbroken(text) == expected.replace("[", '<span class="unbroken">').replace("]", "</span>")


def test_it_is_escaped_and_markup_stays():
    assert unbroken("<b> 8 May") == '&lt;b&gt; <span class="unbroken">8 May</span>'
    assert unbroken(Markup("<b>8 May</b>")) == "<b>8 May</b>"
