"""What templates see of statements."""

from markupsafe import Markup

from gapmark.site.template_records import ClaimGroup, ClaimView, FactView


def claim(value):
    return ClaimView(value, "", "", Markup(""), "words", "battle.html#w2", False, "")


def test_the_values_of_a_field_are_those_of_all_its_groups_in_their_order():
    groups = ClaimGroup((claim("two"), claim("one")), "words", ""), ClaimGroup((claim("three"),), "", "Date")
    fact = FactView("losses", "Losses", groups, not_stated=False)
    assert [shown.value for shown in fact.claims] == ["two", "one", "three"]
    assert FactView("result", "Result", (), not_stated=True).claims == ()


def test_what_the_sample_shows_is_made_of_these(sample_site):
    shown = sample_site.site.site.shown
    not_stated = [fact.name for fact in shown.facts if fact.not_stated]
    assert not_stated == [
        "part_of",
        "result",
        "commanders",
        "units",
        "strength",
    ]
    assert all(fact.claims for fact in shown.facts if not fact.not_stated)
    assert [event.certainty for event in shown.events].count("stated") == 2
    assert [place.name for place in shown.places if not place.position] == ["Tal Aran"]
    assert shown.coverage == "2013-02"
