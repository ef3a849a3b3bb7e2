"""Checks that what a site shows beside its text agrees with its source: the page of the source, readings."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from gapmark.compare.words import keys_of, read_source_words
from gapmark.problems.location import Location, Problem
from gapmark.verify.checks import AGAIN, Case
from gapmark.verify.reading import rows_of, understand

RECEIVED = "source.html"


def check_received(case: Case) -> Iterator[Problem]:
    """Check that the page of the source has the characters of the received text, white space left out."""
    if RECEIVED in case.site:
        places = [e for e in case.page(RECEIVED).iter("div") if "received-text" in e.get("class", "").split()]
        for link in (link for place in places for link in place.iter("a") if link.get("class") == "address"):
            link.text = ""
        shown = "".join("".join("".join(place.itertext()).split()) for place in places)
        if places and shown != "".join(case.document.source.text.split()):
            yield Problem("O022", "error", "does not show the source as received", Location(RECEIVED), AGAIN)


def check_readings(case: Case) -> Iterator[Problem]:
    """Check that the words which a change gives as the source's are at its tokens in the source."""
    words = read_source_words(case.document).words
    tokens = [word.token for word in words]
    shape = {"id": str, "source": str, "first_token": int, "last_token": int}
    for row in understand(rows_of("changes", shape), case.site, "changes.json"):
        first, last = bisect_left(tokens, row["first_token"]), bisect_right(tokens, row["last_token"])
        if row["source"] and [*keys_of(row["source"])] != [word.key for word in words[first:last]]:
            message = f'{row["id"]} says "{row["source"]}", which is not at its tokens in the source'
            yield Problem("O022", "error", message, Location("changes.json"), AGAIN)
