"""Pages of Markdown as an edition: what is said of one page, and what only of all."""

from helpers.small_edition import BATTLE, PAGES, document, edition

from gapmark.model import Manuscript
from gapmark.text.pages import parse_edition, surroundings


def codes(pages, **options):
    manuscripts = [
        Manuscript(f"content/{title}.md", title, title, (*role, "other")[0], n, "", body, 6)
        for n, (title, body, *role) in enumerate(pages)
    ]
    made = parse_edition(document(), manuscripts, allow_html=False, **options)
    return made.whole, [(problem.code, problem.where.line) for problem in made.problems]


def test_a_lost_gap_is_named():
    assert codes(PAGES) == (True, [])
    assert codes((*PAGES[:1], *PAGES[2:])) == (True, [("G001", 0)])


def test_nothing_is_missed_where_a_page_could_not_be_read():
    assert codes((*PAGES[:1], *PAGES[2:]), whole=False) == (False, [])
    deep = ("Battle", ">" * 2000 + f" {BATTLE}")
    assert codes((PAGES[0], deep, PAGES[2])) == (False, [("P101", 6)])


def test_a_footnote_that_is_not_there_and_one_that_nothing_calls():
    body = f"{BATTLE}[^7]\n\nMore \\[^9], `[^9]`.[^1]\n\n[^8]: Nobody calls this.\n\n[^1]: This one is."
    assert codes((PAGES[0], ("Battle", body), PAGES[2])) == (True, [("P105", 6), ("P105", 10)])


def test_a_gap_mark_that_is_a_link_is_none():
    for written in ("[gap 1](battle.md)", "[gap 1](https://example.org)", "[gap 1](#w3)"):
        body = BATTLE.replace("[gap 1]", written)
        assert codes((PAGES[0], ("Battle", body), PAGES[2])) == (True, [("G004", 6)])
    assert codes((PAGES[0], ("Battle", BATTLE.replace("[gap 1]", "[gap 1](see below)")), PAGES[2])) == (True, [])


def test_pages_of_ones_own_are_not_compared():
    made = edition((*PAGES, ("Questions", "Why?", "own")))
    assert [page.manuscript.title for page in made.compared] == ["Background", "Battle", "Aftermath"]
    assert made.pages[3].href == "questions.html"


def test_what_stands_round_a_gap():
    assert surroundings(document()) == {1: ("The army held the walls", "and fell back. Few men")}
