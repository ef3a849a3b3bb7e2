"""Classes: each that a stylesheet names is given to some element, and each that is ours is kept from editors."""

import re
from pathlib import Path

import pytest

from gapmark.text.dialect import RESERVED

ROOT = Path(__file__).parent.parent
STYLESHEETS = ("static/style.css", "templates/book.css", "gapmark/defaults/serve/serve.css")
OPEN = {"drawing", "wide"}
"""Classes of ours that an editor can give too: they hide no word and change none."""
PREFIXES = ("locator", "timeline")
"""A class that begins so is ours."""


def read(*paths):
    return "\n".join(path.read_text("utf-8") for path in paths)


def names_in(stylesheet):
    css = re.sub(r"/\*.*?\*/", "", read(ROOT / stylesheet), flags=re.S)
    return set(re.findall(r"\.([a-zA-Z][\w-]*)", " ".join(re.findall(r"([^{}]*)\{", css))))


@pytest.fixture(scope="module")
def is_given():
    """Whether a template, a script or the program gives a class; what stands in {braces} there is any word."""
    attributes = re.findall(r'class="(.*?)"(?=[ >\n{/])', read(*(ROOT / "templates").glob("*.*ml")))
    scripts = read(*(ROOT / "static").glob("*.js"), *(ROOT / "gapmark").rglob("*.js"))
    code = re.sub(r"^RESERVED = .*?^\)", "", read(*(ROOT / "gapmark").rglob("*.py")), flags=re.S | re.M)
    strings = re.findall(r'"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)*\'', scripts + code)
    words = set(re.findall(r"(?:[\w-]|\{\w+\})+", " ".join((*attributes, *strings))))
    plain = {word for word in words if "{" not in word}
    made = [re.sub(r"\\\{\w+\\\}", r"\\w+", re.escape(word)) for word in words - plain if re.match(r"[a-z]+-", word)]
    return lambda name: name in plain or any(re.fullmatch(pattern, name) for pattern in made)


@pytest.mark.parametrize("stylesheet", STYLESHEETS)
def test_every_class_of_a_stylesheet_is_given(stylesheet, is_given):
    idle = sorted(name for name in names_in(stylesheet) if not is_given(name))
    assert not idle, f"{stylesheet} has rules for classes that nothing gives: {idle}"


def test_every_reserved_class_is_given(is_given):
    idle = sorted(name for name in RESERVED if not is_given(name))
    assert not idle, f"RESERVED in gapmark/text/dialect.py names classes that nothing gives: {idle}"


def test_every_class_of_the_site_is_reserved():
    ours = {name for path in STYLESHEETS[:2] for name in names_in(path) if not name.startswith(PREFIXES)}
    missing = sorted(ours - RESERVED - OPEN)
    assert not missing, f"RESERVED in gapmark/text/dialect.py lacks {missing}"
