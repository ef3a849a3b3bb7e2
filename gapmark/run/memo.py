"""One memory an event: a step whose inputs are the same as last time is not run again.

A `Memory` is a value. `with of(memory):` enters it, and inside the block `remember`, `keep` and `share` use it. Outside
of any block they run the step and remember nothing. Each thread enters a memory for itself; threads can enter the same.

`remember` knows the last result of a step in this process: `serve` lives on that. `keep` knows results over builds too.
`share` is for what all events have in common: templates, phrases, the atlas. None of them changes what a step makes, so
the inputs of a step and what it makes must be frozen, or never changed by anyone.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Hashable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TypeVar

from gapmark.run.plain import Plain, from_plain, to_plain

T = TypeVar("T")

ADDRESS = " at 0x"
"""Stands in the `repr` of an object that does not print what it holds."""


class Memory:
    """Results of steps for one event. `shared` is the memory of results that all events share."""

    def __init__(self, kept: Mapping[str, Plain] | None = None, shared: Memory | None = None) -> None:
        """Begin with what an earlier build has kept, as `dump` gives it."""
        self.shared = self if shared is None else shared
        self._last: dict[tuple[Callable[..., Any], Hashable], tuple[tuple[Any, ...], Any]] = {}
        self._kept = kept or {}
        self._before: dict[str, Any] = {}
        """Results made or asked for before the last call of `turn_over`."""
        self._used: dict[str, Any] = {}
        """Results made or asked for since."""

    def remember(self, function: Callable[..., T], inputs: tuple[Any, ...], of: Hashable) -> T:
        """Return `function(*inputs)`, or the last result where the inputs are equal to the last ones."""
        known = self._last.get((function, of))
        if known is None or known[0] != inputs:
            known = self._last[function, of] = (inputs, function(*inputs))
        made: T = known[1]
        return made

    def keep(self, name: str, function: Callable[..., T], inputs: tuple[Any, ...]) -> T:
        """Return `function(*inputs)`, or what is kept under a name that says all of function and inputs."""
        made = self._found(name)
        self._used[name] = made = function(*inputs) if made is None else made
        return made

    def _found(self, name: str) -> Any:
        """Return what is kept under a name; None where nothing is, or nothing that can be read."""
        made = self._used.get(name, self._before.get(name))
        if made is None and name in self._kept:
            try:
                return from_plain(self._kept[name])
            except (ValueError, TypeError, LookupError, AttributeError, ImportError, RecursionError):
                return None
        return made

    def turn_over(self) -> None:
        """Forget what was not asked for since this was last called: a process that makes many sites calls it before
        each."""
        self._before, self._used, self._kept = self._used, {}, {}

    def dump(self) -> dict[str, Plain]:
        """Return what was made or asked for since `turn_over`; nothing where an earlier build has kept all of it."""
        if self._used.keys() == self._kept.keys():
            return {}
        return {name: self._kept.get(name) or to_plain(made) for name, made in self._used.items()}


_entered: ContextVar[Memory | None] = ContextVar("memory", default=None)


@contextmanager
def of(memory: Memory | None = None) -> Iterator[Memory]:
    """Enter a memory. Without one, stay in the one that is entered, or enter a new one."""
    chosen = memory or _entered.get() or Memory()
    token = _entered.set(chosen)
    try:
        yield chosen
    finally:
        _entered.reset(token)


def remember(function: Callable[..., T], *inputs: Any, of: Hashable = None) -> T:
    """Return `function(*inputs)`; the result of last time, `of` this page for example, where the inputs are equal.

    Records that are one and the same are found equal at once. Those of an earlier step that was remembered are.
    """
    memory = _entered.get()
    return memory.remember(function, inputs, of) if memory else function(*inputs)


def share(function: Callable[..., T], *inputs: Any, of: Hashable = None) -> T:
    """Return `function(*inputs)` as `remember` does, from the memory that all events share."""
    memory = _entered.get()
    if memory is None:
        return function(*inputs)
    token = _entered.set(memory.shared)
    try:
        return memory.shared.remember(function, inputs, of)
    finally:
        _entered.reset(token)


def keep(function: Callable[..., T], *inputs: Any) -> T:
    """Return `function(*inputs)`, or what it gave in an earlier build.

    The inputs are bytes, or their `repr` shows all that they hold. Where it shows an address in the computer's memory
    instead, nothing is kept: another object may have that address in the next build.
    """
    memory = _entered.get()
    if memory is None:
        return function(*inputs)
    digest = hashlib.sha256(f"{function.__module__}.{function.__qualname__}".encode())
    for value in inputs:
        shown = value if isinstance(value, bytes) else repr(value)
        if isinstance(shown, str):
            if ADDRESS in shown:
                return function(*inputs)
            shown = shown.encode("utf-8", "surrogatepass")
        digest.update(shown + b"\0")
    return memory.keep(digest.hexdigest(), function, inputs)
