"""How far a run is: its steps say so here, and a terminal at which somebody waits looks. Nothing depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass
class Progress:
    """Where the run is now; the only record that changes."""

    step: str = ""
    done: int = 0
    total: int = 0
    """Of what the step goes through; 0 where that is not counted."""
    listener: Callable[[str], None] | None = None
    """Called with the name of each step that begins."""


NOW = Progress()


def begin(step: str) -> None:
    """Say which step begins."""
    NOW.step, NOW.done, NOW.total = step, 0, 0
    if NOW.listener:
        NOW.listener(step)


def counted(items: Sequence[T]) -> Iterator[T]:
    """Yield the items, and count those that are done."""
    NOW.total = len(items)
    for number, item in enumerate(items, start=1):
        yield item
        NOW.done = number
