"""What stops a run."""

import pickle

import pytest

from gapmark.problems.errors import FAILED, USAGE, GapmarkError, failure, stop_on_errors
from gapmark.problems.location import Location, Problem


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


def test_an_error_crosses_to_another_process():
    error = GapmarkError(problem("X001")._replace(event="38601514"), problem("S101", "warning"))
    again = pickle.loads(pickle.dumps(error))
    assert (type(again), again.problems, str(again), again.code) == (GapmarkError, error.problems, str(error), FAILED)
    assert again.problems[0].event == "38601514"
