"""Chooses the form of a phrase for a whole number: the plural categories of the Unicode CLDR, release 47.

Source: https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html, for whole numbers only: the
rules for cardinal numbers ("2 gaps") and, of those for ordinal ones ("2nd"), the ones of English and of the languages
in which only the first differs. Cornish, Manx, Tachelhit and Central Atlas Tamazight are not here and count as English
does.
"""

from __future__ import annotations

from functools import cache
from gettext import c2py

ONLY = ("other", "0")
ONE = ("one other", "n != 1")
ZERO_IS_ONE = ("one other", "n > 1")
FEW = "n % 10 >= 2 && n % 10 <= 4 && (n % 100 < 12 || n % 100 > 14)"
TEENS = "n % 100 >= 11 && n % 100 <= 19"
LANGUAGES = (
    (*ONLY, "bm bo dz hnj id ig ii in ja jbo jv kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi vi wo yo"),
    (*ONLY, "yue zh"),
    (*ZERO_IS_ONE, "ak am as bho bn csw doi fa ff gu guw hi hy kab kn ln mg nso pa pcm si ti wa zu"),
    ("one many other", "n == 1 ? 0 : n && n % 1000000 == 0 ? 1 : 2", "ca es it lld pt-pt scn vec"),
    ("one many other", "n < 2 ? 0 : n % 1000000 == 0 ? 1 : 2", "fr ht pt"),
    ("one two other", "n == 1 ? 0 : n == 2 ? 1 : 2", "he iw iu naq sat se sma smi smj smn sms"),
    ("zero one other", "n < 2 ? n : 2", "blo ksh lag"),
    (
        "zero one two few many other",
        "n < 3 ? n : n % 100 >= 3 && n % 100 <= 10 ? 3 : n % 100 >= 11 ? 4 : 5",
        "ar ars",
    ),
    ("one few many", f"n % 10 == 1 && n % 100 != 11 ? 0 : {FEW} ? 1 : 2", "be ru uk"),
    ("one few other", f"n % 10 == 1 && n % 100 != 11 ? 0 : {FEW} ? 1 : 2", "bs hr sh sr"),
    ("one few many", f"n == 1 ? 0 : {FEW} ? 1 : 2", "pl"),
    ("one few other", "n == 1 ? 0 : n >= 2 && n <= 4 ? 1 : 2", "cs sk"),
    ("one two few other", "n % 100 == 1 ? 0 : n % 100 == 2 ? 1 : n % 100 == 3 || n % 100 == 4 ? 2 : 3", "dsb hsb sl"),
    ("one other", "n % 10 != 1 || n % 100 == 11", "is mk"),
    ("zero one other", f"n % 10 == 0 || ({TEENS}) ? 0 : n % 10 == 1 ? 1 : 2", "lv prg"),
    ("one few other", f"n % 10 == 0 || ({TEENS}) ? 2 : n % 10 == 1 ? 0 : 1", "lt"),
    ("one few other", "n == 1 ? 0 : n == 0 || (n % 100 >= 1 && n % 100 <= 19) ? 1 : 2", "mo ro"),
    (
        "one two few many other",
        f"n == 1 ? 0 : n == 2 ? 1 : n == 0 || (n % 100 >= 3 && n % 100 <= 10) ? 2 : {TEENS} ? 3 : 4",
        "mt",
    ),
    ("one two few many other", "n == 1 ? 0 : n == 2 ? 1 : n >= 3 && n <= 6 ? 2 : n >= 7 && n <= 10 ? 3 : 4", "ga"),
    ("one two few other", "n == 1 || n == 11 ? 0 : n == 2 || n == 12 ? 1 : n >= 3 && n <= 19 ? 2 : 3", "gd"),
    ("zero one two few many other", "n < 4 ? n : n == 6 ? 4 : 5", "cy"),
    (
        "one two few many other",
        "n % 100 / 10 != 1 && n % 100 / 10 != 7 && n % 100 / 10 != 9 && n % 10 && (n % 10 < 5 || n % 10 == 9)"
        " ? (n % 10 == 1 ? 0 : n % 10 == 2 ? 1 : 2) : n && n % 1000000 == 0 ? 3 : 4",
        "br",
    ),
    ("one other", "n % 10 == 4 || n % 10 == 6 || n % 10 == 9", "ceb fil tl"),
)
"""Categories, which of them a number n falls into, as gettext's Plural-Forms say it, and the languages that count so.
Every other language has `one` for 1 and `other` for the rest."""
ENGLISH_ORDINAL = ("one two few other", "n % 100 / 10 != 1 && n % 10 > 0 && n % 10 < 4 ? n % 10 - 1 : 3")
PLURALS = {tag: (categories, rule) for categories, rule, tags in LANGUAGES for tag in tags.split()}
ORDINALS = dict.fromkeys(["bal", "fil", "fr", "ga", "hy", "lo", "mo", "ms", "ro", "tl", "vi"], ONE) | {
    "en": ENGLISH_ORDINAL
}
"""Every other language has one form here."""

_compiled = cache(c2py)


def plural_category(language: str, n: int) -> str:
    """Return the category of a whole number in a language, given by its BCP 47 tag: `one` for 1 in English."""
    tag = language.lower()
    return _category(PLURALS.get(tag) or PLURALS.get(tag.split("-")[0], ONE), n)


def ordinal_category(language: str, n: int) -> str:
    """Return the category of an ordinal number in a language: `two` for 2nd and 22nd in English."""
    return _category(ORDINALS.get(language.lower().split("-")[0], ONLY), n)


def _category(row: tuple[str, str], n: int) -> str:
    categories, rule = row
    return categories.split()[_compiled(rule)(n)]
