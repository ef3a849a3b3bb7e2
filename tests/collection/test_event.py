from gapmark.collection.build import load_shared
from gapmark.collection.event import Job, build_events
from gapmark.collection.load import parse_collection
from gapmark.collection.table import Row
from gapmark.problems.location import Location
from gapmark.project.folder import Folder

FILES = {"collection.yaml": b"title: Battles\nsource:\n  url: https://example.org/{id}\n", "events.csv": b"id\n"}
LINKS = ("time/1805.html", "", "names/u.html")


def job(name, text):
    return Job(Row(name, "Battle of Ulm", "opening", "1805"), "a.txt", Location("corpus/a.txt", 7), text, LINKS)


def test_an_event_is_made_of_bytes_alone_and_a_bad_one_is_named():
    shared = load_shared(parse_collection(Folder(None, FILES)))
    good, bad = build_events(shared, [job("11", b"@@11 They <p> fought & won ."), job("12", b"@@12 \0 ")])
    assert [path for path, _ in good.files] == ["11/index.html", "11/source.txt"]
    assert (good.summary.words, good.summary.gaps, good.problems) == (3, (), ())
    page = good.files[0][1].decode()
    assert '<a href="https://example.org/11">' in page
    assert "to-source" not in page
    assert (bad.summary, bad.files) == (None, ())
    assert {(problem.where, problem.event) for problem in bad.problems} == {(Location("corpus/a.txt", 7), "12")}
