"""The list of all problems of a run."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Problem


class Step(Protocol):
    """The record of a step, with the problems that the step found."""

    @property
    def problems(self) -> Sequence[Problem]:
        """Errors and warnings."""


S = TypeVar("S", bound=Step)


class Findings(list[Problem]):
    """The list of all problems of a run."""

    def of(self, step: S) -> S:
        """Note the problems of a step's record, and return the record."""
        self += step.problems
        return step

    def read(self, otherwise: Any, load: Callable[..., tuple[Any, Iterable[Problem]]], *arguments: Any) -> Any:
        """Call `load`, note its problems and return its value; return `otherwise` where it raises GapmarkError."""
        try:
            made, problems = load(*arguments)
        except GapmarkError as error:
            made, problems = otherwise, error.problems
        self += problems
        return made
