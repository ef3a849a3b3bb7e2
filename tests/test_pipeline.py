"""build() from end to end, and the law that bad input gives a message."""

import os
from pathlib import Path

import pytest
from helpers.small_edition import entry
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gapmark.pipeline import build, make_site, problems_to_show
from gapmark.problems.errors import FAILED, USAGE, GapmarkError
from gapmark.problems.location import Location, Problem
from gapmark.project.allowances import Stretch
from gapmark.project.files import MANIFEST, list_files
from gapmark.project.load import load_project

ANYTHING = settings(
    max_examples=5, deadline=None, database=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


def tree(folder):
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in list_files(folder)}


def test_two_builds_are_one(sample):
    first, written = build(sample, sample / "_site")
    times = {path: path.stat().st_mtime_ns for path in list_files(sample / "_site")}
    again, rewritten = build(sample, sample / "_site")
    build(sample, sample / "other")
    assert (first.counts()["gaps"], first.problems, rewritten) == (2, (), 0)
    assert written == len(times) - 1
    assert again.files == first.files
    assert times == {path: path.stat().st_mtime_ns for path in list_files(sample / "_site")}
    assert tree(sample / "_site") == tree(sample / "other")


def test_from_another_folder(project, tmp_path, monkeypatch):
    build(project, project / "_site")
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    build(project, project / "other")
    build(Path(os.path.relpath(project)), elsewhere / "third")
    assert tree(project / "_site") == tree(project / "other") == tree(elsewhere / "third")


def test_a_page_that_is_gone_goes_and_a_strangers_file_stays(project):
    extra = project / "content" / "extra.md"
    extra.write_text("---\ntitle: More\nrole: own\n---\n\nMore.\n", "utf-8")
    build(project, project / "_site")
    (project / "_site" / "CNAME").write_text("example.org", "utf-8")
    assert (project / "_site" / "extra.html").is_file()
    extra.unlink()
    build(project, project / "_site")
    assert not (project / "_site" / "extra.html").exists()
    assert (project / "_site" / "CNAME").read_text("utf-8") == "example.org"
    assert "CNAME" not in (project / "_site" / MANIFEST).read_text("utf-8")


def test_an_error_leaves_the_old_site_whole(project):
    build(project, project / "_site")
    before = tree(project / "_site")
    with (project / "content" / "battle.md").open("a", encoding="utf-8") as page:
        page.write("\n[nowhere](nowhere.md)\n")
    with pytest.raises(GapmarkError) as caught:
        build(project, project / "_site")
    assert caught.value.code == FAILED
    assert tree(project / "_site") == before


def test_all_problems_are_shown_at_once_and_settings_decide_the_code(project):
    (project / "content" / "battle.md").write_text("---\ntitle: x\nrle: y\n---\n[gap 9] [x](y.md)\n", "utf-8")
    (project / "content" / "zoo.md").write_bytes(b"\xff")
    (project / "content" / "site.yaml").write_text("titel: x\nsource: {id: '1'}\n", "utf-8")
    with pytest.raises(GapmarkError) as caught:
        make_site(load_project(project))
    assert caught.value.code == USAGE
    assert {problem.code for problem in caught.value.problems} == {
        "P001",
        "G003",
        "X001",
        "C001",
    }  # a link may lead to zoo.html


def test_strict_makes_warnings_errors(project):
    (project / "content" / "battle.md.new").write_text("", "utf-8")
    assert [problem.level for problem in make_site(load_project(project)).problems] == ["warning"]
    with pytest.raises(GapmarkError) as caught:
        make_site(load_project(project), strict=True)
    assert [problem.code for problem in caught.value.problems] == ["P004"]


def warning(code, line=1, level="warning"):
    return Problem(code, level, "words", Location("a.md", line), "hint")


LOST = {
    "a page that is no text": ("content/battle.md", lambda text: text.replace("early", "\udce9"), ["X001"]),
    "a page without its front matter": ("content/battle.md", lambda text: text[4:], ["P001"]),
    "a slip in the reasons": ("content/changes.yaml", lambda text: text + "- [\n", ["X002"]),
    "a slip in the fields": ("content/fields.yaml", lambda text: "- [\n", ["X006"]),
}


