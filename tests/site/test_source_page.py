"""The source as received: cut up, and changed in nothing."""

import pytest
from helpers.small_edition import SOURCE, edited, record
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.site.source_page import TokenAddresses, source_sections


def passages(edits=(), source=SOURCE, places=None):
    made, _ = record(edited(*edits), source)
    return source_sections(made, places or {})


def flat(sections):
    return [passage for section in sections for sentence in section for passage in sentence.passages]


def joined(sections):
    return "".join(passage.text for passage in flat(sections))


def test_addresses_of_tokens():
    addresses = TokenAddresses(11)
    assert [*addresses] == [f"w{number}" for number in range(1, 12)]
    assert all(address in addresses for address in addresses)
    assert not any(address in addresses for address in ("w0", "w12", "w01", "w", "11", "w1a", "W1", "w" + "9" * 5000))


@pytest.mark.parametrize("end", ["", " ", "\n", "\r\n", " \r\n\r\n"])
@pytest.mark.parametrize("start", ["", "\ufeff", "  ", "\n\n"])
def test_joined_they_are_the_received_text(start, end):
    text = start + SOURCE + end
    assert joined(passages(source=text)) == text


def test_sections_begin_at_their_hash():
    assert [section[0].passages[0].text.split()[0] for section in passages()] == ["@@1", "#", "#"]


def test_a_gap_is_a_passage():
    (gap,) = [passage for passage in flat(passages()) if passage.gap]
    assert (gap.address, gap.last_token - gap.first_token, gap.text.split()) == ("w32", 9, ["@"] * 10)


def test_a_gap_stays_whole_whatever_is_changed_beside_it():
    sections = passages([("[gap 1] and", "[gap 1] then\n\nand")], places={"gap-1": "b.html#gap-1", "w42": "b.html#w42"})
    found = {passage.first_token: passage for passage in flat(sections)}
    assert (found[32].last_token, found[32].href, found[42].href) == (41, "b.html#gap-1", "b.html#w42")


def test_every_change_and_sentence_has_its_place():
    edits = [("guns", "cannons"), ("Few", "Very few"), ("Mack's", "Mack")]
    made, _ = record(edited(*edits))
    ids = {passage.address for passage in flat(source_sections(made, {}))}
    assert {f"w{max(change.first_token, 1)}" for change in made.changes} <= ids
    assert {address for address in made.addresses.blocks.values() if address[-1].isdigit()} <= ids


def test_a_sentence_holds_its_gap_and_its_changes():
    sentences = [sentence for section in passages([("guns", "cannons")]) for sentence in section]
    found = {sentence.address: [passage.text.split()[0] for passage in sentence.passages] for sentence in sentences}
    assert found["w19"] == ["On", "guns", "opened"]
    assert found["w27"][1] == "@"


def test_a_passage_leads_to_its_sentence_and_not_to_the_paragraph():
    places = {"w19": "battle.html#w19", "s19": "battle.html#s19"}
    assert {p.first_token: p.href for p in flat(passages(places=places))}[19] == "battle.html#s19"


TOKENS = st.lists(st.sampled_from(["the", "guns", ".", ",", "#", "*", "'", "--", "@", "a"]), max_size=40)


@settings(max_examples=15, deadline=None, database=None)
@given(TOKENS, st.sampled_from([" ", "  ", "\n", "\t"]))
def test_any_source(tokens, space):
    text = space.join(["@@1", "word", *tokens])
    made, _ = record((("A", "word the guns"),), text)
    sections = source_sections(made, {})
    assert joined(sections) == text
    addresses = [passage.address for passage in flat(sections)]
    assert len(set(addresses)) == len(addresses)
