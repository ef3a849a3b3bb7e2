"""What the text states, as pages show it; and what the sample's pages must never say."""

import re
from html import unescape

import pytest
from conftest import REPOSITORY
from helpers.small_edition import PAGES, edited, record
from helpers.statements import event, facts, fields, place

from gapmark.language.phrases import Language
from gapmark.pipeline import prepare_site
from gapmark.problems.findings import Findings
from gapmark.project.assets import load_atlas
from gapmark.project.load import load_project
from gapmark.project.phrases import default_phrases
from gapmark.render.render import render_page
from gapmark.site.presenter import Presenter, linked
from gapmark.statements.events import read_events
from gapmark.statements.facts import read_facts
from gapmark.statements.places import read_places
from gapmark.statements.prove import Statements
from gapmark.statements.quotations import Quotations

T = Language("en", default_phrases("en"))
ATLAS = load_atlas()
FIELDS = fields({"name": "date", "label": "When"}, {"name": "guns", "label": "Guns", "by_side": True})
ADDRESSES = {"w2": "background.html#w2", "w19": "battle.html#w19", "w26": "battle.html#w26"}


def show(pages=PAGES, claims=None, events=(), places=()):
    made, _ = record(pages)
    quotations = Quotations(made)
    stated = Statements(
        read_facts(FIELDS, facts(FIELDS, **claims), quotations)[0] if claims is not None else (),
        read_events(events, quotations)[0],
        read_places(places, quotations)[0],
    )
    return Presenter(made, ADDRESSES, T).show(stated, ATLAS)


def one_claim(quote, *edits, **more):
    shown = show(edited(*edits), {"guns": [{"value": "v", "quote": quote, **more}]})
    return shown.facts[1].claims[0]


def test_nothing_is_shown_of_nothing():
    shown = show()
    assert (shown.facts, shown.events, shown.places, shown.timeline, shown.map, shown.coverage) == (
        (),
        (),
        (),
        "",
        "",
        "",
    )


# ---------------------------------------------------------------- facts


def test_a_label_is_that_of_the_language_else_that_of_the_field():
    assert [fact.label for fact in show(claims={}).facts] == ["Date", "Guns"]


def test_a_value_leads_to_the_sentence_of_its_words():
    shown = one_claim("the guns opened fire", side="army", according_to="Mack")
    assert (shown.value, shown.side, shown.according_to, shown.source) == ("v", "army", "Mack", "")
    assert (shown.href, shown.edited, shown.change_href) == ("battle.html#w19", False, "")


def test_words_that_prove_two_values_stand_once():
    first, second = {"value": "v", "quote": "the guns opened fire"}, {"value": "w", "quote": "The army held the walls"}
    date, guns = show(claims={"date": [first], "guns": [second, second, first]}).facts
    assert [(len(group.claims), group.quote, group.quoted_under) for group in (*date.groups, *guns.groups)] == [
        (1, "the guns opened fire", ""),
        (2, "The army held the walls [gap 1]", ""),
        (1, "", "Date"),
    ]


def test_changed_words_lead_to_the_change():
    shown = one_claim("the guns opened fire", ("guns", "cannon"))
    assert (shown.quote, shown.href) == ("the guns opened fire", "battle.html#w19")
    assert shown.change_href == "changes.html#change-w23"


def test_the_editors_words_are_shown_as_such():
    shown = one_claim("the cannon opened fire", ("guns", "cannon"))
    assert (shown.edited, shown.href) == (True, "battle.html#w19")


def test_words_that_were_cut_are_in_the_source():
    assert one_claim("Few men fled", (" Few men fled.", "")).href == "source.html#w46"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("An atlas, p. 3", "An atlas, p. 3"),
        ("<b> & https://a.b/c?d=1&e", '&lt;b&gt; &amp; <a href="https://a.b/c?d=1&amp;e">https://a.b/c?d=1&amp;e</a>'),
        ("GeoNames 1 (https://a.b/1), CC", 'GeoNames 1 (<a href="https://a.b/1">https://a.b/1</a>), CC'),
        ("See http://a.b. Or", 'See <a href="http://a.b">http://a.b</a>. Or'),
        ('https://a.b/"onclick=x', '<a href="https://a.b/">https://a.b/</a>&#34;onclick=x'),
        ("javascript:alert(1) https://", "javascript:alert(1) https://"),
        ("{} https://a.b/{}", '{} <a href="https://a.b/{}">https://a.b/{}</a>'),
    ],
)
def test_addresses_are_links_and_the_rest_is_escaped(text, shown):
    assert linked(text) == shown


