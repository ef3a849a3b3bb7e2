"""Projects of any size, made of words that mean nothing, for what is measured."""

import random
from pathlib import Path

LIGHT = "the of and a in to from on by was north south east west"
NOUNS = "army river town city bridge road force garrison hill village camp night supply position gate wall"
PERIOD, FIRST, MARKS = 201, 190, 10
"""Where the collection has its gaps: ten tokens from the 190th on, and so on every 201."""
SITE = """title: A long war
language: en
source:
  id: "1"
  title: T
  licence: CC0
gaps:
  agent: the distributor
  reason: removed
"""


class _Text:
    """The tokens of a source, and the same words as an editor has them, page by page."""

    def __init__(self):
        self.tokens, self.pages, self.gaps = ["@@1"], [], 0

    def begin(self, title):
        """A page, under a heading that no gap touches."""
        while any((at - FIRST) % PERIOD < MARKS for at in range(len(self.tokens), len(self.tokens) + 8)) and self.pages:
            self.put("and")
        self.tokens += ["#", *title.split(), "#"]
        self.pages.append([])

    def put(self, word):
        """A word, and before it a gap where one has to be."""
        at = len(self.tokens) + 1
        if at >= FIRST and (at - FIRST) % PERIOD == 0:
            self.tokens += ["@"] * MARKS
            self.gaps += 1
            self.pages[-1].append(f"[gap {self.gaps}]")
        self.tokens.append(word)
        self.pages[-1].append(word)


def make_project(root: Path, *, pages: int, words: int, places: int = 0, events: int = 0) -> None:
    """A project with so many words in all. Its text names each place, and its timeline quotes it for each event."""
    chance = random.Random(1)
    rare = ["".join(chance.choice("bdfglmnprst") + chance.choice("aeiou") for _ in range(4)) for _ in range(6000)]
    kinds = (LIGHT.split(), NOUNS.split(), rare)
    names = [f"Place{n:05}" for n in range(places)]
    text, left = _Text(), iter(names)
    for page in range(pages):
        text.begin(f"Chapter {page + 1}")
        for number in range(words // pages):
            name = next(left, "") if places and number % max(words // places, 1) == 3 else ""
            word = name or chance.choice(chance.choice(kinds))
            text.put(word.capitalize() if number % 20 == 0 else word)
            if number % 20 == 19:
                text.put(".")
    _write(root / "content", text, names, events)


def _write(content, text, names, events):
    (content / "source").mkdir(parents=True)
    (content / "source" / "1.txt").write_text(f"{' '.join(text.tokens)}\n", "utf-8")
    (content / "site.yaml").write_text(SITE, "utf-8")
    for number, words in enumerate(text.pages, 1):
        sentences = " ".join(words).replace(" .", ".").split(". ")
        paragraphs = [". ".join(sentences[at : at + 3]) for at in range(0, len(sentences), 3)]
        body = ".\n\n".join(paragraphs)
        head = f"---\ntitle: Chapter {number}\nrole: other\norder: {number}\n---\n\n"
        (content / f"p{number:05}.md").write_text(f"{head}{body}\n", "utf-8")
    if events:
        (content / "timeline.yaml").write_text("\n".join(_events(text.pages, events)), "utf-8")
    if names:
        (content / "places.yaml").write_text("\n".join(map(_place, range(len(names)), names)), "utf-8")


def _events(pages, count):
    """Each has the first words of a sentence for its proof."""
    openings = [sentence.split()[:4] for words in pages for sentence in " ".join(words).split(" . ")]
    quotes = [" ".join(words) for words in openings if len(words) == 4 and "[gap" not in words]
    for number in range(count):
        date = f"{1000 + number % 1000}-{1 + number % 12:02}-{1 + number % 28:02}"
        yield (
            f"- label: Something\n  date: {date}\n  certainty: inferred\n  reasoning: made for a measurement\n"
            f"  quote: {quotes[number % len(quotes)]}\n"
        )


def _place(number, name):
    latitude, longitude = -60 + number * 37 % 1200 / 10, -170 + number * 91 % 3400 / 10
    position = f"  latitude: {latitude}\n  longitude: {longitude}\n"
    return f"- name: {name}\n{position}  source: made up (https://example.org/?p={number})\n  quote: {name}\n"
