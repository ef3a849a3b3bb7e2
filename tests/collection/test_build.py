import re
from concurrent.futures.process import BrokenProcessPool
from types import SimpleNamespace
from urllib.parse import unquote

import pytest

from gapmark.collection import build, event
from gapmark.problems.errors import DONE, FAILED

GAP = " @ @ @ @ @ @ @ @ @ @ "
TEXT = (
    f"@@11 The Battle of Ulm was fought in 1805 near Ulm . They {GAP} stood . # Battle # They fought . # Aftermath #"
    " Few came home .\n@@12 The Siege of Bari began . It was long .\n@@14 The Fall of Graz was in 490 BC . It ended .\n"
)


@pytest.fixture
def collection(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "collection.yaml").write_text("title: Battles\ndescription: All of it\neditor: Ada B.\n", "utf-8")
    (tmp_path / "places.csv").write_text("name,country,latitude,longitude,source\nUlm,Germany,48.4,10,GeoNames\n")
    (tmp_path / "events.csv").write_text(
        "id,title,title_from,date,date_words,place,include,side\n11,Battle of Ulm,opening,1805,in 1805,Ulm,,French\n"
        "12,Siege of Bari,given,,,,,\n14,Fall of Graz,opening,'-0489,490 BC,,,\n",
        "utf-8",
    )
    return tmp_path


def site_of(root):
    return {p.relative_to(root).as_posix(): p.read_bytes() for p in sorted(root.rglob("*")) if p.is_file()}


def broken_links(files):
    for path, data in files.items():
        html = data.decode() if path.endswith(".html") else ""
        for href in re.findall(r'(?:href|src)="([^"]*)"', html):
            if re.match(r"[a-z]+:", href):
                continue
            target, _, anchor = unquote(href).partition("#")
            parts = path.split("/")[:-1] if target else path.split("/")
            for part in filter(None, target.split("/")):
                parts = parts[:-1] if part == ".." else [*parts, part]
            found = files.get("/".join(parts), files.get("/".join([*parts, "index.html"])))
            if found is None or (anchor and f'id="{anchor}"'.encode() not in found):
                yield path, href


def test_one_site_of_all_events(collection, gapmark):
    assert gapmark("collection", "edit", "12")[0] == DONE
    assert gapmark("collection", "build")[0] == DONE
    files = site_of(collection / "_site")
    assert {"index.html", "11/index.html", "12/about.html", "time/1805.html", "time/-0489.html"} <= files.keys()
    assert {"places/germany.html", "names/u.html", "time/none.html", "status.html", "data/gaps.csv"} <= files.keys()
    assert list(broken_links(files)) == []
    page = files["11/index.html"].decode()
    assert "[about 10 words missing]" in page
    assert "Nobody has checked title, date and place." in page
    assert '<a href="../time/1805.html#11">in 1805</a>' in page
    assert "author not stated" in page
    assert "French" in page
    assert re.search("All of it.*Ada B", files["index.html"].decode(), re.DOTALL)
    assert "14,Fall of Graz,opening,'-0489,490 BC" in files["data/events.csv"].decode()
    assert gapmark("verify", "_site/12")[0] == DONE


def test_a_bad_event_stops_no_other(collection, gapmark):
    (collection / "corpus" / "a.txt").write_text(TEXT + "@@15 Bad \0 text .\n@@16\n", "utf-8")
    with (collection / "events.csv").open("a") as table:
        table.write("15,Bad,given\n16,Empty,given\n17,Lost,given\n")
    code, _, err = gapmark("collection", "build")
    assert code == FAILED
    assert [err.count(f"{name}: ") for name in ("event 15", "event 16")] == [1, 1]
    assert "corpus/a.txt:4: error" in err
    assert "no text in corpus/ has the id 17" in err
    files = site_of(collection / "_site")
    assert "11/index.html" in files
    assert "15/index.html" not in files
    assert b"event 15" in files["status.html"]
    (collection / "_site" / "index.html").write_bytes(b"old")
    assert gapmark("collection", "build", "--strict")[0] == FAILED
    assert (collection / "_site" / "index.html").read_bytes() == b"old"
    assert gapmark("collection", "check")[0] == FAILED


@pytest.mark.parametrize("language", ["de", "ar"])
def test_each_language_has_all_words(collection, gapmark, language):
    (collection / "collection.yaml").write_text(f"title: Battles\nlanguage: {language}\n", "utf-8")
    assert gapmark("collection", "build", "--jobs", "1")[0] == DONE
    files = site_of(collection / "_site")
    assert f'<html lang="{language}"'.encode() in files["index.html"]
    assert list(broken_links(files)) == []


@pytest.mark.slow
def test_the_bytes_do_not_depend_on_the_number_of_processes(collection, gapmark):
    more = "".join(f"@@{n} The Raid on Graz was in {n} . It ended .\n" for n in range(1000, 1030))
    (collection / "corpus" / "a.txt").write_text(TEXT + more, "utf-8")
    with (collection / "events.csv").open("a") as table:
        table.writelines(f"{n},Raid on Graz,opening,{n}\n" for n in range(1000, 1030))
    assert gapmark("collection", "build", "--jobs", "1", "--out", "one")[0] == DONE
    assert gapmark("collection", "build", "--jobs", "2", "--out", "two")[0] == DONE
    assert site_of(collection / "one") == site_of(collection / "two")


class Dying:
    """A pool whose process dies of the event 14."""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        return None

    def map(self, function, batches):
        for batch in batches:
            yield self.submit(function, batch).result()

    def submit(self, function, *arguments):
        if any(job.row.id == "14" for job in arguments[-1]):
            raise BrokenProcessPool
        return SimpleNamespace(result=lambda: function(*arguments))


def test_a_process_that_dies_names_its_event_and_stops_no_other(collection, gapmark, monkeypatch):
    monkeypatch.setattr(build, "_pool", lambda _: Dying())
    monkeypatch.setattr(build, "ALONE", 0)
    code, _, err = gapmark("collection", "build", "--jobs", "2")
    assert (code, err.count("event 14: the process that made it was ended")) == (FAILED, 1)
    files = site_of(collection / "_site")
    assert {"11/index.html", "12/index.html"} <= files.keys()
    assert "14/index.html" not in files


def test_a_mistake_of_the_program_stops_no_other(collection, gapmark, monkeypatch):
    def fail(job, _):
        raise TypeError(job.row.id)

    monkeypatch.setattr(event, "_build_edited", fail)
    assert gapmark("collection", "edit", "12")[0] == DONE
    code, _, err = gapmark("collection", "build")
    assert (code, err.count("event 12: gapmark failed: TypeError: 12")) == (FAILED, 1)
    assert (collection / "_site" / "11" / "index.html").is_file()
