"""What the desk answers: which page, and what is written for a form that was sent.

Paths and fields are those below; nothing that a browser sends is the name of a file.
"""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import NamedTuple

from gapmark.desk.edit import add_lines, edit_entry
from gapmark.desk.form import flat_fields, read_values, typed_values
from gapmark.desk.kinds import NEW, Kind, find_items
from gapmark.desk.paragraphs import Paragraph, change_paragraph, find_paragraphs
from gapmark.desk.passage import find_passage, line_of, proposed_values
from gapmark.desk.state import State, desk_language, look
from gapmark.desk.views import Draft, fill_template, render, render_form
from gapmark.desk.writing import Outcome, problems_of, save, undo
from gapmark.model import Manuscript
from gapmark.receive.additions import propose_dates
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
        state = look(self.root, compared=False)
        if path in WRITES:
            return WRITES[path](self, state, sent)
        kind = state.kinds.get(path.removesuffix("/save"))
        return self._save(state, kind, sent) if kind and path.endswith("/save") else NOWHERE

    def bar(self, language: str, left: int) -> str:
        """Return the bar at the foot of a page of the site, as HTML; `left` entries are to go through."""
        return fill_template(desk_language(language), "bar", left=left, place=PLACE)

    # ------------------------------------------------------------ pages

    def _home(self, state: State, query: Fields) -> bytes:
        return self._overview(state, "undone" if query.get("undone") else "")

    def _overview(self, state: State, message: str = "", newer: str = "", older: str = "") -> bytes:
        counts = {name: len(state.items(kind)) for name, kind in state.kinds.items()}
        context = {"counts": counts, "message": message, "newer": newer, "older": older, "left": state.left}
        return render(state, self.secret, "overview", problems=problems_of(state.folder), **context)

    def _list(self, state: State, kind: Kind) -> bytes:
        return render(state, self.secret, "list", kind=kind, items=state.items(kind))

    def _cards(self, state: State, query: Fields) -> bytes:
        changes = [(change, state.entry_of(change)) for change in state.unreasoned]
        files = {name: state.sum(state.kinds[name].path) for name in ("timeline", "changes")}
        return render(state, self.secret, "cards", dates=state.proposals, changes=changes, files=files, new=NEW)

    def _form(self, state: State, kind: Kind, query: Fields) -> Answer:
        entry, key = query.get("entry", NEW), kind.keys[0] if len(kind.keys) == 1 else ""
        item = state.find(kind, entry)
        if entry != NEW and item is None:
            return NOWHERE
        chosen = (query.get(name, "")[:5000] for name in ("from", "to", "words"))
        passage = find_passage(state.record, *chosen) if state.record else None
        values = typed_values(item.entry) if item else proposed_values(kind.name, passage) if passage else {}
        draft = Draft(kind, entry, item.key if item else key, values, _back(query.get("back")))
        return Answer(200, render_form(state, self.secret, draft))

    def _text(self, state: State, query: Fields) -> bytes:
        number, page = _page_of(state, query)
        found = find_paragraphs(state.text(page.path), page.first_line) if page else ()
        return render(state, self.secret, "text", number=number, page=page, paragraphs=tuple(found))

    def _text_form(self, state: State, query: Fields) -> bytes:
        number, page = _page_of(state, query)
        there = find_paragraphs(state.text(page.path), page.first_line) if page else ()
        paragraph = next((own for own in there if own.sum == query.get("entry")), None)
        where = line_of(state.record, query.get("from", "")) if state.record else None
        if where:
            number = [one.path for one in state.pages].index(where.path)
            there = find_paragraphs(state.text(where.path), state.pages[number].first_line)
            paragraph = next((own for own in there if own.first_line <= where.line <= own.last_line), None)
        return self._paragraph(state, number, paragraph, back=_back(query.get("back")))

    def _paragraph(self, state: State, number: int, paragraph: Paragraph | None, **more: object) -> bytes:
        page = state.pages[number] if number >= 0 else None
        context = {"number": number, "page": page, "paragraph": paragraph, "problems": (), "newer": "", "back": ""}
        context |= {"file": state.sum(page.path) if page else "", "words": paragraph.text if paragraph else ""}
        return render(state, self.secret, "paragraph", **(context | more))

    def _publish(self, state: State, query: Fields) -> bytes:
        return render(state, self.secret, "publish")

    # ------------------------------------------------------------ writes

    def _save(self, state: State, kind: Kind, sent: Fields) -> Answer:
        parts = [name for name, _ in flat_fields(kind.fields)]
        entry, key = sent.get("sum", NEW), sent.get("key", "")
        if not {"file", "sum", "key", "back", "act", *parts}.issuperset(sent) or key not in kind.keys:
            return WRONG
        item = state.find(kind, entry)
        typed = {name: sent[name] for name in parts if name in sent}
        values = None if sent.get("act") == "remove" else read_values(kind.fields, typed)
        shown = typed_values(item.entry) | typed if item else typed
        draft = Draft(kind, entry, key, shown, _back(sent.get("back")))
        if item is None and entry != NEW:  # another program has changed it: what was typed becomes a new entry
            draft = draft._replace(entry=NEW, message="changed", newer=state.text(kind.path))
            return Answer(409, render_form(state, self.secret, draft))
        outcome = save(self.root, kind.path, sent.get("file", ""), lambda t: edit_entry(kind, t, key, item, values))
        if outcome.done and not outcome.problems:
            return Answer(303, location=_address(draft.back, kind.name))
        return Answer(outcome.status, self._told(draft, outcome, item.number if item else -1))

    def _told(self, draft: Draft, outcome: Outcome, number: int) -> bytes:
        """Return a form again with what is to be said of it; `number` is the place of its entry in its list."""
        there = [item for item in find_items(draft.kind, outcome.text) if item.key == draft.key]
        item = there[number] if -1 <= number < len(there) and there else None
        draft = draft._replace(problems=outcome.problems, read=item.entry if item else None)
        if outcome.newer is not None:
            draft = draft._replace(message="changed", newer=outcome.newer)
        elif outcome.done:
            draft = draft._replace(message="saved", entry=item.sum if item else NEW)
        return render_form(look(self.root, compared=False), self.secret, draft)

    def _save_text(self, state: State, sent: Fields) -> Answer:
        number, page = _page_of(state, sent)
        if page is None or not {"page", "sum", "file", "words", "back", "act"}.issuperset(sent):
            return WRONG
        there = find_paragraphs(state.text(page.path), page.first_line)
        paragraph = next((own for own in there if own.sum == sent.get("sum")), None)
        more: dict[str, object] = {"back": _back(sent.get("back")), "words": sent.get("words", "")}
        if paragraph is None:
            return Answer(409, self._paragraph(state, number, None, **more, newer=state.text(page.path)))
        words = sent.get("words", "")
        outcome = save(self.root, page.path, sent.get("file", ""), lambda t: change_paragraph(t, paragraph, words))
        if outcome.done:
            return Answer(303, location=_address(_back(sent.get("back")), f"text?page={number}"))
        more |= {"problems": outcome.problems, "newer": outcome.newer or ""}
        return Answer(outcome.status, self._paragraph(look(self.root, compared=False), number, paragraph, **more))

    def _undo(self, state: State, sent: Fields) -> Answer:
        outcome = undo(self.root)
        if outcome and outcome.newer is not None:
            return Answer(409, self._overview(look(self.root), "not_undone", outcome.newer, outcome.text))
        return Answer(303, location=PLACE + ("?undone=1" if outcome else ""))

    def _suggest(self, state: State, sent: Fields) -> Answer:
        kind, found = state.kinds["timeline"], propose_dates(self.root)
        outcome = save(self.root, kind.path, state.sum(kind.path), lambda text: add_lines(text, proposals.HEAD, found))
        if outcome.done:
            return Answer(303, location=PLACE + "cards")
        return Answer(outcome.status, self._told(Draft(kind, NEW, "", {}), outcome, -1))


Page = Callable[[Desk, State, Fields], bytes]
Write = Callable[[Desk, State, Fields], Answer]
PAGES: dict[str, Page] = {"": Desk._home, "cards": Desk._cards, "text": Desk._text, "text/form": Desk._text_form}
PAGES["publish"] = Desk._publish
WRITES: dict[str, Write] = {"text/save": Desk._save_text, "undo": Desk._undo, "suggest": Desk._suggest}


def _back(sent: str | None) -> str:
    """Return where the browser goes after a write, if it is a page of the site or the cards."""
    return sent if sent and (sent == "cards" or _PAGE.fullmatch(sent)) else ""


def _address(back: str, otherwise: str) -> str:
    return PLACE + (back or otherwise) if back in ("", "cards") else f"/{back}"


def _page_of(state: State, sent: Fields) -> tuple[int, Manuscript | None]:
    number = sent.get("page", "")
    at = int(number) if number.isascii() and number.isdecimal() and len(number) < 6 else -1
    return (at, state.pages[at]) if 0 <= at < len(state.pages) else (-1, None)
