"""The exceptions that stop a run, and the exit codes.

A `GapmarkError` stops the run. A `Problem` is collected with the others and shown in its place. Anything else that
is raised is a mistake in this program and stays a traceback.
"""

from __future__ import annotations

from collections.abc import Iterable

from gapmark.problems.location import Location, Problem

DONE, USAGE, FAILED = 0, 2, 3
"""The exit codes: done; wrong command line or site.yaml; wrong anything else. Python itself exits with 1: a bug."""


class GapmarkError(Exception):
    """Stops the run. Has every problem of the run, warnings too."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems

    def __reduce__(self) -> tuple[type[GapmarkError], tuple[Problem, ...]]:
        """Let another process raise it again, with the same problems."""
        return type(self), self.problems

    @property
    def code(self) -> int:
        """The exit code: that of wrong settings comes first, also when the content is wrong too."""
        return USAGE if any(p.code.startswith("C") for p in self.problems if p.level == "error") else FAILED


def failure(code: str, path: str, message: str, hint: str, line: int = 0, column: int = 0) -> GapmarkError:
    """Return an exception with one error about one file."""
    return GapmarkError(Problem(code, "error", message, Location(path, line, column), hint))


def stop_on_errors(problems: Iterable[Problem]) -> None:
    """Raise one GapmarkError with every problem, if any of them is an error."""
    found = tuple(problems)
    if any(problem.level == "error" for problem in found):
        raise GapmarkError(*found)
