"""content/ and site.yaml as records."""

import pytest

from gapmark.project.assets import load_static, load_templates
from gapmark.project.folder import read_folder
from gapmark.project.load import load_project
from gapmark.project.pages import parse_manuscript
from gapmark.project.phrases import flatten
from gapmark.project.settings import load_headings, load_settings
from gapmark.yamltext.values import Yaml


def page(text):
    return parse_manuscript(text, "content/battle.md")


def test_front_matter_and_body():
    found, problems = page("---\ntitle: The fight\nrole: battle\norder: 1.5\n---\n\nText\n---\nmore\n")
    assert problems == []
    assert (found.title, found.role, found.order, found.name) == ("The fight", "battle", 1.5, "battle")
    assert (found.body, found.first_line) == ("\nText\n---\nmore\n", 6)


def test_defaults():
    found, problems = page("--- \ntitle: x\n---")
    assert (found.role, found.order, found.description, found.body) == ("other", 5, "", "")
    assert problems == []


@pytest.mark.parametrize("text", ["", "Text", "---\ntitle: x\n", "\n---\ntitle: x\n---\n", "----\ntitle: x\n----\n"])
def test_without_front_matter(text):
    found, problems = page(text)
    assert [(problem.code, problem.where.line) for problem in problems] == [("P001", 1)]
    assert found.body == text


def test_lines_of_problems_are_those_of_the_file():
    _, problems = page("---\ntitle: x\ncolour: red\n---\n")
    assert str(problems[0].where) == "content/battle.md:3:1"


def test_pages_stand_in_their_order(project):
    for name, order in (("z", -1), ("a", 7), ("own", 1.5)):
        (project / "content" / f"{name}.md").write_text(f"---\ntitle: {name}\norder: {order}\n---\n", "utf-8")
    assert [page.name for page in load_project(project).manuscripts] == ["z", "own", "battle", "a"]


def test_files_of_editors_programs_are_no_pages(project):
    (project / "content" / ".#battle.md").write_text("lock", "utf-8")
    (project / "content" / "battle.md~").write_text("old", "utf-8")
    (project / "content" / "battle.md.old").write_text("old", "utf-8")
    loaded = load_project(project)
    assert (len(loaded.manuscripts), loaded.problems) == (1, ())


@pytest.mark.parametrize("name", ["../1", "a b", "a/b", ".1", ""])
def test_a_source_id_is_a_file_name(project, name):
    (project / "content" / "site.yaml").write_text(f'title: x\nsource:\n  id: "{name}"\n', "utf-8")
    settings, problems = load_settings(read_folder(project))
    assert settings["source"]["id"] == ""
    assert [problem.code for problem in problems] == ["C001"] * bool(name)
    assert load_project(project).source.path == "content/source/1.txt"


@pytest.mark.parametrize(
    "address", ["www.example.org", "javascript:x", "ftp://example.org", "https://", "https://[", "https://a b", "//a"]
)
def test_addresses_are_those_of_the_web(project, address):
    with (project / "content" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f'base_url: "{address}"\n')
    settings, problems = load_settings(read_folder(project))
    assert settings["base_url"] == ""
    assert [str(problem.where) for problem in problems] == ["content/site.yaml:4:1"]


@pytest.mark.parametrize(
    "address",
    [
        "https://github.com/ann/ulm/edit/main/{file}",
        "mailto:ann@example.org?subject={file}",
        "https://example.org/?f={file}&x=1",
    ],
)
def test_an_address_for_corrections(project, address):
    with (project / "content" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f'edit_url: "{address}"\n')
    settings, problems = load_settings(read_folder(project))
    assert (settings["edit_url"], problems) == (address, [])


@pytest.mark.parametrize(
    ("address", "right"),
    [
        ("https://github.com/ann/ulm", "https://github.com/ann/ulm/edit/main/{file}"),
        ("https://github.com/ann/ulm.git", "https://github.com/ann/ulm/edit/main/{file}"),
        ("mailto:ann@example.org", "mailto:ann@example.org?subject={file}"),
        ("mailto:ann@example.org?cc=b@example.org", "mailto:ann@example.org?cc=b@example.org&subject={file}"),
        ("javascript:alert('{file}')", "mailto:YOU@example.org"),
        ("http://example.org/{file}", "https://"),
        ("https://{file}", "https://"),
        ("https://{file}/x", "https://"),
        ("mailto:{file}", "mailto:YOU"),
        ("https://example.org/ {file}", "https://"),
        ("https://[/{file}", "https://"),
        ("https://example.org/{page}/{file}", "{file}"),
        ("//example.org/{file}", "https://"),
    ],
)
def test_an_address_for_corrections_is_checked(project, address, right):
    with (project / "content" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f'edit_url: "{address}"\n')
    settings, problems = load_settings(read_folder(project))
    assert settings["edit_url"] == ""
    assert [(str(problem.where), right in problem.hint) for problem in problems] == [("content/site.yaml:4:1", True)]


