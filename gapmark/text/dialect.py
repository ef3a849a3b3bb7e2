"""Python-Markdown as this program uses it: its extensions, and our changes to them.

Extensions are objects, not names: looking a name up among the installed packages takes longer than a whole page.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from typing import Any, NamedTuple
from xml.etree.ElementTree import Element

from markdown import Markdown
from markdown.extensions import Extension
from markdown.extensions.abbr import AbbrExtension
from markdown.extensions.attr_list import AttrListTreeprocessor
from markdown.extensions.def_list import DefListExtension
from markdown.extensions.footnotes import FN_BACKLINK_TEXT, NBSP_PLACEHOLDER, FootnoteExtension
from markdown.extensions.sane_lists import SaneListExtension
from markdown.extensions.smarty import SmartyExtension, SubstituteTextPattern
from markdown.extensions.toc import TocExtension, TocTreeprocessor, slugify, slugify_unicode
from markdown.inlinepatterns import InlineProcessor
from markdown.treeprocessors import UnescapeTreeprocessor

from gapmark.text.list_lines import lay_out_lists
from gapmark.text.nearly import ADDRESS, BareAddress, Tables
from gapmark.text.references import MARKER

PLACE_HOLDERS = {FN_BACKLINK_TEXT: "\u21a9", NBSP_PLACEHOLDER: "\u00a0", "\x02amp\x03": "&"}
"""The signs that Python-Markdown puts for a few characters until its text is written out."""
RESERVED = frozenset(
    """
    about address address-itself apparatus apparatus-chapter beginning book caption certainty change change-list
    change-sign chapter citation cite colophon contents context credit dateline drawn event-date event-label events
    excerpt extent facts footnote footnote-backref footnote-ref gap gap-list home inner kinds ledger made masthead
    masthead-title more neighbours not-stated number on-screen opening pair panel paper-notes part-counts parts path
    place position proof quoted read-on received-text scroll search search-place search-text sections sentence skip
    step-next steps strip strip-gap strip-text supplied text title-page to-itself to-source toc typography unbroken
    where with-words
    """.split()  # noqa: SIM905 - so many names read better as words
)
"""Classes that an editor can't give: words in them would not be compared with the source, or would be out of sight."""


class Parsed(NamedTuple):
    """A tree as Python-Markdown leaves it before it is written out."""

    root: Element
    stash: tuple[str, ...]
    """The meanings of its place-holders `STX wzxhzdk:N ETX`: entities, and raw HTML where it is allowed."""
    idle_attributes: tuple[str, ...]
    """Attribute lists with a part that has no effect, as they are written."""
    doubled_notes: tuple[str, ...]
    """Labels of footnotes that are defined more than once."""
    uncalled_notes: tuple[str, ...]
    """Labels of footnotes that nothing in the text calls."""
    missing_notes: tuple[str, ...]
    """Labels that are called and have no footnote."""
    wide_rows: tuple[str, ...]
    """Rows of tables, as written, that have more cells than the head."""


def parse(text: str, *, allow_html: bool, typographic: bool = True, language: str = "en") -> Parsed:
    """Read Markdown; the steps are those of `Markdown.convert` up to the writing. May raise RecursionError.

    Where it is `typographic`, straight quotation marks become those of the `language`.
    """
    attributes, notes, tables = _AttributeLists(), _Footnotes(), Tables()
    typography = [_Typography(substitutions=QUOTES.get(language.partition("-")[0], {}))] * typographic
    markdown = _markdown(attributes, notes, tables, typography, allow_html=allow_html)
    lines = lay_out_lists(text.split("\n"))
    for preprocessor in markdown.preprocessors:
        lines = preprocessor.run(lines)
    root: Any = markdown.parser.parseDocument(lines).getroot()
    notes.order_by_calls("".join(root.itertext()))
    for treeprocessor in markdown.treeprocessors:
        changed = treeprocessor.run(root)
        root = root if changed is None else changed
    stash = tuple(str(html) for html in markdown.htmlStash.rawHtmlBlocks)
    uncalled = tuple(label for label in notes.numbers if label not in notes.called)
    lists = attributes.idle, notes.doubled, uncalled, notes.missing, tables.wide
    return Parsed(root, stash, *map(tuple, lists))


