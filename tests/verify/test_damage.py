"""Any bytes as a site or a bag give exit 0, 2 or 3 with a message, within 20 seconds and 500 MiB."""

import contextlib
import io
import os
import random
import re
import resource
import subprocess
import sys
import time
import zipfile

import pytest
from helpers.chance import TIMES
from helpers.forged import count_again, count_bag_again, unzipped, zipped

from gapmark.exports.bag import SITE as SITE_FOLDER
from gapmark.verify.packages import below

SECONDS, KILOBYTES = 20, 500 * 1024


def own_size():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss + 50 * 1024


def verified(path):
    """Run verify in a process of its own; return its exit code and what it says, and hold it to its bounds."""
    if not hasattr(os, "wait4"):
        pytest.skip("this system does not say how much a process used")
    begun = time.monotonic()
    with subprocess.Popen(
        [sys.executable, "-m", "gapmark", "verify", str(path)],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
    ) as child:
        said = child.stdout.read().decode()
        _, status, used = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    assert "Traceback" not in said
    assert (child.returncode in (0, 2, 3), bool(said)) == (True, True), said
    assert used.ru_utime + used.ru_stime < SECONDS, time.monotonic() - begun
    assert used.ru_maxrss < max(KILOBYTES, own_size())  # a process begins with what its parent had
    return child.returncode, said


def zip_of(*entries, kind=zipfile.ZIP_DEFLATED):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", kind) as archive:
        for name, data in entries:
            archive.writestr(name, data)
    return made.getvalue()


def bomb(size, name="SHA256SUMS"):
    """A zip file with one entry of so many bytes, which are never all in memory."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive, archive.open(name, "w") as entry:
        for _ in range(size // 1_000_000):
            entry.write(bytes(1_000_000))
    return made.getvalue()


def many(number):
    return zip_of(*((str(n), b"") for n in range(number)), kind=zipfile.ZIP_STORED)


HOSTILE = {
    "a bomb": lambda: bomb(900_000_000, "a.png"),
    "a bomb of parts": lambda: zip_of(("SHA256SUMS", b""), *((f"{n}.png", bytes(90_000_000)) for n in range(11))),
    "a bomb of texts": lambda: zip_of(("SHA256SUMS", b""), *((f"{n}.html", bytes(9_900_000)) for n in range(20))),
    "100,000 entries": lambda: many(100_000),
    "10,000 entries": lambda: many(10_000),
    "a list of files that is no list": lambda: many(3).replace(b"PK\x01\x02", b"PK\x01\x03"),
    "LZMA": lambda: zip_of(("SHA256SUMS", b"x" * 1000), kind=zipfile.ZIP_LZMA),
}
SITE = {
    "XML 3,000 levels deep": ("edition.xml", b"<a>" * 3_000 + b"</a>" * 3_000),
    "XML without end": ("edition.xml", b"<a/>" * 2_400_000),
    "a doctype in UTF-16": ("edition.xml", '<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'.encode("utf-16")),
    "a sign that is none": ("edition.xml", b'<a><w xml:id="t1" n="U+FFFFFFFFFF">\xe2\x90\x80</w></a>'),
    "JSON of another shape": ("gaps.json", b"[[1], {}]"),
    "JSON in JSON": ("changes.json", b"[" * 200_000),
    "tags without end": ("battle.html", b"<a " * 50_000),
    "elements in elements": ("battle.html", b"<b>" * 1_000_000),
    "comments": ("battle.html", b"<!-- > " * 1_000_000),
    "attributes without end": ("battle.html", b"<a " + b"b=' " * 500_000),
    "declarations": ("changes.html", b"<![ > " * 100_000),
    "sums without end": ("about.html", b"".join(b"%064x " % n for n in range(100_000))),
    "a source of one word": ("source/38601514.txt", b"a" * 9_000_000),
    "a source of signs": ("source/38601514.txt", b"@ " * 990_000),
    "a source that is no text": ("source/38601514.txt", bytes(range(256))),
    "a file too large for its kind": ("battle.html", bytes(11_000_000)),
}


QUICK = ("100,000 entries", "LZMA")


@pytest.mark.parametrize(
    "make",
    [pytest.param(make, id=name, marks=[] if name in QUICK else pytest.mark.slow) for name, make in HOSTILE.items()],
)
def test_a_hostile_zip_file(tmp_path, make):
    (tmp_path / "x.zip").write_bytes(make())
    code, said = verified(tmp_path / "x.zip")
    assert (code, "error O0" in said) == (3, True)


@pytest.mark.slow
@pytest.mark.parametrize(("path", "data"), SITE.values(), ids=SITE)
def test_a_hostile_site(files, tmp_path, path, data):
    made = files | {path: data}
    (tmp_path / "x.zip").write_bytes(zipped(count_again(made) if path != "about.html" else made))
    code, said = verified(tmp_path / "x.zip")
    assert code == 3
    assert re.search(rf"^(bag/)?{path}(:\d+)*: error [OX]0", said, re.M), said


# ---------------------------------------------------------------- at random

PIECES = (
    b"<",
    b">",
    b"&",
    b'"',
    b"\0",
    b"\xff",
    b"\n",
    b"[",
    b"{",
    b"9" * 400,
    b"-1",
    b"null",
    b"<!--",
    b"\xe2\x80\xa8",
)


def damaged(data, choose):
    """The bytes with something cut, doubled, put in or turned round."""
    for _ in range(choose.choice((1, 1, 1, 2, 5))):
        start, stop = sorted(choose.randrange(len(data) + 1) for _ in "12")
        stop = min(stop, start + choose.choice((1, 10, 10_000)))
        middle = data[start:stop]
        made = (
            b"",
            middle * 2,
            choose.choice(PIECES),
            middle[::-1],
            bytes(b ^ 1 << choose.randrange(8) for b in middle),
        )
        data = data[:start] + choose.choice(made) + data[stop:]
    return data


def damaged_bag(bag, choose):
    """A bag of which the zip file, or one of its files, is damaged; mostly its sums are counted again."""
    if choose.random() < 0.25:
        return damaged(bag, choose)
    files = unzipped(bag)
    path = choose.choice(sorted(files))
    files[path] = damaged(files[path], choose)
    with contextlib.suppress(LookupError, UnicodeDecodeError):  # where the page that shows the sum is damaged
        files = count_bag_again(files) if choose.random() < 0.8 else files
    if choose.random() < 0.5:
        files = below(files, SITE_FOLDER)
    return zipped(files)


def try_damage(bag, path, gapmark, seeds):
    for seed in seeds:
        path.write_bytes(damaged_bag(bag, random.Random(seed)))
        begun = time.process_time()
        code, out, err = gapmark("verify", path)
        assert (code in (0, 2, 3), bool(out + err)) == (True, True), seed
        assert time.process_time() - begun < SECONDS, seed


def test_damage(sample_bag, tmp_path, gapmark):
    try_damage(sample_bag, tmp_path / "x.zip", gapmark, range(10))


@pytest.mark.slow
def test_much_damage(sample_bag, tmp_path, gapmark):
    try_damage(sample_bag, tmp_path / "x.zip", gapmark, range(10, 10 + TIMES))
