"""The words of the interface: a language file of gapmark/defaults/languages/, and what a site puts over it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

from gapmark import CONTENT
from gapmark.problems.location import Location, Problem
from gapmark.problems.nearest import nearest
from gapmark.project.folder import DEFAULTS, Folder
from gapmark.project.settings import read_yaml
from gapmark.run.memo import keep, share
from gapmark.yamltext.records import Entry
from gapmark.yamltext.values import Yaml

LANGUAGES = DEFAULTS / "languages"
FORM = "write it in the form it has in gapmark/defaults/languages/en.yaml"
Phrase = str | dict[str, str]
"""A phrase, or its plural forms by category."""
Phrases = dict[str, Phrase]
"""Phrases by dotted key."""
NAME = re.compile(r"\{(\w+)\}")
"""A value to be filled into a phrase is `{name}`; no phrase has other braces."""

CHOICES = {"direction": ("ltr", "rtl"), "list.labels": ("lower", "as_is")}
"""Kinds of phrases that no page shows."""

CATEGORIES = frozenset({"zero", "one", "two", "few", "many", "other"})
"""The plural categories of the Unicode CLDR: a group of these keys is one phrase."""


def load_language(folder: Folder, code: str) -> tuple[Phrases, list[Problem]]:
    """Return the phrases of a language by dotted key, with the site's own in content/language.yaml put over them."""
    own = f"{CONTENT}/language.yaml"
    known = sorted(path.stem for path in LANGUAGES.glob("*.yaml"))
    complete = default_phrases("en")
    phrases = default_phrases(code) if code in known else {}
    problems: list[Problem] = []
    if own in folder:
        yaml = read_yaml(folder, own, "C006")
        phrases = phrases | _phrases(yaml, complete)
        problems += yaml.problems
    missing = [key for key in complete if key not in phrases]
    if missing:
        where = Location(own if own in folder else f"{CONTENT}/site.yaml")
        hint = f"add the phrases to {CONTENT}/language.yaml (languages that are complete: {', '.join(known)})"
        shown = ", ".join(missing[:5]) + (" and others" if len(missing) > 5 else "")
        problems.append(Problem("C006", "error", f'language "{code}" lacks: {shown}', where, hint))
    return complete | phrases, problems


def default_phrases(code: str) -> Phrases:
    """Return the phrases of one of gapmark's own languages."""
    return share(read_phrases, LANGUAGES / f"{code}.yaml", of=code)


def read_phrases(path: Path) -> Phrases:
    """Return the phrases of a file of gapmark's own, by dotted key."""
    return keep(_parse_phrases, path.read_text("utf-8"), path.name)


def _parse_phrases(text: str, name: str) -> Phrases:
    return _phrases(Yaml(text, name, "C006"), {})


def _phrases(yaml: Yaml, complete: Phrases) -> Phrases:
    """Return the phrases of a file. Note and leave out those that would not fit in the place of a phrase of
    `complete`."""
    found: Phrases = {}
    for key, entry in flatten(yaml.root).items():
        forms = entry.value
        phrase = {form: e.text for form, e in forms.items()} if isinstance(forms, dict) else entry.text
        wrong = _misfit(key, phrase, complete.get(key, phrase)) if key else "has no keys"
        if wrong:
            yaml.error(entry.where, f'"{key}" {wrong}' if key else f"the file {wrong}", FORM)
        else:
            found[key] = phrase
            yaml.problems += _unknown(key, entry.where, complete)
            yaml.problems += _wrong_names(key, entry, complete.get(key))
    return found


def _misfit(key: str, phrase: Phrase, model: Phrase) -> str:
    """Return why a phrase can't stand in the place of `model`; empty where it can."""
    if isinstance(phrase, dict):
        wrong = "" if phrase.get("other") else 'has no form "other"'
        return wrong if isinstance(model, dict) else "has no forms"
    if phrase not in CHOICES.get(key, (phrase,)):
        return f"is neither {' nor '.join(CHOICES[key])}"
    return "must have ten digits" if key == "numbers.digits" and len(phrase) != 10 else "" if phrase else "is empty"


def _unknown(key: str, where: Location, complete: Phrases) -> Iterator[Problem]:
    """Yield a key that looks like a slip. Others may be phrases for templates of the site's own."""
    known = nearest(key, complete, likeness=0.8) if complete and key not in complete else ""
    if known:
        message = f'no page of gapmark\'s own uses the phrase "{key}"'
        yield Problem("C006", "warning", message, where, f'did you mean "{known}"?')


def _wrong_names(key: str, entry: Entry, model: Phrase | None) -> Iterator[Problem]:
    """Return what is wrong with the names in a phrase: they should be those of the English one, `model`."""
    english = model["other"] if isinstance(model, dict) else model
    for form, part in entry.value.items() if isinstance(entry.value, dict) else [("other", entry)]:
        may_lack = set() if form == "other" else {"n"}
        level, wrong = _wrong_name(part.text, english, may_lack)
        if wrong:
            hint = "write a name in braces, such as {n}" if english is None else f"in English it is: {english}"
            yield Problem("C006", level, f'"{key}" {wrong}', part.where, hint)


def _wrong_name(text: str, english: str | None, may_lack: set[str]) -> tuple[Literal["error", "warning"], str]:
    names, known = set(NAME.findall(text)), set(NAME.findall(english or ""))
    if set(NAME.sub("", text)) & set("{}"):
        return "error", "has a brace without its mate"
    if english is not None and names - known:
        return "error", f"has {_braced(names - known)}, which nothing fills in"
    lost = known - names - may_lack
    return "warning", f"leaves out {_braced(lost)}" if lost else ""


def _braced(names: set[str]) -> str:
    return ", ".join(f"{{{name}}}" for name in sorted(names))


def flatten(entry: Entry, prefix: str = "") -> dict[str, Entry]:
    """Return a file of phrases by dotted key; a group of plural forms is one phrase."""
    if not isinstance(entry.value, dict) or (entry.value and CATEGORIES.issuperset(entry.value)):
        return {prefix: entry} if prefix or entry.value else {}
    flat: dict[str, Entry] = {}
    for key, child in entry.value.items():
        flat.update(flatten(child, f"{prefix}.{key}" if prefix else key))
    return flat
