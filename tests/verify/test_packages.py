"""The files of a site or of a bag, from a folder or from a zip file."""

import io
import zipfile

import pytest
from helpers.on_disk import code_of

from gapmark.exports.bag import DECLARATION
from gapmark.exports.sums import PATH
from gapmark.verify import packages
from gapmark.verify.packages import below, read_package

SITE = {PATH: "sums", "index.html": "home", "source/1.txt": "words"}


def zipped(path, files):
    with zipfile.ZipFile(path, "w") as archive:
        for name, text in files:
            archive.writestr(name, text)
    return path


def contents(package):
    return {name: data.decode() for name, data in package.files.items()}


def test_a_folder(tmp_path):
    for name, text in SITE.items():
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(text)
    made = read_package(tmp_path)
    assert (contents(made), made.is_bag, made.problems) == (SITE, False, ())
    assert made.site == made


def test_a_zip_file_with_a_folder_round_all_of_it(tmp_path):
    made = read_package(zipped(tmp_path / "x.zip", [(f"ulm/{name}", text) for name, text in SITE.items()]))
    assert contents(made) == SITE


def test_a_bag_holds_a_site(tmp_path):
    files = [(f"ulm/{DECLARATION}", ""), ("ulm/data/site/index.html", "home"), ("ulm/data/content/a.md", "")]
    made = read_package(zipped(tmp_path / "x.zip", files))
    assert made.is_bag
    assert {name: data.decode() for name, data in made.site.files.items()} == {"index.html": "home"}


def test_names_that_lead_out_or_stand_twice(tmp_path):
    with pytest.warns(UserWarning, match="Duplicate name"):
        path = zipped(tmp_path / "x.zip", [(PATH, ""), ("../evil", ""), ("a", ""), ("a", "")])
    messages = [problem.message for problem in read_package(path).problems]
    assert messages == ['"../evil" leads out of the bag', '"a" is in it twice']


def test_what_is_neither(tmp_path, monkeypatch):
    assert code_of(read_package, tmp_path) == ("O021", tmp_path.as_posix())
    (tmp_path / "x.zip").write_bytes(b"PK")
    assert code_of(read_package, tmp_path / "x.zip")[0] == "O021"
    monkeypatch.setattr(packages.bag, "LARGEST", 8)
    assert code_of(read_package, zipped(tmp_path / "y.zip", [(PATH, "123456789")]))[0] == "O021"


def test_below():
    assert below({"data/a/b": b"1", "data2": b"2", "other": b""}, "data/") == {"a/b": b"1"}


def test_an_empty_zip_file_is_no_package(tmp_path):
    (tmp_path / "x.zip").write_bytes(io.BytesIO().getvalue())
    assert code_of(read_package, zipped(tmp_path / "x.zip", []))[0] == "O021"
