"""Makes the records that templates see: resolves links, counts words, lists gaps and changes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import Any

import gapmark
from gapmark.compare.changes import page_at
from gapmark.compare.own_words import Own, find_own
from gapmark.compare.record import Record
from gapmark.forms.forms import form_of
from gapmark.language.phrases import Language
from gapmark.model import Form, Gap, Lists, OutputFile, Project
from gapmark.problems.location import Problem
from gapmark.run.memo import remember
from gapmark.site.change_list import change_entries
from gapmark.site.check_links import check_links
from gapmark.site.extents import extent_in_words, gap_note, label_of, which_of
from gapmark.site.figures import first_pictures
from gapmark.site.made_pages import CHANGES, GAPS, SOURCE, pages_made
from gapmark.site.numbers import caveat, gap_words, paragraph_numbers
from gapmark.site.presenter import Presenter
from gapmark.site.source_page import TokenAddresses, source_sections
from gapmark.site.template_context import Assembled, Site, SourceNote, Text
from gapmark.site.template_records import ChangeEntry, GapEntry, OwnEntry, Part, ShownStatements
from gapmark.site.texts import PrintedPage, opening, print_pages, read_printed, title_addresses
from gapmark.site.work import attribution, correction_addresses, credit
from gapmark.source.sections import empty_headings
from gapmark.statements.prove import Statements
from gapmark.text.figures import FOLDER, Figure, read_figures
from gapmark.text.pages import EditedPage, surroundings

OWN_RULES = ("heading_added", "marks")
"""What is told among the editor's own, and not as what reads the same."""
SEARCHED_FROM = 600
"""Words of a site from which on it has a search, where the setting is `auto`: a few screens, which the eye finds its
way in."""
SEARCH_SCRIPT = "search.js"
"""Published only where there is a search."""


def assemble(project: Project, record: Record, statements: Statements, forms: tuple[Form, ...] = ()) -> Assembled:
    """Return everything that the templates need. `forms` are the other forms that the site will have."""
    settings = project.settings
    t = Language(settings["language"], project.phrases, settings["source"]["language"])
    figures, problems = find_figures(project, record)
    copied = tuple(_copied(project, figures))
    files = {*(file.path for file in copied), *(path for form in forms for path in form.paths)}
    own = find_own(record, figures)
    pages = print_pages(record, t, figures, own, show_changes=settings["show_changes"], agent=settings["gaps"]["agent"])
    printed = [remember(read_printed, page.tree, of=page.href) for page in pages]
    names = dict(zip((page.href for page in record.edition.compared), title_addresses(record), strict=True))
    anchors = {page.href: found.ids | {names.get(page.href, "")} for page, found in zip(pages, printed, strict=True)}
    known = dict.fromkeys(pages_made(statements.events, statements.places), ()) | _generated_anchors(record) | anchors
    problems += tuple(problem for page in record.edition.pages for problem in check_links(page, known, files))
    parts = _parts(record, printed)
    places = {name: f"{href}#{name}" for href, names in anchors.items() for name in names}
    shown = Presenter(record, places, t).show(statements, project.atlas)
    site = _site(record, shown, project.lists, settings, t, pages, parts, own, places, figures, forms)
    texts = tuple(_texts(printed, site, names))
    copied = tuple(file for file in copied if site.search or file.path != SEARCH_SCRIPT)
    return Assembled(
        site, texts, t, project.templates, copied, forms, record, statements, figures, project.moment, problems
    )


def find_figures(project: Project, record: Record) -> tuple[dict[str, Figure], tuple[Problem, ...]]:
    """Return the figures that the pages show, by name."""
    data = {file.path.removeprefix(f"{FOLDER}/"): file.data for file in project.figures}
    return read_figures(project.lists.figures, record.edition.pages, data)


def _copied(project: Project, figures: Mapping[str, Figure]) -> Iterator[OutputFile]:
    """Yield the files that are published as they are; of the figures, those that are shown."""
    drawn = {figure.path for figure in figures.values()}
    yield from project.static
    yield from (file for file in project.figures if file.path in drawn)


def _generated_anchors(record: Record) -> dict[str, Collection[str]]:
    """Return the ids of generated pages that an editor may link to."""
    return {
        GAPS: {f"ledger-{gap.id}" for gap in _gaps(record)},
        CHANGES: {change.id for change in record.changes},
        SOURCE: TokenAddresses(len(record.edition.document.tokens)),
    }


def _gaps(record: Record) -> tuple[Gap, ...]:
    return record.edition.document.gaps


