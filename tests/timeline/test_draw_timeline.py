"""The timeline as a whole."""

import re
import xml.etree.ElementTree as ET
from itertools import pairwise

from helpers.languages import ARABIC, ENGLISH, speak
from helpers.timeline_events import SAMPLE, event
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.timeline.draw_timeline import draw_timeline
from gapmark.timeline.event import TimelineEvent
from gapmark.timeline.labels import width_of
from gapmark.timeline.sides import TEXT, WIDTH


def draw(events, t=ENGLISH):
    return draw_timeline(events, t)


def classes(svg):
    return [name for element in ET.fromstring(svg).iter() for name in element.get("class", "").split()]


def test_nothing_is_drawn_of_nothing():
    assert draw(()) == ""


def test_signs_and_cut_of_the_sample():
    names = classes(draw(SAMPLE))
    assert names.count("timeline-bar") == 2 + 2 + 1  # two months, and three in the key
    assert names.count("timeline-stated") == 2
    assert names.count("timeline-inferred") == 4
    assert names.count("timeline-break") == 2 + 2
    assert "timeline-relative" not in names


def test_text_alternative_names_every_event():
    root = ET.fromstring(draw(SAMPLE))
    description = root.find("{*}desc")
    assert description is not None
    for item in SAMPLE:
        assert f"{item.date}: {item.label}" in (description.text or "")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == ("timeline-title", "timeline-desc")


def test_a_drawing_with_links_is_no_picture():
    assert ET.fromstring(draw(SAMPLE)).get("role") == "group"
    assert ET.fromstring(draw(SAMPLE[:1])).get("role") == "img"


def test_texts_are_escaped():
    own = speak(timeline__drawing__title="a < b")
    svg = draw([event("2013", '<b> & "c"', href='x"><script>')], own)
    assert "<script" not in svg
    assert "&lt;b&gt; &amp;" in svg
    ET.fromstring(svg)


def test_words_do_not_overlap_nor_leave_the_drawing():
    many = [
        event(f"2013-02-{day:02d}", "Told in words enough to fill two or three lines of it") for day in range(1, 21)
    ]
    root = ET.fromstring(draw(many))
    heights = [
        float(span.get("y", 0)) for text in root.iter("{*}text") for span in text.iter("{*}tspan") if span.get("y")
    ]
    assert heights == sorted(heights)
    assert all(later - earlier >= 18.9 for earlier, later in pairwise(heights))
    lines = [span for span in root.iter("{*}tspan") if span.get("x") == str(TEXT)]
    assert all(TEXT + width_of(line.text or "") <= WIDTH for line in lines)


def test_no_colour_is_named():
    svg = draw([*SAMPLE, event("../1945"), event("1200~", certainty="relative")])
    assert {part.split('"')[0] for part in svg.split('fill="')[1:]} <= {"none", "currentColor"}
    assert {part.split('"')[0] for part in svg.split('stroke="')[1:]} <= {"none", "currentColor"}


def test_short_output():
    assert len(draw(SAMPLE)) < 8000


def test_order_of_giving_changes_nothing():
    assert draw(SAMPLE[::-1]) == draw(SAMPLE)


def test_open_and_approximate_dates_have_signs():
    names = classes(draw([event("../1945"), event("1945/.."), event("1200-05-03~")]))
    assert names.count("timeline-open") == 3
    assert names.count("timeline-approximate") == 2


@given(st.lists(st.tuples(st.integers(-2_000_000, 3_000_000), st.integers(0, 400_000)), min_size=1, max_size=12))
@settings(max_examples=15, deadline=None)
def test_any_dates_can_be_drawn(days):
    svg = draw([TimelineEvent("x", "y", first, first + length, "stated") for first, length in days])
    assert float((ET.fromstring(svg).get("viewBox") or "").split()[3]) < 3000
    assert len(svg) < 20_000


def test_it_turns_round_and_keeps_the_direction_of_the_labels():
    siege = TimelineEvent("A siege", "6 February", 2456330.0, 2456330.0, "stated")
    svg = draw([siege], ARABIC)
    assert '<g transform="matrix(-1 0 0 1 360 0)"><path class="timeline-axis"' in svg
    assert '<text class="timeline-label" direction="rtl"><tspan class="timeline-date" x="248"' in svg
    assert '<text class="timeline-label" lang="en" text-anchor="end">' in svg
    assert draw([siege], speak("ar", "ar")).count("<text class=") == 1


def test_early_march_is_the_first_part_of_march_with_a_soft_end():
    svg = draw_timeline([event("2013-02"), event("2013-03 early"), event("2013-04")], ENGLISH)
    bars = re.findall(r'timeline-bar-stated"[^>]* d="([^"]*)"', svg)
    assert [("L" in bar) for bar in bars[:3]] == [False, True, False]
    tops = [float(re.match(r"M\S+ (\S+)h5", bar)[1]) for bar in bars[:3]]
    ends = [max(map(float, re.findall(r"(?:V|L\S+ )([\d.]+)", bar))) for bar in bars[:3]]
    assert abs(tops[1] - ends[0]) < 0.2
    assert ends[1] < tops[2] - 30


def bars(svg):
    return re.findall(
        r'timeline-bar timeline-bar-[^"]*"[^>]* d="M([\d.]+) ([\d.]+)h5V([\d.]+)', svg.split("timeline-legend")[0]
    )


def test_years_that_touch_are_bars_of_their_own():
    years = [event(str(1571 + n), f"year {n}") for n in range(4)]
    found = bars(draw(years))
    assert len(found) == 4
    assert all(one[0] != other[0] for one, other in pairwise(found))


def test_any_number_at_once_stand_side_by_side():
    svg = draw([event(f"1571-01-0{1 + n}/1572", f"event {n}") for n in range(6)])
    drawn = re.findall(r'<g transform="translate\(([\d.]+) 0\) scale\(([\d.]+) 1\)">.*?M([\d.]+) [\d.]+h5V', svg)
    edges = [(float(t) + float(s) * float(x), float(t) + float(s) * (float(x) + 5)) for t, s, x in drawn]
    assert len(edges) == 6
    assert all(right < left for (_, right), (left, _) in pairwise(sorted(edges)))
    assert edges[-1][1] < TEXT - 5
