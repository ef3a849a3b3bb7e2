"""Edits of every kind, made at random: what an editor does to pages, and which words it touches."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

from helpers.small_edition import document

from gapmark.compare.words import keys_of
from gapmark.model import Document
from gapmark.receive.to_markdown import heading_markdown, to_markdown
from gapmark.source.sentences import sentence_starts

HERE = Path(__file__).parent.parent
PAGES = 3

# ---------------------------------------------------------------- texts


def read_texts(paths: Sequence[str] = ()) -> list[Document]:
    if paths:
        return [document(Path(path).read_text("utf-8")) for path in paths]
    (sample,) = (HERE.parent / "content" / "source").glob("*.txt")
    own = (HERE / "cases" / "record.txt").read_text("utf-8").split("\n\n")
    texts = [sample.read_text("utf-8"), *(tokenised(n, text) for n, text in enumerate(own, 1))]
    return [document(text) for text in texts]


def tokenised(number: int, text: str) -> str:
    """A plain text as a source has it: tokens between single spaces, ten in every 201 removed."""
    lines = [f"{line} #" if line.startswith("# ") else re.sub("^- ", "* ", line) for line in text.strip().split("\n")]
    joined = re.sub(r'(?<!\d)([,;:])|([,;:])(?!\d)|([."])(?=\s|$)|(?<=\s)(")', r" \1\2\3\4 ", " ".join(lines))
    tokens = [f"@@{number}", *joined.split()]
    for start in range(189, len(tokens) - 10, 201):
        if "#" not in tokens[start : start + 10]:
            tokens[start : start + 10] = "@" * 10
    return " ".join(tokens)


def words_in(written: str) -> list[str]:
    """The words of a Markdown text, as they are compared."""
    return keys_of(written.replace("*", ""))


@dataclass
class Block:
    """A block of a page: its sentences in Markdown."""

    mark: str
    """`## ` of a heading, `- ` of an item, else empty."""
    sentences: list[str]

    def __str__(self) -> str:
        return self.mark + re.sub(r"^(\d+)\.", r"\1\\.", " ".join(self.sentences))  # no number of a list


@dataclass
class Page:
    """A page, as an editor sees it."""

    title: str
    blocks: list[Block]
    titled: bool = False
    """Whether its title is a heading of the source."""


Pages = list[Page]


def imported(made: Document, *, placed: bool = False) -> Pages:
    """The sections on three pages, about as import puts them there: with others, under a heading each.

    Where they are `placed`, the second last stands with the first ones. Paragraphs have four sentences at the most.
    """
    filled = [section for section in made.sections if section.blocks]
    if placed:
        filled.insert(2, filled.pop(-2))
    cuts = [round(n * len(filled) / PAGES) for n in range(PAGES + 1)]
    pages = []
    for n, (start, stop) in enumerate(pairwise(cuts)):
        sections = filled[start:stop]
        alone = len(sections) == 1 and bool(sections[0].title)
        name = heading_markdown(sections[0].title).removeprefix("## ") if alone else f"Part {'ABC'[n]}"
        page = Page(name, [], alone)
        for section in sections:
            if section.title and not alone:
                page.blocks.append(Block("## ", [heading_markdown(section.title).removeprefix("## ")]))
            for written in to_markdown(section.blocks).strip("\n").split("\n\n"):
                for block in map(parted, re.split(r"\n(?=[*-] )", written)):
                    starts = range(0, len(block.sentences), 4)
                    page.blocks += (Block(block.mark, block.sentences[n : n + 4]) for n in starts)
        pages.append(page)
    return pages


def parted(written: str) -> Block:
    mark = "- " if written[:2] in ("* ", "- ") else ""
    text = " ".join(written.removeprefix("* ").removeprefix("- ").split())
    starts = [*sentence_starts(text), len(text)]
    return Block(mark, [text[a:b].strip() for a, b in pairwise(starts)])


def copied(pages: Pages) -> Pages:
    return [Page(p.title, [Block(b.mark, list(b.sentences)) for b in p.blocks], p.titled) for p in pages]


def body(page: Page) -> str:
    lines = []
    for before, block in zip([None, *page.blocks], page.blocks, strict=False):
        apart = "" if before is None else "\n" if before.mark == block.mark == "- " else "\n\n"
        lines.append(f"{apart}{block}")
    return "".join(lines) + "\n"


# ---------------------------------------------------------------- edits


@dataclass
class Edit:
    """What was done, and what may be marked for it."""

    kind: str
    """Its name."""
    entries: tuple[str, ...]
    """The kinds of entry that are right for it; empty for layout."""
    old: list[str]
    """The words of the source that it touched."""
    new: list[str]
    """The words of the edition."""
    passed: list[str] = field(default_factory=list)
    """Words that a moved passage changed places with."""
    layout: int = 0
    """How many headings or sections it moved, added or removed."""
    where: tuple[int, int, int] = (0, 0, 0)
    """Page, block and sentence."""


class Editor:
    """Makes edits at random."""

    def __init__(self, pages: Pages, chance: random.Random) -> None:
        self.pages, self.chance = copied(pages), chance
        self.used: set[str] = set()
        self.fresh = 0

    def at(self, marks: Sequence[str] = ("", "- ")) -> tuple[Page, Block, int]:
        """A sentence that no edit is in or beside; now and then the first or last of a page."""
        places = [
            (page, block, n)
            for page in self.pages
            for block in page.blocks
            if block.mark in marks
            for n in range(len(block.sentences))
            if self.free(block, n)
        ]
        if not places:
            raise LookupError
        if self.chance.random() < 0.25:
            edge = [p for p in places if (p[2] == 0 and p[1] is p[0].blocks[0]) or p[1] is p[0].blocks[-1]]
            places = edge or places
        page, block, n = self.chance.choice(places)
        self.used.add(block.sentences[n])
        return page, block, n

    def free(self, block: Block, n: int) -> bool:
        """Whether no edit is in this sentence or beside it."""
        around = [(b, k) for page in self.pages for b in page.blocks for k in range(len(b.sentences))]
        at = next(i for i, (b, k) in enumerate(around) if b is block and k == n % len(b.sentences))
        return self.used.isdisjoint(b.sentences[k] for b, k in around[max(at - 1, 0) : at + 2])

    def use_beside(self, page: Page, at: int) -> None:
        """What stands beside a block that is no longer there, or one that is new, is for no other edit."""
        self.used.update(block.sentences[-1] for block in page.blocks[max(at - 1, 0) : at])
        self.used.update(block.sentences[0] for block in page.blocks[at : at + 1])

    def new_words(self, count: int, old: Collection[str] = ()) -> list[str]:
        """Words that are in no text, light ones between them that are not among the old ones."""
        light = [word for word in ("the", "of", "a", "in", "and", "was", "by") if word not in old]
        words = []
        for n in range(count):
            self.fresh += 1
            plain = n % 3 == 1 and count > 2
            words.append(
                self.chance.choice(light) if plain else self.chance.choice(STEMS) + "abcdefghijk"[self.fresh % 11]
            )
        return words

    def new_sentence(self) -> str:
        return " ".join(self.new_words(self.chance.randrange(4, 14))).capitalize() + "."

    def stretch(self, sentence: str, most: int, least: int = 1) -> tuple[list[str], int, int]:
        """The sentence's tokens, and a stretch of them without a gap; never the whole of it."""
        tokens = re.findall(r"\[gap \d+\]\S*|\S+", sentence)
        size = min(self.chance.randrange(least, most + 1), len(tokens) - 1)
        starts = [
            a
            for a in range(len(tokens) - size + 1)
            if size > 0 and not any("[gap" in t or "*" in t for t in tokens[a : a + size])
        ]
        if not starts:
            raise LookupError
        start = self.chance.choice(starts)
        return tokens, start, start + size

    def change(
        self, block: Block, n: int, tokens: Sequence[str], start: int, stop: int, new: Sequence[str]
    ) -> tuple[list[str], list[str]]:
        """Put the new tokens there, the punctuation at the end of the old ones kept; the words of either."""
        old = " ".join(tokens[start:stop])
        end = re.search(r"[^\w]*$", old)[0] if new or stop == len(tokens) else ""
        written = " ".join(new) + end
        rest = [*tokens[:start], *([written] if new else []), *tokens[stop:]]
        if not new and end and start:
            rest[start - 1] = (
                re.sub(r"[^\w\]]*$", "", rest[start - 1]) + end if stop == len(tokens) else rest[start - 1]
            )
        block.sentences[n] = " ".join(rest)
        self.used.add(block.sentences[n])
        return words_in(old.removesuffix(end) if end else old), words_in(written.removesuffix(end) if end else written)


