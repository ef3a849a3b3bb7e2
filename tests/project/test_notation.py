from gapmark.project.notation import load_notation


def test_a_sites_own_marks_come_first():
    own = {"mark": "[x]", "reason": "cut", "unit": "", "run": False, "apart": False, "gap": "ask"}
    notation = load_notation([own])
    assert (notation.marks[0].mark, notation.marks[0].gap, notation.own) == ("[x]", "ask", 1)
    assert notation.marks[1:] == load_notation().marks


def test_words_mean_one_thing_in_their_place():
    forms = [(place, form) for place, _, form in load_notation().words]
    assert not {form for form in forms if forms.count(form) > 1}
    assert all(form == form.lower() for _, form in forms)
