"""Links between pages."""

import pytest

from gapmark.model import Manuscript
from gapmark.site.links import resolve_links
from gapmark.text.markdown import parse_markdown
from gapmark.text.pages import EditedPage
from gapmark.text.tree import serialise

ANCHORS = {"battle.html": {"ulm", "łódź"}, "gaps.html": {"ledger-1"}, "about.html": ()}
FILES = {"map.svg", "a b/c.pdf", "100%.html"}


def resolve(text):
    """The body's HTML, and `line: message` of each problem."""
    tree = parse_markdown(text, path="content/battle.md", first_line=7, gaps=(1,), allow_html=False).tree
    manuscript = Manuscript("content/battle.md", "battle", "Battle", "battle", 2, "", text, 7)
    page = EditedPage(manuscript, tree, ())
    problems = list(resolve_links(page, ANCHORS, FILES))
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
        ("batle.md", 'L001 9: did you mean "battle.html"?'),
        ("battle.md#ulmm", 'L001 9: did you mean "ulm"?'),
        ("#ulmm", 'L001 9: did you mean "ulm"?'),
        ("about.md#x", "L001 9: about.html has no anchors; leave out #x"),
        ("/etc/passwd", "L001 9: link to a page of content/ (battle.md) or a file of static/"),
        ("../battle.md", 'L001 9: did you mean "battle.html"?'),
        ("zzz", "L001 9: link to a page of content/ (battle.md) or a file of static/"),
        ("http://[", "L002 9: correct it, or put it in `backquotes` if no link is meant"),
    ],
)
def test_bad_links(target, problem):
    assert resolve(f"Text.\n\n[x]({target})")[1] == [problem]


def test_images_are_figures_and_gap_marks_are_links_of_our_own():
    assert resolve("![A map](map.svg) ![None](mop.svg)")[1] == []
    assert resolve("Here [gap 1] there")[1] == []
