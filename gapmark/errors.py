"""What stops a run, and what the editor is shown.

A `GapmarkError` stops the run. A `Problem` is collected with the others and shown in its place. Anything else that
is raised is a mistake in this program and stays a traceback.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from gapmark.model import Location, Problem

DONE, USAGE, FAILED = 0, 2, 3
"""Exit codes: done; the command line or site.yaml is wrong; anything else is. 1 is left to Python: a bug."""


class GapmarkError(Exception):
    """The run can't go on. Carries every problem of the run, warnings too."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__("; ".join(problem.message for problem in problems))
        self.problems = problems

    @property
    def code(self) -> int:
        """The exit code: settings come first, also when the content is wrong too."""
        return USAGE if any(p.code.startswith("C") for p in self.problems if p.level == "error") else FAILED


def failure(code: str, path: str, message: str, hint: str, line: int = 0, column: int = 0) -> GapmarkError:
    """One error about one file."""
    return GapmarkError(Problem(code, "error", message, Location(path, line, column), hint))


def stop_on_errors(problems: Iterable[Problem]) -> None:
    """Raise one GapmarkError with every problem, if any of them is an error."""
    found = tuple(problems)
    if any(problem.level == "error" for problem in found):
        raise GapmarkError(*found)


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The one of the known words that is spelt most like a word, for a hint; empty where none is. Likeness: 0 to 1."""
    from difflib import get_close_matches  # only where something is wrong

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), "")


class Step(Protocol):
    """The record of a step, which carries what was wrong on the way."""

    @property
    def problems(self) -> Sequence[Problem]:
        """Errors and warnings."""


S = TypeVar("S", bound=Step)


class Findings(list[Problem]):
    """The one place in which the problems of a run come together."""

    def of(self, step: S) -> S:
        """Note the problems that a step's record carries; returns the record."""
        self += step.problems
        return step

    def read(self, otherwise: Any, load: Callable[..., tuple[Any, Iterable[Problem]]], *arguments: Any) -> Any:
        """What `load` makes of its arguments, beside problems; `otherwise` where it raises."""
        try:
            made, problems = load(*arguments)
        except GapmarkError as error:
            made, problems = otherwise, error.problems
        self += problems
        return made
