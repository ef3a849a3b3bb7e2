"""HTML written again, with the tags that another form of it has."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from html import escape

from gapmark.markup.elements import VOID
from gapmark.markup.tags import CASES, read_tags

Change = Callable[[str, dict[str, str]], tuple[str, Mapping[str, str]]]
"""Takes the name and the attributes of a tag, and returns those that it has in the form. With an empty name the tag is
left out, and what is in the element stays."""


def rewrite(html: str, change: Change, end: str = ">") -> str:
    """Return the HTML with each tag as `change` has it, and every element closed. `end` ends the tag of a void one."""
    out: list[str] = []
    closing: list[tuple[str, str]] = []
    for kind, words, attributes, _ in read_tags(html):
        if kind == "text":
            out.append(escape(words, quote=False))
        elif kind == "start":
            name, values = change(words, {CASES.get(key, key): value for key, value in attributes})
            shown = "".join(f' {key}="{escape(value)}"' for key, value in values.items())
            out.append(f"<{name}{shown}{end if words in VOID else '>'}" if name else "")
            closing += [] if words in VOID else [(words, f"</{name}>" if name else "")]
        elif (tags := [tag for tag, _ in closing]).count(words):
            at = len(tags) - 1 - tags[::-1].index(words)
            out += (tag for _, tag in reversed(closing[at:]))
            del closing[at:]
    return "".join((*out, *(tag for _, tag in reversed(closing))))
