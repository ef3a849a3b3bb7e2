"""The index of the search: what is in it, and that it can't be read as anything else. Finding: test_browser_search."""

import json
from xml.etree.ElementTree import fromstring

import pytest

from gapmark.exports.search import passages


def found(html):
    return list(passages(fromstring(f"<div>{html}</div>")))


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p id='w2'>On <em>6</em>\n Feb&amp;<br/>1</p>", [("w2", "On 6 Feb& 1", 0, 0)]),
        ("<h2 id='w2'>A</h2><p>b</p>", [("w2", "A", 1, 0), ("w2", "b", 0, 0)]),
        ("<ul><li id='w2'>a<p>b</p> c</li></ul>", [("w2", "a", 0, 0), ("w2", "b", 0, 0), ("w2", "c", 0, 0)]),
        ("<p><a class='address' href='#w2'>2</a>a<a class='change-sign'>°</a>b</p>", [("", "ab", 0, 2)]),
        ("<p><a class='address' href='#w2'>٢</a>a <a class='address to-source'>x</a></p>", [("", "a", 0, 2)]),
        ("<p>a<sup><a class='footnote-ref'>1</a></sup></p>", [("", "a", 0, 0)]),
        ("<p><span class='place'>a <a class='change' href='x'>b</a></span>\u2028c</p>", [("", "a b c", 0, 0)]),
        ("<p></p><p> </p>", []),
    ],
)
def test_passages(html, expected):
    assert found(html) == expected


@pytest.mark.parametrize(
    ("html", "pieces"),
    [
        ("a <a class='gap'>[10]</a>, b", ["a ", "[10]", ", b"]),
        ("<a class='gap'>[10]</a> b", ["", "[10]", " b"]),
        ("a <a class='gap'>[1]</a><a class='gap'>[2]</a>", ["a ", "[1]", "", "[2]", ""]),
        ("a <a class='gap supplied'>[x y]</a> b", ["a ", "", "[x y]", "", " b"]),
        ("<a class='gap'>[\n10]</a>", ["", "[ 10]", ""]),
    ],
)
def test_every_second_piece_is_the_label_of_a_gap(html, pieces):
    ((_, words, _, _),) = found(f"<p>{html}</p>")
    assert words.split("\n") == pieces


@pytest.fixture
def index(project, gapmark):
    """Builds the project and reads its index."""

    def build(setting="on", page=""):
        site = project / "content" / "site.yaml"
        site.write_text(site.read_text("utf-8") + f"search: {setting}\n", "utf-8")
        if page:
            (project / "content" / "notes.md").write_text(
                f"---\ntitle: My <notes>\nrole: own\n---\n\n{page}\n", "utf-8"
            )
        assert gapmark("build")[0] == 0
        return project / "_site" / "search-index.js"

    return build


def test_index(index):
    text = index(page="A <script> and </script> & a line\u2028end.").read_text("utf-8")
    assert not {"<", "\u2028", "\u2029"} & set(text)
    assert text.startswith("var gapmarkIndex = {")
    made = json.loads(text.removeprefix("var gapmarkIndex = ").removesuffix(";\n"))
    assert made["pages"][-1] == ["My <notes>", "notes.html", "From the editor"]
    number = len(made["pages"]) - 1
    assert [number, "", "My <notes>", 1, 0] in made["passages"]
    assert [number, "", "A <script> and </script> & a line end.", 0, 0] in made["passages"]
    assert made["phrases"]["count"]["one"] == "1 passage"


def test_a_site_has_all_of_the_search_or_nothing_of_it(index):
    made = index("auto")
    assert not made.exists()
    assert not made.with_name("search.js").exists()
    assert "search" not in made.with_name("battle.html").read_text("utf-8")
    made.parent.parent.joinpath("content", "site.yaml").write_text(
        made.parent.parent.joinpath("content", "site.yaml").read_text("utf-8").replace("search: auto", ""), "utf-8"
    )
    assert index("on").exists()
    assert made.with_name("search.js").exists()
    page = made.with_name("battle.html").read_text("utf-8")
    assert '<form class="search" role="search" hidden' in page
    assert '<noscript><p><a href="edition.html">' in page
