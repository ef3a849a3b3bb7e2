"""The one memory of what was made: a step whose inputs are the same as last time is not run again.

`remember` knows the last result of a step in this process, which is what `serve` lives on. `keep` knows results over
builds too: `dump` gives them as bytes and `restore` takes them back. Neither changes what a step makes, so what a step
is given must be frozen, or nobody's to change, and so must what it makes.
"""

from __future__ import annotations

import hashlib
import pickle
from collections.abc import Callable, Hashable
from typing import Any, TypeVar

T = TypeVar("T")

_last: dict[tuple[Callable[..., Any], Hashable], tuple[tuple[Any, ...], Any]] = {}
_old: dict[str, Any] = {}
"""What earlier builds kept."""
_used: dict[str, Any] = {}
"""What this build made or asked for: all that the next one is given."""


def remember(function: Callable[..., T], *inputs: Any, of: Hashable = None) -> T:
    """`function(*inputs)`; what it gave last time, `of` this page for example, where the inputs are equal.

    Equal records are found equal at a glance where they are one and the same, as those of an earlier step are that was
    remembered too.
    """
    known = _last.get((function, of))
    if known is None or known[0] != inputs:
        known = _last[function, of] = (inputs, function(*inputs))
    made: T = known[1]
    return made


def keep(function: Callable[..., T], *inputs: Any) -> T:
    """`function(*inputs)`, or what it gave in an earlier build. The inputs are bytes, or print all that they hold."""
    digest = hashlib.sha256(f"{function.__module__}.{function.__qualname__}".encode())
    for value in inputs:
        digest.update(value if isinstance(value, bytes) else repr(value).encode("utf-8", "surrogatepass"))
        digest.update(b"\0")
    name = digest.hexdigest()
    made = found(name)
    return note(name, function(*inputs)) if made is None else made


def found(name: str) -> Any:
    """What was noted under a name; None where nothing was."""
    made = _used.get(name, _old.get(name))
    return made if made is None else note(name, made)


def note(name: str, made: T) -> T:
    """Note something under a name that says all that went into it."""
    _used[name] = made
    return made


def turn_over() -> None:
    """Forget what was not asked for since this was last called: before each build of a process that makes many."""
    _old.clear()
    _old.update(_used)
    _used.clear()


def restore(data: bytes) -> None:
    """Take back what `dump` gave; nothing, where the bytes are empty. Raises whatever pickle does at other bytes."""
    _old.clear()
    _used.clear()
    if data:
        _old.update(pickle.loads(data))  # noqa: S301 - project.cache vouches for them


def dump() -> bytes:
    """What this build made or asked for; empty where an earlier one has kept all of it."""
    return b"" if _used.keys() == _old.keys() else pickle.dumps(_used, protocol=5)
