"""Where a story is cut."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.receive.story_cuts import EMPTY, LEAD, STORY, cut_story, weigh_part

B, T, A, S = ({role: 4} for role in ("background", "battle", "aftermath", "sources"))
LETTERS = {"background": "b", "battle": "t", "aftermath": "a", "sources": "s", "other": "o"}


def cut(*headings):
    """The pages of a lead and sections, a letter each. A section is its heading's weights, or several headings'."""
    parts = [LEAD, *(weigh_part(h if isinstance(h, list) else [h]) for h in headings)]
    return "".join(LETTERS[role] for role in cut_story(parts))


def weak(role):
    return {role: 1}


def test_a_part_with_empty_headings():
    part = weigh_part([T, weak("battle"), A])
    assert part.weights == {"battle": 4 * EMPTY + EMPTY, "aftermath": 4}
    assert part.opens == {"battle"}
    assert weigh_part([]) == LEAD


def test_the_three_pages():
    assert cut(T, A, S) == "btas"


def test_headings_in_no_list_stay_with_what_comes_before():
    assert cut({}, T, {}, {}, A, {}) == "bbtttaa"


def test_an_empty_heading_outweighs_what_stands_under_it():
    assert cut([T, weak("background")], weak("background"), weak("aftermath"), {}, [A, {}]) == "btttta"


def test_a_weak_word_sends_nothing_back():
    assert cut(B, T, weak("background"), A, weak("battle"), {}) == "bbttaaa"


def test_a_word_for_the_aftermath_before_its_name():
    assert cut(B, T, {"aftermath": 3}, A) == "bbtaa"


def test_a_page_begins_with_a_name_rather_than_a_word():
    assert cut({"battle": 1, "background": 0}, {"background": 1}, T, A) == "bbbta"


def test_a_page_is_made_although_nothing_but_its_neighbours_speaks_for_it():
    assert cut(B, {}, {}, A) == "bbbta"


def test_no_page_is_made_of_what_belongs_elsewhere():
    assert cut(B, B, A) == "bbba"


def test_a_text_that_tells_no_story():
    assert cut({}, {}) == "ooo"
    assert cut({}, S) == "oos"
    assert cut() == "o"
    assert cut_story([]) == ()


def test_sources_are_the_end_and_nothing_else():
    assert cut(S, B, T, A, S, {}, S) == "bbbtasss"
    assert cut(T, A, S, A, A) == "btaaaa"
    assert cut(T, A, S, {}, {}, {}, {}, {}) == "btaaaaaaa"
    assert cut_story([weigh_part([S])]) == ("sources",)


WEIGHTS = st.dictionaries(st.sampled_from([*STORY, "sources"]), st.sampled_from([1, 3, 4]), max_size=2)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.lists(WEIGHTS, min_size=1, max_size=3), max_size=12))
def test_the_order_is_kept(headings):
    assert list(cut(*headings)) == sorted(cut(*headings), key="obtas".index)
