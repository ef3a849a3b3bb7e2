"""The direction in which a language is written, from its BCP 47 tag."""

from __future__ import annotations

SCRIPTS = "adlm arab aran armi avst hebr mand mend nbat nkoo palm phnx rohg samr syrc thaa yezi"
"""Scripts written from right to left, by their ISO 15924 codes in small letters."""
LANGUAGES = (
    "acm ae aeb afb aii ajp apc apd ar arc arq ars ary arz avl ayn azb bal bgn bqi ckb dv fa glk he hno iw ji khw ks"
    " lah lki lrc luz mzn nqo ota pes phn pnb prs ps rhg sam sd sdh skr syc syr ug ur uzs yi"
)
"""Languages written so where the tag names no script: those whose likely script in the Unicode CLDR is one of them."""


def direction_of(tag: str) -> str:
    """Return `rtl` or `ltr`: a script in the tag decides (`ku-Arab`, `az-Latn`), else the language does."""
    language, *others = tag.lower().split("-")
    script = next((part for part in others if len(part) == 4 and part.isalpha()), "")
    right_to_left = script in SCRIPTS.split() if script else language in LANGUAGES.split()
    return "rtl" if right_to_left else "ltr"