def test_a_long_source_takes_no_time():
    assert len(linked("https://" + "." * 50000)) == 50008


# ---------------------------------------------------------------- events

INFERRED = {"certainty": "inferred", "reasoning": "so", "quote": "On 16 October the guns opened fire"}


def test_a_date_is_shown_as_far_as_it_is_stated():
    stated = event(date="1805", words="in 1805")
    inferred = event(date="XXXX-10-16", year=1805, words="On 16 October", **INFERRED)
    first, second = show(events=(stated, inferred)).events
    assert (first.date, first.datetime, first.year, first.certainty) == ("1805", "1805", "", "stated")
    assert (second.date, second.datetime, second.year) == ("16 October (year not stated)", "10-16", "1805")
    assert (second.words, second.reasoning, second.href) == ("On 16 October", "so", "battle.html#w19")


def test_the_drawing_marks_an_inferred_year_and_leaves_out_what_has_none():
    dated = event(label="guns", date="XXXX-10-16", year=1805, words="On 16 October", **INFERRED)
    drawing = show(events=(dated, event(label="no year", date="XXXX-10", words=""))).timeline
    assert "On 16 October [1805, inferred]" in drawing
    assert "no year" not in drawing


def test_what_is_not_drawn_is_counted_with_the_reason():
    dated, yearless, undated = event(date="1805"), event(date="XXXX-10"), event(certainty="relative")
    assert show(events=(dated,)).timeline_note == ""
    assert show(events=(dated, yearless, yearless, undated)).timeline_note == (
        "2 events whose year the text does not state are in the list only. "
        "1 event for which the text gives no date is in the list only."
    )


def test_an_open_end_is_drawn_as_one():
    assert "timeline-open" in show(events=(event(date="1805/.."),)).timeline
    assert "timeline-open" not in show(events=(event(date="1805"),)).timeline


# ---------------------------------------------------------------- places


def test_places_have_distances_from_the_first_that_is_located():
    where = {"latitude": 48.4, "longitude": 9.99, "source": "GeoNames (https://www.geonames.org/2820256)"}
    bare, ulm, town = show(
        places=(place(name="walls"), place(**where), place(name="town", **where | {"latitude": 49.4}))
    ).places
    assert (bare.position, bare.away) == ("", "")
    assert (ulm.position, ulm.away) == ("48.40° N, 9.99° E", "")
    assert town.away == "111 km north"
    assert 'href="https://www.geonames.org/2820256"' in ulm.source


# ---------------------------------------------------------------- the sample


def plain(html):
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_what_nobody_looked_for_is_not_called_not_stated():
    project = load_project(REPOSITORY)
    project.lists.facts["not_stated"] = ("result", "units")
    _, assembled = prepare_site(project, Findings())
    home = render_page(assembled, "index.html").data.decode()
    not_stated, not_entered = re.findall('<p class="not-stated">(.*?)</p>', home)
    assert not_stated == "Not stated in this text: result, units."
    labels = set(not_entered.removeprefix("Nothing is entered for: ").removesuffix(".").split(", "))
    assert {"part of", "commanders", "strength"} <= labels
    assert not {"result", "units", "date"} & labels


def test_the_sample_says_what_its_text_does_not_state(pages):
    panel = pages["index.html"].partition('<dl class="facts">')[2].partition("</dl>")[0]
    rows = re.findall(r"<dt>(.*?)</dt>(.*?)</div>", panel, re.S)
    unstated = "Not stated in this text: part of, result, commanders, units, strength."
    assert f'<p class="not-stated">{unstated}</p>' in pages["index.html"]
    assert [label for label, _ in rows] == ["Date", "Place", "Territory", "Belligerents", "Casualties", "Civilians"]


def test_every_value_date_and_place_leads_to_its_words(pages):
    panel = pages["index.html"].partition('<dl class="facts">')[2].partition("</dl>")[0]
    values = re.findall(r"<dd>(.*?)</dd>", panel, re.S)
    events = re.findall(
        r"<li>(.*?)</li>", pages["timeline.html"].partition('class="events"')[2].partition("</ol>")[0], re.S
    )
    places = re.findall(r'<th scope="row">(.*?)</th>', pages["places.html"], re.S)
    assert (len(values), len(events), len(places)) == (10, 8, 4)
    for shown in (*values, *events, *places):
        page, address = re.search(r'href="(\w+\.html)#([sw]\d+)"', shown).groups()
        assert f'id="{address}"' in pages[page]


