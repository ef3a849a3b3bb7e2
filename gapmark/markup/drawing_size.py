"""How many elements a browser draws of an SVG image: parts that use others are drawn again at each use.

A few lines of parts that use parts ten times each make billions, and a browser that shows them hangs.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

MOST = 100_000
"""Elements that the uses of parts may add; the drawings of encyclopaedias add some hundreds."""
_PART = re.compile(r"url\(\s*[\"']?#([^)\"']+)")


class DrawingSize:
    """Counts the elements of a drawing as they are read, and the uses between its parts."""

    def __init__(self) -> None:
        self.open = [""]
        """The part that each open element belongs to: the nearest one with an id; "" for none."""
        self.own: Counter[str] = Counter()
        self.used: dict[str, list[str]] = defaultdict(list)

    def start(self, attributes: Mapping[str, str]) -> None:
        """Note an element that begins. Keys may have a namespace and a space before their name."""
        part, outer = attributes.get("id") or self.open[-1], self.open[-1]
        self.open.append(part)
        self.own[part] += 1
        if part != outer:
            self.used[outer].append(part)
        for key, value in attributes.items():
            if key.rpartition(" ")[2] == "href" and value.strip().startswith("#"):
                self.used[part].append(value.strip()[1:])
            self.used[part] += _PART.findall(value)

    def end(self) -> None:
        """Note that the element ends."""
        self.open.pop()

    def is_too_much(self) -> bool:
        """Return whether the uses add more than MOST elements."""
        return self._drawn() - self.own.total() > MOST

    def _drawn(self) -> int:
        """Return how many elements are drawn. A part that uses itself is not drawn again inside itself (SVG 2, 5.5)."""
        totals: dict[str, int] = {}
        todo = [""]
        while todo:
            part = todo[-1]
            if part not in totals:
                totals[part] = 0  # while it is open
                todo += [used for used in self.used[part] if used not in totals]
            else:
                todo.pop()
                totals[part] = totals[part] or self.own[part] + sum(totals.get(used, 0) for used in self.used[part])
        return totals[""]
