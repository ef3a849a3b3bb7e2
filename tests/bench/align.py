"""How long comparing takes, on plain and on hostile texts. Run by hand: `python tests/bench/align.py`."""

from __future__ import annotations

import random
import sys
import time
from collections.abc import Callable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))

from helpers.comparison_law import added, apply

from gapmark.align.align import align

Texts = tuple[list[str], list[str]]
SIZES = (1_000, 10_000, 20_000, 100_000)


def prose(size: int, seed: int) -> list[str]:
    """Sentences of words that are as unevenly common as those of a language (Zipf), over 8,000 of them."""
    chance = random.Random(seed)
    weights = [1 / rank for rank in range(1, 8001)]
    words = [f"w{n}" if n > 40 else f"the{n}" for n in chance.choices(range(8000), weights, k=size)]
    return [("." if n % 22 == 21 else word) for n, word in enumerate(words)]


def edited(size: int) -> Texts:
    chance, source = random.Random(1), prose(size, 1)
    edition = list(source)
    for n in range(size // 40):
        at = chance.randrange(len(edition))
        edition[at : at + chance.randrange(3)] = [f"new{n}-{k}" for k in range(chance.randrange(3))]
    return source, edition


def same_word(size: int) -> Texts:
    return ["a"] * size, ["a"] * (size - size // 10)


def two_words(size: int) -> Texts:
    chance = random.Random(2)
    source = chance.choices("ab", k=size)
    edition = list(source)
    for _ in range(size // 40):
        edition[chance.randrange(size)] = chance.choice("ab")
    return source, edition


def two_words_apart(size: int) -> Texts:
    return random.Random(3).choices("ab", k=size), random.Random(4).choices("ab", k=size)


def alternating(size: int) -> Texts:
    return ["a", "b"] * (size // 2), ["b", "a", "a"] * (size // 3)


def backwards(size: int) -> Texts:
    source = prose(size, 5)
    return source, source[::-1]


def all_new(size: int) -> Texts:
    return prose(size, 6), [f"x{word}" for word in prose(size, 7)]


def same_language(size: int) -> Texts:
    return prose(size, 8), prose(size, 9)


def shuffled(size: int) -> Texts:
    source = prose(size, 10)
    sentences = [source[at : at + 22] for at in range(0, size, 22)]
    random.Random(11).shuffle(sentences)
    return source, [word for sentence in sentences for word in sentence]


def within_sentences(size: int) -> Texts:
    source, chance = prose(size, 12), random.Random(13)
    sentences = [source[at : at + 22] for at in range(0, size, 22)]
    for sentence in sentences:
        chance.shuffle(sentence)
    return source, [word for sentence in sentences for word in sentence]


def repeated(size: int) -> Texts:
    page = prose(110, 14)
    source = page * (size // 110)
    return source, [*source[: size // 3], "new", *source[size // 3 + 40 :]]


KINDS: tuple[Callable[[int], Texts], ...] = (
    *(edited, same_word, two_words, two_words_apart, alternating, backwards, all_new, same_language, shuffled),
    *(within_sentences, repeated),
)


def timed(kind: Callable[[int], Texts], size: int) -> str:
    source, edition = kind(size)
    start = time.perf_counter()
    spans = align(source, edition)
    taken = time.perf_counter() - start
    if apply(spans, source, added(spans, edition)) != tuple(edition):
        raise SystemExit(f"{kind.__name__} at {size}: the spans do not make the edition")
    return f"{taken:9.3f} s {len(spans):6} spans"


def run() -> None:
    sys.stdout.write(f"{'':20}" + "".join(f"{size:>25,}" for size in SIZES) + "\n")
    for kind in KINDS:
        row = "".join(f"{timed(kind, size):>25}" for size in SIZES)
        sys.stdout.write(f"{kind.__name__:20}{row}\n")


if __name__ == "__main__":
    run()
