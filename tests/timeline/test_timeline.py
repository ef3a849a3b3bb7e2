import xml.etree.ElementTree as ET
from itertools import pairwise
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gapmark.statements.edtf import parse_date, place, span
from gapmark.timeline.scale import TickWords, draw_ticks, make_scale, spread
from gapmark.timeline.timeline import WIDTH, TimelineEvent, TimelineWords, draw_timeline, width_of

Certainty = Literal["stated", "inferred", "relative"]


def event(notation: str, label: str = "It happened", certainty: Certainty = "stated", href: str = "") -> TimelineEvent:
    date = parse_date(notation)
    first, last = span(place(date, 2013) if date.yearless else date) or (0, 0)
    return TimelineEvent(
        *(label, notation, first, last, certainty, href),
        approximate="approximate" in date.qualifiers,
        open_start=date.start is None,
        open_end=date.end is None,
    )


SAMPLE = (
    event("2013-02", "The battle is fought"),
    event("2013-02-06", "Violent clashes south of the city", href="battle.html#w51"),
    event("XXXX-02-08", "Bombardment of several parts of the town goes on for some time", "inferred"),
    event("XXXX-02-19", "The road is secured", "inferred"),
    event("XXXX-03", "The last village on the road is taken", "inferred"),
    event("XXXX-11-01", "The town is recaptured", "inferred"),
)


def classes(svg: str) -> list[str]:
    return [name for element in ET.fromstring(svg).iter() for name in element.get("class", "").split()]


def tick_labels(*days: float) -> list[str]:
    ticks = draw_ticks(make_scale([(day, day) for day in days], 400, 20), TickWords(), days)
    return [" ".join(filter(None, (tick.label, tick.below))) for tick in ticks]


def test_nothing_is_drawn_of_nothing() -> None:
    assert draw_timeline(()) == ""


def test_signs_and_cut_of_the_sample() -> None:
    names = classes(draw_timeline(SAMPLE))
    assert names.count("timeline-bar") == 2 + 2 + 1  # two months, and three in the key
    assert names.count("timeline-stated") == 2
    assert names.count("timeline-inferred") == 4
    assert names.count("timeline-break") == 2 + 2
    assert "timeline-relative" not in names


def test_text_alternative_names_every_event() -> None:
    root = ET.fromstring(draw_timeline(SAMPLE, id_prefix="home"))
    description = root.find("{*}desc")
    assert description is not None
    for item in SAMPLE:
        assert f"{item.words}: {item.label}" in (description.text or "")
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == ("home-title", "home-desc")


def test_a_drawing_with_links_is_no_picture() -> None:
    assert ET.fromstring(draw_timeline(SAMPLE)).get("role") == "group"
    assert ET.fromstring(draw_timeline(SAMPLE[:1])).get("role") == "img"


def test_texts_are_escaped() -> None:
    svg = draw_timeline([event("2013", '<b> & "c"', href='x"><script>')], TimelineWords(title="a < b"), id_prefix='"x')
    assert "<script" not in svg
    assert "&lt;b&gt; &amp;" in svg
    ET.fromstring(svg)


def test_words_do_not_overlap_nor_leave_the_drawing() -> None:
    many = [
        event(f"2013-02-{day:02d}", "Told in words enough to fill two or three lines of it") for day in range(1, 21)
    ]
    root = ET.fromstring(draw_timeline(many))
    heights = [
        float(span.get("y", 0)) for text in root.iter("{*}text") for span in text.iter("{*}tspan") if span.get("y")
    ]
    assert heights == sorted(heights)
    assert all(later - earlier >= 18.9 for earlier, later in pairwise(heights))
    lines = [span for span in root.iter("{*}tspan") if span.get("x") == "108"]
    assert all(108 + width_of(line.text or "") <= WIDTH for line in lines)


def test_no_colour_is_named() -> None:
    svg = draw_timeline([*SAMPLE, event("../1945"), event("1200~", certainty="relative")])
    assert {part.split('"')[0] for part in svg.split('fill="')[1:]} <= {"none", "currentColor"}
    assert {part.split('"')[0] for part in svg.split('stroke="')[1:]} <= {"none", "currentColor"}


def test_short_output() -> None:
    assert len(draw_timeline(SAMPLE)) < 8000


TICKS = {
    ("2013-02-06", "2013-02-19"): "7 Feb 2013 | 9 Feb | 11 Feb | 13 Feb | 15 Feb | 17 Feb | 19 Feb",
    ("1939-12-13T05:30", "1939-12-13T08:40"): "06:00 13 Dec | 07:00 | 08:00",
    ("-0489", "-0479"): "490 BC | 488 BC | 486 BC | 484 BC | 482 BC | 480 BC",
    ("-0004", "0006"): "4 BC | 2 BC | AD 2 | AD 4 | AD 6",
    ("1500", "1900"): "1500 | 1600 | 1700 | 1800 | 1900",
    ("1572-12-11", "1573-07-13"): "1573 | Feb | Mar | Apr | May | Jun | Jul",
    ("2013-11-03",): "3 Nov 2013",
    (
        "2013-02-06",
        "2013-02-08",
        "2013-02-11",
        "2013-11-03",
    ): "6 Feb 2013 | 7 Feb | 8 Feb | 9 Feb | 10 Feb | 11 Feb | 3 Nov 2013",
}


@pytest.mark.parametrize("notations", TICKS)
def test_ticks(notations: tuple[str, ...]) -> None:
    assert " | ".join(tick_labels(*(event(notation).earliest for notation in notations))) == TICKS[notations]


def test_order_of_giving_changes_nothing() -> None:
    assert draw_timeline(SAMPLE[::-1]) == draw_timeline(SAMPLE)


def test_open_and_approximate_dates_have_signs() -> None:
    names = classes(draw_timeline([event("../1945"), event("1945/.."), event("1200-05-03~")]))
    assert names.count("timeline-open") == 3
    assert names.count("timeline-approximate") == 2


@given(st.lists(st.floats(0, 500), min_size=1, max_size=20).map(sorted))
@settings(max_examples=15, deadline=None)
def test_blocks_are_spread_without_overlap(wanted: list[float]) -> None:
    heads = spread(wanted, [30.0] * len(wanted), 20)
    assert heads[0] >= 20
    assert all(later - earlier >= 29.999 for earlier, later in pairwise(heads))


@given(st.lists(st.tuples(st.integers(-2_000_000, 3_000_000), st.integers(0, 400_000)), min_size=1, max_size=12))
@settings(max_examples=15, deadline=None)
def test_any_dates_can_be_drawn(days: list[tuple[int, int]]) -> None:
    svg = draw_timeline([TimelineEvent("x", "y", first, first + length, "stated") for first, length in days])
    assert float((ET.fromstring(svg).get("viewBox") or "").split()[3]) < 3000
    assert len(svg) < 20_000
