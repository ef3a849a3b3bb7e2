"""The sums of a site and of a bag."""

import hashlib

import pytest
from helpers.forged import package

from gapmark.exports import bag, sums
from gapmark.verify.sums import check_against_copy, check_against_sum, check_bag, check_list, check_site_sums, shown_sum

FILES = {"index.html": b"home", "a%b.txt": b"words"}


def listed(files):
    return "".join(f"{hashlib.sha256(data).hexdigest()}  {path}\n" for path, data in files.items()).encode()


def told(problems):
    return [(problem.code, str(problem.where), problem.message) for problem in problems]


def test_a_list_that_holds():
    assert told(check_list({"SUMS": listed(FILES)}, "SUMS", package(FILES).sums)) == []
    binary = listed({"a": b"1"}).replace(b"  ", b" *")  # as Windows has it
    assert told(check_list({"SUMS": binary}, "SUMS", package({"a": b"1"}).sums)) == []


def test_what_was_changed_added_and_removed():
    wanted = listed({"a": b"1", "b": b"2", "c": b"3"})
    assert told(check_list({"SUMS": wanted}, "SUMS", package({"a": b"1", "b": b"x", "d": b""}).sums)) == [
        ("O020", "b", "was changed: its sum is not that in SUMS"),
        ("O020", "c", "is missing; SUMS names it"),
        ("O020", "d", "was added: it is not in SUMS"),
    ]


@pytest.mark.parametrize("line", ["no sum", "0" * 64 + "  ../x", "0" * 63 + "  x", "0" * 64 + "x"])
def test_a_line_that_is_none_is_named_with_its_number(line):
    (problem,) = check_list({"SUMS": listed({"a": b"1"}) + line.encode()}, "SUMS", package({"a": b"1"}).sums)
    assert (problem.where.line, "is no file in this folder" in problem.message) == (2, True)


def test_a_name_of_a_bag_that_would_end_its_line():
    files = {f"{bag.PAYLOAD}a\nb%.md": b"x"}
    written = {bag.MANIFEST: listed({bag.escaped(path): data for path, data in files.items()})}
    assert told(check_list(written, bag.MANIFEST, package(files).sums)) == []


def test_a_bag_has_a_list_of_its_content_and_one_of_its_lists():
    payload = {f"{bag.PAYLOAD}a.md": b"x"}
    manifest = {bag.MANIFEST: listed(payload)}
    tags = {bag.TAG_MANIFEST: listed(manifest)}
    assert told(check_bag(package(payload | manifest | tags))) == []
    spoilt = payload | manifest | tags | {bag.MANIFEST: b""}
    assert [where for _, where, _ in told(check_bag(package(spoilt)))] == [f"{bag.PAYLOAD}a.md", bag.MANIFEST]


def test_the_sum_that_a_site_shows(files):
    assert told(check_site_sums(package(files))) == []
    shown = shown_sum(package(files))
    other = files | {sums.PAGE: files[sums.PAGE].replace(shown.encode(), b"f" * 64)}
    assert shown_sum(package(other)) == ""
    again = other | {sums.PATH: sums.list_sums({path: other[path] for path in other if path != sums.PATH}).encode()}
    assert told(check_site_sums(package(again))) == [
        ("O020", sums.PAGE, "the sum that it shows is not that of this site")
    ]


def test_a_sum_that_was_noted_down(files):
    assert told(check_against_sum(package(files), shown_sum(package(files)))) == []
    ((code, where, message),) = told(check_against_sum(package(files), "0" * 64))
    assert (code, where) == ("O023", sums.PAGE)
    assert message == f"the sum of this site is {shown_sum(package(files))}, not {'0' * 64}"


def test_another_copy():
    here, there = {"a": b"1", "b": b"2", sums.PATH: b"x"}, {"a": b"1", "b": b"x", "c": b"", sums.PATH: b"y"}
    assert told(check_against_copy(package(here), package(there, "copy"))) == [
        ("O023", "b", "is not as in copy"),
        ("O023", "c", "is only in copy"),
    ]
    assert told(check_against_copy(package(there), package(here, "copy")))[1] == ("O023", "c", "is not in copy")
