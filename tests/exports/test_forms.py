"""The other forms of a site: which there are, and which a site has."""

from gapmark.exports.forms import EXPORTS, chosen_forms, make_exports


def test_all_are_made_but_those_that_are_left_out():
    names = [export.form.name for export in EXPORTS]
    assert [form.name for form in chosen_forms({})] == names
    assert [form.name for form in chosen_forms({"epub": False, "tei": True})] == [n for n in names if n != "epub"]


def test_a_site_has_the_files_of_its_forms_in_their_order(sample_site):
    assembled = sample_site.site
    pages = [file for file in sample_site.files if file.path.endswith(".html") and file.path != "edition.html"]
    made = [file.path for file in make_exports(assembled, pages)]
    assert made == [path for form in assembled.forms for path in form.paths]
    few = assembled._replace(forms=tuple(form for form in assembled.forms if form.name == "tables"))
    assert [file.path for file in make_exports(few, pages)] == [*few.forms[0].paths]
