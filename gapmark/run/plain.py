"""Records as what JSON can hold, and back. To read them runs nothing: it makes records of gapmark's own, no others.

None, numbers and text stand for themselves. All else is a list that begins with its kind: `tuple`, `list`, `dict`,
`element`, or module and name of a record.
"""

from __future__ import annotations

import sys
from functools import cache
from importlib import import_module
from typing import Any, TypeAlias
from xml.etree.ElementTree import Element

Plain: TypeAlias = Any
"""None, bool, int, float, str, or a list of these and of such lists."""
PACKAGE = "gapmark."


def to_plain(value: Any) -> Plain:
    """Return a value as JSON can hold it. Raise TypeError where that is not known for its type."""
    kind = type(value)
    if value is None or kind in (bool, int, float, str):
        return value
    if isinstance(value, str) and not hasattr(value, "__html__"):  # Markdown marks some text by a class of its own
        return str(value)
    if kind in (tuple, list):
        return [kind.__name__, *map(to_plain, value)]
    if kind is dict:
        return ["dict", *(to_plain(part) for pair in value.items() for part in pair)]
    if kind is Element:
        return ["element", *([e.tag, e.text, e.tail, dict(e.attrib), len(e)] for e in value.iter())]
    if isinstance(value, tuple) and kind.__module__.startswith(PACKAGE):
        return [f"{kind.__module__}:{kind.__name__}", *map(to_plain, value)]
    raise TypeError(f"{kind.__name__} can't be kept for the next build")


def from_plain(plain: Plain) -> Any:
    """Return the value. Raise ValueError, TypeError, LookupError, AttributeError or ImportError where it is none."""
    if not isinstance(plain, list):
        return plain
    kind, *parts = plain
    if kind == "element":
        return _element(iter(parts))
    values = [from_plain(part) if isinstance(part, list) else part for part in parts]
    if kind == "dict":
        return dict(zip(values[::2], values[1::2], strict=True))
    return tuple(values) if kind == "tuple" else values if kind == "list" else _record(kind)._make(values)


def _element(parts: Any) -> Element:
    """Return the element that comes first, with all that is in it: a list of its own, so that no depth is too deep."""
    root = Element("")
    waiting = [(root, 1)]
    for tag, text, tail, attributes, children in parts:
        parent, left = waiting.pop()
        if left > 1:
            waiting.append((parent, left - 1))
        element = Element(tag, attributes)
        element.text, element.tail = text, tail
        parent.append(element)
        if children:
            waiting.append((element, children))
    if waiting:
        raise ValueError("a tree that is not whole")
    return root[0]


@cache
def _record(name: str) -> Any:
    """Return the class of a record of gapmark's, by module and name."""
    module, _, kind = name.partition(":")
    if not module.startswith(PACKAGE):
        raise ValueError(name)
    found = getattr(sys.modules.get(module) or import_module(module), kind)
    if not (isinstance(found, type) and issubclass(found, tuple) and hasattr(found, "_make")):
        raise TypeError(name)
    return found
