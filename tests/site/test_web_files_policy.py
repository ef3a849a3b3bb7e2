"""What a page may run and load: the scripts of its template, its own files, and nothing that came in by mistake."""

import re
from base64 import b64encode
from hashlib import sha256

from gapmark.render.check_output import read_marks
from gapmark.render.web_files import add_policy, inline_scripts

PAGE = """<!doctype html>
<html>
<head>
<meta charset="utf-8">
<style>p { color: red }</style>
</head>
<body>
<p>WORDS</p>
<script>one()</script>
</body>
</html>
"""
TEMPLATES = {"a.html": PAGE, "b.html": '<script src="x.js"></script><script>two("{{ site.title }}")</script>'}


def made(words):
    return add_policy(PAGE.replace("WORDS", words), TEMPLATES)


def digest(text):
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def policy(html):
    return dict(rule.split(" ", 1) for rule in re.search('Policy" content="([^"]*)"', html)[1].split("; "))


def test_the_policy_comes_before_anything_that_it_rules():
    assert made("a").index("<meta charset") < made("a").index("<meta http-equiv") < made("a").index("<style>")


def test_what_a_page_needs_and_nothing_else():
    rules = policy(made("a"))
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    assert rules["connect-src"] == "'self'"
    assert rules["script-src"] == f"'self' file: {digest('one()')}"
    assert rules["style-src"] == f"'self' file: {digest('p { color: red }')}"
    assert not re.search("https?:|[*]|unsafe", str(rules))


def test_what_came_in_by_mistake_is_not_allowed():
    html = made("<script>evil()</script><style>evil</style><b onclick='evil()'>x</b>")
    assert policy(html) == policy(made("a"))
    assert [part for part, _ in read_marks(html.encode()).blocked] == [
        "the content of <script>",
        "the content of <style>",
        'the attribute "onclick"',
    ]


def test_scripts_with_values_in_them_could_be_anything():
    assert inline_scripts(tuple(TEMPLATES.values())) == ("one()",)


def test_cells_of_tables_have_their_alignment():
    html = made('<td style="text-align: right;">1</td>')
    assert policy(html)["style-src"].endswith(f" 'unsafe-hashes' {digest('text-align: right;')}")
    assert read_marks(html.encode()).blocked == ()
    assert read_marks(made('<td style="color: red">1</td>').encode()).blocked


def test_data_is_no_script():
    html = made('<script type="application/ld+json">{}</script>')
    assert (policy(html), read_marks(html.encode()).blocked) == (policy(made("a")), ())


def test_a_page_without_a_head_stays_as_it_is():
    assert add_policy("<p>x</p>", {}) == "<p>x</p>"
