"""What the desk answers: which page, and what is written for a form that was sent.

Paths and fields are those below; nothing that a browser sends is the name of a file.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from gapmark.desk import writing
from gapmark.desk.edit import edit_entry
from gapmark.desk.form import flat_fields, read_values, typed_values
from gapmark.desk.kinds import NEW, Kind, find_items
from gapmark.desk.paragraphs import Paragraph, change_paragraph, find_paragraphs
from gapmark.desk.passage import find_passage, line_of, proposed_values
from gapmark.desk.state import State, look
from gapmark.desk.views import Draft, render, render_form, rows
from gapmark.model import Manuscript
from gapmark.problems.errors import GapmarkError
from gapmark.problems.location import Problem
from gapmark.receive.additions import extended, propose_dates
from gapmark.statements import proposals

PLACE = "/.gapmark/desk/"
"""Where its pages are."""
OPEN = "open"
"""The page below PLACE that gives a browser the secret of the session."""
_PAGE = re.compile(r"[a-z0-9_-]+\.html(?:#[A-Za-z0-9-]+)?", re.ASCII)
"""A page of the site, to which the browser goes back after a write."""


class Answer(NamedTuple):
    """What the server sends."""

    status: int
    body: bytes = b""
    location: str = ""
    """Where the browser goes next."""


NOWHERE = Answer(404, b"there is no such page of the desk\n")
WRONG = Answer(400, b"this is not the form that was asked for\n")
Fields = Mapping[str, str]


class Desk:
    """Edits one project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.secret = secrets.token_urlsafe(32)
        """Of this session: who has not got it can't see the desk and can't write."""

    def show(self, path: str, query: Fields) -> Answer:
        """Return a page of the desk; `path` is what comes after PLACE. Raises GapmarkError where it can't read."""
        state = look(self.root)
        name, _, part = path.partition("/")
        if path in PAGES:
            return Answer(200, PAGES[path](self, state, query))
        if name in state.kinds and part in ("", "form"):
            kind = state.kinds[name]
            return self._form(state, kind, query) if part else Answer(200, self._list(state, kind))
        return NOWHERE

    def take(self, path: str, sent: Fields) -> Answer:
        """Write what a form says, and return where the browser goes next, or the form again with what is wrong."""
        state = look(self.root)
        if path in WRITES:
            return WRITES[path](self, state, sent)
        kind = state.kinds.get(path.removesuffix("/save"))
        return self._save(state, kind, sent) if kind and path.endswith("/save") else NOWHERE

    def bar(self) -> str:
        """Return the bar at the foot of a page of the site, as HTML."""
        state = look(self.root)
        left = len(state.proposals) + len(state.unreasoned)
        return render(state, self.secret, "bar", left=left, place=PLACE).decode()

    # ------------------------------------------------------------ pages

    def _home(self, state: State, query: Fields) -> bytes:
        return self._overview(state, "undone" if query.get("undone") else "")

    def _overview(self, state: State, message: str = "", newer: str = "", older: str = "") -> bytes:
        counts = {name: len(state.items(kind)) for name, kind in state.kinds.items()}
        found = writing.problems_of(state.folder)
        context = {"counts": counts, "message": message, "newer": newer, "older": older, "problems": found}
        left = len(state.proposals) + len(state.unreasoned)
        return render(state, self.secret, "overview", left=left, **context)

    def _list(self, state: State, kind: Kind) -> bytes:
        return render(state, self.secret, "list", kind=kind, rows=rows(kind, state.items(kind)))

    def _cards(self, state: State, query: Fields) -> bytes:
        kind = state.kinds["timeline"]
        changes = [(change, state.entry_of(change)) for change in state.unreasoned]
        files = {name: state.sum(state.kinds[name].path) for name in ("timeline", "changes")}
        dates = rows(kind, state.proposals)
        return render(state, self.secret, "cards", dates=dates, changes=changes, files=files, new=NEW)

    def _form(self, state: State, kind: Kind, query: Fields) -> Answer:
        entry, key = query.get("entry", NEW), query.get("key", kind.keys[0] if len(kind.keys) == 1 else "")
        item = state.find(kind, entry)
        if entry != NEW and item is None:
            return NOWHERE
        if item:
            values, key = typed_values(item.entry), item.key
        else:
            passage = state.record and find_passage(
                state.record, query.get("from", ""), query.get("to", ""), query.get("words", "")[:5000]
            )
            values = proposed_values(kind.name, passage) if passage else {}
            values |= {"gap": query["gap"]} if query.get("gap", "").isdecimal() and kind.name == "gaps" else {}
        draft = Draft(kind, entry, key, values, _back(query.get("back", "")))
        return Answer(200, render_form(state, self.secret, draft))

    def _text(self, state: State, query: Fields) -> bytes:
        number, page = _page_of(state, query)
        found = find_paragraphs(state.text(page.path), page.first_line) if page else ()
        return render(state, self.secret, "text", number=number, page=page, paragraphs=tuple(found))

    def _text_form(self, state: State, query: Fields) -> bytes:
        number, page = _page_of(state, query)
        paragraph = _paragraph(state, page, query.get("entry", ""))
        where = state.record and line_of(state.record, query.get("from", ""))
        if where:
            number = [one.path for one in state.pages].index(where.path)
            there = find_paragraphs(state.text(where.path), state.pages[number].first_line)
            paragraph = next((own for own in there if own.first_line <= where.line <= own.last_line), None)
        back = _back(query.get("back", ""))
        return self._paragraph_form(state, number, paragraph, paragraph.text if paragraph else "", back)

    def _paragraph_form(
        self, state: State, number: int, paragraph: Paragraph | None, words: str, back: str, **more: object
    ) -> bytes:
        page = state.pages[number] if 0 <= number < len(state.pages) else None
        context: dict[str, object] = {
            "number": number,
            "page": page,
            "paragraph": paragraph,
            "words": words,
            "back": back,
        }
        context |= {"problems": [], "newer": "", "file": state.sum(page.path) if page else ""}
        return render(state, self.secret, "paragraph", **{**context, **more})

    # ------------------------------------------------------------ writes

    def _save(self, state: State, kind: Kind, sent: Fields) -> Answer:
        names = {"file", "entry", "key", "back", "act", *(name for name, _ in flat_fields(kind.fields))}
        entry, key = sent.get("entry", NEW), sent.get("key", "")
        if not names.issuperset(sent) or key not in kind.keys:
            return WRONG
        item = state.find(kind, entry)
        typed = {name: sent[name] for name, _ in flat_fields(kind.fields) if name in sent}
        draft = Draft(
            kind, entry, key, {**(typed_values(item.entry) if item else {}), **typed}, _back(sent.get("back"))
        )
        if item is None and entry != NEW:  # another program has changed it: what was typed becomes a new entry
            changed = draft._replace(entry=NEW, message="changed", newer=state.text(kind.path))
            return Answer(409, render_form(state, self.secret, changed))
        values = None if sent.get("act") == "remove" else read_values(kind.fields, typed)
        edit: Callable[[str], str] = lambda text: edit_entry(kind, text, key, item, values)  # noqa: E731
        outcome, problems = self._write(kind.path, sent.get("file", ""), edit)
        if outcome and outcome.done and not problems:
            return Answer(303, location=_address(draft.back, f"{kind.name}"))
        if outcome and outcome.newer is not None:
            changed = draft._replace(message="changed", newer=outcome.newer)
            return Answer(409, render_form(look(self.root), self.secret, changed))
        number = item.number if item else -1
        there = [found for found in find_items(kind, outcome.text) if found.key == key] if outcome and values else []
        draft = draft._replace(problems=problems, read=there[number].entry if there else None)
        if outcome and outcome.done:
            saved = there[number].sum if there else NEW
            draft = draft._replace(message="saved", entry=saved)
        return Answer(200 if outcome and outcome.done else 422, render_form(look(self.root), self.secret, draft))

    def _write(
        self, path: str, seen: str, edit: Callable[[str], str]
    ) -> tuple[writing.Outcome | None, tuple[Problem, ...]]:
        """Return what came of a write, and what is wrong; no outcome where the file can't be written."""
        try:
            outcome = writing.save(self.root, path, seen, edit)
        except GapmarkError as error:
            return None, error.problems
        return outcome, outcome.problems

    def _save_text(self, state: State, sent: Fields) -> Answer:
        number, page = _page_of(state, sent)
        if page is None or not {"page", "entry", "file", "words", "back", "act"}.issuperset(sent):
            return WRONG
        paragraph, back = _paragraph(state, page, sent.get("entry", "")), _back(sent.get("back"))
        words = sent.get("words", "")
        if paragraph is None:
            page_text = state.text(page.path)
            return Answer(409, self._paragraph_form(state, number, None, words, back, newer=page_text))
        outcome, problems = self._write(
            page.path, sent.get("file", ""), lambda text: change_paragraph(text, paragraph, words)
        )
        if outcome and outcome.done:
            return Answer(303, location=_address(back, f"text?page={number}"))
        newer = outcome.newer if outcome and outcome.newer is not None else ""
        form = self._paragraph_form(look(self.root), number, paragraph, words, back, problems=problems, newer=newer)
        return Answer(409 if newer else 422, form)

    def _undo(self, state: State, sent: Fields) -> Answer:
        outcome = writing.undo(self.root)
        if outcome and outcome.newer is not None:
            page = self._overview(look(self.root), "not_undone", outcome.newer, outcome.text)
            return Answer(409, page)
        return Answer(303, location=PLACE + ("?undone=1" if outcome else ""))

    def _suggest(self, state: State, sent: Fields) -> Answer:
        kind = state.kinds["timeline"]
        entries = propose_dates(self.root)
        head = proposals.HEAD.format(program="gapmark")
        outcome, problems = self._write(
            kind.path, state.sum(kind.path), lambda text: _extended(text, head, entries) if entries else text
        )
        if outcome and outcome.done:
            return Answer(303, location=PLACE + "cards")
        return Answer(422, render_form(state, self.secret, Draft(kind, NEW, "", {}, problems=problems)))


