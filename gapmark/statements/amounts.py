"""Numbers in prose: what an editor's words count, compared with the words of the text, in figures or in words.

A name can be said in other words; a number can't, nor what the text says before it, such as "about" or "at least".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from gapmark.dates.parts import any_of
from gapmark.problems.location import Location, Problem
from gapmark.run.memo import keep
from gapmark.statements.passages import ProofPassage
from gapmark.statements.wording import without_dates
from gapmark.text.number_words import ONES, TENS

UNITS = ("zero", *ONES)
SMALL = {word: n for n, word in enumerate(UNITS)} | {word: 10 * n for n, word in enumerate(TENS, start=2)}
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1000, "million": 10**6, "billion": 10**9}
ALONE = {"both": 2, "twice": 2, "pair": 2, "couple": 2, "once": 1, "single": 1}
PARTS = {"half": 0.5, "halves": 0.5, "third": 1 / 3, "thirds": 1 / 3, "quarter": 0.25, "quarters": 0.25}
WON = re.compile(
    r"\b(?:victor|triumph|w[io]n\b|success|power|command|rule|advantage|prevail)[^.,;]{0,60}$", re.IGNORECASE
)
"""A victory over 3,000 is one over no more than 3,000."""
QUALIFIERS = {
    "about": r"about|around|some|approximately|approx\.?|roughly|circa|ca?\.|an?\sestimated|estimated\sat|or\sso|~",
    "at least": r"at\sleast|no\s(?:fewer|less)\sthan|not\s(?:fewer|less)\sthan|a\sminimum\sof|or\smore|\+|≥",
    "more than": r"more\sthan|over|above|upwards\sof|in\sexcess\sof|exceeding|>",
    "less than": r"less\sthan|fewer\sthan|under|below|<",
    "up to": r"up\sto|at\smost|no\smore\sthan|not\smore\sthan|as\smany\sas|a\smaximum\sof|≤",
    "nearly": r"nearly|almost|close\sto|just\sunder",
    "perhaps": r"perhaps|possibly|probably|maybe",
}
"""By what they mean; the words of a row are as good as each other. "Or so", "or more" and + stand after the number."""


class Amount(NamedTuple):
    """A number as it stands in words."""

    number: float
    qualifier: str
    """A key of QUALIFIERS; empty where nothing qualifies it."""
    words: str
    """With what qualifies it: "about 9,000"."""
    start: int
    """Of the number, in the text."""


def check_amounts(words: str, where: Location, passage: ProofPassage) -> Iterator[Problem]:
    """Yield a problem for each number in an editor's words that the quoted words have not, or have otherwise.

    None counts as "not" does, and not as a number.
    """
    wanted = [amount for amount in keep(read_amounts, without_dates(words)) if amount.number]
    if not wanted:
        return
    there = [amount for amount in keep(read_amounts, passage.text) if passage.start <= amount.start < passage.stop]
    for amount in wanted:
        same = [other for other in there if other.number == amount.number]
        if not same and not _is_an_article(amount, passage.words):
            have = ", ".join(dict.fromkeys(f'"{other.words}"' for other in there)) or "none"
            message = f'"{words}" has the number "{amount.words}", and the quoted words have {have}'
            hint = "write the number of the text, or quote the words that have this one"
            yield Problem("X032", "warning", message, where, hint)
        elif same and all(other.qualifier != amount.qualifier for other in same):
            message = f'"{words}" says "{amount.words}", and the text "{same[0].words}"'
            yield Problem("X033", "warning", message, where, f'write "{same[0].words}"')


def _is_an_article(amount: Amount, words: str) -> bool:
    """Whether "one" stands for "a ship"."""
    return amount.number == 1 and re.search(r"\b(?:an?|the)\b", words, re.IGNORECASE) is not None


def read_amounts(text: str) -> tuple[Amount, ...]:
    """The numbers of a text in its order. Of "1572-73" the second is 1573; ordinals are read in figures only."""
    amounts: list[Amount] = []
    last: re.Match[str] | None = None
    for match in _pattern().finditer(text):
        range_from = last if last and text[last.end("number") : match.start("number")] in ("-", "–", "/") else None
        last = match
        said = " ".join((match["before"] or match["after"] or "").lower().split())
        qualifier = next((name for name, words in QUALIFIERS.items() if said and re.fullmatch(words, said)), "")
        qualifier = "" if said == "over" and WON.search(text, 0, match.start()) else qualifier
        amounts.append(Amount(_number(match["number"], range_from), qualifier, match[0], match.start("number")))
    return tuple(amounts)


@cache
def _pattern() -> re.Pattern[str]:
    scale, unit = any_of(SCALES), any_of(UNITS)
    small = rf"(?:{any_of(TENS)}(?:[\s-]{unit})?|{unit})"
    scaled = rf"(?:{small}|an?)(?:[\s-]{scale})+"
    in_words = (
        rf"(?:half\s(?:an?\s)?{scale}|(?:an?|{unit})[\s-](?:half|halves|thirds?|quarters?)|half"
        rf"|{scaled}(?:[\s-](?:and\s)?{scaled})*(?:[\s-](?:and\s)?{small})?|{small}|{any_of(ALONE)})(?![\w.]*\w|\.\s\d)"
    )
    figures = rf"[1-3]/[2-9](?!\d)|\d(?:[\d.,\u00a0\u202f]*\d)?(?!\d|(?:st|nd|rd|th)\b)(?:\s{scale}(?!\w))?"
    before = (
        rf"(?:(?<!\w)(?!\+)(?P<before>{'|'.join(QUALIFIERS.values())})\s?(?:the\s|a\stotal\sof\s|another\s)?[£$€]?)?"
    )
    after = r"(?:\s?(?P<after>\+(?!\s?\d)|or\smore\b|or\sso\b))?"
    return re.compile(rf"{before}(?P<number>(?<![\w.,])(?:{figures}|{in_words})){after}", re.IGNORECASE)


def _number(written: str, range_from: re.Match[str] | None) -> float:
    words = written.lower()
    if words[1:2] == "/":
        return int(words[0]) / int(words[2])
    if not words[0].isdecimal():
        return _in_words(words)
    figures, _, scale = re.sub(r"[.,\u00a0\u202f](?=\d{3}(?!\d))", "", words).partition(" ")
    begun = range_from["number"] if range_from else ""
    if figures.isdecimal() and begun.isdecimal() and len(figures) < len(begun):
        figures = begun[: -len(figures)] + figures
    figures = figures.replace(",", ".")
    return float(figures if figures.count(".") < 2 else figures.replace(".", "")) * SCALES.get(scale, 1)


def _in_words(words: str) -> float:
    """ "Two hundred and fifty thousand": what comes before a scale is multiplied by it, the rest is added."""
    whole = part = 0.0
    for word in re.findall(r"[a-z]+", words):
        if word in SCALES:
            part = (part or 1) * SCALES[word]
            whole, part = (whole + part, 0) if SCALES[word] >= 1000 else (whole, part)
        elif word in PARTS:
            part = (part or 1) * PARTS[word]
        else:
            part += SMALL.get(word, ALONE.get(word, 0))
    return whole + part
