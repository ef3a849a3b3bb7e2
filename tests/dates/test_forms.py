"""The forms of date expressions."""

from pathlib import Path

import pytest

from gapmark.dates.forms import FORMS, SIGNS, forms_for

CASES = (Path(__file__).parent.parent / "cases" / "dates.txt").read_text("utf-8").split("\n\n")[1:]
ERA_BESIDE = "year without its era"
"""Its match counts only where another year has an era."""
TEXTS = [case.strip("\n").split("\n")[1] for case in CASES]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_every_form_finds_its_example(form):
    alone = form.name.endswith("alone") or form.follows
    match = form.pattern.search(form.example if alone else f"Then {form.example}, it was.")
    assert match
    assert match[0] in form.example
    assert form.kind == "stated" or form.follows or match[0] == form.example
    assert form in forms_for(form.example) or form.name == ERA_BESIDE


def test_a_form_whose_signs_are_missing_has_no_match():
    for text in TEXTS:
        tried = forms_for(text)
        missed = [form.name for form in FORMS if form not in tried and form.pattern.search(text)]
        assert {*missed} <= {ERA_BESIDE}


def test_most_forms_are_left_alone_where_their_signs_are_missing():
    assert {need for form in FORMS for need in form.needs} == {*SIGNS}
    assert [form.kind for form in forms_for("nothing of the kind")] == [f.kind for f in FORMS if not f.needs]
    assert "day and month" not in [form.name for form in forms_for("in 1813")]
    names = [form.name for form in forms_for("On 6 February and in March")]
    assert names == ["day and month", "month", "weekday"]
