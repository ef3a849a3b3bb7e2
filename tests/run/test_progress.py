"""How far a run is."""

from gapmark.run.progress import NOW, begin, counted


def test_a_step_begins_with_nothing_done(monkeypatch):
    heard = []
    monkeypatch.setattr(NOW, "listener", heard.append)
    list(counted("abc"))
    begin("writing")
    assert (NOW.step, NOW.done, NOW.total, heard) == ("writing", 0, 0, ["writing"])


def test_items_are_counted_when_they_are_done():
    assert [(item, NOW.done, NOW.total) for item in counted("abc")] == [("a", 0, 3), ("b", 1, 3), ("c", 2, 3)]
    assert NOW.done == 3
