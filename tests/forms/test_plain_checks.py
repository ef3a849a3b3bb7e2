from helpers.plain import read

from gapmark.forms.forms import check_source


def codes(text, name="a.txt"):
    return [problem.code for problem in check_source(read(text, name))]


def test_what_an_editor_is_told():
    assert codes("A [?] b.") == ["S140"]
    assert codes("THE NIGHT\n\nA b.") == ["S141"]
    assert codes("# The night\n\nA b.") == []
    assert codes("the north-\neast wall\n\nB.") == ["S142"]
    assert codes("1914-\n1918 and Al-\nHaffah\n\nB.") == []
    assert codes("| a |\n\nx[^1]\n\n[^1]: y", "a.md") == ["S143", "S143"]
    assert codes("| a |\n\nx[^1]\n\n[^1]: y") == []


def test_what_is_asked_shows_three_places_and_the_line_to_paste():
    (problem,) = check_source(read("One [?] two [?] three [?] four [?] five."))
    assert "It stands there 4 times" in problem.message
    assert problem.message.count('"') == 8
    assert '- {mark: "[?]", gap: true}  # or false: these are words' in problem.hint
