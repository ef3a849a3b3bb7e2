"""Everything is read by one call, and what is wrong comes in the record."""

import pytest

from gapmark.project.load import load_project


def test_the_date_of_finished_files(project, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert load_project(project).moment == 1_700_000_000
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    assert load_project(project).moment is None


@pytest.mark.parametrize("written", ["today", "-1", "1e9", "99999999999"])
def test_a_date_that_is_none(project, monkeypatch, gapmark, written):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", written)
    code, _, err = gapmark("build")
    assert code == 2
    assert f'SOURCE_DATE_EPOCH: error C007: the environment variable is no date: "{written}"\n  hint: set' in err
