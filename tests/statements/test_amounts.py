"""Numbers in prose, and what an editor makes of them."""

import pytest
from helpers.statements import quotations

from gapmark.problems.location import Location
from gapmark.statements.amounts import check_amounts, read_amounts
from gapmark.statements.passages import read_passage

READ = {
    "9,000 men": [(9000, "")],
    "1,187,176 and 9.000 and 3.5": [(1187176, ""), (9000, ""), (3.5, "")],
    "2,5": [(2.5, "")],
    "1.2.3": [(123, "")],
    "at least 1.5 million": [(1500000, "at least")],
    "Seven soldiers": [(7, "")],
    "twenty-one": [(21, "")],
    "twenty one": [(21, "")],
    "thirty, forty, fifty, sixty, seventy, eighty, ninety": [(n, "") for n in range(30, 91, 10)],
    "one two three four five six seven eight nine ten": [(n, "") for n in range(1, 11)],
    "eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen": [(n, "") for n in range(11, 20)],
    "a pair, a couple, twice, once, a single": [(2, ""), (2, ""), (2, ""), (1, ""), (1, "")],
    "two billion": [(2 * 10**9, "")],
    "a dozen ships, two three-inch guns": [(12, ""), (2, ""), (3, "")],
    "two dozen": [(24, "")],
    "fifteen hundred and six": [(1506, "")],
    "two hundred and fifty thousand": [(250000, "")],
    "one million two hundred thousand": [(1200000, "")],
    "two thousand three hundred and four": [(2304, "")],
    "a hundred": [(100, "")],
    "both": [(2, "")],
    "zero": [(0, "")],
    "1572-73": [(1572, ""), (1573, "")],
    "1572–1573": [(1572, ""), (1573, "")],
    "12-14 and 112/15": [(12, ""), (14, ""), (112, ""), (115, "")],
    "5,000-600": [(5000, ""), (600, "")],
    "hundreds of men, the 43rd, 1st, 2nd and 4th, some men, freighted, tents": [],
    "about 9,000": [(9000, "about")],
    "Some 12,000": [(12000, "about")],
    "c. 1813, ca. 1814, ~40": [(1813, "about"), (1814, "about"), (40, "about")],
    "an estimated 30": [(30, "about")],
    "100 or so": [(100, "about")],
    "40+ ships, 50 or more": [(40, "at least"), (50, "at least")],
    "no fewer than 12, not less than 13, a minimum of 14": [(12, "at least"), (13, "at least"), (14, "at least")],
    "more than a hundred, over the 200, in excess of 300": [(100, "more than"), (200, "more than"), (300, "more than")],
    "fewer than 12, under 13": [(12, "less than"), (13, "less than")],
    "up to 12, at most 13, as many as 14": [(12, "up to"), (13, "up to"), (14, "up to")],
    "nearly 2,000, almost two": [(2000, "nearly"), (2, "nearly")],
    "perhaps 30": [(30, "perhaps")],
    "more than a total of 12": [(12, "more than")],
    "moreover 12": [(12, "")],
    "9,000 + 1,000": [(9000, ""), (1000, "")],
    "3/4, three quarters, a third of it": [(0.75, ""), (0.75, ""), (1 / 3, "")],
    "half a million, half of them": [(500000, ""), (0.5, "")],
    "a victory of the fleet over 3,000, won over 40": [(3000, ""), (40, "")],
    "over £1,000": [(1000, "more than")],
}


@pytest.mark.parametrize("text", READ)
def test_what_is_read(text):
    assert [(amount.number, amount.qualifier) for amount in read_amounts(text)] == READ[text]


def test_an_amount_knows_its_words_and_its_place():
    (amount,) = read_amounts("So about 9,000 men")
    assert (amount.words, amount.start) == ("about 9,000", 9)
    (amount,) = read_amounts("So 40+ men")
    assert amount.words == "40+"


SOURCE = (
    "@@1 It was held by about 9,000 men and some 30 guns , at least 200 horses , a ship and seven boats . "
    "They had 12 mills , or about 12 , they say ."
)
QUOTATIONS = quotations((("Battle", SOURCE[4:].replace(" ,", ",").replace(" .", ".")),), source=SOURCE)
HERE = Location("content/facts.yaml", 2, 5)


def told(value, quote):
    passage = read_passage("", QUOTATIONS.find(quote), QUOTATIONS)
    return [(p.code, p.level, p.message) for p in check_amounts(value, HERE, passage)]


@pytest.mark.parametrize(
    ("value", "quote"),
    [
        ("about 9,000 men", "about 9,000 men"),
        ("around nine thousand soldiers", "about 9,000 men"),
        ("≥ 200 horses", "at least 200 horses"),
        ("200+ horses", "200 horses"),
        ("7 boats", "seven boats"),
        ("seven small boats", "a ship and seven boats"),
        ("one ship", "a ship"),
        ("12 mills", "They had 12 mills, or about 12"),
        ("about 12 mills", "They had 12 mills, or about 12"),
        ("men of the 43rd", "about 9,000 men"),
        ("many men", "about 9,000 men"),
    ],
)
def test_a_number_can_be_told_in_other_words(value, quote):
    assert told(value, quote) == []


@pytest.mark.parametrize(
    ("value", "quote", "message"),
    [
        (
            *("about 90,000 men", "about 9,000 men"),
            '"about 90,000 men" has the number "about 90,000", and the quoted words have "about 9,000"',
        ),
        ("8 boats", "seven boats", '"8 boats" has the number "8", and the quoted words have "seven"'),
        ("30 guns", "about 9,000 men", '"30 guns" has the number "30", and the quoted words have "about 9,000"'),
        ("2 ships", "a ship", '"2 ships" has the number "2", and the quoted words have none'),
        ("one boat", "seven boats", '"one boat" has the number "one", and the quoted words have "seven"'),
    ],
)
def test_a_number_that_is_not_in_the_quoted_words(value, quote, message):
    assert told(value, quote) == [("X032", "warning", message)]


@pytest.mark.parametrize(
    ("value", "quote", "said", "text"),
    [
        ("9,000 men", "about 9,000 men", "9,000", "about 9,000"),
        ("9,000 men", "9,000 men", "9,000", "about 9,000"),
        ("30 guns", "some 30 guns", "30", "some 30"),
        ("more than 200 horses", "at least 200 horses", "more than 200", "at least 200"),
        ("some seven boats", "seven boats", "some seven", "seven"),
    ],
)
def test_what_qualifies_a_number_is_kept(value, quote, said, text):
    assert told(value, quote) == [("X033", "warning", f'"{value}" says "{said}", and the text "{text}"')]
