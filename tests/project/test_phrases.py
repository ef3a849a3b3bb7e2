"""The words of the interface: a language, and what a site puts over it."""

import pytest
from helpers.on_disk import folder

from gapmark.project.phrases import default_phrases, flatten, load_language
from gapmark.yamltext.values import Yaml


def load(text="", code="en"):
    phrases, problems = load_language(folder({"content/language.yaml": text} if text else {}), code)
    return phrases, [(problem.level, problem.where.line, problem.message) for problem in problems]


def test_the_languages_of_the_program_are_whole():
    for code in ("en", "de", "ar"):
        assert load(code=code)[1] == []
    assert load(code="de")[0]["page.next"] == default_phrases("de")["page.next"]


def test_a_site_puts_its_own_over_it():
    phrases, problems = load("page:\n  next: Onward\nmine: My own\n")
    assert (phrases["page.next"], phrases["mine"], problems) == ("Onward", "My own", [])
    assert default_phrases("en")["page.next"] != "Onward"


def test_what_a_language_lacks_is_named_and_english_stands_for_it():
    phrases, ((level, _, message),) = load(code="nl")
    assert level == "error"
    assert message.startswith('language "nl" lacks: ')
    assert message.endswith(" and others")
    assert phrases["page.next"] == default_phrases("en")["page.next"]


def test_groups_of_plural_forms_are_one_phrase():
    root = Yaml("a:\n  b: x\n  n:\n    one: y\n    other: z\n", "x.yaml", "C006").root
    assert [*flatten(root)] == ["a.b", "a.n"]


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        ("page:\n  nxt: Onward", ("warning", 2, 'no page of gapmark\'s own uses the phrase "page.nxt"')),
        ("direction: up", ("error", 1, '"direction" is neither ltr nor rtl')),
        ("numbers:\n  digits: '0123'", ("error", 2, '"numbers.digits" must have ten digits')),
        ("page:\n  next: ''", ("error", 2, '"page.next" is empty')),
        ("page:\n  next:\n    other: x", ("error", 2, '"page.next" has no forms')),
        ("gap:\n  count:\n    one: '{n} gap'", ("error", 2, '"gap.count" has no form "other"')),
        ("gap:\n  count:\n    one: a gap\n    other: '{n} gaps'", None),
        ("gap:\n  count:\n    one: a gap\n    other: gaps", ("warning", 4, '"gap.count" leaves out {n}')),
        ("gap:\n  count:\n    other: '{n} {m} gaps'", ("error", 3, '"gap.count" has {m}, which nothing fills in')),
        ("mine: a { brace", ("error", 1, '"mine" has a brace without its mate')),
        ("words", ("error", 1, "the file has no keys")),
    ],
)
def test_phrases_that_do_not_fit(text, problem):
    assert load(text)[1] == ([problem] if problem else [])
