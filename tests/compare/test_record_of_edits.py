"""A small run of the judge: single edits of every kind, and batches of them, are recorded as what they were."""

import pytest
from helpers.edits import read_texts
from judge.changes import batches, judge_batch, shown, singles


@pytest.mark.slow
def test_single_edits_are_recorded_as_done():
    wrong = [f"{what}\n{shown([edit], record)}" for edit, record, what in singles(read_texts(), 126, 7) if what]
    assert not wrong, "\n".join(wrong)


def test_batches_of_edits_are_recorded_as_done():
    judged = [(*judge_batch(edits, record), edits, record) for edits, record in batches(read_texts(), 18, 7)]
    wrong = [shown(edits, record) for missed, extra, edits, record in judged if missed or extra]
    assert not wrong, "\n".join(wrong)
