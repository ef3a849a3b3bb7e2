"""What stops a run, and where its problems come together."""

import pytest

from gapmark.errors import FAILED, USAGE, Findings, GapmarkError, failure, nearest, stop_on_errors
from gapmark.model import Location, Problem


def problem(code, level="error"):
    return Problem(code, level, f"words of {code}", Location("a.md"))


@pytest.mark.parametrize(
    ("problems", "code"),
    [
        ([problem("X001")], FAILED),
        ([problem("X001"), problem("C001")], USAGE),
        ([problem("X001"), problem("C006", "warning")], FAILED),
    ],
)
def test_settings_decide_the_exit_code(problems, code):
    assert GapmarkError(*problems).code == code


def test_a_failure_is_one_error_about_one_file():
    error = failure("X001", "a.md", "is no text", "save it again", 3, 7)
    assert error.problems == (Problem("X001", "error", "is no text", Location("a.md", 3, 7), "save it again"),)
    assert str(error) == "is no text"


def test_only_errors_stop_and_warnings_go_along():
    stop_on_errors([problem("S101", "warning")])
    with pytest.raises(GapmarkError) as caught:
        stop_on_errors(iter([problem("S101", "warning"), problem("X001")]))
    assert [found.code for found in caught.value.problems] == ["S101", "X001"]


def test_what_can_be_read_is_read_and_what_is_wrong_is_noted():
    def fail(path):
        raise failure("X001", path, "is no text", "hint")

    found = Findings([problem("C001")])
    assert found.read((), lambda path: (path, [problem("X002")]), "a.md") == "a.md"
    assert found.read((), fail, "b.md") == ()
    assert [noted.code for noted in found] == ["C001", "X002", "X001"]


@pytest.mark.parametrize(
    ("word", "likeness", "expected"), [("tilte", 0.6, "title"), ("x", 0.6, ""), ("tilte", 0.9, "")]
)
def test_the_nearest_word(word, likeness, expected):
    assert nearest(word, ("title", "order"), likeness) == expected
