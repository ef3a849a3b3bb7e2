"""reasons and suggest add to the end of a list and leave what is there."""

import re

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.project.folder import read_folder
from gapmark.project.lists import load_entries
from gapmark.receive.additions import add_dates, add_entries, add_reasons, extended


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", "\n- a\n  b\n"),
        ("# mine", "# mine\n\n- a\n  b\n"),
        ("- x\n", "- x\n\n- a\n  b\n"),
        ("  - x # why\n", "  - x # why\n\n  - a\n    b\n"),
        ("[]\n", "\n\n- a\n  b\n"),
    ],
)
def test_entries_stand_at_the_end_and_where_the_others_do(text, expected):
    assert extended(text, ["- a\n  b\n"]) == expected


def test_dates_are_proposed_once_and_never_shown(project, gapmark):
    path = project / "content" / "timeline.yaml"
    assert add_dates(project) == 1
    first = path.read_text("utf-8")
    assert "confirmed: false" in first
    assert add_dates(project) == 0
    assert path.read_text("utf-8") == first
    assert gapmark("build", "--strict")[0] == 0
    assert not (project / "_site" / "timeline.html").exists() or "1805" not in page_events(project)


def page_events(project):
    return (project / "_site" / "timeline.html").read_text("utf-8").partition('class="events"')[2].partition("</ol>")[0]


def test_a_confirmed_event_is_shown(project, gapmark):
    path = project / "content" / "timeline.yaml"
    add_dates(project)
    path.write_text(path.read_text("utf-8").replace("confirmed: false", "confirmed: true"), "utf-8")
    assert gapmark("build", "--strict")[0] == 0
    assert '<time datetime="1805">1805</time>' in page_events(project)


def test_what_an_editor_wrote_stays(project):
    path = project / "content" / "timeline.yaml"
    path.write_text("# my notes\n- label: The battle  # of Ulm\n  quote: fought\n", "utf-8")
    assert add_dates(project) == 1
    assert path.read_text("utf-8").startswith("# my notes\n- label: The battle  # of Ulm\n  quote: fought\n\n- label:")
    entries, problems = load_entries(read_folder(project), "timeline")
    assert ([entry["confirmed"] for entry in entries], problems) == ([True, False], ())


def test_a_broken_list_is_left_alone(project):
    path = project / "content" / "timeline.yaml"
    path.write_text("- label: x\n  date: [\n", "utf-8")
    with pytest.raises(GapmarkError):
        add_dates(project)
    assert path.read_text("utf-8") == "- label: x\n  date: [\n"


def test_a_list_in_brackets_is_refused(project):
    (project / "content" / "timeline.yaml").write_text("[{label: x}]\n", "utf-8")
    with pytest.raises(GapmarkError) as caught:
        add_dates(project)
    assert [problem.code for problem in caught.value.problems] == ["X003"]


def test_nothing_to_add_writes_nothing(project):
    assert add_entries(project, "timeline", "# head\n", []) == 0
    assert add_reasons(project) == 0
    assert not (project / "content" / "timeline.yaml").exists()
    assert not (project / "content" / "changes.yaml").exists()


LONG = (
    "@@1 The mill was built in 1741 . # Early March # It burnt in 1884 and 1890 . # Sources # Smith , J . "
    "( 1998 ) . The mill . # References # "
)


def suggest_for(project, text):
    (project / "content" / "source" / "1.txt").write_text(text, "utf-8")
    add_dates(project)
    return (project / "content" / "timeline.yaml").read_text("utf-8")


def test_headings_are_read_and_lists_of_sources_are_not(project):
    found = re.findall(r"words: (.*)", suggest_for(project, LONG))
    assert found == ['"in 1741"', '"Early March"', '"in 1884"', '"1890"']


def test_what_is_rejected_is_not_proposed_again_and_what_is_deleted_is(project):
    path = project / "content" / "timeline.yaml"
    text = suggest_for(project, LONG).replace("confirmed: false", "confirmed: rejected", 1)
    path.write_text(text, "utf-8")
    assert add_dates(project) == 0
    path.write_text("", "utf-8")
    assert add_dates(project) == 4
