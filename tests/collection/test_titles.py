import pytest

from gapmark.collection.titles import FIRST_WORDS, OPENING, find_date, find_name, read_opening

NAMES = {
    "The Battle of Ulm was won in 1805.": "Battle of Ulm",
    "The Raid on Ulm, also called the Ulm affair, was short.": "Raid on Ulm",
    "In the War of the Isles, the Second Battle of Ulm ended it.": "Second Battle of Ulm",
    "In 733, the army met a force. This is known as the 733 Ulm uprising.": "733 Ulm uprising",
    "Captain Pedro Kovacs was a commander who is remembered for the Siege of Ulm, fought in 1805.": "Siege of Ulm",
    "The Action of 18 November 1809 was the last.": "Action of 18 November 1809",
    "Operation Barbarossa (June 1941) was the code name.": "Operation Barbarossa",
    "The Battle of the Bulge took place in winter.": "Battle of the Bulge",
}
NO_NAMES = (
    "Operation Wunderland-type raids apart, the sea stayed calm.",
    "Captain Pedro Kovacs was born in 1805.",
    "Pedro Kovacs was a Portuguese commander.",
    "During World War II, the German offensive came late.",
    "The Battle of [gap 1] was fought in 1813.",
    "He was there when it fell.",
    "",
)


@pytest.mark.parametrize("opening", NAMES)
def test_the_name_is_found(opening):
    assert find_name(opening) == NAMES[opening]
    assert read_opening(opening, "7").title_from == OPENING


@pytest.mark.parametrize("opening", NO_NAMES)
def test_no_name_is_made_up(opening):
    assert find_name(opening) == ""
    assert read_opening(opening, "7").title_from == FIRST_WORDS


def test_first_words_stand_for_a_title():
    assert read_opening("It fell [gap 1] and never rose, they say, before noon.", "7").title == (
        "“It fell […] and never rose, they say, …” (7)"
    )
    assert read_opening("", "7").title == "7"


def test_a_name_in_a_third_sentence_is_not_taken():
    assert read_opening("It rained. It fell. The Siege of Ulm began.", "7").title_from == FIRST_WORDS


@pytest.mark.parametrize(
    ("sentence", "name", "edtf"),
    [
        ("The Battle of Ulm was won in 1805.", "Battle of Ulm", "1805"),
        ("In 1799 began what the Battle of Ulm ended on 5 May 1805.", "Battle of Ulm", "1805-05-05"),
        ("In 490 BC it fell.", "", "-0489"),
        ("On 10 October they met.", "", None),
        ("They met in 18 [gap 1] at dawn.", "", None),
    ],
)
def test_the_date_of_the_first_sentence(sentence, name, edtf):
    found = find_date(sentence, name)
    assert (found.edtf if found else None) == edtf
    assert not found or found.words in sentence
