"""Names, counted things and sides in an editor's words, held against the sentence of the quotation."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise, takewhile

from gapmark import CONTENT
from gapmark.problems.location import Location, Problem
from gapmark.statements.amounts import Amount, read_amounts
from gapmark.statements.passages import ProofPassage
from gapmark.statements.wording import all_stems, stem, stems, without_dates

Spellings = Sequence[Sequence[str]]
"""The names of each place, with its other spellings."""

_TABLE = """
person man men people soldier troop fighter warrior sailor crew life lost loss casualty strong total all more other
dead killed died death fallen slain
wounded injured
captured prisoner captive taken
ship vessel boat sail warship
gun cannon artillery piece
foot infantry
horse cavalry horsemen rider
aircraft plane aeroplane
house home building
"""
PERSONS, *THINGS = (frozenset(row.split()) for row in _TABLE.strip().split("\n"))
"""Words for the same counted things; the first row is said of almost any number."""
FATES = THINGS[:3]
"""What befell those who are counted."""
TITLES = frozenset("general colonel captain admiral king queen duke count sir lord mr major lieutenant".split())  # noqa: SIM905
TELLING = frozenset("north south east west northern southern eastern western".split())  # noqa: SIM905
"""Words that tell as much as a name."""
NEAR = 3
"""Words between a number and what is counted before it, at the most."""
LIKE = 5
"""Letters that two words have in common where one is made of the other: listeners, listened."""
_PRONOUN = re.compile(r"(?:He|She|It|They|His|Her|Its|Their|This|These|That|Those|Both)\b")
_FOLLOWS = re.compile(r"[,;:.()+\d]|\b(?:and|or|but)\b")
_OF_SIDES = re.compile(r"[;:]|, (?=(?:and|but|while) )|\b(?:but|while|whereas)\b|\band (?=the |[A-Z])")
_SAYS = re.compile(r"\b(?:[Aa]ccording to|claim|sa(?:y|id)|report|count|estimat|stated|wr(?:ite|ote)|announc)")


def check_names(
    words: str,
    where: Location,
    passage: ProofPassage,
    wide: ProofPassage,
    spellings: Spellings,
    known: frozenset[str],
    *,
    proper: bool,
) -> Iterator[Problem]:
    """Yield X037 for a name in an editor's words that the sentence has not, nor another spelling of its.

    Where a sentence begins with a word such as "he", the words before it in `wide` can have the name.

    Also where the quotation has neither a name nor any other word of the editor's. `known` are the names of the text;
    with `proper` a single word with a capital is a name whether it is known or not.
    """
    names = [
        word
        for at, word in enumerate(re.findall(r"[^\W\d_]+(?:['’](?!s\b)[^\W\d_]+)*", words))
        if word.casefold() in TELLING or (word[0].isupper() and len(word) > 1 and stem(word) not in TITLES)
        if at or stem(word) in known or word.casefold() in TELLING or (proper and word == words)
    ]
    said_before = _PRONOUN.match(passage.text) is not None
    sentence, quoted = (_spelt(text, spellings) for text in ((wide if said_before else passage).text, passage.words))
    strange = [name for name in names if not _is_among(name, sentence)]
    if not said_before and not any(_is_among(name, quoted) for name in names) and not quoted & set(stems(words)):
        strange = names
    if strange:
        message = f'"{words}" has the name "{strange[0]}", and the words of the quotation have not'
        hint = (
            f"write the name of the text, quote the words that have it, or list its spellings in {CONTENT}/places.yaml"
        )
        yield Problem("X037", "warning", message, where, hint)


def check_things(words: str, where: Location, passage: ProofPassage) -> Iterator[Problem]:
    """Yield X038 for a number that counts something else in the quotation."""
    there = [a for a in read_amounts(passage.text) if passage.start <= a.start < passage.stop]
    text = without_dates(words)
    for amount in read_amounts(text):
        same = [other for other in there if other.number == amount.number]
        things = _after(text, amount)[:1] if amount.number else []
        if same and things and not any(_counts(passage.text, other, things[0]) for other in same):
            message = f'"{words}" counts "{things[0]}", and the text counts something else: "{passage.words}"'
            yield Problem(
                "X038", "warning", message, where, "name what the text counts, or quote the words that count it"
            )


def check_side(
    name: str, words: str, where: Location, passage: ProofPassage, sides: Sequence[str]
) -> Iterator[Problem]:
    """Yield X039 where the part of the sentence that has a value's number, or its quotation, names another side."""
    own = _distinct(name)
    rivals = [_distinct(side) for side in sides if not _distinct(side) & own]
    numbers = {amount.number for amount in read_amounts(without_dates(words))}
    places = [a.start for a in read_amounts(passage.text) if a.number in numbers]
    for place in [place for place in places if passage.start <= place < passage.stop] or [passage.start]:
        there = set(all_stems(_part(passage.text, place, _OF_SIDES)))
        if not own <= there and any(rival and rival <= there for rival in rivals):
            message = f'the text does not say "{words}" of "{name}", but of another side'
            yield Problem("X039", "warning", message, where, "name the side of which the quoted words are said")
            return


