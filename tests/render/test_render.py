"""Templates to pages, and what their authors get wrong."""

from types import SimpleNamespace

import pytest

from gapmark.language.phrases import Language
from gapmark.problems.errors import GapmarkError
from gapmark.render.render import render_pages
from gapmark.site.made_pages import PAGES
from gapmark.site.template_context import Assembled, Text
from gapmark.site.template_records import Part

T = Language("en", {"next": "Next & on", "gap": {"one": "1 gap", "other": "{n} gaps"}})
PART = Part(1, "battle.html", "The <battle>", "battle", "", 1, 0, 0)
SHOWN = SimpleNamespace(events=("one",), places=("one",))
TEXT = SimpleNamespace(part=PART, body="")


def assembled(site, texts, templates):
    return Assembled(site, texts, T, tuple(templates.items()), (), (), None, None, {}, None, ())


def render(template, **more):
    site = SimpleNamespace(title="Ulm", zero=0, words=("a", "b"), shown=SHOWN)
    templates = dict.fromkeys(PAGES, "") | {"page.html": template} | more
    made = render_pages(assembled(site, (TEXT,), templates))
    return {file.path: file for file in made}


def problem(template, **more):
    with pytest.raises(GapmarkError) as caught:
        render(template, **more)
    assert len(caught.value.problems) == 1
    found = caught.value.problems[0]
    assert found.hint
    return found.code, str(found.where)


def test_everything_is_escaped():
    page = render("<h1>{{ text.part.title }}</h1>{{ t('next') }} {{ t('gap', n=2) }} {{ href }}\n")["battle.html"]
    assert page.data == b"<h1>The &lt;battle&gt;</h1>Next &amp; on 2 gaps battle.html\n"
    assert page.maker == "content/battle.md"


def test_every_page_is_made():
    assert set(render("")) == {*PAGES, "battle.html"}


@pytest.mark.parametrize(
    ("template", "expected"),
    [
        ("{% include 'x.html' %}", ("T001", "templates/page.html:1")),
        ("\n{% if %}", ("T002", "templates/page.html:2")),
        ("{{ 'x", ("T002", "templates/page.html:1")),
        ("{{ x | nofilter }}", ("T002", "templates/page.html:1")),
        ("\n\n{{ x }}", ("T003", "templates/page.html:3")),
        ("\n{{ site.x }}", ("T003", "templates/page.html:2")),
        ("\n{{ x.y.z }}", ("T003", "templates/page.html:2")),
        ("{% for a in 5 %}{% endfor %}", ("T003", "templates/page.html:1")),
        ("{{ 1 / site.zero }}", ("T003", "templates/page.html:1")),
        ("{{ site.title() }}", ("T003", "templates/page.html:1")),
        ("{{ site.words + 1 }}", ("T003", "templates/page.html:1")),
        ("{{ '%d' % site.title }}", ("T003", "templates/page.html:1")),
        ("{% include 'page.html' %}", ("T003", "templates/page.html:1")),
        ("{{ '\\ud800' }}", ("T003", "templates/page.html")),
        ("{{ [] | min }}", ("T003", "templates/page.html:1")),
        ("\n{% for a in range(99999) %}{{ 'x' * 999 }}{% endfor %}", ("T003", "templates/page.html")),
        ("\n{% for a in range(9 ** 9) %}\n{% endfor %}", ("T003", "templates/page.html:2")),
        ("\n{{ range(999999999) | list }}", ("T003", "templates/page.html:2")),
        ("\n{{ ''.__class__.__mro__ }}", ("T003", "templates/page.html:2")),
        ("\n{{ site.title.__init__.__globals__ }}", ("T003", "templates/page.html:2")),
        ("\n{{ cycler.__init__.__globals__.os.popen('id').read() }}", ("T003", "templates/page.html:2")),
        ("\n{{ self.__init__ }}", ("T003", "templates/page.html:2")),
        (
            "\n{% for a in range(9999) %}{% for b in range(9999) %}{% endfor %}{% endfor %}",
            ("T003", "templates/page.html:2"),
        ),
        (
            "{% macro f(n) %}\n{% if n %}{{ f(n - 1) }}{{ f(n - 1) }}{% endif %}{% endmacro %}{{ f(40) }}",
            ("T003", "templates/page.html:1"),
        ),
        ("{{ 'x' * (2 ** 62) }}", ("T003", "templates/page.html:1")),
        ("{% for a in () %}" * 30 + "{% endfor %}" * 30, ("T003", "templates/page.html")),
        ("\n{{ t('nowhere') }}", ("T004", "templates/page.html:2")),
    ],
)
def test_mistakes_have_their_place(template, expected, monkeypatch):
    monkeypatch.setattr("gapmark.render.guards.MOST_ROUNDS", 60_000)  # which take less time
    assert problem(template) == expected


@pytest.mark.parametrize(
    "endless",
    [
        "{% for a in range(9999) %}{% endfor %}",
        "{% for a in range(9999) if a < 0 %}{% endfor %}",
        "{% include 'base.html' %}",
    ],
)
def test_a_template_without_end_is_tried_once(endless, monkeypatch):
    monkeypatch.setattr("gapmark.render.guards.MOST_ROUNDS", 1000)
    tried = []
    site = SimpleNamespace(zero=tried.append, shown=SHOWN)
    templates = dict.fromkeys(PAGES, "{{ site.zero(1) }}{% include 'base.html' %}") | {"base.html": endless}
    with pytest.raises(GapmarkError) as caught:
        render_pages(assembled(site, (), templates))
    assert [str(found.where) for found in caught.value.problems] == ["templates/base.html:1"]
    assert tried == [1]


def test_a_mistake_in_a_shared_template_is_told_once_and_there():
    pages = dict.fromkeys(PAGES, "{% extends 'base.html' %}")
    extra = {"base.html": "<p>\n{{ nothing }}", **pages}
    assert problem("{% extends 'base.html' %}", **extra) == ("T003", "templates/base.html:2")


def test_a_template_that_is_gone():
    site = SimpleNamespace(title="Ulm", shown=SHOWN)
    with pytest.raises(GapmarkError) as caught:
        render_pages(assembled(site, (), {}))
    assert {found.code for found in caught.value.problems} == {"T001"}


def test_text_has_the_fields_that_the_double_stands_for():
    assert {"part", "body"} <= set(Text._fields)
