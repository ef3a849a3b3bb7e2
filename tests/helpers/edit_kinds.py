"""The kinds of edit, each made at random with an `Editor`; LookupError where the text has no room for one."""

from __future__ import annotations

import re
from collections.abc import Callable

from helpers.edit_moves import (
    at_gap,
    move_across,
    move_gap,
    move_gap_sentence,
    move_heading,
    move_paragraph,
    move_past_heading,
    move_within,
)
from helpers.edits import Block, Edit, Editor, words_in


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
    before = words_in(block.sentences[n])
    e.change(block, n, tokens, start, stop, [])
    return Edit("delete words", ("omission",), words_in(" ".join(tokens[start:stop])) if len(before) > 1 else [], [])


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
    return Edit("delete sentences", ("omission",), words_in(" ".join(gone)), [])


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
    return Edit("delete a paragraph", ("omission",), words_in(" ".join(block.sentences)), [])


def put_words(e: Editor) -> Edit:
    _, block, n = e.at()
    tokens = re.findall(r"\[gap \d+\]\S*|\S+", block.sentences[n])
    at = e.chance.randrange(0, len(tokens))
    new = e.new_words(e.chance.randrange(1, 8))
    block.sentences[n] = " ".join([*tokens[:at], *new, *tokens[at:]])
    e.used.add(block.sentences[n])
    return Edit("insert words", ("addition",), [], words_in(" ".join(new)))


def put_sentence(e: Editor) -> Edit:
    _, block, n = e.at()
    new = e.new_sentence()
    block.sentences.insert(n + e.chance.randrange(2), new)
    e.used.add(new)
    return Edit("insert a sentence", ("addition",), [], words_in(new))


def put_paragraph(e: Editor) -> Edit:
    page, block, _ = e.at()
    new = [e.new_sentence() for _ in range(e.chance.randrange(1, 4))]
    at = page.blocks.index(block) + e.chance.randrange(2)
    if not all(e.free(page.blocks[k], 0 if k == at else -1) for k in (at - 1, at) if 0 <= k < len(page.blocks)):
        raise LookupError
    page.blocks.insert(at, Block("", new))
    e.use_beside(page, at)
    e.used.update(new)
    return Edit("insert a paragraph", ("addition",), [], words_in(" ".join(new)))


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
    return Edit("change a heading", ("correction",), words_in(old), words_in(block.sentences[0]))


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
    same = {*words_in(old)} & {*words_in(page.title)} - {"The", "the", "of", "and"}
    entries = ("correction",) if page.titled and same else ()  # else nobody can know it from a title of one's own
    return Edit("rename a page", entries, words_in(old), words_in(page.title), layout=not entries)


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
    *(put_paragraph, move_within, move_across, move_gap_sentence, move_gap, move_paragraph),
    *(move_heading, move_past_heading, at_gap, split, merge),
    *(change_heading, rename_page, put_heading, cut_heading),
)
