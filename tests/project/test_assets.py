"""Templates, static files and figures: a site's own come before those of the program."""

import pytest
from helpers.on_disk import folder

from gapmark.project.assets import load_figures, load_static, load_templates


def paths(files):
    return {file.path: file.data for file in files}


def test_a_template_of_the_sites_own_stands_in_the_place_of_the_default_one():
    default, _ = load_templates(folder())
    made, problems = load_templates(
        folder({"templates/gaps.html": "mine", "templates/more.html": "more", "templates/x.txt": "x"})
    )
    assert problems == []
    assert dict(made) == dict(default) | {"gaps.html": "mine", "more.html": "more", "x.txt": "x"}


def test_what_is_no_template_is_none():
    assert load_templates(folder({"templates/photo.png": b"\xff"}))[0] == load_templates(folder())[0]


def test_a_template_that_is_no_text_is_named_and_the_others_are_read():
    made, problems = load_templates(folder({"templates/gaps.html": b"\xff", "templates/more.html": "more"}))
    assert [(problem.code, problem.where.path) for problem in problems] == [("X001", "templates/gaps.html")]
    assert dict(made)["more.html"] == "more"
    assert dict(made)["gaps.html"] == dict(load_templates(folder())[0])["gaps.html"]


def test_static_files_of_the_sites_own():
    default = paths(load_static(folder())[0])
    made = paths(load_static(folder({"static/copy.js": "mine", "static/a/b.txt": "b"}))[0])
    assert made == default | {"copy.js": b"mine", "a/b.txt": b"b"}


def test_custom_css_is_the_end_of_the_stylesheet_and_no_file_of_its_own():
    default = paths(load_static(folder())[0])
    made = paths(load_static(folder({"static/custom.css": "p { color: red }\n"}))[0])
    assert made == default | {"style.css": default["style.css"].rstrip() + b"\n\np { color: red }\n"}
    both = paths(load_static(folder({"static/custom.css": "b", "static/style.css": "a\n"}))[0])
    assert both["style.css"] == b"a\n\nb"


def test_figures_stand_in_a_folder_and_a_mac_spells_them_like_others():
    files = {"content/figures/cafe\u0301.png": b"p"}
    (figure,), problems = load_figures(folder(files))
    assert (figure.path, figure.data, problems) == ("figures/caf\u00e9.png", b"p", [])


@pytest.mark.parametrize("name", ["a:b.png", "a\\b.png", "a\nb.png", "a.png.gapmark-new", "gapmark-manifest.txt"])
def test_names_that_cannot_be_published(name):
    files, problems = load_figures(folder({f"content/figures/{name}": b"", "content/figures/good.png": b""}))
    assert [(problem.code, problem.where.path) for problem in problems] == [("O008", f"content/figures/{name}")]
    assert [file.path for file in files] == ["figures/good.png"]
