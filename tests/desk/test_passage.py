"""Words that were chosen on a page become a quotation of the source, by their addresses."""

import pytest

from gapmark.desk.passage import find_passage, line_of, proposed_values
from gapmark.desk.state import look
from gapmark.statements.quotations import Quotations


@pytest.fixture
def record(sample):
    return look(sample).record


def test_words_of_a_sentence(record):
    passage = find_passage(record, "s52", "s52", "Al-Nusra  and\nseveral")
    assert passage.words == "Al-Nusra and several"
    assert passage.quote.startswith("On 6 February 2013, violent clashes")
    assert passage.quote.endswith("areas of the city.")


def test_words_that_the_source_has_not_got_so_are_their_sentences(record):
    passage = find_passage(record, "s52", "w87", "words of a change")
    assert passage.words.startswith("On 6 February 2013")
    assert passage.words.endswith("reclaim the city.")


def test_a_quotation_runs_over_no_gap_and_can_be_proved(record):
    gap = next(at for at, word in enumerate(record.comparison.source.words) if word.gap)
    words = record.comparison.source.words
    passage = find_passage(record, f"w{words[gap - 2].token}", f"w{words[gap + 2].token}", "")
    assert "[gap" not in passage.words + passage.quote
    assert Quotations(record).find(passage.quote)


@pytest.mark.parametrize("address", ["", "x", "w0x1", "w99999999", "main", "w87; drop", "w\u0661"])
def test_what_is_no_address_is_nothing(record, address):
    assert find_passage(record, address, "", "") is None
    assert line_of(record, address) is None


def test_every_address_of_the_page_gives_words_that_are_proved(record):
    quotations = Quotations(record)
    for block in record.addresses.blocks.values():
        passage = find_passage(record, block, block, "")
        assert passage is None or quotations.find(passage.words), block


def test_an_address_has_its_line(record, sample):
    where = line_of(record, "w87")
    lines = (sample / where.path).read_text("utf-8").splitlines()
    assert "On 8 February" in lines[where.line - 1]


def test_what_an_entry_can_say_of_words(record):
    passage = find_passage(record, "w87", "w87", "On 8 February")
    event = proposed_values("timeline", passage)
    assert (event["date"], event["words"], event["certainty"]) == ("XXXX-02-08", "On 8 February", "stated")
    assert event["label"].endswith(" ...")
    assert proposed_values("places", passage)["name"] == "On 8 February"
    assert proposed_values("facts", passage)["value"] == "On 8 February"
    assert proposed_values("gaps", passage) == {}
    event = proposed_values("timeline", find_passage(record, "w111", "w111", "Rebels"))
    assert event["certainty"] == "relative"
