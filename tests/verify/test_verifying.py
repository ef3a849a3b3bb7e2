"""verify: what was changed by hand is found and named, whoever counted the sums again."""

import io
import zipfile

import pytest
from helpers.forged import count_again, counted, shown

from gapmark.exports.sums import PAGE, PATH, list_sums
from gapmark.problems.errors import GapmarkError
from gapmark.verify.verifying import verify

REASON = "A slip of the source"


@pytest.fixture
def site(files, tmp_path):
    """The sample's site on the disk."""
    write(tmp_path / "site", files)
    return tmp_path / "site"


def write(folder, files):
    for path, data in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(data)


def replace(site, path, old, new):
    text = (site / path).read_text("utf-8")
    assert old in text
    (site / path).write_text(text.replace(old, new, 1), "utf-8")


def files_of(site):
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in site.rglob("*") if path.is_file()}


def found(*arguments):
    """Code, file and message of everything that does not hold."""
    try:
        verify(*arguments)
    except GapmarkError as error:
        return [(problem.code, problem.where.path, problem.message) for problem in error.problems]
    return []


def test_a_site_holds(site, files, gapmark):
    code, out, err = gapmark("verify", site)
    assert (code, err) == (0, "")
    assert out.startswith("holds: ")
    assert "tokens of the source 433, gaps 2, changes 1, proofs 22; the sum of the site is " in out
    assert shown(files) in out
    assert shown(files) in files[PAGE].decode()


def test_a_bag_holds(bag, site, gapmark, sample):
    code, out, err = gapmark("verify", bag, "--against", site, "--source", "content/source/38601514.txt")
    assert (code, err) == (0, "")
    assert out.startswith("holds: ")
    assert found(site, None, str(bag)) == []


BY_HAND = {
    "a word": ("battle.html", "jihadist groups", "peaceful groups"),
    "a reason in the data": ("changes.json", REASON, "A slip of the editor"),
    "a token": ("edition.xml", ">violent</w>", ">peaceful</w>"),
    "the source": ("source/38601514.txt", "violent", "peaceful"),
}


@pytest.mark.parametrize(("path", "old", "new"), BY_HAND.values(), ids=BY_HAND)
def test_what_was_changed_by_hand(site, files, path, old, new):
    replace(site, path, old, new)
    assert ("O020", path, f"was changed: its sum is not that in {PATH}") in found(site)
    write(site, count_again(files_of(site)))
    anew = found(site)
    assert anew
    assert {code for code, _, _ in anew} == {"O022"}
    assert [code for code, _, _ in found(site, None, shown(files))].count("O023") == 1


def test_what_only_a_sum_from_elsewhere_finds(site, files):
    """The look is no part of the edition, so it agrees with everything once the list of sums is written anew."""
    replace(site, "style.css", "--paper: #", "--paper: #0")
    write(site, count_again(files_of(site)))
    assert found(site) == []
    (wrong,) = found(site, None, shown(files))
    assert wrong[0] == "O023"
    write(site.parent / "copy", files)
    assert found(site, None, str(site.parent / "copy")) == [
        ("O023", path, f"is not as in {(site.parent / 'copy').as_posix()}") for path in (PAGE, "style.css")
    ]


def test_files_added_and_removed(site):
    (site / "more.html").write_text("x", "utf-8")
    (site / "gaps.csv").unlink()
    assert found(site) == [
        ("O020", "gaps.csv", f"is missing; {PATH} names it"),
        ("O020", "more.html", f"was added: it is not in {PATH}"),
    ]


def test_a_page_with_another_sum(site):
    files = files_of(site)
    replace(site, PAGE, shown(files), "f" * 64)
    files[PAGE] = (site / PAGE).read_bytes()
    (site / PATH).write_bytes(list_sums(counted(files)).encode())
    assert found(site) == [("O020", PAGE, "the sum that it shows is not that of this site")]


def test_without_tei_words_are_not_checked(site):
    (site / "edition.xml").unlink()
    assert ("O022", "edition.xml", "is not there: words, gaps, changes and proofs can't be checked") in found(site)


# ---------------------------------------------------------------- bags


def packed(bag, change):
    """The bag with its entries changed: name to data."""
    with zipfile.ZipFile(bag) as archive:
        entries = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as archive:
        for name, data in change(entries).items():
            archive.writestr(name, data)
    bag.write_bytes(made.getvalue())


BAGS = {
    "a byte changed": (
        lambda top, e: e | {f"{top}/data/content/battle.md": e[f"{top}/data/content/battle.md"] + b"x"},
        ("data/content/battle.md", "was changed: its sum is not that in manifest-sha256.txt"),
    ),
    "a file added": (
        lambda top, e: e | {f"{top}/data/more": b""},
        ("data/more", "was added: it is not in manifest-sha256.txt"),
    ),
    "a file removed": (
        lambda top, e: {name: data for name, data in e.items() if name != f"{top}/data/content/facts.yaml"},
        ("data/content/facts.yaml", "is missing; manifest-sha256.txt names it"),
    ),
    "a tag file changed": (
        lambda top, e: e | {f"{top}/bag-info.txt": b"Contact-Name: Mallory\n"},
        ("bag-info.txt", "was changed: its sum is not that in tagmanifest-sha256.txt"),
    ),
    "a path that leads out": (
        lambda top, e: e | {f"{top}/../evil": b""},
        (None, '"{top}/../evil" leads out of the bag'),
    ),
    "a manifest that leads out": (
        lambda top, e: e | {f"{top}/manifest-sha256.txt": e[f"{top}/manifest-sha256.txt"] + b"0" * 64 + b"  ../x\n"},
        ("manifest-sha256.txt", '"../x" is no file in this folder'),
    ),
}


@pytest.mark.parametrize(("change", "wrong"), BAGS.values(), ids=BAGS)
def test_a_bag_that_was_changed(bag, change, wrong):
    with zipfile.ZipFile(bag) as archive:
        top = archive.namelist()[0].partition("/")[0]
    packed(bag, lambda entries: change(top, entries))
    path, message = wrong
    assert (path or bag.as_posix(), message.replace("{top}", top)) in [(where, told) for _, where, told in found(bag)]


@pytest.mark.parametrize("data", [b"", b"PK\x03\x04 no zip", b"text"])
def test_a_file_that_is_no_bag(tmp_path, data):
    (tmp_path / "x.zip").write_bytes(data)
    ((code, path, _),) = found(tmp_path / "x.zip")
    assert (code, path) == ("O021", (tmp_path / "x.zip").as_posix())


def test_what_it_is_compared_with_has_to_be_there(site, gapmark):
    code, _, err = gapmark("verify", site, "--against", "nowhere.zip")
    assert code == 3
    assert "nowhere.zip: error O021: is neither a sum nor a file" in err
