"""The pages that the generator makes without a Markdown file."""

from __future__ import annotations

from collections.abc import Sequence

PAGES = (
    "index.html",
    "timeline.html",
    "places.html",
    "gaps.html",
    "changes.html",
    "source.html",
    "about.html",
    "404.html",
)
"""The pages that have no Markdown file; the template of each has the same name."""


def pages_made(events: Sequence[object], places: Sequence[object]) -> tuple[str, ...]:
    """Return those of PAGES that a site has: no timeline without events, no map without places."""
    needs = {"timeline.html": events, "places.html": places}
    return tuple(page for page in PAGES if needs.get(page, True))
