"""One entry of a list is written, changed or removed; nothing else in the file may read different afterwards (pure)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from gapmark.desk.kinds import Item, Kind, find_items, read_root
from gapmark.desk.list_text import NotAListError, add_entry, change_entry, plain_value, remove_entry
from gapmark.desk.value_text import Value
from gapmark.problems.errors import GapmarkError, failure
from gapmark.receive.additions import extended
from gapmark.yamltext.records import Entry


def edit_entry(kind: Kind, text: str, key: str, item: Item | None, values: Mapping[str, Value] | None) -> str:
    """Return the file with a new entry under `key`, where `item` is None, or with `item` changed.

    Without values the item is removed. Raises GapmarkError where the file's form does not allow it.
    """
    root = read_root(text, kind.path)
    wanted = _with(_entries(kind, text), key, item, values)
    try:
        if item is None:
            changed = _as_stated(kind, add_entry(text, root, key, values or {}), key)
        elif values is None:
            changed = remove_entry(text, root, key, item.number)
        else:
            changed = change_entry(text, item.entry, values)
        if _entries(kind, changed) != wanted:
            raise _refused(kind)
    except (NotAListError, GapmarkError) as error:
        raise _refused(kind) from error
    return changed


def _refused(kind: Kind) -> GapmarkError:
    hint = "write it with one entry under the other, each beginning with - , and nothing after the last"
    return failure("X003", kind.path, "has a form in which the desk can't change this entry alone", hint)


Entries = dict[str, list[dict[str, Value]]]
"""The words of all entries of a kind by the key of their list."""


def _entries(kind: Kind, text: str) -> Entries:
    found: Entries = {}
    for item in find_items(kind, text):
        found.setdefault(item.key, []).append(_plain(item.entry))
    return found


def _plain(entry: Entry) -> dict[str, Value]:
    parts = entry.value if isinstance(entry.value, dict) else {}
    return {key: value for key, part in parts.items() if (value := plain_value(part))}


def _with(entries: Entries, key: str, item: Item | None, values: Mapping[str, Value] | None) -> Entries:
    own = entries.setdefault(key, [])
    given = {name: _shorter(value) for name, value in (values or {}).items()}
    if item is None:
        own.append({name: value for name, value in given.items() if value})
    elif values is None:
        del own[item.number]
    else:
        own[item.number] = {name: value for name, value in {**own[item.number], **given}.items() if value}
    return {name: there for name, there in entries.items() if there}


def _shorter(value: Value) -> Value:
    return {key: word for key, word in value.items() if word} if isinstance(value, Mapping) else value


def _as_stated(kind: Kind, text: str, key: str) -> str:
    """Take a field that has a value now from the list of those that the text does not state."""
    root = read_root(text, kind.path)
    part = root.value.get("not_stated") if kind.name == "facts" and isinstance(root.value, dict) else None
    names: Sequence[str] = [name.text for name in part.value] if part and isinstance(part.value, tuple) else ()
    if key not in names:
        return text
    return change_entry(text, root, {"not_stated": tuple(name for name in names if name != key)})


def add_lines(text: str, head: str, entries: Sequence[str]) -> str:
    """Return the file with entries at its end that are YAML already, as `suggest` adds them."""
    end = "\r\n" if "\r\n" in text else "\n"
    longer = extended((text or head.format(program="gapmark")).replace("\r\n", "\n"), entries).replace("\n", end)
    return longer if entries else text
