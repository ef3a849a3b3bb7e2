"""A plain text, or a text in Markdown, as a document. Nothing of it is cleaned: a published word is as received."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence

from gapmark.forms.markdown_signs import Sign, find_signs
from gapmark.forms.marks import find_marks, settle_marks, to_gap
from gapmark.forms.plain_tokens import SPACES, tokenise_plain
from gapmark.forms.stretches import Stretch, read_stretches
from gapmark.model import Block, Document, Gap, Notation, Piece, Section, Source, Token
from gapmark.source.sections import check_text

NO_BREAK = frozenset("\xa0\u202f")


def is_markdown(source: Source) -> bool:
    """Whether the received file is Markdown, as its name says."""
    return source.path.lower().endswith((".md", ".markdown"))


def parse_plain(source: Source) -> Document:
    """Return the document; its notation says which marks stand for what is missing. Raises GapmarkError."""
    check_text(source.text.replace("\f", "\n"), source.path)
    notation = source.notation or Notation("", (), 0, ())
    text, tokens = source.text, tokenise_plain(source.text, notation.letters)
    starts = [token.start for token in tokens]
    stretches = read_stretches(text, markdown=is_markdown(source))
    shown = {n for stretch in stretches for n in _numbers(stretch, starts)}
    found = (one for one in find_marks(text, tokens, notation) if {one.first, one.last} <= shown)
    kept, asked = settle_marks(tuple(found))

    def received(first: int, last: int) -> str:
        return text[tokens[first - 1].start : tokens[last - 1].start + len(tokens[last - 1].text)]

    gaps = tuple(to_gap(one, number, received) for number, one in enumerate(kept, 1))
    reader = _Reader(source, tokens, starts, gaps)
    sections = tuple(reader.sections(stretches))
    words = shown - reader.signs
    tokens = tuple(token if token.number in words else token._replace(kind="markup") for token in tokens)
    return Document(source, tokens, sections, gaps, asked=asked)


def _numbers(stretch: Stretch, starts: Sequence[int]) -> Iterator[int]:
    """The numbers of the tokens in a stretch."""
    for start, stop in stretch.spans:
        yield from range(bisect_left(starts, start) + 1, bisect_left(starts, stop) + 1)


class _Reader:
    """Reads the pieces of stretches."""

    def __init__(self, source: Source, tokens: Sequence[Token], starts: Sequence[int], gaps: Sequence[Gap]) -> None:
        self.text, self.tokens, self.starts = source.text, tokens, starts
        self.markdown = is_markdown(source)
        self.gaps: Mapping[int, Gap] = {n: gap for gap in gaps for n in range(gap.first_token, gap.last_token + 1)}
        """Each gap by all its tokens."""
        self.signs: set[int] = set()
        """The numbers of the tokens that are signs of Markdown."""

    def sections(self, stretches: Sequence[Stretch]) -> Iterator[Section]:
        """Each heading with what follows it, down to the next one."""
        title: tuple[Piece, ...] = ()
        level, blocks = 2, list[Block]()
        for stretch in stretches:
            pieces = tuple(self.pieces(stretch))
            if stretch.kind != "heading" and pieces:
                blocks.append(Block(stretch.kind, pieces, stretch.lead))
            elif pieces:
                yield from _section(title, blocks, level)
                title, level, blocks = pieces, stretch.level, []
        yield from _section(title, blocks, level)

    def pieces(self, stretch: Stretch) -> Iterator[Piece]:
        """The words of a stretch, its gaps, and the ends of what signs of Markdown set apart."""
        signs = dict(self._signs(stretch)) if self.markdown else {}
        self.signs.update(signs)
        end = -1
        for number in _numbers(stretch, self.starts):
            token, gap, sign = self.tokens[number - 1], self.gaps.get(number), signs.get(number)
            between = self.text[end : token.start] if end >= 0 else ""
            if sign is None and (gap is None or number == gap.first_token):
                yield from _word(token, gap, between)
            elif sign and sign.kind != "escape" and sign.start == token.start:
                yield Piece(sign.kind, number, sign.text, sign.kind == "open" and _is_space(between))
            if sign is None or sign.kind != "escape":  # what is escaped stands where its backslash stood
                end = -1 if sign and sign.kind == "open" else token.start + len(token.text)

    def _signs(self, stretch: Stretch) -> Iterator[tuple[int, Sign]]:
        """Each token that is, or belongs to, a sign of Markdown; what stands in a gap's mark is none."""
        for sign in find_signs(self.text, stretch.spans[0][0], stretch.spans[-1][1]):
            for index in range(bisect_left(self.starts, sign.start), bisect_left(self.starts, sign.stop)):
                if index + 1 not in self.gaps:
                    yield index + 1, sign


def _word(token: Token, gap: Gap | None, between: str) -> Iterator[Piece]:
    """A word or a gap; no-break spaces before it are a piece of their own, since they are kept."""
    kept = between if between and NO_BREAK.issuperset(between) else ""
    space = _is_space(between) and not kept
    if kept:
        yield Piece("word", token.number, kept, space=False)
    yield Piece("gap", token.number, "", space, gap.id) if gap else Piece("word", token.number, token.text, space)


def _is_space(between: str) -> bool:
    return not SPACES.isdisjoint(between)


def _section(title: tuple[Piece, ...], blocks: Sequence[Block], level: int) -> Iterator[Section]:
    if any(piece.gap for piece in title) and not blocks:  # an empty heading is on no page, and no gap may be lost
        title, blocks = (), [Block("paragraph", title)]
    if title or blocks:
        yield Section(title, (title or blocks[0].pieces)[0].token, tuple(blocks), level)
