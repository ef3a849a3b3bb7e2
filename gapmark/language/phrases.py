"""The words of the interface in one language: phrases by key, plural forms by CLDR category, numbers in its form."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from markupsafe import Markup, escape

from gapmark.language.direction import direction_of
from gapmark.language.plurals import ordinal_category, plural_category
from gapmark.language.quotation_marks import marks_of

Phrases = Mapping[str, str | Mapping[str, str]]
"""Phrase or plural forms by dotted key, such as `gap.label`."""

_BRACE = re.compile(r"\{(\w+)\}")


LEFT_TO_RIGHT, RIGHT_TO_LEFT, END = "\u2066", "\u2067", "\u2069"
"""Words between them run in a direction of their own (Unicode Standard Annex 9)."""


class MissingPhraseError(LookupError):
    """A template asks for a phrase that the language file has not got."""


class Language(NamedTuple):
    """The words of one language; templates call it `t`."""

    code: str
    """A BCP 47 tag, such as `en` or `ar`."""
    phrases: Phrases
    text: str = ""
    """The language of the text, of all that stands in content/; empty where it is the same."""

    @property
    def direction(self) -> str:
        """Return `ltr` or `rtl`."""
        return self.find("direction", "ltr")

    @property
    def text_direction(self) -> str:
        """Return `ltr` or `rtl`, the direction of the text."""
        return direction_of(self.text) if self.text else self.direction

    def __call__(self, key: str, **values: object) -> str:
        """Return the phrase `key` with its braces filled in; `n` chooses the plural form. Markup in values stays
        markup.

        Raise MissingPhraseError where there is none.
        """
        return self._phrase(key, self.category(values.get("n")), values)

    def ordinal(self, n: int) -> str:
        """Return a whole number as the place in a row: 2nd."""
        return self._phrase("dates.ordinal", ordinal_category(self.code, n), {"n": n})

    def _phrase(self, key: str, category: str, values: Mapping[str, object]) -> str:
        phrase = self.phrases.get(key)
        if not isinstance(phrase, str | None):
            phrase = phrase.get(category) or phrase.get("other")
        if phrase is None:
            raise MissingPhraseError(key)
        if not values:
            return phrase
        shown = {name: self.number(v) if isinstance(v, int) else v for name, v in values.items()}
        if any(hasattr(value, "__html__") for value in shown.values()):
            return Markup(_BRACE.sub(lambda m: str(escape(shown.get(m[1], m[0]))), str(escape(phrase))))  # noqa: S704 - every part is escaped
        return _BRACE.sub(lambda m: str(shown.get(m[1], m[0])), phrase)

    def find(self, key: str, otherwise: str) -> str:
        """Return the phrase `key`, or `otherwise` where this language has none."""
        return self(key) if key in self.phrases else otherwise

    def category(self, n: object) -> str:
        """Return the plural category of a whole number in this language."""
        return plural_category(self.code, n) if isinstance(n, int) else "other"

    def percent(self, part: int, whole: int) -> str:
        """Return a share in per cent with one decimal, without its sign: 4.7."""
        tenths = round(1000 * part / whole) if whole else 0
        return self.figures(f"{tenths / 10:.1f}")

    def number(self, n: int) -> str:
        """Return a whole number with the language's digits and grouping: 1,234."""
        return self.figures(f"{n:,}")

    def figures(self, plain: str) -> str:
        """Return a number such as 1,234.5 with the language's digits and marks."""
        marks = self.find("numbers.group", ","), self.find("numbers.decimal", ".")
        return self.digits(plain.translate(dict(zip(map(ord, ",."), marks, strict=True))))

    def digits(self, text: str) -> str:
        """Return the text with the language's digits in place of 0 to 9; nothing is grouped."""
        return text.translate(str.maketrans("0123456789", self.find("numbers.digits", "0123456789")))

    def listed(self, *parts: object) -> str:
        """Return the parts as a list in a sentence: `one, two`. Those that are empty are left out."""
        between, kept = self.find("list.separator", ", "), [part for part in parts if part]
        if any(hasattr(part, "__html__") for part in kept):
            return escape(between).join(escape(part) for part in kept)
        return between.join(map(str, kept))

    def listed_labels(self, *labels: str) -> str:
        """Return labels as a list in a sentence: in lower case where the language writes them so."""
        lower = self.find("list.labels", "") == "lower"
        return self.listed(*(_lower_first(label) if lower else label for label in labels))

    # ------------------------------------------------------------ two languages on one page

    @property
    def text_attributes(self) -> Markup:
        """Return the attributes of an element whose words are the text's: ` lang="en" dir="ltr"`."""
        return _attributes(self.text_marks)

    @property
    def own_attributes(self) -> Markup:
        """Return the attributes of an element inside the text whose words are the interface's; empty where both have
        one language."""
        return _attributes(self.own_marks)

    @property
    def text_marks(self) -> dict[str, str]:
        """Return `text_attributes` by name."""
        return self._marks(self.text, self.text_direction)

    @property
    def own_marks(self) -> dict[str, str]:
        """Return `own_attributes` by name, for elements that are made by code."""
        return self._marks(self.code, self.direction)

    def _marks(self, code: str, direction: str) -> dict[str, str]:
        if self.text.lower() in ("", self.code.lower()):
            return {}
        return {"lang": code} if self.direction == self.text_direction else {"lang": code, "dir": direction}

    def of_text(self, words: object) -> object:
        """Return words of the text for a place among words of the interface, marked as such where the languages
        differ."""
        marks = self.text_attributes
        return Markup("<bdi{}>{}</bdi>").format(marks, words) if marks and words else words

    def plain_of_text(self, words: str) -> str:
        """Return the same without mark-up: Unicode's isolates keep the words together, where the directions differ."""
        if self.direction == self.text_direction:
            return words
        return f"{LEFT_TO_RIGHT if self.text_direction == 'ltr' else RIGHT_TO_LEFT}{words}{END}"

    def quoted(self, words: object) -> object:
        """Words of the text between quotation marks of its language, which are part of what is copied."""
        marks = marks_of(self.text or self.code)
        return self.of_text(Markup("{}{}{}").format(marks[0], words, marks[1]))

    def isolated(self, words: object) -> object:
        """Return an address or a file's name, marked to run from left to right in any language."""
        return Markup('<bdi dir="ltr">{}</bdi>').format(words) if self.direction == "rtl" and words else words


def _lower_first(label: str) -> str:
    """Return `part of` for `Part of`; `US losses` stays."""
    return label if label[1:2].isupper() else label[:1].lower() + label[1:]


def _attributes(marks: Mapping[str, str]) -> Markup:
    return Markup("").join(Markup(' {}="{}"').format(name, value) for name, value in marks.items())
