from gapmark.collection.lists import century_of, index_name, year_of


def test_years_centuries_and_names():
    assert [year_of(date) for date in ("1943-02-08", "-0489", "19XX", "1805/1806", "")] == [
        *("1943", "-0489", "19XX", "1805", "")
    ]
    assert [century_of(year) for year in ("1900", "1901", "0100", "0001", "19XX", "0000", "-0099", "-0100")] == [
        *(19, 20, 1, 1, 20, -1, -1, -2)
    ]
    assert index_name("Battle of Safira") == ("Safira, Battle of", "s")
    assert index_name("The Great Fire") == ("Great Fire", "g")
