"""Checks on finished bytes."""

from io import BytesIO
from zipfile import ZipFile

import pytest

from gapmark.model import OutputFile
from gapmark.render.check_output import check_characters, check_site


def check(**pages):
    files = [OutputFile(f"{name}.html", text.encode(), f"content/{name}.md") for name, text in pages.items()]
    return codes([*files, OutputFile("style.css", b""), OutputFile("a/b c.svg", b"")])


def codes(files):
    return [f"{problem.code} {problem.where}" for problem in check_site(files)]


def test_a_link_of_a_template_is_told_once_and_there():
    files = [OutputFile(f"{name}.html", b'<a href="nowhere.html">', name) for name in ("battle", "index")]
    templates = (("a.html", "<p>"), ("base.html", '<p aria-current="nowhere.html">\n<a href="nowhere.html">'))
    assert [str(problem.where) for problem in check_site(files, "", templates)] == ["templates/base.html:2"]
    assert [str(problem.where) for problem in check_site(files)] == ["battle.html:1", "index.html:1"]


@pytest.mark.parametrize(
    "html",
    [
        '<a href="#x" id="x">', '<a href="battle.html#x"><p id="x">', '<link rel="stylesheet" href="style.css">',
        '<img src="a/b%20c.svg">', '<a href="https://example.org/">', '<a href="mailto:a@example.org">', "<a href>",
        '<img src="data:image/png;base64,x">', "<p id>", '<p id=""><p id="">', "<![foo[ x", "<!-- <!DOCTYPE [<!", "<",
        '<link rel="canonical" href="https://example.org/">', '<a href="battle.html?x=1#">', "</p id='x'>",
    ],
)  # fmt: skip
def test_good_pages(html):
    assert check(battle=html) == []


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<p id="x">\n<p id="x">', "P010 battle.html:2"),
        ('<img src="https://example.org/a.png">', "L006 battle.html:1"),
        ('<script src="//example.org/a.js">', "L006 battle.html:1"),
        ('<link rel="icon" href="https://example.org/">', "L006 battle.html:1"),
        ('<video poster="http://example.org/a.png">', "L006 battle.html:1"),
        ('<a href="nowhere.html">', "L005 battle.html:1"),
        ('<a href="/battle.html">', "L005 battle.html:1"),
        ('<a href="../battle.html">', "L005 battle.html:1"),
        ('<a href="#nowhere">', "L005 battle.html:1"),
        ('<a href="battle.html#nowhere">', "L005 battle.html:1"),
        ('<a href="http://[">', "L005 battle.html:1"),
        ('<a href="file name.html">', "L005 battle.html:1"),
    ],
)
def test_bad_pages(html, expected):
    assert check(battle=html) == [expected]


def test_bytes_that_are_no_text():
    assert codes([OutputFile("a.html", b"\xff<p id='x'><a href='#x'>")]) == []


@pytest.mark.parametrize(
    ("first", "second"), [("a.html", "a.html"), ("a.html", "A.HTML"), ("a", "a/b.css"), ("A/b", "a/b/c/d.css")]
)
def test_two_makers_of_one_path(first, second):
    files = [OutputFile(first, b"", "templates/a"), OutputFile(second, b"", "static/b")]
    assert codes(files) == ["O007 static/b"]
    assert len(codes(files[::-1])) == 1


@pytest.mark.parametrize("name", ["battle.html", "changes.json", "gaps.csv", "edition.xml", "a.txt", "style.css"])
def test_no_file_of_text_has_a_control_character(name):
    for character in "\x00\x08\x0b\x1f\x7f":
        (problem,) = check_characters([OutputFile(name, f"a\nb {character} c".encode())])
        assert (problem.where.path, problem.where.line) == (name, 2)
        assert f"U+{ord(character):04X}" in problem.message
    assert not list(check_characters([OutputFile(name, "\ufeffa\r\n\tb é".encode()), OutputFile("a.png", b"\x00")]))


def test_no_chapter_of_the_book_has_one():
    book = BytesIO()
    with ZipFile(book, "w") as archive:
        archive.writestr("a.xhtml", "a")
        archive.writestr("b.xhtml", "a\x00")
        archive.writestr("c.png", "a\x00")
    (problem,) = check_characters([OutputFile("edition.epub", book.getvalue())])
    assert problem.where.path == "edition.epub/b.xhtml"


def test_two_makers_of_one_path_are_all_that_is_told():
    html = b'<!doctype html><a href="nowhere.html">x</a>'
    found = check_site([OutputFile("a.html", html), OutputFile("a.html", html, "static/a.html")])
    assert [problem.code for problem in found] == ["O007"]
