"""What an editor states about the small edition of `holding`, as entries of the lists."""

from holding import PAGES, record

from gapmark.compare.witness import Witness

CLAIM = {"value": "x", "side": "", "quote": "", "according_to": "", "source": ""}
EVENT = {"label": "It happened", "date": "", "year": None, "calendar": "gregorian", "words": "", "certainty": "stated"}
EVENT |= {"reasoning": "", "quote": "The siege of Ulm began in 1805", "confirmed": True, "note": ""}
PLACE = {"name": "Ulm", "spellings": (), "latitude": None, "longitude": None, "source": "", "certainty": "exact"}
PLACE |= {"quote": ""}


def claim(**more):
    return CLAIM | more


def event(**more):
    return EVENT | more


def place(**more):
    return PLACE | more


def witness(pages=PAGES, **more):
    return Witness(record(pages, **more)[0])


def codes(problems):
    return [problem.code for problem in problems]
