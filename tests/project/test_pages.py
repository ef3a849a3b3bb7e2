"""Pages as an editor left them: front matter and body."""

import pytest
from helpers.on_disk import folder

from gapmark.project.folder import read_folder
from gapmark.project.pages import load_pages, parse_manuscript, without_comments

HEAD = "---\ntitle: Battle\nrole: battle\n---\n"


def parsed(text):
    page, problems = parse_manuscript(text, "content/battle.md")
    return page, [f"{problem.where.line} {problem.code}" for problem in problems]


def test_front_matter_and_body():
    page, problems = parsed("---\ntitle: Battle\nrole: battle\norder: 7\ndescription: It was\n---\n\nWords.\n")
    assert problems == []
    assert (page.name, page.title, page.role, page.order, page.description) == (
        "battle",
        "Battle",
        "battle",
        7,
        "It was",
    )
    assert (page.body, page.first_line) == ("\nWords.\n", 7)


@pytest.mark.parametrize(
    ("role", "order"), [("background", 1), ("battle", 2), ("aftermath", 3), ("sources", 4), ("other", 5), ("own", 6)]
)
def test_without_an_order_pages_stand_by_their_roles(role, order):
    assert parsed(f"---\ntitle: x\nrole: {role}\n---\n")[0].order == order


@pytest.mark.parametrize(
    ("text", "problems", "title", "body"),
    [
        ("Words.\n", ["1 P001"], "battle", "Words.\n"),
        ("---\ntitle: x\nWords.\n", ["1 P001"], "battle", "---\ntitle: x\nWords.\n"),
        ("---\nrole: battle\n---\nWords.\n", ["2 P001"], "battle", "Words.\n"),
        ("---\ntitle: x\nrle: y\n---\nWords.\n", ["3 P001"], "x", "Words.\n"),
        ("---\ntitle: x\nrole: king\n---\n", ["3 P001"], "x", ""),
        ("---  \ntitle: x\n--- \t\n---\n", [], "x", "---\n"),
        ("---\ntitle: x\n---", [], "x", ""),
    ],
)
def test_what_is_wrong_with_the_head_of_a_page(text, problems, title, body):
    page, found = parsed(text)
    assert (found, page.title, page.body) == (problems, title, body)


def test_pages_stand_in_their_order_and_leftovers_are_named():
    files = folder(
        {"content/zoo.md": HEAD, "content/abc.md": HEAD, "content/first.md": "---\ntitle: A\norder: 1\n---\n"}
    )
    pages, problems = load_pages(files)
    assert [page.name for page in pages] == ["first", "abc", "zoo"]
    assert problems == []


def test_names_that_are_no_address_and_no_pages_at_all():
    _, problems = load_pages(folder({"content/Two words.md": HEAD}))
    assert [(problem.code, problem.where.path) for problem in problems] == [("P002", "content/Two words.md")]
    pages, (problem,) = load_pages(folder())
    assert (pages, problem.code, problem.where.path) == ((), "P003", "content")


def test_a_page_that_is_no_text_leaves_the_others():
    pages, (problem,) = load_pages(folder({"content/a.md": b"\xff", "content/b.md": HEAD}))
    assert ([page.name for page in pages], problem.code) == (["b"], "X001")


@pytest.mark.parametrize(
    ("body", "left"),
    [
        ("a <!-- x --> b", "a  b"),
        ("<!-- x\n\ny -->\nText", "\n\n\nText"),
        ("`<!-- a -->` <!-- b -->", "`<!-- a -->` "),
        ("a ` b <!-- x -->", "a ` b "),
        ("<!-- [gap 1] -->", ""),
        ("&lt;!-- x -->", "&lt;!-- x -->"),
    ],
)
def test_comments_are_the_editors_and_lines_keep_their_numbers(body, left):
    assert without_comments(body) == left


def test_a_comment_without_end():
    assert parsed(f"{HEAD}\nText.\n\n<!-- ask the archive\n")[1] == ["8 P107"]
    assert parsed(f"{HEAD}\nThe sign `<!--` is code.\n")[1] == []


def test_a_draft_is_left_out_but_for_the_preview(tmp_path):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/notes.md").write_text("---\ntitle: Notes\nrole: own\ndraft: true\n---\n\nx\n")
    pages, problems = load_pages(read_folder(tmp_path))
    assert (pages, [p.code for p in problems]) == ((), ["P007"])
    pages, problems = load_pages(read_folder(tmp_path), drafts=True)
    assert ([page.name for page in pages], problems) == (["notes"], [])


def test_only_an_own_page_can_be_a_draft():
    _, problems = parse_manuscript("---\ntitle: x\nrole: battle\ndraft: true\n---\n", "content/battle.md")
    assert [str(p.where) for p in problems] == ["content/battle.md:4:1"]


def test_old_addresses_are_those_of_pages():
    page, problems = parse_manuscript("---\ntitle: x\nformerly: a.html, b-2.html\n---\n", "content/x.md")
    assert (page.formerly, problems) == (("a.html", "b-2.html"), [])
    _, problems = parse_manuscript("---\ntitle: x\nformerly: ../a.html\n---\n", "content/x.md")
    assert "../a.html" in problems[0].message