def _site(
    record: Record,
    shown: ShownStatements,
    lists: Lists,
    settings: Mapping[str, Any],
    t: Language,
    pages: Sequence[EditedPage],
    parts: Sequence[Part],
    own: Sequence[Own],
    places: Mapping[str, str],
    figures: Mapping[str, Figure],
    forms: Sequence[Form],
) -> Site:
    document = record.edition.document
    gaps, asked = tuple(_ledger(record, pages, parts, t)), bool(document.asked)
    begun, whole = opening(pages)
    compared = [part for part in parts if part.role != "own"]
    source, missing = _source_note(record, settings["source"]), gap_note(document, t, record.supplied)
    changes = tuple(change_entries(record, parts, shown=settings["show_changes"]))
    return Site(
        title=settings["title"],
        description=settings["description"] or (parts[0].description if parts else ""),
        base_url=settings["base_url"].rstrip("/") + "/" if settings["base_url"] else "",
        corrections=correction_addresses(settings["edit_url"], lists, parts),
        editor=settings["editor"],
        source=source,
        parts=tuple(parts),
        gaps=gaps,
        gap_note=missing,
        cleaned=form_of(document).cleaned,
        counted=form_of(document).counted,
        asked=asked,
        caveat=caveat(gaps, changes, own, t, asked=asked),
        credit=credit(source, t),
        attribution=attribution(source, missing, t),
        gap_names={gap.id: t("source.gap", label=label_of(gap, t).words, n=gap.number) for gap in document.gaps},
        reasons=tuple(Counter(gap.reason for gap in gaps).most_common()),
        gap_agent=settings["gaps"]["agent"],
        gap_reason=settings["gaps"]["reason"],
        shown=shown,
        pictures=first_pictures(record.edition.pages, figures),
        changes=changes,
        typography=tuple(rule for rule in record.typography if rule.name not in OWN_RULES),
        own=tuple(OwnEntry(compared[entry.page], entry.kind, entry.words) for entry in own),
        received=source_sections(record, places),
        tokens=len(document.tokens),
        empty_headings=empty_headings(document),
        opening=begun,
        read_on=next(iter(parts[whole:]), None),
        words=sum(part.words for part in parts if part.role != "own"),
        marks=sum(int(gap.quantity) for gap in document.gaps if gap.unit == "token"),
        missing=sum(int(gap.quantity) for gap in gaps if gap.unit == "token" and not gap.supplied),
        search=wants_search(settings["search"], parts),
        version=gapmark.__version__,
        forms=tuple(form for form in forms if form.paths),
    )


def wants_search(setting: str, parts: Sequence[Part]) -> bool:
    """Return whether the site has a search: `on`, `off`, or `auto`, which means with SEARCHED_FROM words or more."""
    return setting == "on" or (setting == "auto" and sum(part.words for part in parts) >= SEARCHED_FROM)


def _source_note(record: Record, note: Mapping[str, Any]) -> SourceNote:
    source = record.edition.document.source
    names = ("title", "author", "url", "history_url", "revision", "licence", "licence_url", "confirmed", "language")
    return SourceNote(
        id=source.id, name=source.name, sha256=source.sha256, size=source.size, **{name: note[name] for name in names}
    )


# ---------------------------------------------------------------- gaps


def _ledger(record: Record, pages: Sequence[EditedPage], parts: Sequence[Part], t: Language) -> Iterator[GapEntry]:
    around = remember(surroundings, record.edition.document)
    homes = {n: part for page, part in zip(pages, parts, strict=True) if not page.own for n in page.gaps}
    blocks, paragraphs = record.comparison.published.words, paragraph_numbers(record)
    numbers = {gap: paragraphs.get(blocks[word].block, 0) for gap, word in gap_words(record).items()}
    for gap in _gaps(record):
        if gap.id in homes:  # a gap that stands on no page has stopped the build already
            yield GapEntry(
                id=gap.id,
                number=gap.number,
                quantity=gap.quantity,
                unit=gap.unit,
                precision=gap.precision,
                reason=gap.reason,
                mark=gap.mark,
                label=label_of(gap, t),
                which=which_of(gap, len(_gaps(record)), t),
                extent=extent_in_words(gap.quantity, gap.unit, gap.precision, t),
                first_token=gap.first_token,
                last_token=gap.last_token,
                predicted=gap.predicted,
                page=homes[gap.id],
                paragraph=numbers[gap.id],
                href=f"{homes[gap.id].href}#gap-{gap.id}",
                before=around[gap.id][0],
                after=around[gap.id][1],
                source_href=f"{SOURCE}#w{gap.first_token}",
                supplied=record.supplied.get(gap.id),
            )


# ---------------------------------------------------------------- pages


def _parts(record: Record, printed: Sequence[PrintedPage]) -> list[Part]:
    changed = Counter(page_at(record.comparison, change.first_word) for change in record.changes)
    order = {page.href: number for number, page in enumerate(record.edition.compared)}
    pages = zip(record.edition.pages, printed, strict=True)
    counts = ((page, found, changed[order.get(page.href, -1)]) for page, found in pages)
    return [_part(n, *counted, record.supplied) for n, counted in enumerate(counts, 1)]


def _part(number: int, page: EditedPage, printed: PrintedPage, changes: int, supplied: Collection[int]) -> Part:
    """Return a part with its counts: a gap with words supplied is a change, and no words are missing there."""
    m = page.manuscript
    own = [] if page.own else page.gaps
    filled = sum(gap in supplied for gap in own)
    begun = m.description or printed.beginning
    gaps, changes = len(own) - filled, changes + filled
    return Part(number, page.href, m.title, m.role, begun, printed.words, gaps, changes, m.formerly)


def _texts(printed: Sequence[PrintedPage], site: Site, addresses: Mapping[str, str]) -> Iterator[Text]:
    parts = site.parts
    changes: dict[str, list[ChangeEntry]] = defaultdict(list)
    for change in site.changes:
        changes[change.page.href] += [change] if change.kind != "supplied" else []
    for i, (page, part) in enumerate(zip(printed, parts, strict=True)):
        yield Text(
            part=part,
            address=addresses.get(part.href, ""),
            body=page.body,
            tree=page.tree,
            sections=page.sections,
            first_address=page.first_address,
            changes=tuple(changes[part.href]),
            own=tuple(own for own in site.own if own.page is part),
            previous=parts[i - 1] if i else None,
            next=parts[i + 1] if i + 1 < len(parts) else None,
        )
