"""The kinds of edit that move something; LookupError where the text has no room for one."""

from __future__ import annotations

import re

from helpers.edits import Block, Edit, Editor, moving, ordered, sentences, words_in


def moved(e: Editor, *, across: bool, gap: bool = False) -> Edit:
    page, block, n = e.at(("",))
    sentence = block.sentences[n]
    if ("[gap" in sentence) != gap or len(block.sentences) < 2 or len(words_in(sentence)) < 5:
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
    _, block, n = e.chance.choice(places)
    gap = re.search(r" ?\[gap \d+\]", block.sentences[n])
    block.sentences[n] = block.sentences[n].replace(gap[0], "", 1).strip()
    e.used.add(block.sentences[n])
    _, there, at = e.at(("",))
    tokens = re.findall(r"\[gap \d+\]\S*|\S+", there.sentences[at])
    tokens.insert(e.chance.randrange(1, len(tokens)), gap[0].strip())
    there.sentences[at] = " ".join(tokens)
    e.used.add(there.sentences[at])
    words = words_in(gap[0].strip())
    return Edit("move a gap", ("move",), words, words)


def move_paragraph(e: Editor) -> Edit:
    page, block, _ = e.at(("",))
    if (
        not all(e.free(block, k) or block.sentences[k] in e.used for k in range(len(block.sentences)))
        or len(page.blocks) < 2
    ):
        raise LookupError
    if len(words_in(str(block))) < 5:
        raise LookupError
    before = ordered(e.pages)
    page.blocks.remove(block)
    other = e.chance.choice(e.pages)
    at = e.chance.randrange(len(other.blocks) + 1)
    other.blocks.insert(at, block)
    e.used.update(block.sentences)
    return moving("move a paragraph", before, ordered(e.pages), block.sentences)


def move_heading(e: Editor) -> Edit:
    places = [(p, b) for p in e.pages for b in p.blocks if b.mark == "## " and e.free(b, 0)]
    if not places:
        raise LookupError
    page, block = e.chance.choice(places)
    before = ordered(e.pages)
    page.blocks.remove(block)
    other = e.chance.choice(e.pages)
    other.blocks.insert(e.chance.randrange(len(other.blocks) + 1), block)
    e.used.add(block.sentences[0])
    edit = moving("move a heading", before, ordered(e.pages), [f"## {block.sentences[0]}"])
    edit.old = edit.new = words_in(block.sentences[0])
    edit.passed += words_in(other.title)  # a title that it was put under has its own text no more
    edit.layout = 1  # past a whole section: those two have changed places
    return edit


def move_past_heading(e: Editor) -> Edit:
    """The last sentence over a heading or title to below it, or the first one below to above it."""
    blocks = [b for page in e.pages for b in (Block("# ", [page.title]), *page.blocks)]
    places = [n for n, b in enumerate(blocks) if "#" in b.mark and 0 < n < len(blocks) - 1]
    n = e.chance.choice(places)
    above, below = (
        next(b for b in blocks[n - 1 :: -1] if "#" not in b.mark),
        next(b for b in blocks[n:] if "#" not in b.mark),
    )
    if above.mark or below.mark or not (e.free(above, -1) and e.free(below, 0)):
        raise LookupError
    before = ordered(e.pages)
    down = e.chance.random() < 0.5
    source, target = (above, below) if down else (below, above)
    if len(source.sentences) < 2:
        raise LookupError
    moved = source.sentences.pop(-1 if down else 0)
    target.sentences.insert(0 if down else len(target.sentences), moved)
    e.used.update((*source.sentences[-1:], *source.sentences[:1], *target.sentences[:2], *target.sentences[-2:]))
    return moving("move a sentence past a heading", before, ordered(e.pages), [moved])


def at_gap(e: Editor) -> Edit:
    """A paragraph break, quotation marks, a dash, a semicolon or a bracket beside a gap."""
    places = [(p, b, n) for p, b, n in sentences(e.pages) if "[gap" in b.sentences[n] and e.free(b, n)]
    if not places:
        raise LookupError
    page, block, n = e.chance.choice(places)
    gap = re.search(r"\[gap \d+\]", block.sentences[n])[0]
    kind = e.chance.choice(("break", "quotes", "dash", ";", "("))
    before, after = block.sentences[n].split(gap, 1)
    if kind == "break":
        at = page.blocks.index(block)
        first = [*block.sentences[:n], *([before.strip()] if before.strip() else [])]
        if not first or block.mark:
            raise LookupError
        page.blocks[at : at + 1] = [Block("", first), Block("", [gap + after, *block.sentences[n + 1 :]])]
        return Edit("a paragraph at a gap", (), [], [])
    written = {"quotes": f'"{gap}"', "dash": f"-- {gap}", ";": f"; {gap}", "(": f"( {gap}"}[kind]
    block.sentences[n] = f"{before.rstrip()} {written}{after}" if kind == ";" else f"{before}{written}{after}"
    e.used.add(block.sentences[n])
    return Edit("a mark at a gap", ("addition",) if kind in ";(" else (), [], words_in(kind) if kind in ";(" else [])
