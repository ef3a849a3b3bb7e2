"""HTML's elements, by what they are and what they can hold: the one table for all rooms."""

from __future__ import annotations


def _tags(names: str) -> frozenset[str]:
    return frozenset(names.split())


HEADINGS = _tags("h1 h2 h3 h4 h5 h6")
BLOCKS = HEADINGS | _tags("p li td th dd dt pre")
"""Elements that hold words of their own, as blocks."""
CONTAINERS = _tags("div ul ol dl blockquote table thead tbody tr hr")
"""Blocks that hold other blocks, and no words."""
BY_HAND = _tags("address aside center details footer form header nav section summary")
"""More blocks, which Markdown does not make."""
ALLOWED_BY_HAND = _tags("""a abbr blockquote br caption code col colgroup dd div dl dt figcaption figure h2 h3 h4 h5 h6
    hr img kbd li ol p pre samp small span sub sup table tbody td tfoot th thead time tr ul wbr""")
"""The elements that an editor may write by hand; none of them hides or changes words."""
PHRASES = _tags("a abbr br code em img span strong sup")
"""Elements among words that Markdown makes."""
EMPHASES = _tags("em strong abbr code sup")
"""Phrases that can hold a whole sentence."""
OF_WORDS = PHRASES | HEADINGS | _tags("p pre")
"""Elements that can hold no block."""
VOID = _tags("area base br col embed hr img input link meta source track wbr")
"""Elements that can hold nothing, and have no end."""
CODE = _tags("script style")
"""Elements whose text is no text of the page."""
