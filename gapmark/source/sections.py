"""From a source text to a document: headings, paragraphs, list items. No letter or digit is lost and no token moves.

Layout and nothing else are the header, the two `#` of a heading, the star of a list item and, in newer texts, the marks
of paragraphs and headings (`<p>`, `<h>`, a lone `#` after a sentence). Every other token is a piece, or part of one, in
some title or block.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import pairwise

from gapmark.model import Block, Document, Extent, Gap, Piece, Section, Source, Token
from gapmark.problems.errors import failure
from gapmark.problems.location import UNPRINTABLE
from gapmark.source.clean import clean, to_text
from gapmark.source.gaps import find_gaps
from gapmark.source.tokens import find_documents, tokenise

LONGEST_TITLE = 12
"""In tokens; what is longer between two `#` is text whose heading marks a gap has swallowed."""

ODD_HASH = 10.0
"""What it costs to leave a `#` without a mate: more than any title, so as few as possible stay alone."""

Title = tuple[int, int]
"""Where the two marks of a heading stand, as indexes into the tokens."""


def parse_tokens(source: Source) -> Document:
    """The one document that a project's source holds. Raises GapmarkError where it holds none, or several."""
    check_text(source.text, source.path)
    extents = find_documents(source.text, source.id)
    if len(extents) != 1:
        found = ", ".join(extent.id for extent in extents)
        hint = "run: python build.py import FILE --doc ID"
        raise failure("S001", source.path, f"one document was expected, these were found: {found}", hint)
    return parse_document(source, extents[0])


def check_text(text: str, path: str) -> None:
    """Raise GapmarkError where a source holds nothing but its header, or characters that no page can hold."""
    first = find_documents(text, "")[0]
    if len(text[first.start : first.end].removeprefix("\ufeff").split(maxsplit=2)) <= bool(first.id):
        raise failure("S002", path, "holds no text", "put the received text there")
    if found := UNPRINTABLE.search(text.replace("\r", " ")):
        near = " ".join(text[max(found.start() - 40, 0) : found.start()].split())
        message = f'has the character U+{ord(found[0]):04X} after "{near}", which no page can hold'
        hint = "take it out of the file that you import, and say so on a page of your own"
        raise failure("S003", path, message, hint)


def parse_document(source: Source, extent: Extent | None = None) -> Document:
    """The source, understood; `extent` says which document of a file with several, the first without it."""
    if extent is None:
        extent = find_documents(source.text, source.id)[0]
    tokens = tokenise(source.text, extent.start, extent.end)
    gaps, literal_marks = find_gaps(tokens)
    titles, odd_hashes = find_titles(tokens)
    titles = tuple(sorted((*titles, *_tagged_titles(tokens))))
    paragraphs = () if titles else tuple(n for n in odd_hashes if n > 1 and _ends_sentence(tokens[n - 2]))
    odd_hashes = tuple(number for number in odd_hashes if number not in paragraphs)
    breaks = {*paragraphs, *(token.number for token in tokens if token.kind == "break")}
    by_token = {gap.first_token: gap for gap in gaps}
    sections = tuple(_sections(tokens, titles, breaks, by_token))
    return Document(source, tokens, sections, gaps, literal_marks, odd_hashes)


# ---------------------------------------------------------------- headings


def find_titles(tokens: Sequence[Token]) -> tuple[tuple[Title, ...], tuple[int, ...]]:
    """The headings, and the numbers of the `#` that have no mate.

    Two `#` with a title between them make a heading. A gap can swallow one of them, so they are not simply counted off
    in pairs: of all pairings the cheapest is taken, which leaves the fewest `#` alone and takes what looks least like
    a sentence for a title.
    """
    hashes = [index for index, token in enumerate(tokens) if token.kind == "hash"]
    paired = _pair_hashes(hashes, [_title_cost(tokens, *pair) for pair in pairwise(hashes)])
    titles = tuple((hashes[index], hashes[index + 1]) for index in paired)
    mated = {index for title in titles for index in title}
    return titles, tuple(tokens[index].number for index in hashes if index not in mated)


def _pair_hashes(hashes: Sequence[int], costs: Sequence[float | None]) -> list[int]:
    """The positions in `hashes` that begin a heading. `costs[i]` is that of a title between the `i`-th and the next."""
    best = [0.0, ODD_HASH]
    paired = [False, False]
    for cost in costs:
        alone, together = best[-1] + ODD_HASH, best[-2] + (ODD_HASH * 3 if cost is None else cost)
        best.append(min(alone, together))
        paired.append(together < alone)
    chosen, end = [], len(hashes)
    while end > 1:
        if paired[end]:
            chosen.append(end - 2)
        end -= 2 if paired[end] else 1
    return chosen[::-1]