def check_speaker(
    name: str, words: str, where: Location, passage: ProofPassage, wide: ProofPassage
) -> Iterator[Problem]:
    """Yield X039 where neither the sentence nor what stands before it in `wide` names who says so, or another does."""
    own, part = set(all_stems(name)), _part(passage.text, passage.start, re.compile(";"))
    if not own <= set(all_stems(wide.text)) or (_SAYS.search(part) and not own <= set(all_stems(part))):
        message = f'"{name}" does not say "{words}" in the sentence of the quotation'
        yield Problem("X039", "warning", message, where, "quote the words that name who says so, or name who does")


def _part(text: str, place: int, between: re.Pattern[str]) -> str:
    """The part of a sentence with a place in it."""
    cuts = [0, *(found.end() for found in between.finditer(text)), len(text) + 1]
    return next(text[start:stop] for start, stop in pairwise(cuts) if place < stop)


def _distinct(name: str) -> set[str]:
    """What tells a side from the others."""
    return set(all_stems(name)) - {"force", "army", "troop", "the", "of", "and", "side"}


def _spelt(text: str, spellings: Spellings) -> set[str]:
    """The words of a text, folded, and for each place it names the words of its other spellings."""
    there = set(all_stems(text))
    named = [names for names in spellings if any(there.issuperset(all_stems(name)) for name in names)]
    return there.union(*(all_stems(name) for names in named for name in names))


def _is_among(name: str, there: set[str]) -> bool:
    """Whether a name, or one that only ends otherwise, such as Syrian for Syria, is there."""
    word = stem(name)
    near = (other for other in there if min(len(word), len(other)) > 3 and abs(len(word) - len(other)) < 4)
    return word in there or any(word.startswith(other) or other.startswith(word) for other in near)


def _after(text: str, amount: Amount) -> list[str]:
    """What a number counts: the words after it, folded, up to a sign, another number or "and"."""
    rest = text[amount.start :]
    rest = rest[read_amounts(rest)[0].start + len(read_amounts(rest)[0].words) :]
    return [word for word in all_stems(_FOLLOWS.split(rest)[0]) if word not in ("of", "the", "a", "an", "in", "per")]


def _counts(text: str, amount: Amount, thing: str) -> bool:
    """Whether a number of the text can count this thing."""
    after = _after(text, amount)
    before = takewhile(lambda word: word not in ("and", "or", "but"), reversed(all_stems(text[: amount.start])))
    near = {*after, *[word for word, _ in zip(before, range(NEAR), strict=False)]}
    row = next((row for row in THINGS if thing in row), frozenset((thing,)))
    if near & row:
        return True
    if thing in PERSONS:
        return not any(other & set(after[:1]) for other in THINGS[len(FATES) :])
    if row in FATES:
        return not any(fate & near for fate in FATES)
    return any(word[:LIKE] == thing[:LIKE] for word in near if len(thing) > LIKE)