STEMS = (
    *("bramble", "cinder", "dapple", "ember", "fathom", "gosling", "hazel", "ivory", "juniper", "kestrel", "lantern"),
    *("marrow", "nettle", "orchard", "pewter", "quarry", "russet", "saffron", "thistle", "umber", "velvet", "willow"),
)


def sentences(pages: Pages) -> Iterator[tuple[Page, Block, int]]:
    for page in pages:
        for block in page.blocks:
            if not block.mark:
                for n in range(len(block.sentences)):
                    yield page, block, n


def ordered(pages: Pages) -> list[str]:
    """The sentences and headings in the order of reading; a title is a heading."""
    return [
        line for page in pages for line in (f"## {page.title}", *(b.mark + s for b in page.blocks for s in b.sentences))
    ]


def passed(before: list[str], after: list[str], moved: Sequence[str]) -> list[str]:
    """The words between the old place and the new one, those of headings too."""
    old, new = before.index(moved[0]), after.index(moved[0])
    over = before[old + len(moved) : new + len(moved)] if new > old else before[new:old]
    return words_in(" ".join(line.removeprefix("## ").removeprefix("- ") for line in over))


def moving(kind: str, before: list[str], after: list[str], moved: Sequence[str]) -> Edit:
    """A passage moved; where it has passed nothing, all is as it was."""
    words, over = words_in(" ".join(moved)), passed(before, after, moved)
    return Edit(kind, ("move",) if over else (), words, words, over)


def edited(
    pages: Pages, count: int, chance: random.Random, kinds: Sequence[Callable[[Editor], Edit]]
) -> tuple[list[Edit], Pages]:
    """So many edits, one after the other, each of a kind that the text has room for."""
    while True:
        editor = Editor(pages, chance)
        edits: list[Edit] = []
        tries = 0
        while len(edits) < count and tries < 200:
            tries += 1
            kind = chance.choice(kinds)
            saved, used = copied(editor.pages), set(editor.used)
            try:
                edits.append(kind(editor))
            except (LookupError, IndexError):
                editor.pages, editor.used = saved, used
        if len(edits) == count:
            return edits, editor.pages
