"""Documents as plain text."""

import re

import pytest
from helpers.documents import document

from gapmark.command.documents import CODE, DOCUMENTS, WIDTH, plain_lines
from gapmark.problems.errors import DONE, USAGE


@pytest.mark.parametrize("name", DOCUMENTS)
def test_a_document_is_printed_as_plain_text(name, gapmark):
    code, out, _ = gapmark("docs", name)
    assert code == DONE
    assert out.splitlines()[0] == document(name).splitlines()[0].removeprefix("# ")
    prose = re.sub(r"`[^`]*`|^    .*$", "", out, flags=re.M)
    assert not re.findall(r"^#|^\||\*\*|\]\(|^```", prose, re.M)
    wide = [line for line in out.splitlines() if len(line) > WIDTH and not line.startswith(CODE)]
    assert not [line for line in wide if " " in line.strip()], "only one long word may be wider"


def test_a_name_that_is_no_document(gapmark):
    code, _, err = gapmark("docs", "refrence")
    assert (code, 'did you mean "reference"?' in err) == (USAGE, True)


def test_words_are_wrapped_and_links_are_named():
    text = "# A\n\n- one [two](look.md#x)\n  **three** [four](https://a.org/) [five](#x)\n"
    assert [*plain_lines(text)] == ["A", "=", "", "- one two (gapmark docs look) three four (https://a.org/) five"]
    assert [*plain_lines(f"1. {'word ' * 20}\n")] == [f"1. {'word ' * 15}".rstrip(), f"   {'word ' * 5}".rstrip()]


def test_a_row_of_a_table_is_a_cell_and_what_is_said_of_it():
    assert [*plain_lines("| a | b | c |\n|---|---|---|\n| `d` | e | f |\n")] == ["a", "    b; c", "`d`", "    e; f"]


def test_code_stays_as_it_is():
    text = "1. item\n\n       **code**\n\n```sh\n| a | b |\n\n# c\n```\n"
    assert [*plain_lines(text)] == ["1. item", "", "       **code**", "", "    | a | b |", "", "    # c"]
