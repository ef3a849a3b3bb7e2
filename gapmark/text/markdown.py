"""Reads the Markdown of a page: returns a tree of known elements, whose text is the text of the page.

HTML is words unless it is allowed; see `by_hand`. An attribute list has an effect by its `#id` and `.class` only.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from xml.etree.ElementTree import Element

from gapmark.model import Manuscript, PageBody
from gapmark.problems.location import Location, Problem
from gapmark.text.by_hand import check_by_hand
from gapmark.text.dialect import Parsed, parse
from gapmark.text.finder import Finder
from gapmark.text.limits import check_limits
from gapmark.text.nearly import check_nearly
from gapmark.text.placeholders import resolve
from gapmark.text.references import check_references, mask_references
from gapmark.text.sanitise import vet


def parse_markdown(
    page: Manuscript,
    *,
    gaps: Collection[int],
    allow_html: bool = False,
    typographic: bool = True,
    language: str = "en",
) -> PageBody:
    """Read the Markdown of a page; `gaps` are the known ids. `typographic` sets quotation marks, dashes and dots, as
    the `language` has them."""
    too_much = tuple(check_limits(page))
    if too_much:
        return PageBody(Element("div"), (), too_much, readable=False)
    masked = mask_references(page)
    try:
        parsed = parse(masked.text, allow_html=allow_html, typographic=typographic, language=language)
        placed = resolve(parsed, masked)
    except RecursionError:
        return PageBody(Element("div"), (), (_too_deep(page),), readable=False)
    tree = parsed.root
    _cut_ways_back(tree)
    place = Finder(page, tree).find
    problems = (
        *check_references(masked, placed, gaps),
        *_check_extensions(parsed, page),
        *vet(tree, place),
        *check_by_hand(tree, place),
        *_check_notes(tree, place),
        *check_nearly(tree, page, parsed.wide_rows, place),
    )
    numbers = tuple(int(mark.get("data-gap", 0)) for mark in tree.iter("a") if mark.get("data-gap"))
    return PageBody(tree, numbers, problems)


def _cut_ways_back(tree: Element) -> None:
    """Take the link from a footnote that nothing calls: it leads nowhere."""
    there = {f"#{element.get('id')}" for element in tree.iter("sup")}
    for link in tree.iter("a"):
        if link.get("class") == "footnote-backref" and link.get("href") not in there:
            del link.attrib["href"]


def _check_notes(tree: Element, place: Callable[[Element, str], Location]) -> Iterator[Problem]:
    """Yield a problem for each gap reference in a footnote. A gap is a place in the text, and a footnote is not in
    it."""
    for div in (div for div in tree.iter("div") if div.get("class") == "footnote"):
        for mark in (mark for mark in div.iter("a") if mark.get("data-gap")):
            written = f"[gap {mark.get('data-gap')}]"
            hint = f"put {written} back into the text; in the footnote write its number in words"
            yield Problem("G004", "error", f"{written} stands in a footnote", place(mark, written), hint)


def _check_extensions(parsed: Parsed, page: Manuscript) -> Iterator[Problem]:
    body, at, end = page.body, 0, 0
    for written in parsed.idle_attributes:  # in the order of the page: look for each after the one before
        found = body.find(written, end)
        if found >= 0:
            at, end = found, found + len(written)
        message = f'a part of the attribute list "{{: {written.strip()} }}" has no effect'
        hint = "write an id and classes only: {: #id .class }"
        yield Problem("P102", "warning", message, page.locate(at), hint)
    for label in parsed.missing_notes:
        message = f"there is no footnote [^{label}]"
        hint = f"add its text on a line that begins with [^{label}]: ; where it is meant as words, write \\[^{label}]"
        yield Problem("P105", "error", message, page.locate(body.find(f"[^{label}]")), hint)
    for label in parsed.uncalled_notes:
        message = f"nothing in the text calls the footnote [^{label}]"
        hint = f"write [^{label}] in the text, at the words that the note is for"
        yield Problem("P105", "error", message, page.locate(body.find(f"[^{label}]:")), hint)
    for label in parsed.doubled_notes:
        again = body.find(f"[^{label}]:", body.find(f"[^{label}]:") + 1)
        message = f"the footnote [^{label}] is defined twice, and only one of its texts can be shown"
        yield Problem("P103", "error", message, page.locate(again), "give one of them another label")


def _too_deep(page: Manuscript) -> Problem:
    lines = page.body.split("\n")
    depths = [len(line) - len(line.lstrip(" \t>*+-0123456789.")) + sum(map(line.count, "[*_")) for line in lines]
    where = Location(page.path, page.first_line + depths.index(max(depths)))
    message = "quotations, lists or links are nested too deep here"
    return Problem("P101", "error", message, where, "take some of the > marks, indents or brackets away")
