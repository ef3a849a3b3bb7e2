"""Turns YAML text into PyYAML's nodes, and explains to editors what is wrong with a text that is no YAML."""

from __future__ import annotations

import contextlib
import re
from typing import Any

import yaml

from gapmark.problems.location import line_and_column
from gapmark.yamltext.mistakes import WHOLE, find_cure

DEEPEST = 20
"""The most levels of nesting; our deepest file has five."""
_UNSURE = re.compile("[\t!\ufeff\x85\u2028\u2029]|^---|(?:^|\\s)[?]|[|>][-+\\d]*#", re.M)
"""What PyYAML's two parsers read in different ways; they do so with a question mark in brackets, too."""
_DANGEROUS = re.compile(r"(?:^|[\s,:?\[{-])[*&]|(?:- +){20}|^ {20}", re.M)
"""What may be an alias or nested without end: the parser that can stop in time reads it."""


class YamlError(Exception):
    """A text is no YAML that we read. Has a message, a hint, and line and column, both counted from 1."""

    def __init__(self, message: str, hint: str, line: int = 1, column: int = 1) -> None:
        super().__init__(f"can't be read as YAML: {message}")
        self.hint, self.line, self.column = hint, line, column


def compose(text: str) -> yaml.Node | None:
    """Return the tree of a text; None where it is empty. Raise YamlError where it is no YAML.

    libyaml reads it, which is eight times as fast as PyYAML's own parser. What libyaml refuses or reads in another way
    is read by PyYAML's parser, so that messages and places are the same where there is no libyaml.
    """
    if yaml.__with_libyaml__ and _is_plain(text):
        with contextlib.suppress(yaml.YAMLError, ValueError):  # ValueError: half a character
            return yaml.compose(text, Loader=yaml.CSafeLoader)
    try:
        return yaml.compose(text, Loader=_Loader)
    except yaml.reader.ReaderError as problem:
        place = line_and_column(text, problem.position)
        message = f"the character U+{problem.character:04X}, which no page can hold"
        raise YamlError(message, "leave it out", *place) from None
    except yaml.MarkedYAMLError as problem:
        raise _explained(problem, text) from None
    except (ValueError, OverflowError) as problem:
        raise YamlError(str(problem), r"a value in double quotation marks has a \U that is no character") from None


def _is_plain(text: str) -> bool:
    depth = deepest = 0
    for bracket in re.findall(r"[\[\]{}]", text):
        depth = max(depth + (1 if bracket in "[{" else -1), 0)
        deepest = max(depth, deepest)
    return deepest < DEEPEST and not (_UNSURE.search(text) or _DANGEROUS.search(text) or (deepest and "?" in text))


class _Loader(yaml.SafeLoader):
    """Stops at the first alias and where brackets are nested too deep, before either takes long."""

    depth = 0

    def fetch_flow_collection_start(self, token: Any) -> None:
        """Begin a bracket. Check the depth here: all brackets are read before the first one becomes a node."""
        if self.flow_level > DEEPEST:
            raise yaml.MarkedYAMLError(problem=_DEEP, problem_mark=self.get_mark())
        super().fetch_flow_collection_start(token)

    def compose_node(self, parent: yaml.Node | None, index: Any) -> yaml.Node | None:
        mark = self.peek_event().start_mark  # type: ignore[no-untyped-call]
        if self.depth > DEEPEST:
            raise yaml.MarkedYAMLError(problem=_DEEP, problem_mark=mark)
        if self.check_event(yaml.AliasEvent):
            raise yaml.MarkedYAMLError(problem=_ALIAS, problem_mark=mark)
        self.depth += 1
        node = super().compose_node(parent, index)
        self.depth -= 1
        return node


def _explained(problem: yaml.MarkedYAMLError, text: str) -> YamlError:
    """Return an error that names the line to mend and how; else PyYAML's words at the place where it stopped."""
    mark: Any = problem.problem_mark or problem.context_mark
    opened = _opened(text, mark.line)
    begun = problem.context_mark if (problem.context or "").startswith("while scanning a quoted scalar") else opened
    no_syntax = problem.problem in (_DEEP, _ALIAS)
    found = None if no_syntax else find_cure(text.split("\n"), mark.line, begun.line if begun else -1, _breaks)
    if found:
        line, cure = found
        return YamlError(cure.message, cure.hint, line + 1, cure.column)
    if problem.context == "while scanning a quoted scalar" and problem.problem == "found unexpected end of stream":
        mark, words = problem.context_mark, "the quotation mark that is opened here is never closed"
    elif opened:
        mark, words = opened, f"the quotation mark that is opened here is closed on line {mark.line + 1} only"
    else:
        words = " ".join(filter(None, (problem.problem, problem.context)))
        sign = _BAD_START.search(words)
        words = (_TAB if sign[1] == r"\t" else f"{sign[1]} begins a value") if sign else words
    otherwise = "compare the line and the one above it with the examples that gapmark docs prints"
    hint = next((hint for sign, hint in _HINTS if sign in words), otherwise)
    return YamlError(words, hint, mark.line + 1, mark.column + 1)


def _breaks(text: str) -> int:
    """Return the line, from 0, at which a text stops being YAML; WHOLE for all of it, -1 where it ends too soon."""
    try:
        yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as problem:
        mark: Any = problem.problem_mark or problem.context_mark
        return -1 if mark.index >= len(text) else int(mark.line)
    except (yaml.YAMLError, ValueError, OverflowError):
        return -1
    return WHOLE


def _opened(text: str, line: int) -> Any:
    """Return the place where a value in quotation marks begins that ends on a later line, `line`; None where none does.

    Mostly its quotation mark was never closed.
    """
    with contextlib.suppress(yaml.YAMLError):
        for token in yaml.scan(text, Loader=_Loader):
            if token.start_mark.line > line:
                break
            quoted = isinstance(token, yaml.ScalarToken) and token.style in ("'", '"')
            if quoted and token.start_mark.line < token.end_mark.line == line:
                return token.start_mark
    return None


_BAD_START = re.compile(r"found character '(.+)' that cannot start any token")
_TAB = "a tab stands where only spaces can"
_DEEP, _ALIAS = "nested too deep", "a value that refers to another (*)"
_HINTS = (
    ("the quotation mark that is opened here", "close it where the value ends"),
    (
        "sequence entries are not allowed",
        'begin the entry, with its "- ", on a line of its own, indented under the key',
    ),
    ("mapping values are not allowed", 'put the value in quotation marks: words with ": " in them need them'),
    (_TAB, "use spaces, not tabs"),
    (" begins a value", "put the value in quotation marks"),
    ("could not find expected ':'", 'each line needs "key: value"; a long text is indented under its key'),
    ("expected <block end>", "put the keys of one group in one column, under each other"),
    ("expected ',' or", "close the bracket, or put a value that begins with [ or { in quotation marks"),
    ("found unexpected end of stream", "a quotation mark or a bracket is opened here and never closed"),
    ("undefined alias", "put a value that begins with * in quotation marks"),
    (_ALIAS, "write the value out here, or put one that begins with * in quotation marks"),
    ("found undefined tag", "put a value that begins with ! in quotation marks"),
    (_DEEP, "take some of the brackets or indents away"),
)
