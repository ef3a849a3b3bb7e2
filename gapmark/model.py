"""The records, one family per stage. All are frozen: a later stage makes new ones, it never fills in earlier ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from gapmark.problems.location import Location, Problem, line_and_column, line_starts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from gapmark.yamltext.records import Group


# ---------------------------------------------------------------- problems


# ---------------------------------------------------------------- source

TokenKind = Literal["header", "mark", "hash", "star", "break", "dropped", "word"]


class Source(NamedTuple):
    """One received text, as it stands in content/source/."""

    id: str
    """The digits of the header, or the file's stem where there is none."""
    path: str
    """Relative to the project."""
    text: str
    """The file's text, never changed: line ends as received, preamble included."""
    sha256: str
    """The SHA-256 of the file's bytes, as 64 hexadecimal digits."""
    size: int
    """Size of the file in bytes."""


class Token(NamedTuple):
    """A stretch of the source without white space. `text == source.text[start:start + len(text)]`."""

    number: int
    """Counted from 1, header included: a permanent address, since the received text never changes."""
    text: str
    start: int
    """Offset in `source.text`, in characters."""
    kind: TokenKind
    """The kind, from the token's own characters: `mark` is exactly `@`, `hash` exactly `#`, `star` a list star alone
    or glued to its word, `break` a mark of a paragraph or heading (`<p>`, `<h>`), `dropped` stands
    for a token that was too long (`**30;600955;TOOLONG`)."""


class Gap(NamedTuple):
    """A run of gap marks: a passage that was removed before the text was received."""

    number: int
    """Counted from 1 in the order of the source."""
    first_token: int
    """The number of its first mark."""
    quantity: int
    """Number of marks; at most ten: what follows the tenth of a run is a literal `@`."""
    predicted: bool | None
    """Whether it stands where the pattern that fits the document best predicts it. None where nothing can tell: the
    first gap of a text without a header."""

    @property
    def last_token(self) -> int:
        """Return the number of its last mark."""
        return self.first_token + self.quantity - 1


class Piece(NamedTuple):
    """A source token as it stands in the cleaned text. Cleaning decides about spaces and italics and nothing else."""

    kind: Literal["word", "gap", "open", "close"]
    """`open` and `close` are the two ends of italics; each stands for a pair `' '`, or for the half a gap has left."""
    token: int
    """The number of the token it stands for; the first of them for a gap and for a pair."""
    text: str
    """`word`: the token's own text; `gap`, `open`, `close`: empty."""
    space: bool
    """Whether a space stands before it. False for the first of a block."""
    gap: int = 0
    """`gap`: the gap's number."""


class Block(NamedTuple):
    """A paragraph or a list item, cleaned."""

    kind: Literal["paragraph", "item"]
    pieces: tuple[Piece, ...]
    """Never empty."""


class Section(NamedTuple):
    """A heading and what follows it; the first section of a document may be the lead, which has no heading."""

    title: tuple[Piece, ...]
    """The heading's words, cleaned; empty for the lead."""
    first_token: int
    """The number of the first token of the title, or of the lead."""
    blocks: tuple[Block, ...]
    """Empty where nothing stands under the heading."""


class Document(NamedTuple):
    """The source, understood."""

    source: Source
    tokens: tuple[Token, ...]
    """All tokens from the header on; `tokens[n - 1].number == n`."""
    sections: tuple[Section, ...]
    gaps: tuple[Gap, ...]
    literal_marks: tuple[int, ...] = ()
    """Numbers of the tokens `@` that belong to no gap, being past the tenth of a run."""
    odd_hashes: tuple[int, ...] = ()
    """Numbers of the tokens `#` that have no mate; they stay in the text."""


class Extent(NamedTuple):
    """The place of one document in a file with several."""

    id: str
    start: int
    end: int


# ---------------------------------------------------------------- content

ROLES = ("background", "battle", "aftermath", "sources", "other", "own")
"""Roles of pages, in the order of the pages where no `order` is given. `own` is the editor's own writing."""


class Manuscript(NamedTuple):
    """A Markdown file of content/, as the editor left it."""

    path: str
    """Relative to the project."""
    name: str
    """The file's name without `.md`; the page is `<name>.html`."""
    title: str
    role: str
    order: float
    """Pages stand in this order; by default that of their roles."""
    description: str
    body: str
    """The Markdown after the front matter."""
    first_line: int
    """The line of the file on which the body begins."""

    def locate(self, offset: int) -> Location:
        """Return where a character of the body stands in the file; the file as a whole for -1, as `str.find` gives
        it."""
        if offset < 0:
            return Location(self.path)
        line, column = line_and_column(self.body, offset)
        return Location(self.path, self.first_line + line - 1, column)

    def start_of(self, line: int) -> int:
        """Return the offset in the body at which a line of the file begins."""
        return line_starts(self.body)[line - self.first_line]


class PageBody(NamedTuple):
    """The Markdown of a page, read."""

    tree: Element
    """A `div`. A gap is `<a class="gap" data-gap="N">[gap N]</a>`; a block's tail is a line end, so that the text of
    the whole tree has no words run together; raw HTML is an element `raw` with the HTML in its attribute."""
    gaps: tuple[int, ...]
    """The number of each gap mark in the order in which they stand, those that stand twice and unknown ones too."""
    problems: tuple[Problem, ...]
    """The problems of this page alone; `check_gap_references` finds those that are seen over all pages only."""
    readable: bool = True


class Lists(NamedTuple):
    """The entries of the editor's lists in content/, each list by the name of its file."""

    changes: Sequence[Group]
    gaps: Sequence[Group]
    timeline: Sequence[Group]
    places: Sequence[Group]
    figures: Sequence[Group]
    fields: Sequence[Group]
    """The site's own, or the default ones."""
    facts: Group | None
    """Claims by field. None: there is no facts.yaml, and no panel."""


class Project(NamedTuple):
    """Everything that a site is made of, as it was read from the disk: no later step reads anything."""

    settings: Group
    """site.yaml: every setting, by default where it is not set."""
    source: Source | None
    """The received text. None where it could not be read: `problems` says why."""
    manuscripts: tuple[Manuscript, ...]
    """In the order of the pages."""
    lists: Lists
    phrases: Mapping[str, str | dict[str, str]]
    """The words of the interface by dotted key; a dict holds plural forms."""
    templates: tuple[tuple[str, str], ...]
    """Name and text of each template, the site's own before the default ones."""
    static: tuple[OutputFile, ...]
    """Files that are copied as they are, the received text among them."""
    figures: tuple[OutputFile, ...]
    """Every file of content/figures/; those that pages show are published."""
    atlas: bytes
    """The lines that maps are drawn of."""
    gone: tuple[str, ...]
    """Paths of pages that an import wrote and that were renamed or deleted since."""
    moment: int | None
    """SOURCE_DATE_EPOCH, for the files that must hold a date; None where it is not set."""
    problems: tuple[Problem, ...]


# ---------------------------------------------------------------- output


class OutputFile(NamedTuple):
    """A finished file of the site."""

    path: str
    """Relative to the output folder, with forward slashes."""
    data: bytes
    maker: str = "gapmark"
    """The file it was made from, for the message when two would make the same path."""


class Form(NamedTuple):
    """Another form of the site: the files that `exports/` makes of it."""

    name: str
    """`tei`: as in `exports:` of site.yaml, and in the phrase `forms.tei`."""
    paths: tuple[str, ...]
    """Paths of its files; a page can link to them."""
    media_type: str = ""
    """The media type of a form that is the whole edition; such a form is offered to readers."""
