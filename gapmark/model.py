"""The records, one family per stage. All are frozen: a later stage makes new ones, it never fills in earlier ones."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from gapmark.problems.location import Location, Problem, line_and_column, line_starts

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from gapmark.yamltext.records import Group


TokenKind = Literal["header", "mark", "hash", "star", "break", "dropped", "markup", "word"]
Precision = Literal["", "exact", "about", "less than", "at most", "at least"]


class Mark(NamedTuple):
    """How a missing passage is marked in a plain text: an example with places. defaults/marks.yaml tells each field."""

    mark: str
    reason: str = ""
    unit: str = ""
    run: bool = False
    apart: bool = False
    gap: bool | Literal["ask", "beside"] = True


class Notation(NamedTuple):
    """How a plain text is read; `letters` are the characters of words: defaults/letters.txt."""

    letters: str
    marks: tuple[Mark, ...]
    """The site's own first; the first that fits counts."""
    own: int
    """How many of the marks are the site's own."""
    words: tuple[tuple[str, str, str], ...]
    """The words of marks: place, what it means, how it is written in small letters."""


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
    form: str = "tokens"
    notation: Notation | None = None
    """Of a plain text; `form` is the name of one of `gapmark.forms.forms.FORMS`."""

    @property
    def name(self) -> str:
        """Return the file's name."""
        return self.path.rpartition("/")[2]


class Token(NamedTuple):
    """A word or a sign of the source. `text == source.text[start:start + len(text)]`."""

    number: int
    """Counted from 1, header included: a permanent address, since the received text never changes."""
    text: str
    start: int
    """Offset in `source.text`, in characters."""
    kind: TokenKind
    """The kind, from the token's own characters: `mark` is exactly `@`, `hash` exactly `#`, `star` a list star alone
    or glued to its word, `break` a mark of a paragraph or heading (`<p>`, `<h>`), `dropped` stands
    for a token that was too long (`**30;600955;TOOLONG`), `markup` is a sign of Markdown, in a Markdown source."""


class Gap(NamedTuple):
    """A passage that is missing in the text as it was received, where its mark stands."""

    id: int
    """What it is called, as in `[gap 7]`: in a plain text the number of the token that its mark begins with, so that it
    never comes to mean another place; in the form `tokens`, where no mark can be added, the same as `number`."""
    number: int
    """Counted from 1 in the order of the source."""
    first_token: int
    """The number of the first token of its mark."""
    last_token: int
    quantity: float
    """Units that are missing; 0 where the mark does not say. Of tokens at most ten: the rest of a run is words."""
    unit: str = "token"
    """`token`, `word`, `line` and so on; empty where the mark does not say."""
    precision: Precision = "exact"
    """Of the quantity; empty where there is none."""
    reason: str = ""
    """Why it is missing, as the mark says; may be empty."""
    mark: str = ""
    """The mark as received, white space as single spaces; empty in the form `tokens`."""
    predicted: bool | None = False
    """Whether the pattern that fits best predicts it. None for the first gap of a text without a header."""


class Piece(NamedTuple):
    """A source token as it stands in the cleaned text. Cleaning decides about spaces and italics and nothing else."""

    kind: Literal["word", "gap", "open", "close"]
    """`open` and `close` are the ends of italics, each a pair `' '` or the half a gap has left, or emphasis."""
    token: int
    """The number of the token it stands for; the first of them for a gap and for a pair."""
    text: str
    """`word`: the token's own text, or no-break spaces before it; `gap`: empty; `open`, `close`: as in Markdown."""
    space: bool
    """Whether a space stands before it. False for the first of a block."""
    gap: int = 0
    """`gap`: the gap's id."""


class Block(NamedTuple):
    """A paragraph or a list item, cleaned."""

    kind: Literal["paragraph", "item"]
    pieces: tuple[Piece, ...]
    """Never empty."""
    lead: str = ""
    """What its Markdown begins with, such as `> `; empty for a plain paragraph and for a star."""


class Section(NamedTuple):
    """A heading and what follows it; the first section of a document may be the lead, which has no heading."""

    title: tuple[Piece, ...]
    """The heading's words, cleaned; empty for the lead."""
    first_token: int
    """The number of the first token of the title, or of the lead."""
    blocks: tuple[Block, ...]
    """Empty where nothing stands under the heading."""
    level: int = 2
    """Of the heading, as in `##`; 1 for the title over a whole text."""


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
    asked: tuple[tuple[str, tuple[int, ...]], ...] = ()
    """Marks that may stand for missing passages, each with the numbers of the tokens that it begins with."""


class Extent(NamedTuple):
    """The place of one document in a file with several."""

    id: str
    start: int
    end: int


# ---------------------------------------------------------------- content

ROLES = ("background", "battle", "events", "aftermath", "sources", "other", "own")
"""Roles of pages: `events` is the middle part of what is no fight, `own` is the editor's own writing."""


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
    draft: bool = False
    """Whether only the preview shows it."""
    formerly: tuple[str, ...] = ()
    """Its old addresses, such as `notes-2.html`."""

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
