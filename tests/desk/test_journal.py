"""The journal: what was written, for a day, and no more than has room."""

from gapmark.desk import journal
from gapmark.desk.journal import add_to_journal, read_journal


def test_writes_are_read_in_their_order(project):
    assert read_journal(project) == ()
    add_to_journal(project, "content/a.yaml", None, "1")
    add_to_journal(project, "content/a.yaml", "1", "\ufeff2\r\n")
    assert [(line.before, line.after) for line in read_journal(project)] == [(None, "1"), ("1", "\ufeff2\r\n")]


def test_the_oldest_go_where_there_is_no_room(project, monkeypatch):
    monkeypatch.setattr(journal, "LARGEST", 150)
    for number in range(9):
        add_to_journal(project, "content/a.yaml", str(number), "x" * 20)
    assert [line.before for line in read_journal(project)] == ["7", "8"]


def test_lines_that_are_none_are_left_out(project):
    add_to_journal(project, "content/a.yaml", None, "1")
    path = project / ".desk" / "journal"
    path.write_text(
        '{}\n[1]\n"x"\nnull\n[1, 2, 3, 4]\n[9999999999, "../x", null, ""]\n' + path.read_text("utf-8") + '[9, "cont',
        "utf-8",
    )
    assert len(read_journal(project)) == 1