@pytest.mark.parametrize("case", LOST)
def test_what_depends_on_a_file_that_could_not_be_read_is_not_judged(sample, case):
    name, change, codes = LOST[case]
    path = sample / name
    text = path.read_text("utf-8") if path.exists() else ""
    if "early" not in text:
        text += "early"
    path.write_bytes(change(text).encode("utf-8", "surrogateescape"))
    with pytest.raises(GapmarkError) as caught:
        build(sample, sample / "_site", strict=True)
    assert [problem.code for problem in caught.value.problems] == codes


def test_pages_that_went_with_their_gaps_are_one_error(sample):
    (sample / "content" / ".imported").write_text("0  battle.md\n0  aftermath.md\n", "utf-8")
    (sample / "content" / "battle.md").unlink()
    (sample / "content" / "aftermath.md").unlink()
    with pytest.raises(GapmarkError) as caught:
        build(sample, sample / "_site")
    (gone,) = [problem for problem in caught.value.problems if problem.level == "error"]
    assert gone.message.startswith("import wrote this page, and it is gone, and so is content/")
    assert "; gaps 1, 2 and the words round them" in gone.message


def test_no_entry_is_to_be_deleted_while_a_page_is_missing(sample):
    gaps = "- gap: 2\n  words: w\n  witness: {title: t, address: a, revision: r}\n  editor: e\n  date: 2024\n"
    (sample / "content" / "gaps.yaml").write_text(gaps, "utf-8")
    (sample / "content" / ".imported").write_text("0  background.md\n0  battle.md\n0  source/1.txt\nx\n", "utf-8")
    (sample / "content" / "background.md").unlink()
    (sample / "content" / "aftermath.md").unlink()
    with pytest.raises(GapmarkError) as caught:
        build(sample, sample / "_site")
    problems = caught.value.problems
    (gone,) = [problem for problem in problems if problem.level == "error"]
    assert (gone.code, gone.where.path) == ("G001", "content/background.md")
    assert gone.message == ("import wrote this page, and it is gone; gap 2 and the words round it stand on no page")
    assert not [problem for problem in problems if "delete" in problem.hint]
    assert not [problem for problem in problems if problem.code == "X021"]  # its words are missing for the same cause


def test_a_warning_is_allowed_where_it_is():
    def settled(problems, *places):
        allow = [entry(code="X022", place=place, reason="seen") for place in places]
        return [(str(p.where), p.code, p.level) for p in problems_to_show(problems, allow, strict=False)]

    found = [warning("X022", 9), warning("X022", 91), warning("X023", 9), warning("X022", 9, "error")]
    left = [("a.md:9", "X022", "error"), ("a.md:9", "X023", "warning"), ("a.md:91", "X022", "warning")]
    assert settled(found, "a.md:9") == left
    assert settled(found[:2], "a.md") == []
    ((_, code, _),) = settled(found[:1], "a.md:9", "a.md:2")
    assert code == "C005"


def test_a_warning_is_allowed_by_the_name_of_its_entry_whatever_lines_move():
    stretches = (Stretch("a.md", 9, 12),)
    allow = [entry(code="X022", entry="Ulm", place="", reason="seen", stretches=stretches)]
    assert problems_to_show([warning("X022", 9), warning("X022", 12)], allow, strict=False) == ()
    found = problems_to_show([warning("X022", 13)], allow, strict=False)
    assert sorted(p.code for p in found) == ["C005", "X022"]
    allow[0]["place"] = "a.md:400"
    assert problems_to_show([warning("X022", 9)], allow, strict=False) == ()


def test_an_acceptance_whose_line_moved_is_told_how_to_write_it():
    allow = [entry(code="X022", place="a.md:3", reason="seen")]
    found = problems_to_show([warning("X022", 9)], allow, strict=False)
    (hint,) = [p.hint for p in found if p.code == "C005"]
    assert "a.md:9" in hint
    assert "entry:" in hint
    assert "delete" not in hint


def test_while_a_list_cannot_be_read_no_acceptance_is_called_idle():
    allow = [entry(code="X022", place="", reason="seen")]
    assert [p.code for p in problems_to_show([warning("X007", 1, "error")], allow, strict=False)] == ["X007"]


