"""Puts each sentence into an element, so that a browser can mark the whole sentence that an address leads to."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from xml.etree.ElementTree import Element

from gapmark.markup.elements import EMPHASES
from gapmark.markup.tree import take_out

Parents = dict[Element, Element]
Places = Mapping[str, str]
"""Where an address leads in the edition: `w87` to `battle.html#w87`."""


def place_of_sentence(places: Places, address: str) -> str:
    """Return the address in the edition to which the sentence's address leads; empty where it leads nowhere.

    A sentence that begins a paragraph shares its address, `w52`, and has the id `s52`.
    """
    return places.get(f"s{address[1:]}") or places.get(address, "")


def wrap_sentences(tree: Element, sentences: Iterable[tuple[Element, Element]]) -> None:
    """Take each sentence into the element at its beginning, and the element at its end out of the tree.

    One whose end is its beginning was cut. One that shares mark-up with another, such as an emphasis, stays as it is:
    only its place is marked.
    """
    parents = {child: parent for parent in tree.iter() for child in parent}
    ends = {place: end for place, end in sentences if end is not place}
    for place, end in ends.items():
        _lift_start(place, parents)
        _lift_end(end, parents)
    for home in dict.fromkeys(parents[place] for place in ends):
        _wrap(home, ends, parents)
    for end in ends.values():
        if end in parents:
            take_out(end, parents[end])


def _wrap(home: Element, ends: Mapping[Element, Element], parents: Parents) -> None:
    """Wrap the sentences among the children of one element. Remove from `parents` the ends that were found."""
    at = {child: number for number, child in enumerate(home)}
    kept: list[Element] = []
    place: Element | None = None
    for child in list(home):
        if place is None:
            kept.append(child)
            if at.get(ends.get(child, child), -1) > at[child]:
                place = child
                place.text, place.tail = place.tail, ""
        elif child is ends[place]:
            place.tail = child.tail
            del parents[child]
            place = None
        else:
            place.append(child)
            parents[child] = place
    home[:] = kept


def _lift_start(place: Element, parents: Parents) -> None:
    """Move the place before the mark-up that begins with the sentence."""
    home = parents[place]
    while home.tag in EMPHASES and home[0] is place and not home.text:
        home.text = place.tail
        home.remove(place)
        outer = parents[home]
        outer.insert(list(outer).index(home), place)
        place.tail, parents[place], home = "", outer, outer


def _lift_end(end: Element, parents: Parents) -> None:
    """Move the end after the mark-up that ends with the sentence."""
    home = parents[end]
    while home.tag in EMPHASES and home[-1] is end and not end.tail:
        home.remove(end)
        outer = parents[home]
        outer.insert(list(outer).index(home) + 1, end)
        end.tail, home.tail, parents[end], home = home.tail, "", outer, outer