def _markdown(
    attributes: _AttributeLists, notes: _Footnotes, tables: Tables, typography: list[_Typography], *, allow_html: bool
) -> Markdown:
    markdown = Markdown(
        extensions=[
            tables,
            notes,
            SaneListExtension(),
            DefListExtension(),
            AbbrExtension(),
            _Contents(),
            *typography,
            attributes,
        ]
    )
    markdown.treeprocessors.register(_Unescape(markdown), "unescape", 0)
    markdown.inlinePatterns.register(BareAddress(ADDRESS, markdown), "bare_address", 85)
    markdown.treeprocessors.deregister("prettify")  # it changes code and text, and recurses
    if not allow_html:
        markdown.preprocessors.deregister("html_block")
        markdown.inlinePatterns.deregister("html")
    return markdown


_MARKS = ("left-double-quote", "right-double-quote", "inner-open", "inner-close")
_OTHERS = ("de cs sk sl", "„“‚‘"), ("pl", "„”‚’"), ("ar es it pt ru el uk", "«»‹›")
QUOTES = {code: dict(zip(_MARKS, signs, strict=True)) for codes, signs in _OTHERS for code in codes.split()}
"""The quotation marks of languages that have others than English, by their codes. Python-Markdown's own name for the
single closing one is also that of the apostrophe."""


