"""Words as they are compared: folded, with their dates known, and whether they say that something is not so."""

from __future__ import annotations

import re

from gapmark.dates.find_dates import DateExpression, find_dates
from gapmark.dates.parts import MONTHS
from gapmark.run.memo import keep

NOT = (
    r"\b(?:not|never|no|none|nobody|nor|neither|without|cannot)\b"
    r"(?!(?: \w+){0,4} until\b| (?:only|more than|fewer|less)\b|\.)|n['’]t\b"
)
LIMIT = (
    rf"(?i:{NOT}|\b(?:fail(?:s|ed|ing|ure)?|unable|refus(?:es?|ed|ing|al)|den(?:y|ies|ied|ying)|hardly|barely|almost|nearly"
    r"|prevent(?:s|ed|ing)?|attempt(?:s|ed|ing)?|tr(?:y|ies|ied|ying) to|plan(?:s|ned|ning)? to|hop(?:ed|ing) to"
    r"|intend(?:s|ed|ing)?|threaten(?:s|ed|ing)?|would have|could have|might|if|false(?:ly)?|untrue)\b)"
)
"""Words that take back, or limit, what is said in their clause."""
_EMPTY = frozenset(("that", "this", "with", "from", "were", "been", "have", "their", "they", "into", "also", "them"))


def denies(words: str) -> bool:
    """Return whether words say not, or count nothing."""
    return re.search(rf"{NOT}|(?<![\d.,:])0(?![\d.,:]*\d)|\bzero\b", words, re.IGNORECASE) is not None


def without_dates(words: str) -> str:
    """Return words with blanks for their dates, whose figures are no amounts."""
    text = in_words(words)
    for found in stated_dates(text):
        text = text[: found.start] + " " * (found.stop - found.start) + text[found.stop :]
    return text


def in_words(words: str) -> str:
    """Return words with dates such as 13.12.1939 written as in a text."""
    return re.sub(r"(?<![\d.])(\d\d?)([./])(\d\d?)\2(\d{4})(?![\d.])", _in_words, words)


def _in_words(found: re.Match[str]) -> str:
    day, month = int(found[1]), int(found[3])
    day, month = (month, day) if month > 12 else (day, month)
    return f"{day} {MONTHS[month - 1]} {found[4]}" if 1 <= month <= 12 else found[0]


def stems(text: str) -> list[str]:
    """Return the words of a text that carry meaning, folded as `all_stems` has them."""
    return [word for word in all_stems(text) if len(word) > 3 and word not in _EMPTY]


def all_stems(text: str) -> list[str]:
    """Return the words of a text, folded: case, plural and genitive are gone."""
    return [stem(word) for word in re.findall(r"[^\W\d_]+", re.sub(r"['’]s\b", "", text))]


def stem(word: str) -> str:
    """Return a word in lower case without its ending in the plural."""
    word = word.casefold()
    if word.endswith("ies"):
        return word[:-3] + "y"
    return word if word.endswith("ss") else word.removesuffix("es" if word.endswith(("ches", "shes", "sses")) else "s")


def stated_dates(text: str) -> list[DateExpression]:
    """Return the dates that a text states."""
    return [found for found in keep(find_dates, text) if found.edtf and found.kind == "stated"]