def test_settle():
    allow = [entry(code="S101", place="", reason="seen")]
    found = problems_to_show([warning("S101", 9), warning("P004", 2), warning("X001", 1, "error")], allow, strict=False)
    assert [problem.code for problem in found] == ["X001", "P004"]
    assert [p.level for p in problems_to_show([warning("P004")], [], strict=True)] == ["error"]
    assert [p.code for p in problems_to_show([], allow, strict=False)] == ["C005"]
    assert [p.code for p in problems_to_show([warning("S101", 1, "error")], allow, strict=False)] == ["S101", "C005"]


# ---------------------------------------------------------------- bad input

FILES = ("site.yaml", "battle.md", "source/1.txt", "language.yaml", "headings.yaml", "changes.yaml", "gaps.yaml")
FILES += ("facts.yaml", "timeline.yaml", "places.yaml", "fields.yaml")
YAMLISH = st.text(st.sampled_from("a:-[]{}\n \"'#&*!|>%@`0\\?,~\t")).map(str.encode)
MARKUP = st.text(st.sampled_from("#*_`[]()<>!|:-^~\\\n {}@'\"&1ga p.")).map(str.encode)


@pytest.mark.parametrize("name", FILES)
@given(data=st.binary(max_size=60) | YAMLISH | MARKUP)
@ANYTHING
def test_bytes_of_any_kind_give_a_site_or_a_message(project, gapmark, name, data):
    path = project / "content" / name
    kept = path.read_bytes() if path.is_file() else None
    path.write_bytes((kept or b"") + data if name.endswith(".md") else data)
    code, _, err = gapmark("check")
    assert code in (0, USAGE, FAILED)
    assert code == 0 or ": error " in err
    if kept is None:
        path.unlink()
    else:
        path.write_bytes(kept)


@pytest.mark.parametrize(
    "name",
    [*(f"content/{name}" for name in FILES), "templates/page.html", "templates/base.html", "templates/macros.html"],
)
@pytest.mark.parametrize("data", [b"\xff", b"", b"\x00", "\u2028{{".encode(), b"{% "])
def test_files_with_one_thing_wrong(project, gapmark, name, data):
    (project / name).parent.mkdir(exist_ok=True)
    (project / name).write_bytes(data)
    code, _, err = gapmark("build")
    assert code in (0, USAGE, FAILED)
    assert code == 0 or (": error " in err and "  hint: " in err)
    assert code == 0 or not (project / "_site").exists()


@pytest.mark.parametrize("name", ["site.yaml", "battle.md", "source/1.txt", "source", "."])
def test_files_that_are_gone(project, gapmark, name):
    path = project / "content" / name
    path.rename(project / "gone")
    code, _, err = gapmark("build")
    assert code in (USAGE, FAILED)
    assert ": error " in err


@pytest.mark.parametrize("name", ["site.yaml", "battle.md", "source/1.txt"])
def test_folders_in_the_place_of_files(project, gapmark, name):
    (project / "content" / name).unlink()
    (project / "content" / name).mkdir()
    code, _, err = gapmark("build")
    assert code in (USAGE, FAILED)
    assert ": error " in err


# ---------------------------------------------------------------- reasons


@pytest.mark.parametrize("begin", ["", "# " + "#" * 60 + "\n", "[]\n", "# mine\n\n"])
def test_reasons_are_added_once_and_nothing_is_lost(project, gapmark, begin):
    (project / "content" / "battle.md").write_text(
        "---\ntitle: Battle\nrole: battle\n---\n\nThe Battle of Ulm was won in 1805.\n", "utf-8"
    )
    with (project / "content" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("fidelity: strict\n")
    path = project / "content" / "changes.yaml"
    path.write_text(begin, "utf-8")
    assert gapmark("build")[0] == FAILED
    assert gapmark("reasons")[0] == 0
    first = path.read_text("utf-8")
    assert first.count('published: "won"') == 1
    assert begin.strip("[]\n") in first
    assert gapmark("reasons")[1] == "content/changes.yaml: nothing is missing\n"
    assert path.read_text("utf-8") == first
    path.write_text(first.replace("reason:\n", "reason: it was\n"), "utf-8")
    assert gapmark("build")[0] == 0


def test_a_list_of_imported_files_that_cannot_be_read_stops_nothing(project):
    (project / "content" / ".imported").mkdir()
    assert build(project, project / "_site")[0].counts()["pages"]
