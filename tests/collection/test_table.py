import pytest

from gapmark.collection.table import append_rows, emptied, new_table, read_table

ROWS = [
    {"id": "1", "title": 'The "old", town', "title_from": "opening", "date": "-0489", "date_words": "in 490 BC"},
    {"id": "2", "title": "Ulm\nand Bari"},
]


def test_what_is_written_is_read_again():
    table = read_table(new_table(ROWS))
    assert not table.problems
    assert [(row.title, row.date) for row in table.rows.values()] == [
        ('The "old", town', "-0489"),
        ("Ulm\nand Bari", ""),
    ]
    assert b"'-0489" in new_table(ROWS)


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_spreadsheets_of_all_countries_are_read(separator, end):
    lines = (("title", "id", "note"), ("Ulm", "1", "mine"), ("", "", ""))
    text = end.join(separator.join(line) for line in lines)
    (row,) = read_table(f"\ufeff{text}{end}".encode()).rows.values()
    assert (row.id, row.title, row.more, row.included) == ("1", "Ulm", (("note", "mine"),), True)


@pytest.mark.parametrize(
    ("cell", "column", "message"),
    [
        ("08/02/1943", "date", "can be read in several ways"),
        ("8-Feb-43", "date", "can be read in several ways"),
        ("1943-13", "date", "is none"),
        ("XXXX-02-08", "date", "has no year"),
        ("openin", "title_from", "title_from is"),
        ("perhaps", "include", "include is"),
    ],
)
def test_a_wrong_cell_is_named_with_its_place_and_left_out(cell, column, message):
    table = read_table(f'id,title,{column}\n1,"two\nlines",\n2,Ulm,{cell}\n'.encode())
    (problem,) = table.problems
    assert message in problem.message
    assert (str(problem.where), problem.event) == ("events.csv:4:7", "2")
    assert problem.hint
    assert getattr(table.rows["2"], column) == ""
    assert table.rows["2"].title == "Ulm"


def test_a_row_that_comes_twice_is_not_published():
    table = read_table(b"id,title\n1,a\n2,b\n1,c\n,d\n")
    assert (*table.rows,) == ("2",)
    assert [problem.where.line for problem in table.problems] == [2, 5]


def test_a_table_without_ids_is_none():
    table = read_table(b"title\nUlm\n")
    assert (table.rows, len(table.problems)) == ({}, 1)


def test_odd_quotation_marks_end_no_run():
    assert (*read_table(b'id,title\n1,"open\n2,a"b\n').rows,) == ("1", "2")


def test_rows_are_added_and_none_is_touched():
    before = b"note;id;title\nmine; 1 ;Ulm"
    after = append_rows(before, read_table(before), ROWS[1:])
    assert after == before + b'\n;2;"Ulm\nand Bari"\n'


def test_a_row_without_a_cell():
    (row,) = read_table(b"id,title\n1,Ulm\n").rows.values()
    assert emptied(row, ["title"]).title == ""
    assert str(row.locate("date")) == "events.csv:2:1"
