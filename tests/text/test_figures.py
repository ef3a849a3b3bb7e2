"""Images of pages and their entries in figures.yaml: what is found, and what an editor is told."""

import pytest

from gapmark.compare.words import read_page_words
from gapmark.model import Manuscript
from gapmark.project.lists import FIGURES
from gapmark.text.figures import figure_name, read_figures
from gapmark.text.images import Image
from gapmark.text.markdown import parse_markdown
from gapmark.text.pages import EditedPage
from gapmark.yamltext.values import Yaml

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"></svg>'
FILES = {"map.svg": DRAWING, "plans/one.svg": DRAWING, "two words.svg": DRAWING}
MAP = "- file: map.svg\n  caption: The  town\n  credit: A. Smith\n  licence: CC0\n"


def page(text, name="battle"):
    path = f"content/{name}.md"
    manuscript = Manuscript(path, name, "Battle", "battle", 2, "", text, 5)
    return EditedPage(manuscript, parse_markdown(manuscript, gaps=()).tree, ())


def read(text, entries=MAP, files=FILES):
    """The figures, and `code place: message` of each problem."""
    yaml = Yaml(entries, "content/figures.yaml", "P020")
    figures, problems = read_figures(yaml.read(FIGURES), [page(text)], files)
    return figures, [f"{p.code} {p.where}: {p.message}" for p in (*yaml.problems, *problems) if p.code != "P025"]


def test_a_figure():
    figures, problems = read("![A map](map.svg)")
    assert problems == []
    assert figures["map.svg"].image == Image("svg", 40, 30)
    figure = figures["map.svg"]
    assert (figure.path, figure.caption, figure.credit, figure.licence, figure.licence_url) == (
        "figures/map.svg", "The town", "A. Smith", "CC0", "",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("src", "name"),
    [
        ("map.svg", "map.svg"),
        ("figures/map.svg", "map.svg"),
        ("./map.svg", "map.svg"),
        ("plans/one.svg", "plans/one.svg"),
        ("two%20words.svg", "two words.svg"),
        ("../static/map.svg", "../static/map.svg"),
    ],
)
def test_names(src, name):
    assert figure_name(src) == name


@pytest.mark.parametrize(
    ("text", "entries", "problems"),
    [
        ("![A map](map.svg)", "", [
            'P021 content/battle.md:5:1: nothing is said about the image "map.svg" in content/figures.yaml']),
        ("Words.\n\n![A map](mop.svg)", MAP, [
            'P022 content/battle.md:7:1: the image "mop.svg" is not in content/figures/']),
        ("![](map.svg)", MAP, ['P023 content/battle.md:5:1: the image "map.svg" has no alternative text']),
        ("![](map.svg)", MAP + "  decorative: true\n", []),
        ("![A](map.svg)", MAP + "  decorative: true\n", [
            'P023 content/battle.md:5:1: the image "map.svg" has alternative text and is called decorative']),
        ("![A](map.svg)\n\n![](map.svg)", MAP, [
            'P023 content/battle.md:7:1: the image "map.svg" has no alternative text']),
        ("![A](map.svg)", MAP + MAP, ['P020 content/figures.yaml:5:3: "map.svg" is described twice']),
        ("![A](map.svg)", MAP + "  licence_url: javascript:x()\n", [
            'P020 content/figures.yaml:5:3: licence_url is "javascript:x()", not a web address']),
        ("![A][m]\n\n[m]: map.svg", MAP, []),
        ("![A](/etc/passwd)", MAP, ['P022 content/battle.md:5:1: the image "/etc/passwd" is not in content/figures/']),
    ],
)  # fmt: skip
def test_problems(text, entries, problems):
    assert read(text, entries)[1] == problems


def test_the_entry_to_paste_is_one_that_is_read():
    figures, problems = read_figures([], [page("![A map](map.svg) ![](plans/one.svg)")], FILES)
    hints = [p.hint.partition("\n")[2] for p in problems if p.code == "P021"]
    entries = "\n".join(hints).replace("credit:", "credit: A").replace("licence:", "licence: CC0") + "\n"
    figures, problems = read("![A map](map.svg) ![](plans/one.svg)", entries)
    assert (sorted(figures), problems) == (["map.svg", "plans/one.svg"], [])


@pytest.mark.parametrize(("name", "data"), [("map.svg", b"BM"), ("map.png", DRAWING), ("map.svg", b"<svg></svg>")])
def test_files_that_are_no_image(name, data):
    figures, problems = read(f"![A]({name})", MAP.replace("map.svg", name), {name: data})
    assert not figures
    assert problems[0].startswith(f"P024 content/figures/{name}: ")


def test_what_no_page_shows():
    _, problems = read_figures(
        Yaml(MAP, "f.yaml", "P020").read(FIGURES), [page("Words.")], {"map.svg": b"", "x.svg": b""}
    )
    assert [f"{p.code} {p.level} {p.where}" for p in problems] == [
        "P025 warning f.yaml:1:3",
        "P025 warning content/figures/x.svg",
    ]


def test_alternative_text_is_no_word_of_the_page():
    tree = page('Here ![A map of it](map.svg "Its title") there.').tree
    assert [word.text for word in read_page_words([("", tree)]).words] == ["Here", "there", "."]
