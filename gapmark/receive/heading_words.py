"""What the words of a heading say about its place in the story: the lists of `headings.yaml`, as weights.

A heading is read with upper and lower case, singular and plural folded together. A longer phrase wins over the words
in it: `order of battle` is no `battle`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

WHOLE = 4
"""What it weighs when the whole heading is a name of the list `exact`."""
WEIGHTS = {"contains": 3, "weak": 1}
"""What it weighs when a heading holds a phrase of these lists."""

MODIFIERS = ("of", "on", "for", "to", "about", "from")
"""Words after which a heading names what its first words are about."""

Headings = Sequence[Mapping[str, Mapping[str, Sequence[str]]]]
"""Role to list to names, and `kinds` to lists of words; the site's own first, then the default ones."""
Words = tuple[str, ...]


class HeadingWords(NamedTuple):
    """The lists, ready to be looked up."""

    names: Mapping[Words, str]
    """The role of a whole heading."""
    phrases: Mapping[Words, tuple[str, int]]
    """The role and the weight of what a heading holds."""
    own: Mapping[Words, str]
    """The role of a whole heading that the site's own file names: it is obeyed, whatever stands around it."""
    kinds: Mapping[str, str]
    """The kind of event that a word of its title or first sentence says: `fight`, `disaster` or `act`."""


def read_headings(headings: Headings) -> HeadingWords:
    """The lists in one; what the site's own file says of a name takes the place of what the default one says."""
    names: dict[Words, str] = {}
    phrases: dict[Words, tuple[str, int]] = {}
    kinds: dict[str, str] = {}
    for roles in reversed(headings):
        kinds |= {fold(word)[0]: kind for kind, words in roles.get("kinds", {}).items() for word in words}
        for role, lists in _parts(roles):
            names |= {fold(name): role for name in lists["exact"]}
            for level, weight in WEIGHTS.items():
                phrases |= {fold(name): (role, weight) for name in lists[level]}
    own = headings[0] if len(headings) > 1 else {}
    pinned = {fold(name): role for role, lists in _parts(own) for name in lists["exact"]}
    return HeadingWords(names, phrases, pinned, kinds)


def _parts(roles: Mapping[str, Mapping[str, Sequence[str]]]) -> Iterator[tuple[str, Mapping[str, Sequence[str]]]]:
    """Each part of the story and its lists; the part `events` is cut as `battle` is."""
    for role, lists in roles.items():
        if role != "kinds":
            yield "battle" if role == "events" else role, lists


def fold(text: str) -> Words:
    """The words of a heading or a name, as they are compared: `Casualties` and `casualty` are one."""
    return tuple(map(_singular, re.findall(r"\w+", text.casefold())))


def _singular(word: str) -> str:
    if len(word) > 4 and word.endswith("ies"):
        return word[:-3] + "y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


def weigh(title: str, lists: HeadingWords) -> dict[str, int]:
    """How strongly a heading speaks for each role; roles of which it says nothing are left out."""
    words = fold(title)
    if words in lists.names:
        return {lists.names[words]: WHOLE}
    weights: dict[str, int] = {}
    for role, weight in _held(words, lists):
        weights[role] = max(weight, weights.get(role, 0))
    return weights


def _held(words: Words, lists: HeadingWords) -> Iterator[tuple[str, int]]:
    """Role and weight of the phrases in a heading, the longest first, none inside another.

    What stands after "of" or another such word, up to "and", says less than what stands before it.
    """
    taken: set[int] = set()
    for length in range(len(words), 0, -1):
        for start in range(len(words) - length + 1):
            place = range(start, start + length)
            if words[start : start + length] in lists.phrases and taken.isdisjoint(place):
                taken.update(place)
                role, weight = lists.phrases[words[start : start + length]]
                signs = [word for place, word in enumerate(words[:start]) if place and word in (*MODIFIERS, "and")]
                yield role, WEIGHTS["weak"] if signs and signs[-1] != "and" else weight
