"""Limits for templates that never end: rounds of loops and calls of macros are counted."""

from __future__ import annotations

from threading import local

from jinja2 import nodes
from jinja2.compiler import CodeGenerator, Frame

MOST_ROUNDS = 3_000_000
"""Rounds of all loops and macros of a page: about three seconds. A list of 100,000 changes takes 2,200,000."""


class EndlessError(ValueError):
    """A page that takes too long to make."""


class _Here(local):
    """Counts the rounds of loops on the page that this thread makes."""

    rounds = 0


HERE = _Here()


def begin_round() -> None:
    """Count a round of a loop. Raise EndlessError past MOST_ROUNDS."""
    HERE.rounds += 1
    if HERE.rounds > MOST_ROUNDS:
        raise EndlessError(f"the loops and macros of the page go round more than {MOST_ROUNDS:,} times")


def begin_macro() -> None:
    """Count the call of a macro."""
    HERE.rounds += 4  # a call takes as long as so many rounds
    begin_round()


class CountingCode(CodeGenerator):
    """Works out no expression before a page is made: it may be one that fills the memory, and be named then. Has each
    round of a loop and each call of a macro counted: what goes on for ever and prints nothing would stop all else."""

    def _output_child_to_const(self, node: nodes.Expr, frame: Frame, finalize: CodeGenerator._FinalizeInfo) -> str:
        if not isinstance(node, nodes.TemplateData):
            raise nodes.Impossible
        return super()._output_child_to_const(node, frame, finalize)

    def visit_For(self, node: nodes.For, frame: Frame) -> None:  # noqa: N802 - jinja's name
        """Write the loop with a call at the beginning of its body; before the test, where it has one."""
        if node.test is None:
            self._count(node, "begin_round")
        else:
            node.test = nodes.Or(_call("begin_round"), node.test, lineno=node.lineno)
        super().visit_For(node, frame)

    def visit_Macro(self, node: nodes.Macro, frame: Frame) -> None:  # noqa: N802 - jinja's name
        """Write the macro with a call at its beginning: one that calls itself twice goes on as long as a loop."""
        self._count(node, "begin_macro")
        super().visit_Macro(node, frame)

    def _count(self, node: nodes.For | nodes.Macro, name: str) -> None:
        node.body.insert(0, nodes.ExprStmt(_call(name), lineno=node.lineno))


def _call(name: str) -> nodes.Call:
    return nodes.Call(nodes.EnvironmentAttribute(name), [], [], None, None)
