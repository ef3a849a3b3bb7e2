"""The list in which the problems of a run come together."""

from gapmark.problems.errors import failure
from gapmark.problems.findings import Findings
from gapmark.problems.location import Location, Problem


def problem(code, level="error"):
    return Problem(code, level, f"words of {code}", Location("a.md"))


def test_what_can_be_read_is_read_and_what_is_wrong_is_noted():
    def fail(path):
        raise failure("X001", path, "is no text", "hint")

    found = Findings([problem("C001")])
    assert found.read((), lambda path: (path, [problem("X002")]), "a.md") == "a.md"
    assert found.read((), fail, "b.md") == ()
    assert [noted.code for noted in found] == ["C001", "X002", "X001"]
