"""Adds to a page what `serve` needs: the script that loads it again, and the problems that stop the build."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from gapmark.problems.location import Problem

PLACE = "/.gapmark/"
"""The path of the server's own files; no file of a site can have such a path."""
FILES = ("serve.js", "serve.css", "desk.js", "desk.css", "bar.css")
EMPTY = b"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>gapmark: the site can't be made</title>
</head>
<body>
</body>
</html>
"""


def own_file(name: str) -> bytes | None:
    """Return one of the server's own files; None where there is no such file."""
    return (Path(__file__).parent.parent / "defaults" / "serve" / name).read_bytes() if name in FILES else None


def served(page: bytes | None, version: int, problems: Sequence[Problem], bar: str = "") -> bytes:
    """Return a page as it is served; without a page, one that shows the problems only. `bar`: the desk's, as HTML."""
    html = page or EMPTY
    head = f'<script src="{PLACE}serve.js" data-version="{version}" defer></script>\n'
    if problems:
        head += f'<link rel="stylesheet" href="{PLACE}serve.css">\n'
        html = _before(html, b"</body>", _panel(problems, behind=page is not None))
    if bar:
        head += f'<link rel="stylesheet" href="{PLACE}bar.css">\n<script src="{PLACE}desk.js" defer></script>\n'
        html = _before(html, b"</body>", bar)
    return _before(html, b"</head>", head)


def _before(html: bytes, tag: bytes, more: str) -> bytes:
    """Return the page with `more` before the last such tag; at its end, where there is none."""
    at = html.find(tag) if tag == b"</head>" else html.rfind(tag)
    at = len(html) if at < 0 else at
    return html[:at] + more.encode() + html[at:]


def _panel(problems: Sequence[Problem], *, behind: bool) -> str:
    errors = sum(problem.level == "error" for problem in problems)
    count = "1 error" if errors == 1 else f"{errors} errors"
    below = "Below is the site as it was before. " if behind else ""
    items = "\n".join(map(_item, problems))
    return (
        f'<section id="gapmark-problems" lang="en" dir="ltr" role="alert" aria-labelledby="gapmark-problems-title">\n'
        f'<h2 id="gapmark-problems-title">The site cannot be made: {count}</h2>\n'
        f"<p>{below}Correct them and save: the site then appears here.</p>\n<ol>\n{items}\n</ol>\n</section>\n"
    )


def _item(problem: Problem) -> str:
    hint = f"<pre>{escape(problem.hint)}</pre>" if problem.hint else ""
    where = f"<code>{escape(str(problem.where))}</code>"
    return f"<li>{where} {problem.level} {problem.code}: {escape(problem.message)}{hint}</li>"
