"""Which form of a phrase goes with a whole number: the plural categories of the Unicode CLDR, release 47.

Source: https://www.unicode.org/cldr/charts/47/supplemental/language_plural_rules.html, for whole numbers only: the
rules for cardinal numbers ("2 gaps") and, of those for ordinal ones ("2nd"), the ones of English and of the languages
in which only the first differs. Cornish, Manx, Tachelhit and Central Atlas Tamazight are not here and count as English
does.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

PluralRule = Callable[[int], str]

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""In the order of the CLDR; `other` is what every phrase needs."""


def plural_category(language: str, n: int) -> str:
    """The category of a whole number in a language, given by its BCP 47 tag: `one` for 1 in English."""
    tag = language.lower()
    rule = PLURALS.get(tag) or PLURALS.get(tag.split("-")[0], _one)
    return rule(n)


def ordinal_category(language: str, n: int) -> str:
    """The category of an ordinal number in a language: `two` for 2nd and 22nd in English."""
    return ORDINALS.get(language.lower().split("-")[0], _other)(n)


def categories_of(language: str, category: Callable[[str, int], str] = plural_category) -> tuple[str, ...]:
    """The categories that the whole numbers of a language fall into."""
    found = {category(language, n) for n in (*range(200), 1_000_000)}
    return tuple(name for name in CATEGORIES if name in found)


def _one(n: int) -> str:
    return "one" if n == 1 else "other"


def _other(n: int) -> str:
    return "other"


def _zero_is_one(n: int) -> str:
    return "one" if n in (0, 1) else "other"


def _spanish(n: int) -> str:
    return "one" if n == 1 else _millions(n)


def _french(n: int) -> str:
    return "one" if n in (0, 1) else _millions(n)


def _millions(n: int) -> str:
    return "many" if n and n % 1_000_000 == 0 else "other"


def _hebrew(n: int) -> str:
    return {1: "one", 2: "two"}.get(n, "other")


def _colognian(n: int) -> str:
    return {0: "zero", 1: "one"}.get(n, "other")


def _arabic(n: int) -> str:
    if n in (0, 1, 2):
        return ("zero", "one", "two")[n]
    rest = n % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def _east_slavic(n: int) -> str:
    return "many" if _south_slavic(n) == "other" else _south_slavic(n)


def _south_slavic(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "other"


def _polish(n: int) -> str:
    return "one" if n == 1 else "many" if _east_slavic(n) == "one" else _east_slavic(n)


def _czech(n: int) -> str:
    return "one" if n == 1 else "few" if n in (2, 3, 4) else "other"


def _slovenian(n: int) -> str:
    return {1: "one", 2: "two", 3: "few", 4: "few"}.get(n % 100, "other")


def _icelandic(n: int) -> str:
    return "one" if n % 10 == 1 and n % 100 != 11 else "other"


def _latvian(n: int) -> str:
    return "zero" if n % 10 == 0 or 11 <= n % 100 <= 19 else _icelandic(n)


def _lithuanian(n: int) -> str:
    return "other" if n % 10 == 0 or 11 <= n % 100 <= 19 else "one" if n % 10 == 1 else "few"


def _romanian(n: int) -> str:
    return "one" if n == 1 else "few" if n == 0 or 1 <= n % 100 <= 19 else "other"


def _maltese(n: int) -> str:
    if n in (1, 2):
        return "one" if n == 1 else "two"
    rest = n % 100
    return "few" if n == 0 or 3 <= rest <= 10 else "many" if 11 <= rest <= 19 else "other"


def _irish(n: int) -> str:
    return {1: "one", 2: "two"}.get(n) or ("few" if 3 <= n <= 6 else "many" if 7 <= n <= 10 else "other")


def _gaelic(n: int) -> str:
    if n in (1, 2, 11, 12):
        return "one" if n % 10 == 1 else "two"
    return "few" if 3 <= n <= 19 else "other"


def _welsh(n: int) -> str:
    return {0: "zero", 1: "one", 2: "two", 3: "few", 6: "many"}.get(n, "other")


def _breton(n: int) -> str:
    if n % 100 // 10 not in (1, 7, 9) and n % 10 in (1, 2, 3, 4, 9):
        return {1: "one", 2: "two"}.get(n % 10, "few")
    return _millions(n)


def _english_ordinal(n: int) -> str:
    return "other" if n % 100 in (11, 12, 13) else {1: "one", 2: "two", 3: "few"}.get(n % 10, "other")


def _filipino(n: int) -> str:
    return "other" if n % 10 in (4, 6, 9) else "one"


LANGUAGES: tuple[tuple[PluralRule, str], ...] = (
    (_other, "bm bo dz hnj id ig ii in ja jbo jv kde kea km ko lkt lo ms my nqo osa sah ses sg su th to tpi vi wo yo"),
    (_other, "yue zh"),
    (_zero_is_one, "ak am as bho bn csw doi fa ff gu guw hi hy kab kn ln mg nso pa pcm si ti wa zu"),
    (_spanish, "ca es it lld pt-pt scn vec"),
    (_french, "fr ht pt"),
    (_hebrew, "he iw iu naq sat se sma smi smj smn sms"),
    (_colognian, "blo ksh lag"),
    (_arabic, "ar ars"),
    (_east_slavic, "be ru uk"),
    (_south_slavic, "bs hr sh sr"),
    (_polish, "pl"),
    (_czech, "cs sk"),
    (_slovenian, "dsb hsb sl"),
    (_icelandic, "is mk"),
    (_latvian, "lv prg"),
    (_lithuanian, "lt"),
    (_romanian, "mo ro"),
    (_maltese, "mt"),
    (_irish, "ga"),
    (_gaelic, "gd"),
    (_welsh, "cy"),
    (_breton, "br"),
    (_filipino, "ceb fil tl"),
)
"""Every other language has `one` for 1 and `other` for the rest."""
PLURALS: Mapping[str, PluralRule] = {tag: rule for rule, tags in LANGUAGES for tag in tags.split()}
ORDINALS: Mapping[str, PluralRule] = {
    "en": _english_ordinal,
    **dict.fromkeys(["bal", "fil", "fr", "ga", "hy", "lo", "mo", "ms", "ro", "tl", "vi"], _one),
}
"""Every other language has one form here."""
