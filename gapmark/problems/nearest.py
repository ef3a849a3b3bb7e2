"""Finds the known word that is spelt most like another one, for a hint."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def nearest(word: str, known: Iterable[str], likeness: float = 0.6) -> str:
    """Return the known word that is spelt most like a word; empty where none is.

    `likeness` is how like it must be, from 0 to 1.
    """
    from difflib import get_close_matches  # slow to load, and needed only where something is wrong

    return next(iter(get_close_matches(word, list(known), n=1, cutoff=likeness)), "")


def did_you_mean(word: str, known: Sequence[str]) -> str:
    """Return the hint for a word that is not known: the nearest known word, or all of them."""
    near = nearest(word, known)
    return f'did you mean "{near}"?' if near else "known here: " + ", ".join(known)
