"""Pages of the desk: every word is a phrase, every part of a form has its label."""

import re

import pytest

from gapmark.desk.kinds import NEW
from gapmark.desk.state import desk_language, look
from gapmark.desk.views import Draft, render, render_form


def test_every_part_of_every_form_has_a_label_that_is_a_phrase(sample):
    state = look(sample)
    for kind in state.kinds.values():
        html = render_form(state, "s", Draft(kind, NEW, "", {})).decode()
        ids = re.findall(r'<(?:input|select|textarea) id="([^"]+)"', html)
        assert sorted(ids) == sorted(re.findall(r'<label for="([^"]+)"', html))
        labels = re.findall(r"<label [^>]*>([^<]+?)(?: \*)?</label>", html)
        names = set(re.findall(r' name="([^"]+)"', html))
        assert not [label for label in labels if label in names], "a label is the bare name of its key"


def test_what_others_say_is_offered(sample):
    state = look(sample)
    html = render_form(state, "s", Draft(state.kinds["facts"], NEW, "", {})).decode()
    assert '<option value="opposition activists"></option>' in html
    assert html.count('<option value="rebels"></option>') == 1


@pytest.mark.parametrize("code", ["en", "de"])
def test_how_to_publish_is_told_in_steps(sample, code):
    html = render(look(sample)._replace(language=desk_language(code)), "s", "publish").decode()
    for word in ("GitHub Desktop", "Publish repository", "uploading an existing file", "GitHub Actions", "base_url"):
        assert word in html
    assert html.count("<li>") == 14
