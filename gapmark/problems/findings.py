"""The one list in which the problems of a run come together."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Problem


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
