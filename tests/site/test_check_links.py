"""Links between pages."""

import pytest

from gapmark.markup.tree import serialise
from gapmark.model import Manuscript
from gapmark.site.check_links import check_links, turn_links
from gapmark.text.markdown import parse_markdown
from gapmark.text.pages import EditedPage

ANCHORS = {"battle.html": {"ulm", "łódź"}, "gaps.html": {"ledger-1"}, "about.html": ()}
PAGE_OR_FILE = "link to a page by its file in content/, or to one of static/"
FILES = {"map.svg", "a b/c.pdf", "100%.html"}


def resolve(text):
    """The body's HTML, and `line: message` of each problem."""
    manuscript = Manuscript("content/battle.md", "battle", "Battle", "battle", 2, "", text, 7)
    tree = parse_markdown(manuscript, gaps=(1,)).tree
    page = EditedPage(manuscript, tree, ())
    problems = list(check_links(page, ANCHORS, FILES))
    turn_links(tree)
    return serialise(tree), [f"{problem.code} {problem.where.line}: {problem.hint}" for problem in problems]


@pytest.mark.parametrize(
    ("target", "href"),
    [
        ("battle.md", "battle.html"),
        ("battle.md#ulm", "battle.html#ulm"),
        ("#ulm", "#ulm"),
        ("battle.html#%C5%82%C3%B3d%C5%BA", "battle.html#%C5%82%C3%B3d%C5%BA"),
        ("./gaps.md#ledger-1", "./gaps.html#ledger-1"),
        ("map.svg", "map.svg"),
        ("a%20b/c.pdf", "a%20b/c.pdf"),
        ("100%25.html", "100%25.html"),
        ("https://example.org/a.md", "https://example.org/a.md"),
        ("//example.org/a.md", "//example.org/a.md"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_good_links(target, href):
    html, problems = resolve(f"[x]({target})")
    if not target.startswith("//"):
        assert f'href="{href}"' in html
    assert problems == []


@pytest.mark.parametrize(
    ("target", "problem"),
    [
        ("batle.md", 'L001 9: did you mean "battle.md"?'),
        ("batle.md#ulm", 'L001 9: did you mean "battle.md#ulm"?'),
        ("batle.html#ulm", 'L001 9: did you mean "battle.html#ulm"?'),
        ("battle.md#ulmm", 'L001 9: did you mean "ulm"?'),
        ("#ulmm", 'L001 9: did you mean "ulm"?'),
        ("about.md#x", "L001 9: about.html has no anchors; leave out #x"),
        ("/etc/passwd", f"L001 9: {PAGE_OR_FILE}"),
        ("../battle.md", 'L001 9: did you mean "battle.md"?'),
        ("zzz", f"L001 9: {PAGE_OR_FILE}"),
        ("www.example.org", 'L001 9: did you mean "https://www.example.org"?'),
        ("example.org/a", 'L001 9: did you mean "https://example.org/a"?'),
        ("ann@example.org", 'L001 9: did you mean "mailto:ann@example.org"?'),
        ("bout.pdf", 'L001 9: did you mean "about.html"?'),
        ("rattle-snake.md", f"L001 9: {PAGE_OR_FILE}"),
        ("http://[", "L002 9: correct it, or put it in `backquotes` if no link is meant"),
    ],
)
def test_bad_links(target, problem):
    assert resolve(f"Text.\n\n[x]({target})")[1] == [problem]


@pytest.mark.parametrize("link", ["[x](<war>)", "[x]( war)", "[x](war 'title')", "[x][y]\n\n[y]: war"])
def test_a_link_is_found_where_it_stands(link):
    """The words before it may hold its address."""
    line = 11 if "[y]" in link else 9
    assert resolve(f"A war of attrition.\n\n{link}")[1] == [f"L001 {line}: {PAGE_OR_FILE}"]


def test_every_link_to_a_missing_page_is_told_with_its_own_line():
    assert resolve("[x](nowhere.md)\n[x](nowhere.md)")[1] == [f"L001 7: {PAGE_OR_FILE}", f"L001 8: {PAGE_OR_FILE}"]


def test_images_are_figures_and_gap_marks_are_links_of_our_own():
    assert resolve("![A map](map.svg) ![None](mop.svg)")[1] == []
    assert resolve("Here [gap 1] there")[1] == []


def test_no_page_of_another_name_is_proposed_for_a_missing_one():
    """The ending that all pages share makes none of them alike."""
    tree = parse_markdown(Manuscript("content/a.md", "a", "A", "own", 1, "", "[x](battle.md)", 1), gaps=()).tree
    page = EditedPage(Manuscript("content/a.md", "a", "A", "other", 1, "", "[x](battle.md)", 1), tree, ())
    (problem,) = check_links(page, {"about.html": (), "a.html": ()}, ())
    assert problem.hint == PAGE_OR_FILE
