"""The site of a bag is made again and compared: no forgery holds, whoever counted the sums again."""

import pytest
from helpers.forged import count_again, count_bag_again, unzipped, zipped

from gapmark.exports import bag as bags
from gapmark.verify.packages import below, read_package
from gapmark.verify.remaking import why_not_again

REASON = "A slip of the source"
FORGERIES = {
    "a word": ("battle.html", "jihadist groups", "peaceful groups"),
    "a fact": ("index.html", "112 killed", "12 killed"),
    "a fact in the record": ("edition.xml", ">seven killed at a checkpoint<", ">nobody killed at a checkpoint<"),
    "a fact that is not stated": (
        "index.html",
        "Not stated in this text: part of, result,",
        "Result: victory. Not stated:",
    ),
    "a date": ("timeline.html", "On 6 February 2013", "On 6 February 2012"),
    "a date in the record": ("edition.xml", 'when="2013-02-06"', 'when="2012-02-06"'),
    "a place": ("places.html", "Aleppo", "Homs"),
    "the coordinates of a place": ("edition.xml", "<geo ", "<geo n='0' "),
    "the ledger": ("gaps.html", "2 of 2", "2 of 3"),
    "a gap's label": ("battle.html", "[about 10 words missing]", "[nothing missing]"),
    "a gap's label in the ledger": ("gaps.html", "[about 10 words missing]", "[nothing missing]"),
    "a gap that is not seen": ("style.css", ".gap", ".gap{display:none}.gap"),
    "a script": ("copy.js", "", "document.body.textContent = '';"),
    "a script in a page": ("battle.html", "</body>", "<script>document.body.textContent = ''</script></body>"),
    "a reading": ("changes.json", '"source": "rebels"', '"source": "rebel"'),
    "a reading on its page": ("changes.html", "<del>rebels</del>", "<del>rebel</del>"),
    "the page of the source": ("source.html", "violent", "peaceful"),
    "the one file": ("edition.html", "jihadist groups", "peaceful groups"),
    "the author": ("battle.html", "Wikipedia contributors", "Mallory"),
    "the licence": ("about.html", "CC BY-SA 3.0", "CC0 1.0"),
    "a reference": ("cite.bib", "Wikipedia contributors", "Mallory"),
    "words beside the text": ("aftermath.html", "<footer", "<p>All words are here.</p><footer"),
}


def replace(files, path, old, new):
    assert old.encode() in files[path]
    return files | {path: files[path].replace(old.encode(), new.encode(), 1)}


def book_with(files, old, new):
    """The site with a word of its book changed."""
    made = {}
    for name, data in unzipped_book(files["edition.epub"]).items():
        made[name] = data.replace(old.encode(), new.encode())
    return files | {"edition.epub": zipped(made, "book")}


def unzipped_book(data):
    return {f"x/{name}": found for name, found in unzipped(data).items()}


def forged_bag(sample_bag, forge):
    files = unzipped(sample_bag)
    site = forge(below(files, bags.SITE))
    return zipped(count_bag_again(files | {f"{bags.SITE}{path}": data for path, data in site.items()}))


@pytest.mark.parametrize(("path", "old", "new"), FORGERIES.values(), ids=FORGERIES)
def test_a_forgery_in_a_bag(sample_bag, tmp_path, gapmark, path, old, new):
    (tmp_path / "x.zip").write_bytes(forged_bag(sample_bag, lambda site: replace(site, path, old, new)))
    code, _, err = gapmark("verify", tmp_path / "x.zip")
    assert (code, path in err) == (3, True)


def test_a_forged_book_in_a_bag(sample_bag, tmp_path, gapmark):
    (tmp_path / "x.zip").write_bytes(forged_bag(sample_bag, lambda site: book_with(site, "jihadist", "peaceful")))
    code, _, err = gapmark("verify", tmp_path / "x.zip")
    assert code == 3
    assert "data/site/edition.epub: error O022: is not what is made of the files of the bag" in err


def test_forged_content_in_a_bag(sample_bag, tmp_path, gapmark):
    for path, old, new in (
        ("facts.yaml", "112 killed", "12 killed"),
        ("battle.md", "jihadist groups", "peaceful groups"),
    ):
        files = replace(unzipped(sample_bag), f"data/content/{path}", old, new)
        (tmp_path / "x.zip").write_bytes(zipped(count_bag_again(files)))
        assert gapmark("verify", tmp_path / "x.zip")[0] == 3


def test_a_bag_holds_all_that_its_site_is_made_of(project, gapmark, monkeypatch):
    for path in ("static/own.css", "static/.well-known/x.txt", "content/figures/.dot/a.txt", "content/notes.docx"):
        (project / path).parent.mkdir(parents=True, exist_ok=True)
        (project / path).write_text("x", "utf-8")
    (project / "templates").mkdir(exist_ok=True)
    (project / "templates" / "404.html").write_text("<!doctype html><title>{{ 6 * 7 }}</title>", "utf-8")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    assert gapmark("bag", "bag.zip") == (0, "wrote bag.zip\n", "")
    monkeypatch.delenv("SOURCE_DATE_EPOCH")
    files = unzipped((project / "bag.zip").read_bytes())
    assert {"data/static/own.css", "data/templates/404.html", "data/content/notes.docx"} <= files.keys()
    assert b"Source-Date-Epoch: 1700000000\n" in files["bag-info.txt"]
    code, out, err = gapmark("verify", "bag.zip")
    assert (code, err, "not compared" in out) == (0, "", False)


def test_at_another_version_it_says_what_was_not_compared(sample_bag, tmp_path, gapmark):
    files = replace(unzipped(sample_bag), "bag-info.txt", "jinja2 ", "jinja2 0.")
    (tmp_path / "x.zip").write_bytes(zipped(count_bag_again(files)))
    code, out, _ = gapmark("verify", tmp_path / "x.zip")
    assert code == 0
    assert "\nnot compared: the site was not made again from content/: it was made with gapmark" in out
    assert "jinja2" in why_not_again(read_package(tmp_path / "x.zip"))


@pytest.mark.parametrize(
    "template", ["{{ ''.__class__.__mro__ }}", "{{ 9**9**9**9 }}", "{% for a in range(9**9) %}{% endfor %}"]
)
def test_templates_of_a_stranger(project, tmp_path, gapmark, template):
    assert gapmark("bag", "bag.zip")[0] == 0
    files = unzipped((project / "bag.zip").read_bytes()) | {"data/templates/404.html": template.encode()}
    (tmp_path / "x.zip").write_bytes(zipped(count_bag_again(files)))
    code, _, err = gapmark("verify", tmp_path / "x.zip")
    assert (code, "error O02" in err) == (3, True)


def test_a_forgery_in_a_site_whose_sums_are_counted_again(files, tmp_path, gapmark):
    """Of a site alone, words, gaps, changes and proofs are held against its source; the rest is said not to be."""
    held = []
    for number, (path, old, new) in enumerate(FORGERIES.values()):
        target = tmp_path / f"{number}.zip"
        target.write_bytes(zipped(count_again(replace(files, path, old, new))))
        code, out, _ = gapmark("verify", target)
        held += [path] if code == 0 else []
        assert code or "not compared: " in out
    assert len(held) == 21  # of 22: each of what holds is named as not compared
