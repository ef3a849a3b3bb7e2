"""Paragraphs of a page's file, and the file with another one in its place."""

import pytest

from gapmark.desk.paragraphs import change_paragraph, find_paragraphs

PAGE = "---\ntitle: A\n---\n\nOne\ntwo.\n\n\n## Three\n\nFour [gap 1]."


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", ["", "\ufeff"])
def test_a_paragraph_is_changed_and_no_other_line(mark, end):
    page = (mark + PAGE).replace("\n", end)
    first, second, third = find_paragraphs(page, 4)
    assert (first.text, second.text, third.text) == ("One\ntwo.", "## Three", "Four [gap 1].")
    assert (first.first_line, first.last_line) == (5, 6)
    assert change_paragraph(page, second, "## Trois\r\n") == page.replace("Three", "Trois")
    changed = change_paragraph(page, first, "Uno\r\n\r\ndue  \ntre \n")
    assert changed == page.replace(f"One{end}two.", f"Uno{end}{end}due  {end}tre")
    assert change_paragraph(page, first, " \n") == page.replace(f"One{end}two.{end}{end}", "")
