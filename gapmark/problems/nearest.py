"""The known word that is spelt most like another, for a hint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """The one of the known words that is spelt most like a word, for a hint; empty where none is. Likeness: 0 to 1."""
    from difflib import get_close_matches  # only where something is wrong

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), "")


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """The hint for a word that is not known: the nearest one, else all of them."""
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else "known here: " + ", ".join(known)
