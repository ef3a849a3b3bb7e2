"""The pages that the generator makes without a Markdown file."""

from __future__ import annotations

from collections.abc import Sequence

HOME = "index.html"
TIMELINE = "timeline.html"
PLACES = "places.html"
GAPS = "gaps.html"
CHANGES = "changes.html"
SOURCE = "source.html"
ABOUT = "about.html"
NOT_FOUND = "404.html"
"""Shown by a server in the place of any page: the only one whose links may begin at the top of the host."""
ONE_FILE = "edition.html"
"""Made of the finished pages, by `exports/`."""
PAGES = (HOME, TIMELINE, PLACES, GAPS, CHANGES, SOURCE, ABOUT, NOT_FOUND)
"""The pages that have no Markdown file; the template of each has the same name."""


def pages_made(events: Sequence[object], places: Sequence[object]) -> tuple[str, ...]:
    """Return those of PAGES that a site has: no timeline without events, no map without places."""
    needs = {TIMELINE: events, PLACES: places}
    return tuple(page for page in PAGES if needs.get(page, True))