def test_no_page_gives_1_november_a_year_as_if_the_text_did(files, pages):
    given = re.compile(r"2013-11|\b1(?:st)? (?:of )?Nov(?:ember)?,? (?:of )?(?:\d{4}|\(\d)|Nov(?:ember)? 1?,? ?2013")
    texts = {path: data.decode() for path, data in files.items() if path.endswith((".html", ".json", ".csv"))}
    for path, page in texts.items():
        shown = plain(re.sub(r'<g class="timeline-scale".*?</g>', "", page, flags=re.S))  # the axis names no event
        assert not given.search(shown), path
        assert not re.search(r'datetime="2013-(?!02"|02-06")', page), path
    assert "1 November (year not stated)" in pages["timeline.html"]
    assert "inferred (2013)" in plain(pages["timeline.html"])


def test_the_second_convoy_and_late_april_are_no_events(pages):
    listed = pages["timeline.html"].partition('class="events"')[2].partition("</ol>")[0]
    drawn = "".join(re.findall(r'<svg class="timeline.*?</svg>', pages["timeline.html"] + pages["index.html"], re.S))
    assert "convoy" not in listed + drawn
    assert not re.search(r"\bApril\b", listed + drawn)


def test_nothing_is_equated_that_the_text_does_not_equate(pages):
    shown = plain(pages["places.html"]) + plain(pages["timeline.html"]) + plain(pages["index.html"])
    assert not re.search("Observatory|Syrian Civil War|chemical", shown)
    assert "not located" in re.search(r">Tal Aran<.*?</tr>", pages["places.html"], re.S)[0]


def replace(path, old, new):
    text = path.read_text("utf-8")
    assert text.count(old) >= 1
    path.write_text(text.replace(old, new), "utf-8")


def test_an_edit_to_quoted_words_warns_at_every_place_that_quotes_them(sample, gapmark):
    replace(sample / "content" / "battle.md", "violent clashes took", "heavy clashes took")
    code, _, err = gapmark("build")
    assert code == 0
    told = re.findall(r'^(\S+?):\d+: warning X021: .*"heavy" .*"violent" \((\S+)\)', err, re.M)
    assert sorted({(path.partition(":")[0], place) for path, place in told}) == [
        ("content/facts.yaml", "content/battle.md:8"),
        ("content/timeline.yaml", "content/battle.md:8"),
    ]
    assert gapmark("build", "--strict")[0] == 3
    assert 'href="changes.html#change-w' in (sample / "_site" / "index.html").read_text("utf-8")


def test_every_broken_quotation_of_every_file_is_told_in_one_run(sample, gapmark):
    replace(sample / "content" / "facts.yaml", "was fought in", "was lost in")
    replace(sample / "content" / "facts.yaml", "Seven soldiers", "Eight soldiers")
    replace(sample / "content" / "timeline.yaml", "quote: On 1 November, government", "quote: On 1 November, rebel")
    replace(sample / "content" / "places.yaml", "the town of Tal Aran", "the city of Tal Aran")
    code, _, err = gapmark("build")
    assert (code, err.count("error X020"), err.count("the nearest are: ")) == (3, 4, 4)
    assert {line.split(":")[0] for line in err.splitlines() if "error X020" in line} == {
        f"content/{name}.yaml" for name in ("facts", "timeline", "places")
    }


def test_places_of_one_name_show_their_distance_each():
    here = {"name": "Ulm", "source": "x"}
    first, second = show(
        places=(place(**here, latitude=48, longitude=10), place(**here, latitude=47, longitude=10))
    ).places
    assert (first.away, second.away) == ("", "111 km south")


def test_the_calendar_of_a_timeline_is_told_with_whose_word_it_is():
    def note(*dates):
        stated = {"certainty": "inferred", "reasoning": "so it is"}
        return show(events=[event(date=date, calendar=calendar, **stated) for date, calendar in dates]).timeline_note

    assert note(("1805-10-16", "gregorian")) == ""
    assert note(("1453-05-29", "julian")) == T("timeline.axis_julian")
    assert note(("1453-05-29", "julian"), ("1805-10-16", "gregorian")) == T("timeline.axis_gregorian")
