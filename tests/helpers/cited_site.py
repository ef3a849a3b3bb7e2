"""A site to cite, for tests."""

from types import SimpleNamespace

from gapmark.language.phrases import Language
from gapmark.project.phrases import default_phrases
from gapmark.site.template_records import Part
from gapmark.site.work import attribution, credit

T = Language("en", default_phrases("en"))
HOSTILE = 'The "R&D" {of} 100% _Łódź_ 東京 \\ ~ ^ # $ </script><!-- '
SOURCE = {
    "title": "Battle of Ulm",
    "author": "Wikipedia contributors",
    "url": "https://example.com/w?id=7&x=1",
    "licence": "CC BY-SA 3.0",
    "licence_url": "https://creativecommons.org/licenses/by-sa/3.0/",
    "confirmed": True,
    "language": "en",
    "id": "7",
}
SITE = {"title": "Ulm", "base_url": "", "editor": "", "gap_note": "Words are missing.", "caveat": "2 gaps; text edited"}
ONLINE = {"base_url": "https://example.org/ulm/", "editor": "Ada Lovelace"}


def a_site(source=(), **more):
    """A stand-in for a Site with what citations need."""
    parts = (SimpleNamespace(href="battle.html", role="battle"), SimpleNamespace(href="mine.html", role="own"))
    note = SimpleNamespace(**(SOURCE | dict(source)))
    fields = SITE | {"credit": credit(note, T), "attribution": attribution(note, SITE["gap_note"], T)}
    fields |= {"shown": SimpleNamespace(places=(), events=(), coverage=""), "parts": parts} | more
    return SimpleNamespace(source=note, **fields)


def a_part(number=1, href="battle.html", role="battle", words=100):
    """A page with text, as lists of pages show it."""
    return Part(number, href, "Battle", role, "", words, gaps=0, changes=0)