class _Typography(SmartyExtension):
    """Typographic marks; the sign of feet in `6'7"`, which Python-Markdown takes for an opening one, closes.

    Two single marks in a row are what is left of italics: neither opens or closes anything.
    """

    def educateQuotes(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        super().educateQuotes(md)
        feet = SubstituteTextPattern(r"(?<=[0-9])'(?=[0-9])", (self.substitutions["right-single-quote"],), md)
        self.inlinePatterns.register(feet, "smarty-feet", 31)
        if "inner-open" in self.substitutions:
            marks = (self.substitutions["inner-open"], 1, self.substitutions["inner-close"])
            inner = SubstituteTextPattern(r"(?<!\w)'([^'\n]+)'(?!\w)", marks, md)
            self.inlinePatterns.register(inner, "smarty-inner", 33)
        self.inlinePatterns.register(SubstituteTextPattern("''", ("&#39;&#39;",), md), "smarty-pairs", 32)


class _AttributeLists(Extension):
    """`{: #id .class }`, also without the colon; no other attribute has an effect."""

    def __init__(self) -> None:
        super().__init__()
        self.idle: list[str] = []

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Python-Markdown's name
        md.treeprocessors.register(_AttributeSetter(md, self.idle), "attr_list", 8)


class _AttributeSetter(AttrListTreeprocessor):
    # Braces that hold anything else stay words: `{sic}` at the end of a heading is no attribute list. Python-Markdown
    # looks these patterns up on the instance; only its stubs call them final.
    BASE_RE = r"\{(?::|(?=[#.]))[ ]*([^\}\n ][^\n]*)\}"  # type: ignore[misc]
    HEADER_RE = re.compile(rf"[ ]+{BASE_RE}[ ]*$")  # type: ignore[misc]
    BLOCK_RE = re.compile(rf"\n[ ]*{BASE_RE}[ ]*$")  # type: ignore[misc]
    INLINE_RE = re.compile(rf"^{BASE_RE}")  # type: ignore[misc]

    def __init__(self, md: Markdown, idle: list[str]) -> None:
        super().__init__(md)
        self.idle = idle

    def assign_attrs(self, elem: Element, attrs_string: str, **options: Any) -> str:
        before = dict(elem.attrib)
        rest = super().assign_attrs(elem, attrs_string, **options) or ""
        after = dict(elem.attrib)
        elem.attrib.clear()
        elem.attrib.update(before | {name: after[name] for name in ("id", "class") if _is_name(name, after)})
        if elem.attrib != after:
            self.idle.append(attrs_string)
        return rest


def _is_name(attribute: str, values: dict[str, str]) -> bool:
    """Return whether the value can be an id, which has no white space, or a list of an editor's classes."""
    parts = (values.get(attribute) or "").split()
    return not any(map(is_reserved, parts)) if attribute == "class" and parts else len(parts) == 1


def is_reserved(name: str) -> bool:
    """Whether a class is one that no editor can give."""
    return name in RESERVED or name.startswith(("locator", "timeline"))


class _ContentsWriter(TocTreeprocessor):
    def replace_marker(self, root: Element, elem: Element) -> None:
        """Put the contents where the first paragraph that says `[TOC]` stands; any other one stays as it is.

        Lists of all headings wherever an editor likes could make a page grow with the square of its text.
        """
        marker = next((p for p in root.iter("p") if not len(p) and (p.text or "").strip() == self.marker), None)
        if marker is not None:
            marker.tag, marker.text = "div", None
            marker.set("class", self.toc_class)
            marker.extend(entries for entries in elem if len(entries))


class _Contents(TocExtension):
    """Ids for headings and, where the text says `[TOC]`, a page's contents: `resolve` writes the words of its links."""

    TreeProcessorClass = _ContentsWriter

    def __init__(self) -> None:
        super().__init__(slugify=lambda words, sign: slugify(words, sign) or slugify_unicode(words, sign))


class _Footnotes(FootnoteExtension):
    """Footnotes with ids by number, whatever their labels are, and no text that says where they go."""

    def __init__(self) -> None:
        self.doubled: list[str] = []
        self.missing: list[str] = []
        self.called: set[str] = set()
        self.numbers: dict[str, int] = {}
        super().__init__(PLACE_MARKER=MARKER)
        if "USE_DEFINITION_ORDER" in self.config:  # its default differs between versions
            self.setConfig("USE_DEFINITION_ORDER", True)

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802
        super().extendMarkdown(md)
        md.inlinePatterns.register(_MissingNotes(r"\[\^([^\]\s]*)\]", self.missing), "missing_note", 174)

    def reset(self) -> None:
        super().reset()
        self.footnotes = _Growing()

    def unique_ref(self, reference: str, found: bool = False) -> str:
        """Return `fnref:1`, `fnref2:1` and so on. Python-Markdown counts from one again at each call of a footnote."""
        if not found:
            return reference
        self.found_refs[reference] = calls = self.found_refs.get(reference, 0) + 1
        self.used_refs.add(reference)
        name, colon, number = reference.partition(":")
        return reference if calls == 1 else f"{name}{calls}{colon}{number}"

    def setFootnote(self, id: str, text: str) -> None:  # noqa: A002, N802
        if id in self.footnotes:
            self.doubled.append(id)
        self.numbers.setdefault(id, len(self.numbers) + 1)
        super().setFootnote(id, text)

    def order_by_calls(self, text: str) -> None:
        """Number the footnotes as the text calls them, those that only notes call after the others."""
        texts = "\n".join((text, *self.footnotes.values()))
        called = [label for label in re.findall(r"(?<!\\)\[\^([^\]]+)\]", texts) if label in self.footnotes]
        for number, label in enumerate(dict.fromkeys((*called, *self.footnotes)), start=1):
            self.numbers[label] = number
            self.footnotes.move_to_end(label)

    def makeFootnoteId(self, id: str) -> str:  # noqa: A002, N802
        return f"fn:{self.numbers[id]}"

    def makeFootnoteRefId(self, id: str, found: bool = False) -> str:  # noqa: A002, N802
        if found:
            self.called.add(id)
        return self.unique_ref(f"fnref:{self.numbers[id]}", found)


class _MissingNotes(InlineProcessor):
    """Notes the calls of footnotes that do not exist, which the pattern before it leaves."""

    def __init__(self, pattern: str, missing: list[str]) -> None:
        super().__init__(pattern)
        self.missing = missing

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[None, None, None]:  # type: ignore[override]  # noqa: N802
        self.missing.append(m[1])
        return None, None, None


class _Growing(OrderedDict[str, str]):
    """A mapping that may grow while it is gone through: footnotes may define footnotes."""

    def keys(self) -> Any:
        done = 0
        while done < len(self):
            fresh = list(self)[done:]
            done += len(fresh)
            yield from fresh


class _Unescape(UnescapeTreeprocessor):
    """Does nothing: `resolve` does its work. Other extensions need its pattern."""

    def run(self, root: Element) -> None:
        pass
