"""What templates can use, read from the records that they get: the tables of gapmark/docs/look.md."""

import ast
import inspect
import typing

from gapmark.language.phrases import Language
from gapmark.site.citation import Citation
from gapmark.site.template_context import FinishedSite, Site, Text

ROOTS = (Site, Text, Citation, FinishedSite)
KINDS = {"str": "text", "int": "number", "bool": "true or false", "Markup": "HTML", "float": "number", "object": "text"}


def parts_of(hint):
    arguments = typing.get_args(hint)
    return [part for argument in arguments for part in parts_of(argument)] if arguments else [hint]


def records():
    """Every record that a template can get at, in the order in which one leads to the other."""
    found, waiting = [], [*ROOTS]
    while waiting:
        record = waiting.pop(0)
        if record in found:
            continue
        found.append(record)
        hints = [part for hint in typing.get_type_hints(record).values() for part in parts_of(hint)]
        waiting += [part for part in hints if hasattr(part, "_fields")]
    return found


def kind(node):
    """A type in words: `tuple[Part, ...]` as list of Part."""
    if isinstance(node, ast.BinOp):
        sides = (kind(node.left), kind(node.right))
        return " or ".join(side for side in sides if side)
    if isinstance(node, ast.Subscript):
        words = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        named = [kind(word) for word in words if not isinstance(word, ast.Constant)]
        return f"{named[1]} by {named[0]}" if ast.unparse(node.value) in ("dict", "Mapping") else f"list of {named[0]}"
    name = ast.unparse(node)
    return KINDS.get(name, "nothing" if name == "None" else name)


def said(text):
    """A docstring in one line, as a cell."""
    return " ".join((text or "").split("\n\n")[0].split()).replace("|", r"\|")


def rows(record):
    """Name, kind and meaning of each field, property and method that has no underscore."""
    body = ast.parse(inspect.getsource(record)).body[0].body
    for node, after in zip(body, [*body[1:], None], strict=True):
        if isinstance(node, ast.AnnAssign):
            documented = isinstance(after, ast.Expr) and isinstance(after.value, ast.Constant)
            yield node.target.id, kind(node.annotation), said(after.value.value if documented else "")
        elif isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            words = [argument.arg for argument in node.args.args[1:]]
            words += [f"*{node.args.vararg.arg}"] if node.args.vararg else []
            plain = any(ast.unparse(decorator) == "property" for decorator in node.decorator_list)
            name = node.name if plain else f"{node.name}({', '.join(words)})"
            yield name, kind(node.returns), said(ast.get_docstring(node))


def tables():
    """The Markdown of all tables."""
    made = []
    for record in (*records(), Language):
        lines = [f"| `{name}` | {kind} | {meaning} |\n" for name, kind, meaning in rows(record) if kind != "Element"]
        head = "| name | kind | meaning |\n|---|---|---|\n"
        made.append(f"### {record.__name__}\n\n{said(record.__doc__)}\n\n{head}{''.join(lines)}")
    return "\n".join(made)
