"""The judge of the record: edits of every kind are made at random, and what is told of them is compared with them.

Run by hand: `python tests/judging.py [--edits 2000] [--batches 500] [--seed 1] [--show 20] [FILE ...]`. Without files the
texts are the sample and those of cases/record.txt. An edit is told right if the record has one entry for it, of its
kind, that marks no more words than the edit touched; where only the layout was changed, if it has none.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from holding import document

from gapmark.compare.changes import Change, find_changes
from gapmark.compare.comparison import Comparison, compare_words
from gapmark.compare.typography import summarise
from gapmark.compare.words import keys_of
from gapmark.model import Document, Manuscript
from gapmark.receive.to_markdown import heading_markdown, to_markdown
from gapmark.source.sentences import sentence_starts
from gapmark.text.pages import parse_edition

HERE = Path(__file__).parent
PAGES = 3
LAYOUT = ("heading_added", "heading_removed", "order")

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


@dataclass
class Block:
    """A block of a page: its sentences in Markdown."""

    mark: str
    """`## ` of a heading, `- ` of an item, else empty."""
    sentences: list[str]

    def __str__(self) -> str:
        return self.mark + " ".join(self.sentences)


@dataclass
class Page:
    """A page, as an editor sees it."""

    title: str
    blocks: list[Block]
    titled: bool = False
    """Whether its title is a heading of the source."""
    lead: bool = field(default=False, compare=False)


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
    for n, (start, stop) in enumerate(zip(cuts, cuts[1:], strict=False)):
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
    return Block(mark, [text[a:b].strip() for a, b in zip(starts, starts[1:], strict=False)])


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
    told: tuple[str, ...]
    """The kinds of entry it may be told as; empty for layout."""
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
                self.chance.choice(light) if plain else f"{self.chance.choice(STEMS)}{'abcdefghijk'[self.fresh % 11]}"
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
        return keys_of(old.removesuffix(end) if end else old), keys_of(written.removesuffix(end) if end else written)


STEMS = [
    "bramble",
    "cinder",
    "dapple",
    "ember",
    "fathom",
    "gosling",
    "hazel",
    "ivory",
    "juniper",
    "kestrel",
    "lantern",
    "marrow",
    "nettle",
    "orchard",
    "pewter",
    "quarry",
    "russet",
    "saffron",
    "thistle",
    "umber",
    "velvet",
    "willow",
    "yarrow",
    "zephyr",
]


def mend(e: Editor) -> Edit:
    _, block, n = e.at()
    tokens, start, stop = e.stretch(block.sentences[n], 1)
    old, new = e.change(block, n, tokens, start, stop, e.new_words(1))
    return Edit("mend a word", ("correction",), old, new)


def reword(e: Editor) -> Edit:
    _, block, n = e.at()
    tokens, start, stop = e.stretch(block.sentences[n], 6, 2)
    old, new = e.change(block, n, tokens, start, stop, e.new_words(e.chance.randrange(1, 7), tokens[start:stop]))
    return Edit("replace words", ("correction",), old, new)


def letter_case(e: Editor) -> Edit:
    _, block, n = e.at()
    tokens, start, stop = e.stretch(block.sentences[n], 1)
    word = tokens[start]
    if not word[0].isalpha():
        raise LookupError
    old, new = e.change(block, n, tokens, start, stop, [re.sub(r"\W*$", "", word.swapcase())])
    return Edit("the case of a word", ("correction",), old, new)


def number(e: Editor) -> Edit:
    _, block, n = e.at()
    tokens = re.findall(r"\[gap \d+\]\S*|\S+", block.sentences[n])
    places = [i for i, token in enumerate(tokens) if re.fullmatch(r"[\d,]*\d[.,;]?", token)]
    if not places:
        raise LookupError
    start = e.chance.choice(places)
    digits = re.sub(r"\W*$", "", tokens[start])
    old, new = e.change(block, n, tokens, start, start + 1, [digits[:-1] + str((int(digits[-1]) + 3) % 10)])
    return Edit("a number", ("correction",), old, new)


def cut_words(e: Editor) -> Edit:
    _, block, n = e.at()
    tokens, start, stop = e.stretch(block.sentences[n], 8)
    before = keys_of(block.sentences[n])
    e.change(block, n, tokens, start, stop, [])
    return Edit("delete words", ("omission",), keys_of(" ".join(tokens[start:stop])) if len(before) > 1 else [], [])


def cut_sentences(e: Editor) -> Edit:
    page, block, n = e.at()
    count = 1
    while count < 3 and n + count < len(block.sentences) and e.free(block, n + count) and e.chance.random() < 0.3:
        count += 1
    gone = block.sentences[n : n + count]
    if "[gap" in "".join(gone):
        raise LookupError
    del block.sentences[n : n + count]
    e.used.update(block.sentences[max(n - 1, 0) : n + 1])
    if not block.sentences:
        e.use_beside(page, page.blocks.index(block))
        page.blocks.remove(block)
    return Edit("delete sentences", ("omission",), keys_of(" ".join(gone)), [])


def cut_paragraph(e: Editor) -> Edit:
    page, block, n = e.at()
    if (
        len(page.blocks) < 2
        or "[gap" in str(block)
        or not all(e.free(block, k) or k in (n - 1, n, n + 1) for k in range(len(block.sentences)))
    ):
        raise LookupError
    at = page.blocks.index(block)
    if not all(e.free(page.blocks[k], 0 if k > at else -1) for k in (at - 1, at + 1) if 0 <= k < len(page.blocks)):
        raise LookupError
    page.blocks.remove(block)
    e.use_beside(page, at)
    return Edit("delete a paragraph", ("omission",), keys_of(" ".join(block.sentences)), [])


def put_words(e: Editor) -> Edit:
    _, block, n = e.at()
    tokens = re.findall(r"\[gap \d+\]\S*|\S+", block.sentences[n])
    at = e.chance.randrange(0, len(tokens))
    new = e.new_words(e.chance.randrange(1, 8))
    block.sentences[n] = " ".join([*tokens[:at], *new, *tokens[at:]])
    e.used.add(block.sentences[n])
    return Edit("insert words", ("addition",), [], keys_of(" ".join(new)))


def put_sentence(e: Editor) -> Edit:
    _, block, n = e.at()
    new = e.new_sentence()
    block.sentences.insert(n + e.chance.randrange(2), new)
    e.used.add(new)
    return Edit("insert a sentence", ("addition",), [], keys_of(new))


def put_paragraph(e: Editor) -> Edit:
    page, block, _ = e.at()
    new = [e.new_sentence() for _ in range(e.chance.randrange(1, 4))]
    at = page.blocks.index(block) + e.chance.randrange(2)
    if not all(e.free(page.blocks[k], 0 if k == at else -1) for k in (at - 1, at) if 0 <= k < len(page.blocks)):
        raise LookupError
    page.blocks.insert(at, Block("", new))
    e.use_beside(page, at)
    e.used.update(new)
    return Edit("insert a paragraph", ("addition",), [], keys_of(" ".join(new)))


def sentences(pages: Pages) -> Iterator[tuple[Page, Block, int]]:
    for page in pages:
        for block in page.blocks:
            if not block.mark:
                for n in range(len(block.sentences)):
                    yield page, block, n


def moved(e: Editor, *, across: bool, gap: bool = False) -> Edit:
    page, block, n = e.at(("",))
    sentence = block.sentences[n]
    if ("[gap" in sentence) != gap or len(block.sentences) < 2 or len(keys_of(sentence)) < 5:
        raise LookupError
    before = ordered(e.pages)
    del block.sentences[n]
    e.used.update(block.sentences[max(n - 1, 0) : n + 1])
    places = [
        (p, b, k)
        for p, b, k in sentences(e.pages)
        if (p is not page) == across and e.free(b, k) and (b, k) != (block, n)
    ]
    if not places:
        raise LookupError
    _, there, at = e.chance.choice(places)
    there.sentences.insert(at + e.chance.randrange(2), sentence)
    kind = f"move a sentence {'across pages' if across else 'within a page'}"
    return moving(kind, before, ordered(e.pages), [sentence])


def ordered(pages: Pages) -> list[str]:
    return [s for p in pages for b in p.blocks if b.mark != "## " for s in b.sentences]


def passed(before: list[str], after: list[str], moved: Sequence[str]) -> list[str]:
    """The words of the text between the old place and the new one."""
    old, new = before.index(moved[0]), after.index(moved[0])
    return keys_of(" ".join(before[old + len(moved) : new + len(moved)] if new > old else before[new:old]))


def moving(kind: str, before: list[str], after: list[str], moved: Sequence[str]) -> Edit:
    """A passage moved; where it has passed nothing but headings, those stand elsewhere and the text is as it was."""
    words, over = keys_of(" ".join(moved)), passed(before, after, moved)
    return Edit(kind, ("move",) if over else (), words, words, over, 2 * (not over))


def move_within(e: Editor) -> Edit:
    return moved(e, across=False)


def move_across(e: Editor) -> Edit:
    return moved(e, across=True)


def move_gap_sentence(e: Editor) -> Edit:
    edit = moved(e, across=e.chance.random() < 0.5, gap=True)
    edit.kind = "move a sentence with its gap"
    return edit


def move_gap(e: Editor) -> Edit:
    places = [(p, b, n) for p, b, n in sentences(e.pages) if "[gap" in b.sentences[n] and e.free(b, n)]
    if not places:
        raise LookupError
    page, block, n = e.chance.choice(places)
    gap = re.search(r" ?\[gap \d+\]", block.sentences[n])
    block.sentences[n] = block.sentences[n].replace(gap[0], "", 1).strip()
    e.used.add(block.sentences[n])
    _, there, at = e.at(("",))
    tokens = re.findall(r"\[gap \d+\]\S*|\S+", there.sentences[at])
    tokens.insert(e.chance.randrange(1, len(tokens)), gap[0].strip())
    there.sentences[at] = " ".join(tokens)
    e.used.add(there.sentences[at])
    words = keys_of(gap[0].strip())
    return Edit("move a gap", ("move",), words, words)


def move_paragraph(e: Editor) -> Edit:
    page, block, _ = e.at(("",))
    if (
        not all(e.free(block, k) or block.sentences[k] in e.used for k in range(len(block.sentences)))
        or len(page.blocks) < 2
    ):
        raise LookupError
    if len(keys_of(str(block))) < 5:
        raise LookupError
    before = ordered(e.pages)
    page.blocks.remove(block)
    other = e.chance.choice(e.pages)
    at = e.chance.randrange(len(other.blocks) + 1)
    other.blocks.insert(at, block)
    e.used.update(block.sentences)
    return moving("move a paragraph", before, ordered(e.pages), block.sentences)


def split(e: Editor) -> Edit:
    page, block, n = e.at(("",))
    if n == 0:
        raise LookupError
    at = page.blocks.index(block)
    page.blocks[at : at + 1] = [Block("", block.sentences[:n]), Block("", block.sentences[n:])]
    return Edit("split a paragraph", (), [], [])


def merge(e: Editor) -> Edit:
    page, block, _ = e.at(("",))
    at = page.blocks.index(block)
    if at == 0 or page.blocks[at - 1].mark:
        raise LookupError
    block.sentences[:0] = page.blocks.pop(at - 1).sentences
    return Edit("merge paragraphs", (), [], [])


def change_heading(e: Editor) -> Edit:
    places = [(p, b) for p in e.pages for b in p.blocks if b.mark == "## " and e.free(b, 0)]
    if not places:
        raise LookupError
    _, block = e.chance.choice(places)
    old, block.sentences[0] = block.sentences[0], reheaded(e, block.sentences[0])
    e.used.add(block.sentences[0])
    return Edit("change a heading", ("correction",), keys_of(old), keys_of(block.sentences[0]))


def reheaded(e: Editor, old: str) -> str:
    words = old.split()
    at = e.chance.randrange(len(words))
    how = e.chance.randrange(3)
    if how == 0:
        return f"{old} of the {e.new_words(1)[0]}"
    if how == 1:
        words[at] = e.new_words(1)[0].capitalize()
        return " ".join(words)
    return f"{e.new_words(1)[0].capitalize()} and {old}"


def rename_page(e: Editor) -> Edit:
    page = e.chance.choice([p for p in e.pages if p.title not in e.used])
    old = page.title
    page.title = reheaded(e, old)
    e.used.add(page.title)
    same = {*keys_of(old)} & {*keys_of(page.title)} - {"The", "the", "of", "and"}
    told = ("correction",) if page.titled and same else ()  # else it can't be told from a title of the editor's own
    return Edit("rename a page", told, keys_of(old), keys_of(page.title), layout=not told)


def put_heading(e: Editor) -> Edit:
    page, block, n = e.at(("",))
    if n == 0:
        raise LookupError
    at = page.blocks.index(block)
    head = Block("## ", [" ".join(e.new_words(2)).capitalize()])
    page.blocks[at : at + 1] = [Block("", block.sentences[:n]), head, Block("", block.sentences[n:])]
    e.used.update(head.sentences)
    return Edit("add a heading", (), [], [], layout=1)


def cut_heading(e: Editor) -> Edit:
    places = [(p, b) for p in e.pages for b in p.blocks if b.mark == "## " and e.free(b, 0)]
    if not places:
        raise LookupError
    page, block = e.chance.choice(places)
    under = page.blocks[page.blocks.index(block) + 1]
    if not e.free(under, 0):
        raise LookupError
    page.blocks.remove(block)
    e.used.update((block.sentences[0], under.sentences[0]))
    return Edit("remove a heading", (), [], [], layout=1)


KINDS: tuple[Callable[[Editor], Edit], ...] = (
    *(mend, reword, letter_case, number, cut_words, cut_sentences, cut_paragraph, put_words, put_sentence),
    *(put_paragraph, move_within, move_across, move_gap_sentence, move_gap, move_paragraph, split, merge),
    *(change_heading, rename_page, put_heading, cut_heading),
)


# ---------------------------------------------------------------- judging


@dataclass
class Told:
    """What the record tells."""

    changes: tuple[Change, ...]
    layout: Counter[str]


def record_of(made: Document, pages: Pages) -> Told:
    manuscripts = [
        Manuscript(f"content/p{n}.md", f"p{n}", page.title, "other", n, "", body(page), 6)
        for n, page in enumerate(pages)
    ]
    edition, problems = parse_edition(made, manuscripts, allow_html=False)
    assert not problems, problems
    comparison: Comparison = compare_words(edition)
    rules = summarise(made, comparison)
    return Told(find_changes(comparison), Counter({rule.name: rule.count for rule in rules if rule.name in LAYOUT}))


def judge_one(edit: Edit, told: Told, base: Told) -> str:
    """What is wrong with the telling of one edit; empty where nothing is."""
    layout = sum((told.layout - base.layout).values()) + sum((base.layout - told.layout).values())
    if layout > edit.layout:
        return f"layout {dict(told.layout)}, not {dict(base.layout)}"
    if len(told.changes) != bool(edit.told):
        return f"{len(told.changes)} entries"
    for change in told.changes:
        if change.kind not in edit.told:
            return f"told as {change.kind}"
        if not _within(change, edit):
            return "marks more words"
    return ""


def _within(change: Change, edit: Edit) -> bool:
    """Whether the entry marks no more words than were touched."""
    old, new = keys_of(change.source), keys_of(change.published)
    if change.kind == "move" and edit.passed and len(old) <= len(edit.old) and _is_part(old, edit.passed):
        return True
    if edit.kind.endswith("words") or edit.kind.startswith(("delete", "insert")):  # the same words beside it may do
        return len(old) <= len(edit.old) and len(new) <= len(edit.new)
    return _is_part(old, edit.old) and _is_part(new, edit.new)


def _is_part(words: Sequence[str], whole: Sequence[str]) -> bool:
    return any(list(words) == list(whole[a : a + len(words)]) for a in range(len(whole) - len(words) + 1))


def judge_batch(edits: Sequence[Edit], told: Told) -> tuple[list[Edit], list[Change]]:
    """The edits that no entry tells of, and the entries that tell of none."""
    left = list(told.changes)
    missed = []
    for edit in edits:
        fitting = [c for c in left if c.kind in edit.told and _within(c, edit) and _shared(c, edit)]
        if fitting:
            left.remove(max(fitting, key=lambda c: _shared(c, edit)))
        elif edit.told:
            missed.append(edit)
    return missed, left


def _shared(change: Change, edit: Edit) -> int:
    own = Counter((*keys_of(change.source), *keys_of(change.published)))
    return (own & Counter((*edit.old, *edit.new, *edit.passed))).total()


def edited(
    pages: Pages, count: int, chance: random.Random, kinds: Sequence[Callable[[Editor], Edit]] = KINDS
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


def singles(texts: Sequence[Document], count: int, seed: int) -> Iterator[tuple[Edit, Told, str, Pages]]:
    """So many single edits: what was told, and what is wrong with it."""
    chance = random.Random(seed)
    plain = [imported(text, placed=n % 3 == 2) for n, text in enumerate(texts)]
    base = [record_of(text, pages) for text, pages in zip(texts, plain, strict=True)]
    assert not any(told.changes for told in base)
    for n in range(count):
        at = n % len(texts)
        kind = KINDS[(n // len(texts)) % len(KINDS)]
        try:
            (edit,), pages = edited(plain[at], 1, chance, (kind, kind, kind, *KINDS))
        except LookupError:
            continue
        told = record_of(texts[at], pages)
        yield edit, told, judge_one(edit, told, base[at]), pages


def batches(
    texts: Sequence[Document], count: int, seed: int, size: int = 4
) -> Iterator[tuple[list[Edit], Told, Pages]]:
    chance = random.Random(seed)
    plain = [imported(text, placed=n % 3 == 2) for n, text in enumerate(texts)]
    for n in range(count):
        at = n % len(texts)
        edits, pages = edited(plain[at], size, chance)
        yield edits, record_of(texts[at], pages), pages


# ---------------------------------------------------------------- by hand


def shown(told: Told) -> str:
    return (
        "".join(f"    {c.kind}: {c.source!r} > {c.published!r}\n" for c in told.changes) + f"    {dict(told.layout)}\n"
    )


def run() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("texts", nargs="*")
    for name, default in (("edits", 2000), ("batches", 500), ("seed", 1), ("show", 10)):
        parser.add_argument(f"--{name}", type=int, default=default)
    given = parser.parse_args()
    texts = read_texts(given.texts)
    out = sys.stdout.write
    wrong: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    for edit, told, what, _ in singles(texts, given.edits, given.seed):
        kinds[edit.kind] += 1
        wrong[edit.kind] += bool(what)
        if what and sum(wrong.values()) <= given.show:
            out(f"{edit.kind}: {what}\n    {' '.join(edit.old)} > {' '.join(edit.new)}\n{shown(told)}")
    out(f"single edits: {sum(kinds.values())}, not as done: {sum(wrong.values())} {dict(wrong)}\n")
    done = missed = entries = extra = 0
    for edits, told, _ in batches(texts, given.batches, given.seed):
        lost, more = judge_batch(edits, told)
        done += sum(bool(edit.told) for edit in edits)
        entries += len(told.changes)
        missed, extra = missed + len(lost), extra + len(more)
        if (lost or more) and missed + extra <= given.show:
            out(
                "batch\n" + "".join(f"  {e.kind}: {' '.join(e.old)} > {' '.join(e.new)}\n" for e in edits) + shown(told)
            )
            out(
                f"  missed {[e.kind for e in lost]}, extra {[(c.kind, c.source[:30], c.published[:30]) for c in more]}\n"
            )
    out(f"batches: {done - missed} of {done} edits matched; {extra} of {entries} entries extra\n")


if __name__ == "__main__":
    run()
