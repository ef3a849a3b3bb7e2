"""Links that an editor wrote between pages: `battle.md#anchor` becomes `battle.html#anchor`, and is checked."""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from gapmark.markup.tree import links
from gapmark.problems.location import Problem
from gapmark.problems.nearest import nearest
from gapmark.text.pages import EditedPage


def turn_links(tree: Element) -> None:
    """Turn links to `.md` files into links to pages, in place."""
    for element, target in links(tree):
        with contextlib.suppress(ValueError):  # no address: check_links() says so
            path, fragment = _split(element, target) or ("", "")
            if element.tag == "a" and path.endswith(".html") and path != urlsplit(target).path:
                element.set("href", quote(path) + (f"#{fragment}" if fragment else ""))


def check_links(
    page: EditedPage, anchors: Mapping[str, Collection[str]], outputs: Collection[str]
) -> Iterator[Problem]:
    """A problem for each link that an editor wrote and that leads nowhere.

    `anchors` holds the ids of each page by its address (`battle.html`), `outputs` every other path of the site.
    """
    for element, target in links(page.tree):
        try:
            inside = _split(element, target)
        except ValueError as error:
            hint = "correct it, or put it in `backquotes` if no link is meant"
            where = page.manuscript.locate(_find(page.manuscript.body, target))
            yield Problem("L002", "error", f'"{target}" is no address: {error}', where, hint)
            continue
        if inside:
            path, fragment = inside
            yield from _check_target(page, target, path, unquote(fragment), anchors, outputs)


def _split(element: Element, target: str) -> tuple[str, str] | None:
    """Path and fragment of a link inside the site, the path as the site has it. Raises ValueError."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or element.tag == "img" or element.get("class") == "gap":
        return None  # images are figures, and are checked as such
    return re.sub(r"\.md\Z", ".html", unquote(parts.path)), parts.fragment


def _check_target(
    page: EditedPage,
    target: str,
    path: str,
    fragment: str,
    anchors: Mapping[str, Collection[str]],
    outputs: Collection[str],
) -> Iterator[Problem]:
    address = posixpath.normpath(path) if path else page.href
    where = page.manuscript.locate(_find(page.manuscript.body, target))
    if address not in anchors and address not in outputs:
        hint = (
            _near_page(target, address, anchors, outputs)
            or "link to a page by its file in content/, or to one of static/"
        )
        yield Problem("L001", "error", f'the link "{target}" leads to no page or file of this site', where, hint)
    elif fragment and address in anchors and fragment not in anchors[address]:
        hint = _near(fragment, list(anchors[address])) or f"{address} has no anchors; leave out #{fragment}"
        yield Problem("L001", "error", f'the link "{target}" leads to no place on {address}', where, hint)


def _find(body: str, target: str) -> int:
    """Where a link's address stands; words that are the same may stand before it."""
    link = re.search(rf"\]\(\s*<?(?={re.escape(target)}[\s>)])|\]:\s*<?(?={re.escape(target)}(?:[\s>]|\Z))", body)
    return link.end() if link else body.find(target)


def _near(word: str, known: Collection[str]) -> str:
    near = nearest(word, sorted(known), likeness=0.5)
    return f'did you mean "{near}"?' if near else ""


def _near_page(target: str, address: str, pages: Collection[str], outputs: Collection[str]) -> str:
    """The page or file that was meant, written as `target` is: with .md and an anchor, if it has them.

    Endings are left out: any two pages are alike in theirs.
    """
    stems = {posixpath.splitext(name)[0]: name for name in sorted([*pages, *outputs])}
    near = nearest(posixpath.splitext(address)[0], stems)
    if not near:
        return ""
    path, sign, fragment = target.partition("#")
    found = stems[near]
    if path.endswith(".md") and found in pages:
        found = f"{near}.md"
    return f'did you mean "{found}{sign}{fragment}"?'
