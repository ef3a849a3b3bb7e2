"""The quotation marks of a language: round words, and round words within them (CLDR, `delimiters`)."""

from __future__ import annotations

MARKS = {
    "de": "„“‚‘",
    **dict.fromkeys(("cs", "sk", "sl", "et", "lt", "lv"), "„“‚‘"),
    **dict.fromkeys(("ar", "fr", "es", "it", "pt", "el", "ca"), "«»“”"),
    **dict.fromkeys(("ru", "uk", "be"), "«»„“"),
    **dict.fromkeys(("fa", "hy"), "«»‹›"),
    **dict.fromkeys(("pl", "hr", "ro", "hu"), "„”«»"),
    **dict.fromkeys(("sv", "fi"), "””’’"),
    "ja": "「」『』",
}
"""Opening and closing mark, and those of a quotation within, by language; the others are as in English."""
ENGLISH = "“”‘’"


def marks_of(code: str) -> str:
    """Return the four marks of a language, given by its BCP 47 tag: opening, closing, and those within."""
    return MARKS.get(code.lower().split("-")[0], ENGLISH)
