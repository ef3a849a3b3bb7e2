"""Where our Markdown is not Python-Markdown's: attribute lists, contents, footnotes."""

import pytest
from helpers.markdown_page import found, inner, page, read

from gapmark.compare.words import read_page_words
from gapmark.markup.tree import serialise
from gapmark.text.markdown import parse_markdown


def test_footnotes_have_valid_ids_whatever_their_labels():
    html = inner("a[^my note] b[^my note]\n\n[^my note]: c")
    assert '<sup id="fnref:1"><a href="#fn:1" class="footnote-ref">1</a></sup>' in html
    assert '<sup id="fnref2:1">' in html
    assert '<li id="fn:1">' in html
    assert 'href="#fnref2:1"' in html


def test_footnotes_defined_in_footnotes_are_shown():
    assert "inner" in inner("a[^1]\n\n[^1]: b\n\n    > [^2]: inner")


@pytest.mark.parametrize("written", ["onclick=alert(1)", "style='x'", "href=x", "data-gap=3", "title=x", "open"])
def test_attribute_lists_give_ids_and_classes_only(written):
    page = read(f"a [b](c){{: {written} #d .e }}")
    assert [p.code for p in page.problems] == ["P102"]
    assert serialise(page.tree[0]) == '<p>a <a href="c" id="d" class="e">b</a></p>'


def test_each_idle_attribute_list_has_its_own_line():
    assert found("a\n{: x=y }\n\nb\n{: x=y }") == [("P102", 6), ("P102", 9)]


@pytest.mark.parametrize("name", ["gap", "toc", "footnote-ref", "footnote-backref", "footnote"])
def test_a_class_of_what_is_generated_can_t_be_given_to_words(name):
    page = read(f"a [b](c){{: .{name} }}\n{{: class='x {name}' }}")
    assert [p.code for p in page.problems] == ["P102", "P102"]
    assert serialise(page.tree[0]) == '<p>a <a href="c">b</a></p>'
    assert len(read_page_words([("", page.tree)]).words) == 2


def test_an_id_has_no_white_space():
    page = read("## a {: id='b c' }")
    assert [p.code for p in page.problems] == ["P102"]
    assert serialise(page.tree[0]) == '<h2 id="a">a</h2>'


def test_a_footnote_defined_twice_is_an_error_since_one_text_would_be_lost():
    assert found("a[^1]\n\n[^1]: b\n\n[^1]: c") == [("P103", 9)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://x.org/A_(b).", [("https://x.org/A_(b)", "https://x.org/A_(b)")]),
        ("(https://x.org/a_b_c)", [("https://x.org/a_b_c", "https://x.org/a_b_c")]),
        ("www.example.org, too", [("https://www.example.org", "www.example.org")]),
        ("https://x.org/?a=1&b=2", [("https://x.org/?a=1&b=2", "https://x.org/?a=1&b=2")]),
        ("[https://x.org](https://y.org)", [("https://y.org", "https://x.org")]),
        ("<https://x.org>", [("https://x.org", "https://x.org")]),
        ("`https://x.org` and ann@www.x.org", []),
        ("https:// and www. alone", []),
    ],
)
def test_a_bare_address_is_a_link(text, expected):
    tree = parse_markdown(page(text), gaps=()).tree
    assert [(link.get("href"), link.text) for link in tree.iter("a")] == expected
    assert "".join(tree.itertext()).strip() == text.replace("<", "").replace(">", "").replace("`", "").replace(
        "[https://x.org](https://y.org)", "https://x.org"
    )


def test_footnotes_are_numbered_as_the_text_calls_them():
    body = "One[^b], two[^a], \\[^c] one[^b].\n\n[^c]: C.\n[^a]: A[^d].\n[^b]: B.\n[^d]: D."
    tree = parse_markdown(page(body), gaps=()).tree
    calls = [link.text for link in tree.iter("a") if link.get("class") == "footnote-ref"]
    assert calls == ["1", "2", "1", "3"]
    assert ["".join(item.itertext()).strip()[0] for item in tree.iter("li")] == ["B", "A", "D", "C"]


@pytest.mark.parametrize(
    ("heading", "name"), [("معركة", "معركة"), ("Ömer", "omer"), ("長崎の戦い", "長崎の戦い"), ("Siege 2", "siege-2")]
)
def test_a_heading_in_another_script_has_an_address_of_its_own_words(heading, name):
    tree = parse_markdown(page(f"## {heading}"), gaps=()).tree
    assert tree.find("h2").get("id") == name
