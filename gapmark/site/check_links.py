"""Links that an editor wrote between pages: `battle.md#anchor` becomes `battle.html#anchor`, and is checked."""

from __future__ import annotations

import contextlib
import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from urllib.parse import quote, unquote, urlsplit
from xml.etree.ElementTree import Element

from gapmark import CONTENT
from gapmark.markup.tree import links
from gapmark.problems.location import Problem
from gapmark.problems.nearest import nearest
from gapmark.text.finder import Finder
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
    """Yield a problem for each link that an editor wrote and that leads nowhere.

    `anchors` holds the ids of each page by its address (`battle.html`), `outputs` every other path of the site.
    """
    finder = Finder(page.manuscript, page.tree)
    for element, target in links(page.tree):
        try:
            inside = _split(element, target)
        except ValueError as error:
            hint = "correct it, or put it in `backquotes` if no link is meant"
            where = finder.find(element, target)
            yield Problem("L002", "error", f'"{target}" is no address: {error}', where, hint)
            continue
        wrong = _lost_target(page, target, *inside, anchors, outputs) if inside else None
        if wrong:
            yield Problem("L001", "error", wrong[0], finder.find(element, target), wrong[1])


def _split(element: Element, target: str) -> tuple[str, str] | None:
    """Return path and fragment of a link inside the site, the path as the site has it. Raise ValueError."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc or element.tag == "img" or element.get("class") == "gap":
        return None  # images are figures, and are checked as such
    return re.sub(r"\.md\Z", ".html", unquote(parts.path)), parts.fragment


def _lost_target(
    page: EditedPage,
    target: str,
    path: str,
    fragment: str,
    anchors: Mapping[str, Collection[str]],
    outputs: Collection[str],
) -> tuple[str, str] | None:
    """Return what is wrong with a link inside the site, and a hint; None where it leads to something."""
    address, fragment = posixpath.normpath(path) if path else page.href, unquote(fragment)
    if address not in anchors and address not in outputs:
        hint = (
            _elsewhere(target)
            or _near_page(target, address, anchors, outputs)
            or f"link to a page by its file in {CONTENT}/, or to one of static/"
        )
        return f'the link "{target}" leads to no page or file of this site', hint
    if fragment and address in anchors and fragment not in anchors[address]:
        hint = _near_place(fragment, address, anchors[address])
        return f'the link "{target}" leads to no place on {address}', hint
    return None


def _elsewhere(target: str) -> str:
    """The hint for an address of the web, or of a mail box, that lacks its beginning; empty for others."""
    mail = re.fullmatch(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", target)
    web = re.match(r"www\.|[\w.-]+\.(?:org|com|net|edu|gov|info|eu|[a-z]{2})(?:[/?#]|$)", target, re.IGNORECASE)
    begins = "mailto:" if mail else "https://" if web and ".md" not in target else ""
    return f'did you mean "{begins}{target}"?' if begins else ""


def _near_place(fragment: str, address: str, known: Collection[str]) -> str:
    named = [name for name in known if not re.fullmatch(r"w\d+\w*|gap-\d+", name)]
    near = nearest(fragment, sorted(known if re.match(r"w\d|gap", fragment) else named), likeness=0.5)
    if near:
        return f'did you mean "{near}"?'
    if not known:
        return f"{address} has no anchors; leave out #{fragment}"
    return f"leave out #{fragment}, or take the address of one of its paragraphs, such as #{min(known, key=len)}"


def _near_page(target: str, address: str, pages: Collection[str], outputs: Collection[str]) -> str:
    """Return the page or file that was probably meant, written as `target` is: with .md and an anchor, if it has
    them.

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
