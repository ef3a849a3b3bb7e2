"""What stops a run, and what is told to the editor.

A `GapmarkError` stops the run. A `Problem` is collected with the others and shown in its place. Anything else that is
raised is a mistake in this program and stays a traceback.
"""

from __future__ import annotations

from collections.abc import Iterable

from gapmark.model import Problem

DONE, USAGE, FAILED = 0, 2, 3
"""Exit codes: done; the command line or site.yaml is wrong; anything else is. 1 is left to Python: it means a bug."""


class GapmarkError(Exception):
    """The run can't go on. Carries at least one problem; `code` is the exit code."""

    code = FAILED

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems


class ConfigError(GapmarkError):
    """The command line or site.yaml is wrong."""

    code = USAGE


class ContentError(GapmarkError):
    """The source, the content, a template or the output is wrong."""


def stop_on_errors(problems: Iterable[Problem]) -> None:
    """Raise one ContentError with every problem, if any of them is an error."""
    found = tuple(problems)
    if any(problem.level == "error" for problem in found):
        raise ContentError(*found)
