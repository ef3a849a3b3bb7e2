"""How far a run is. Its steps write it here, and a terminal shows it to a user who waits. Nothing depends on it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass
class Progress:
    """The state of the run; the only record that changes."""

    step: str = ""
    done: int = 0
    total: int = 0
    """Number of items of the step; 0 where they are not counted."""
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
