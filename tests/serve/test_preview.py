"""The site in memory: never stale, and whole behind an error."""

import pytest

from gapmark.problems.errors import failure
from gapmark.serve import preview as preview_module
from gapmark.serve.preview import Preview, SiteState


@pytest.fixture
def told():
    return []


@pytest.fixture
def preview(project, told):
    made = Preview(project, lambda problems, seconds: told.append([p.code for p in problems]))
    made.refresh()
    return made


@pytest.fixture
def page(project):
    return next((project / "content").glob("*.md"))


def words_of(preview, page):
    return preview.file(f"{page.stem}.html")


def add(page, words):
    page.write_text(f"{page.read_text('utf-8').rstrip()}\n\n{words}\n", "utf-8")


def test_a_save_is_seen_by_the_next_request(preview, page):
    before = preview.version
    for number in range(12):  # a burst
        add(page, f"Words {number} of a burst.")
        assert f"Words {number} of" in words_of(preview, page).decode()
    assert preview.version == before + 12


def test_nothing_new_is_nothing_new(preview, page):
    preview.file("index.html")
    before = preview.version
    page.write_bytes(page.read_bytes())
    preview.refresh()
    assert preview.version == before


def test_every_file_of_the_site_is_there(preview, project, gapmark):
    assert gapmark()[0] == 0
    site = project / "_site"
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    built = {path: (site / path).read_bytes() for path in paths if path != "gapmark-manifest.txt"}
    assert {path: preview.file(path) for path in built} == built
    assert preview.file("gapmark-manifest.txt") is None


def test_an_error_leaves_the_site_of_before(preview, page, told):
    preview.finish()
    good = words_of(preview, page)
    text = page.read_text("utf-8")
    page.write_text("no front matter", "utf-8")
    assert words_of(preview, page) == good
    assert "P001" in {problem.code for problem in preview.problems}
    assert "P001" in told[-1]
    page.write_text(text, "utf-8")
    assert words_of(preview, page) == good
    assert not preview.problems


def test_an_error_from_the_start(project, told):
    (project / "content" / "site.yaml").unlink()
    preview = Preview(project, lambda problems, seconds: told.append(problems))
    assert preview.file("index.html") is None
    assert next(problem.code for problem in preview.problems) == "C001"


def test_a_template_that_fails_is_told_of(preview, project, page):
    preview.finish()
    good = words_of(preview, page)
    (project / "templates").mkdir()
    (project / "templates" / "page.html").write_text("{{ nothing }}", "utf-8")
    assert words_of(preview, page) == good
    assert [problem.code for problem in preview.problems] == ["T003"]


def test_what_only_the_finished_bytes_show_is_told_of(preview, project, told):
    preview.finish()
    (project / "templates").mkdir()
    (project / "templates" / "about.html").write_text('<a href="nowhere.html">x</a>', "utf-8")
    preview.refresh()
    assert not preview.problems
    preview.finish()
    assert [problem.code for problem in preview.problems] == ["L005"]
    assert told[-1] == ["L005"]


def test_what_is_made_twice_at_once_is_told_once(preview, told, monkeypatch):
    """By a browser that asks for more while it is made for nobody."""
    finish = SiteState.finish

    def meanwhile(shown):
        monkeypatch.undo()
        preview.finish()
        return finish(shown)

    monkeypatch.setattr(SiteState, "finish", meanwhile)
    preview.finish()
    assert len(told) == 1


def test_a_folder_that_goes_and_comes_back(preview, project, page):
    preview.finish()
    good = words_of(preview, page)
    (project / "content").rename(project / "away")
    assert words_of(preview, page) == good
    assert preview.problems
    (project / "away").rename(project / "content")
    assert words_of(preview, page) == good
    assert not preview.problems


def test_a_save_by_renaming(preview, page):
    fresh = page.with_name(".swap")
    fresh.write_text(page.read_text("utf-8") + "\n\nWords by renaming.\n", "utf-8")
    fresh.replace(page)
    assert b"Words by renaming." in words_of(preview, page)


HALVES = {
    "nothing yet": lambda data: b"",
    "half of the front matter": lambda data: data[: data.index(b"\n---") - 3],
    "half of a letter": lambda data: data + "Łódź".encode()[:-1],
}


@pytest.mark.parametrize("half", HALVES)
def test_a_page_that_is_half_written(preview, page, half):
    """The site stands as it was until the rest comes."""
    preview.finish()
    good, data = words_of(preview, page), page.read_bytes()
    page.write_bytes(HALVES[half](data))
    assert words_of(preview, page) == good
    assert preview.problems
    page.write_bytes(data + b"\n\nWords of the second half.\n")
    assert b"Words of the second half." in words_of(preview, page)
    assert not preview.problems


def test_a_list_that_is_half_written(preview, project, page):
    preview.finish()
    good = words_of(preview, page)
    settings = project / "content" / "site.yaml"
    data = settings.read_bytes()
    settings.write_bytes(data + b'editor: "no end')
    assert words_of(preview, page) == good
    assert preview.problems
    settings.write_bytes(data)
    assert words_of(preview, page) == good
    assert not preview.problems


def test_a_folder_that_cannot_be_read_is_a_problem(preview, page, told, monkeypatch):
    preview.finish()
    good = words_of(preview, page)

    def fail(_, **_options):
        raise failure("O005", "content", "can't be read", "give yourself permission")

    with monkeypatch.context() as patch:
        patch.setattr("gapmark.serve.preview.load_project", fail)
        add(page, "Words that nobody can read.")
        assert words_of(preview, page) == good
    assert [problem.code for problem in preview.problems] == told[-1] == ["O005"]
    add(page, "Words that anybody can read.")
    assert b"Words that anybody can read." in words_of(preview, page)


def test_nothing_is_written(preview, project, page):
    before = {path for path in project.rglob("*") if "content" not in path.parts}
    words_of(preview, page)
    preview.finish()
    assert {path for path in project.rglob("*") if "content" not in path.parts} == before


def test_a_file_that_is_there_only_while_the_project_is_read(preview, project, page, told, monkeypatch):
    load = preview_module.load_project

    def load_beside_another(root, **options):
        (project / "content" / "odd name.md").write_text("---\ntitle: x\n---\n")
        try:
            return load(root, **options)
        finally:
            (project / "content" / "odd name.md").unlink()

    monkeypatch.setattr(preview_module, "load_project", load_beside_another)
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    preview.refresh()
    assert preview.problems
    monkeypatch.undo()
    preview.refresh()
    assert not preview.problems


def test_another_run_that_takes_long_is_waited_for(preview, page, told, monkeypatch):
    def refuse(_, **_options):
        raise failure("O009", ".", "another run", "wait")

    monkeypatch.setattr(preview_module, "load_project", refuse)
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    preview.refresh()
    version = preview.version
    preview.refresh()
    assert preview.problems
    assert preview.version == version
    monkeypatch.undo()
    preview.refresh()
    assert not preview.problems


def test_who_waits_is_told(preview, page):
    assert preview.wait(preview.version, 0.01) == preview.version
    assert preview.wait(preview.version - 1, 60) == preview.version