PAGES: dict[str, Callable[[Desk, State, Fields], bytes]] = {
    "": Desk._home,
    "cards": Desk._cards,
    "text": Desk._text,
    "text/form": Desk._text_form,
}
WRITES: dict[str, Callable[[Desk, State, Fields], Answer]] = {
    "text/save": Desk._save_text,
    "undo": Desk._undo,
    "suggest": Desk._suggest,
}


def _back(sent: str | None) -> str:
    """Return where the browser goes after a write, if it is a page of the site or the cards."""
    return sent if sent and (sent == "cards" or _PAGE.fullmatch(sent)) else ""


def _address(back: str, otherwise: str) -> str:
    return PLACE + (back or otherwise) if back in ("", "cards") else f"/{back}"


def _page_of(state: State, sent: Fields) -> tuple[int, Manuscript | None]:
    number = sent.get("page", "")
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else -1
    return (at, state.pages[at]) if 0 <= at < len(state.pages) else (-1, None)


def _paragraph(state: State, page: Manuscript | None, entry: str) -> Paragraph | None:
    there = find_paragraphs(state.text(page.path), page.first_line) if page else ()
    return next((own for own in there if own.sum == entry), None)


def _extended(text: str, head: str, entries: list[str]) -> str:
    end = "\r\n" if "\r\n" in text else "\n"
    return extended((text or head).replace("\r\n", "\n"), entries).replace("\n", end)