def _title_cost(tokens: Sequence[Token], start: int, end: int) -> float | None:
    """How little what stands between two `#` looks like a title; None if it can't be one."""
    words = tokens[start + 1 : end] if end - start <= LONGEST_TITLE + 1 else ()
    if not words or any(word.kind in ("mark", "star", "header", "hash", "break") for word in words):
        return None
    ends = [word.text for word in words if word.text not in ("'", '"')][-1:]
    if len(words) > 2 and (ends in ([","], ["."], [";"]) or (ends in (["!"], ["?"]) and words[-1].text != ends[0])):
        return None
    sentence = words[-1].text[-1] in ".;," and len(words) > 2
    return len(words) / 10 + 4.0 * sentence + 1.0 * words[0].text[0].islower()


def _tagged_titles(tokens: Sequence[Token]) -> Iterator[Title]:
    """The headings that begin with `<h>`: they end at the next mark of a heading or paragraph."""
    breaks = [index for index, token in enumerate(tokens) if token.kind == "break"]
    for start, end in pairwise([*breaks, len(tokens)]):
        if tokens[start].text in ("<h>", "<H>") and _title_cost(tokens, start, end) is not None:
            yield start, end


def _ends_sentence(token: Token) -> bool:
    return token.text[-1] in ".!?\"'" and token.kind != "header"


# ---------------------------------------------------------------- sections and blocks


def _sections(
    tokens: Sequence[Token], titles: Sequence[Title], breaks: Collection[int], gaps: Mapping[int, Gap]
) -> Iterator[Section]:
    start = 1 if tokens and tokens[0].kind == "header" else 0
    ends = [title[0] for title in titles] + [len(tokens)]
    lead = _blocks(tokens[start : ends[0]], breaks, gaps)
    if lead:
        yield Section((), tokens[start].number, lead)
    for (opening, closing), end in zip(titles, ends[1:], strict=True):
        title = clean(tokens[opening + 1 : closing], gaps)
        yield Section(title, title[0].token, _blocks(tokens[closing + 1 : end], breaks, gaps))


def _blocks(tokens: Sequence[Token], breaks: Collection[int], gaps: Mapping[int, Gap]) -> tuple[Block, ...]:
    """From one mark of a paragraph to the next: a paragraph up to the first star, then an item a star."""
    blocks: list[Block] = []
    marks = [index for index, token in enumerate(tokens) if token.number in breaks]
    for start, end in pairwise([-1, *marks, len(tokens)]):
        part = tokens[start + 1 : end]
        stars = [index for index, token in enumerate(part) if token.kind == "star"]
        paragraph = clean(part[: stars[0] if stars else len(part)], gaps)
        blocks += [Block("paragraph", paragraph)] if paragraph else []
        blocks += (Block("item", _item(part[one:next_], gaps)) for one, next_ in pairwise([*stars, len(part)]))
    return tuple(blocks)


def _item(tokens: Sequence[Token], gaps: Mapping[int, Gap]) -> tuple[Piece, ...]:
    """An item without its star; a star with nothing after it stays, as a word."""
    text = tokens[0].text.lstrip("*")
    if text:
        unstarred = tokens[0]._replace(text=text, start=tokens[0].start + len(tokens[0].text) - len(text))
        return clean((unstarred, *tokens[1:]), gaps)
    return clean(tokens[1:] or tokens, gaps)


# ---------------------------------------------------------------- headings with nothing under them

LISTS = frozenset(
    (
        *("references", "notes", "sources", "bibliography", "footnotes", "citations", "literature", "see also"),
        *("external links", "further reading", "works cited", "notes and references"),
    )
)
"""Headings of lists, which stand at the end of an article and under no other heading."""


def empty_sections(document: Document) -> frozenset[int]:
    """The first tokens of the headings with nothing under them, as far as can be known of headings without levels.

    A heading right before another one may stand over it. It stands over nothing where no text follows, or where what
    follows is a list of sources.
    """
    empty = set()
    below = ""
    for section in reversed(document.sections):
        is_list = to_text(section.title).casefold() in LISTS
        if not section.blocks and (not below or (below == "list" and not is_list)):
            empty.add(section.first_token)
        elif section.blocks or is_list:
            below = "list" if is_list else "text"
    return frozenset(empty)


def empty_headings(document: Document) -> tuple[str, ...]:
    """The titles of the headings with nothing under them."""
    empty = empty_sections(document)
    return tuple(to_text(section.title) for section in document.sections if section.first_token in empty)
