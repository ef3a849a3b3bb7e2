"""Images as readers see them: with caption, credit and licence, leading to the original."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote
from xml.etree.ElementTree import Element, SubElement

from gapmark.language.phrases import Language
from gapmark.markup.elements import OF_WORDS
from gapmark.markup.tree import take_out
from gapmark.site.made_pages import HOME
from gapmark.text.figures import Figure, figure_name
from gapmark.text.pages import EditedPage

Parents = dict[Element, Element]


def put_figures(tree: Element, figures: Mapping[str, Figure], t: Language) -> None:
    """Put a figure for each image of a page, in place: where the image is, or after the paragraph it stands in.

    The first is loaded at once, the others when a reader comes near them.
    """
    parents: Parents = {child: parent for parent in tree.iter() for child in parent}
    last: dict[Element, Element] = {}
    for image in list(tree.iter("img")):
        figure = figures.get(figure_name(image.get("src", "")))
        if figure is not None:  # one without a figure has stopped the build already
            block, link = _top(image, parents), _link_of(image, parents)
            made = _figure(image, figure, link, t, lazy=bool(last))
            _put(image, block, last.get(block, block), made, parents)
            last[block] = made


def let_tables_scroll(tree: Element) -> None:
    """Put each table into an element of its own that scrolls where the screen is narrow, with the keyboard too."""
    for parent in list(tree.iter()):
        for index, table in enumerate(list(parent)):
            if table.tag == "table":
                frame = Element("div", {"class": "scroll", "tabindex": "0"})
                frame.tail, table.tail = table.tail, None
                parent[index] = frame
                frame.append(table)


def first_pictures(pages: Iterable[EditedPage], figures: Mapping[str, Figure]) -> dict[str, Figure]:
    """Return the first image of each page by the page's address, without SVG, which previews don't show.

    The home page has the first of all.
    """
    found: dict[str, Figure] = {}
    for page in pages:
        shown = (figures.get(figure_name(image.get("src", ""))) for image in page.tree.iter("img"))
        first = next((figure for figure in shown if figure and figure.image.kind != "svg"), None)
        if first is not None:
            found.setdefault(HOME, first)
            found[page.href] = first
    return found


# ---------------------------------------------------------------- the element


def _figure(image: Element, figure: Figure, link: str, t: Language, *, lazy: bool) -> Element:
    made = Element("figure", {name: value for name in ("id", "class") if (value := image.get(name))})
    anchor = SubElement(made, "a", {"href": link or quote(figure.path)})
    alt = image.get("alt", "").strip()
    if not alt:  # a link needs a name, be its image decorative
        anchor.set("aria-label", t("figure.original"))
    size = {"width": str(figure.image.width), "height": str(figure.image.height)}
    SubElement(anchor, "img", {"src": quote(figure.path), "alt": alt, **size, **({"loading": "lazy"} if lazy else {})})
    made.append(_caption(figure, t))
    return made


def _caption(figure: Figure, t: Language) -> Element:
    caption = Element("figcaption")
    if figure.caption:
        words = SubElement(caption, "span", {"class": "caption"})
        words.text, words.tail = figure.caption, " "
    credit = SubElement(caption, "span", {"class": "credit", **t.own_marks})
    before, _, after = (part.replace("{credit}", figure.credit) for part in t("figure.credit").partition("{licence}"))
    credit.text = before
    tag, attributes = ("a", {"rel": "license", "href": figure.licence_url}) if figure.licence_url else ("span", {})
    licence = SubElement(credit, tag, attributes)
    licence.text, licence.tail = figure.licence, after
    return caption


# ---------------------------------------------------------------- its place


def _top(image: Element, parents: Parents) -> Element:
    """Return the outermost element round the image that can't hold a figure; the image itself where there is none."""
    top = image
    while parents[top].tag in OF_WORDS:
        top = parents[top]
    return top


def _link_of(image: Element, parents: Parents) -> str:
    """Return the address of a link that has only the image in it; empty where there is none."""
    link = parents[image]
    alone = link.tag == "a" and len(link) == 1 and not (link.text or "").strip() and not (image.tail or "").strip()
    return link.get("href", "") if alone else ""


def _put(image: Element, block: Element, after: Element, made: Element, parents: Parents) -> None:
    """Take the image out of its block and put the figure after `after`; drop what is left empty."""
    home = parents[block]
    home.insert(list(home).index(after) + 1, made)
    parents[made] = home
    made.tail, after.tail = after.tail, "" if after is image else "\n"
    node = image
    while node is image or (node is not home and _is_empty(node)):
        parent = parents[node]
        take_out(node, parent)
        node = parent


def _is_empty(element: Element) -> bool:
    return not len(element) and not (element.text or "").strip() and not element.get("id")