def test_own_headings_come_first(project):
    (project / "content" / "headings.yaml").write_text("battle:\n  exact: [the brawl]\n", "utf-8")
    (own, default), problems = load_headings(read_folder(project))
    assert problems == []
    assert own["battle"]["exact"] == ("the brawl",)
    assert own["aftermath"] == {"exact": (), "contains": (), "weak": ()}
    assert "battle" in default["battle"]["exact"]


def test_own_templates_and_static_files_come_first(project):
    for name, text in (("templates/page.html", "own"), ("static/style.css", "own"), ("static/a b/c.txt", "c")):
        (project / name).parent.mkdir(parents=True, exist_ok=True)
        (project / name).write_text(text, "utf-8")
    (project / "static" / ".DS_Store").write_text("", "utf-8")
    templates = dict(load_templates(read_folder(project))[0])
    assert templates["page.html"] == "own"
    assert "base.html" in templates
    static = {file.path: file.data for file in load_static(read_folder(project))[0]}
    assert (static["style.css"], static["a b/c.txt"], ".DS_Store" in static) == (b"own", b"c", False)


def test_custom_css_ends_the_stylesheet(project):
    (project / "static").mkdir()
    (project / "static" / "custom.css").write_text(":root { --accent: teal; }\n", "utf-8")
    static = {file.path: file.data for file in load_static(read_folder(project))[0]}
    assert static["style.css"].startswith(b"/* The look of the site")
    assert static["style.css"].endswith(b"}\n\n:root { --accent: teal; }\n")
    assert "custom.css" not in static


@pytest.mark.parametrize("name", ["a\nb.txt", "a:b.txt", "x.gapmark-new", "gapmark-manifest.txt", "\udcff.txt"])
def test_file_names_that_the_manifest_cannot_hold(project, name):
    (project / "static").mkdir()
    try:
        (project / "static" / name).write_text("", "utf-8")
    except (OSError, UnicodeError):
        pytest.skip("this system has no such names")
    files, problems = load_static(read_folder(project))
    assert [problem.code for problem in problems] == ["O008"]
    assert "style.css" in [file.path for file in files]


def test_two_names_that_look_the_same_are_both_kept(project):
    """So that the check of two files with one path finds them."""
    (project / "static").mkdir()
    for name in ("caf\u00e9.txt", "cafe\u0301.txt"):
        (project / "static" / name).write_text("", "utf-8")
    if len(list((project / "static").iterdir())) < 2:
        pytest.skip("this system has not two such names")
    files, _ = load_static(read_folder(project))
    assert [file.path for file in files].count("caf\u00e9.txt") == 2


def test_flatten():
    yaml = Yaml("a:\n  b: x\n  c:\n    one: 1\n    other: 2\nd: y", "x.yaml", "C006")
    flat = flatten(yaml.root)
    assert list(flat) == ["a.b", "a.c", "d"]
    assert (flat["a.b"].text, flat["d"].where.line) == ("x", 6)


@pytest.mark.parametrize(
    ("written", "right"),
    [
        ("https://a.github.io/exford/index.html", "https://a.github.io/exford/"),
        ("https://a.org/exford/?x=1", "https://a.org/exford/"),
        ("https://a.org/exford#top", "https://a.org/exford"),
        ("https://github.com/ann/exford", "https://ann.github.io/exford/"),
        ("https://github.com/ann/exford.git", "https://ann.github.io/exford/"),
        ("https://github.com/ann/exford/tree/main", "https://ann.github.io/exford/"),
        ("https://gitlab.com/ann/exford/", "https://ann.gitlab.io/exford/"),
    ],
)
def test_an_address_that_is_no_folder_of_a_site_is_not_used(tmp_path, written, right):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text(f"title: x\nbase_url: {written}\n")
    settings, problems = load_settings(read_folder(tmp_path))
    assert settings["base_url"] == ""
    assert [p.hint for p in problems if "base_url" in p.message] == [f"write base_url: {right}"]


@pytest.mark.parametrize(
    "written", ["https://a.org", "https://a.org/x.y/", "https://ann.github.io/exford/", "https://a.org/v1.0"]
)
def test_other_addresses_are(tmp_path, written):
    (tmp_path / "content").mkdir()
    (tmp_path / "content/site.yaml").write_text(f"title: x\nbase_url: {written}\n")
    assert load_settings(read_folder(tmp_path))[0]["base_url"] == written
