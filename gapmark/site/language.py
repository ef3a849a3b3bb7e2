"""The words of the interface in one language: phrases by key, plural forms by CLDR category, numbers in its form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from markupsafe import Markup, escape

Phrases = Mapping[str, str | Mapping[str, str]]
"""Phrase or plural forms by dotted key, such as `gap.label`."""

_BRACE = re.compile(r"\{(\w+)\}")


class MissingPhraseError(LookupError):
    """A template asks for a phrase that the language file has not got."""


@dataclass(frozen=True, slots=True)
class Language:
    """What templates call as `t`."""

    code: str
    """A BCP 47 tag, such as `en` or `ar`."""
    phrases: Phrases

    @property
    def direction(self) -> str:
        """`ltr` or `rtl`."""
        return str(self.phrases.get("direction", "ltr"))

    def __call__(self, key: str, **values: object) -> str:
        """The phrase `key` with its braces filled in; `n` chooses the plural form. Markup in values stays markup.

        Raises MissingPhraseError.
        """
        phrase = self.phrases.get(key)
        if isinstance(phrase, Mapping):
            phrase = phrase.get(self.category(values.get("n"))) or phrase.get("other")
        if phrase is None:
            raise MissingPhraseError(key)
        shown = {name: self.number(v) if isinstance(v, int) else v for name, v in values.items()}
        if any(hasattr(value, "__html__") for value in shown.values()):
            return Markup(_BRACE.sub(lambda m: str(escape(shown.get(m[1], m[0]))), str(escape(phrase))))  # noqa: S704 - every part is escaped
        return _BRACE.sub(lambda m: str(shown.get(m[1], m[0])), phrase)

    def raw(self, key: str) -> str:
        """The phrase `key` with its braces as they are. Raises MissingPhraseError."""
        phrase = self.phrases.get(key)
        if not isinstance(phrase, str):
            raise MissingPhraseError(key)
        return phrase

    def category(self, n: object) -> str:
        """The plural category of a whole number in this language."""
        rule = PLURALS.get(self.code.split("-")[0], _one_other)
        return rule(n) if isinstance(n, int) else "other"

    def percent(self, part: int, whole: int) -> str:
        """A share in per cent with one decimal, without its sign: 4.7."""
        tenths = round(1000 * part / whole) if whole else 0
        return f"{self.number(tenths // 10)}{self.phrases.get('numbers.decimal', '.')}{self.number(tenths % 10)}"

    def number(self, n: int) -> str:
        """A whole number with the language's digits and grouping: 1,234."""
        grouped = f"{n:,}" if abs(n) >= 10000 else str(n)
        shown = grouped.replace(",", str(self.phrases.get("numbers.group", ",")))
        return shown.translate(str.maketrans("0123456789", str(self.phrases.get("numbers.digits", "0123456789"))))


# ---------------------------------------------------------------- plural rules for whole numbers, from the CLDR


def _one_other(n: int) -> str:
    return "one" if n == 1 else "other"


def _zero_is_one(n: int) -> str:
    return "one" if n in (0, 1) else "other"


def _other(n: int) -> str:
    return "other"


def _arabic(n: int) -> str:
    if n in (0, 1, 2):
        return ("zero", "one", "two")[n]
    rest = n % 100
    return "few" if 3 <= rest <= 10 else "many" if rest >= 11 else "other"


def _east_slavic(n: int) -> str:
    if n % 10 == 1 and n % 100 != 11:
        return "one"
    return "few" if n % 10 in (2, 3, 4) and n % 100 not in (12, 13, 14) else "many"


def _polish(n: int) -> str:
    return "one" if n == 1 else "many" if _east_slavic(n) == "one" else _east_slavic(n)


def _czech(n: int) -> str:
    return "one" if n == 1 else "few" if n in (2, 3, 4) else "other"


def _hebrew(n: int) -> str:
    return {1: "one", 2: "two"}.get(n, "other")


PLURALS: Mapping[str, Callable[[int], str]] = {
    "ar": _arabic,
    "cs": _czech,
    "sk": _czech,
    "fr": _zero_is_one,
    "pt": _zero_is_one,
    "hi": _zero_is_one,
    "fa": _zero_is_one,
    "he": _hebrew,
    "pl": _polish,
    "ru": _east_slavic,
    "uk": _east_slavic,
    **dict.fromkeys(("ja", "zh", "ko", "th", "vi", "id"), _other),
}
"""By language; every other one has `one` for 1 and `other` for the rest."""
