"""What an editor does, from the first change to the reasons."""

import html
import json
import re

import pytest
import yaml

from gapmark.pipeline import make_site
from gapmark.problems.errors import GapmarkError
from gapmark.project.load import load_project

MOVED = (
    "The military reinforcements further pushed north towards Aleppo, but were once again halted by rebels at the town "
    "of Tal Aran. By this point, rebel forces had lost more than 200 fighters while attempting to stop the Army "
    "reinforcements."
)
CUT = "Seven soldiers were killed when Al-Nusra fighters attacked a military checkpoint south of the defense plant. "
REASONS = "content/changes.yaml"


@pytest.fixture
def edition(sample):
    """The sample without its facts, which quote words that these scenarios change, and without its longest exports."""
    for name in ("facts", "timeline", "places"):
        (sample / "content" / f"{name}.yaml").unlink(missing_ok=True)
    with (sample / "content" / "site.yaml").open("a", encoding="utf-8") as file:
        file.write("exports: {epub: false, tei: false}\n")
    return sample


def change(root, page, old, new):
    path = root / "content" / f"{page}.md"
    text = path.read_text("utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), "utf-8")


def four_edits(root):
    change(root, "battle", "violent clashes", "heavy clashes")
    change(root, "battle", f"\n{MOVED}\n", "")
    change(root, "aftermath", "On 1 November", f"{MOVED}\n\nOn 1 November")
    change(root, "battle", CUT, "")
    change(root, "battle", "of the violence.", "of the violence. Nobody counted them.")


def built(root, **options):
    return {file.path: file.data.decode("utf-8", "replace") for file in make_site(load_project(root), **options).files}


def changes(files):
    return json.loads(files["changes.json"])["changes"]


def ids(page):
    return re.findall(r'\bid="(.*?)"', page)


def test_four_edits_are_four_entries(edition):
    before = changes(built(edition))
    four_edits(edition)
    files = built(edition)
    found = [entry for entry in changes(files) if entry not in before]
    assert [(entry["kind"], entry["page"], entry["line"]) for entry in found] == [
        ("correction", "Battle", 8),
        ("omission", "Battle", 8),
        ("addition", "Battle", 8),
        ("move", "Aftermath", 12),
    ]
    assert len(changes(files)) == len(before) + 4
    for entry in found:
        for address in (entry["address"], entry["source_address"], f"changes.html#{entry['id']}"):
            page, _, name = address.partition("#")
            assert ids(files[page]).count(name) == 1
        page = entry["address"].partition("#")[0]
        assert f'href="changes.html#{entry["id"]}"' in files[page]
        assert f'href="{entry["address"]}"' in files["changes.html"]
        assert f'href="{entry["source_address"]}"' in files["changes.html"]


def test_strict_shows_what_to_paste(edition, gapmark):
    four_edits(edition)
    code, _, err = gapmark("build", "--strict")
    assert (code, err.count("error X011")) == (3, 4)
    pasted = re.findall(r"^- source:.*?^  reason:$", err, re.M | re.S)
    with (edition / REASONS).open("a", encoding="utf-8") as file:
        file.write("\n".join(f"{entry} because" for entry in pasted) + "\n")
    code, _, err = gapmark("build", "--strict")
    assert (code, err) == (0, "")
    assert [entry["reason"] for entry in changes(built(edition))].count("because") == 4


def test_reasons_adds_what_is_missing(edition, gapmark):
    before = (edition / REASONS).read_text("utf-8")
    four_edits(edition)
    code, out, _ = gapmark("build")
    assert (code, "4 changes without a reason" in out) == (0, True)
    assert "added 4 entries" in gapmark("reasons")[1]
    text = (edition / REASONS).read_text("utf-8")
    assert text.startswith(before)
    assert "nothing is missing" in gapmark("reasons")[1]
    assert "4 changes without a reason; fill in each line reason: in content/changes.yaml" in gapmark("build")[1]
    (edition / REASONS).write_text(text.replace("reason:\n", "reason: because\n"), "utf-8")
    assert gapmark("build", "--strict")[0] == 0


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("# top\n  - source: rebels\n    published: rebel\n    reason: x  # why\n# end", 2),
        ("- source: rebels\n  published: rebel\n  reason: x", 2),
        ("# c\r\n- source: rebels\r\n  published: rebel\r\n  reason: x\r\n", 2),
        ("[]\n", 2),
        ("# none\n[]  # yet\n", 2),
        ("# only\n# comments\n", 2),
        ("", 2),
    ],
)
def test_what_stands_in_changes_yaml_stays(edition, gapmark, text, entries):
    (edition / REASONS).write_bytes(text.encode())
    change(edition, "battle", "violent clashes", "heavy clashes")
    assert gapmark("reasons")[0] == 0
    new = (edition / REASONS).read_bytes().decode()
    assert len(yaml.safe_load(new)) == entries
    assert all(line in new.splitlines() for line in text.splitlines() if "[]" not in line)
    assert ("\r\n" in text) == ("\r\n" in new)
    assert "nothing is missing" in gapmark("reasons")[1]


@pytest.mark.parametrize("text", ["[{source: a}]\n", "- source: a\n...\n", "null\n"])
def test_a_list_that_nothing_can_be_added_to_is_left_alone(edition, gapmark, text):
    (edition / REASONS).write_text(text, "utf-8")
    change(edition, "battle", "violent clashes", "heavy clashes")
    code, _, err = gapmark("reasons")
    assert (code, "error X003" in err) == (3, True)
    assert (edition / REASONS).read_text("utf-8") == text


def test_putting_the_words_back_restores_the_list(edition):
    before = changes(built(edition))
    change(edition, "battle", CUT, "")
    assert changes(built(edition)) != before
    change(edition, "battle", "According to opposition", f"{CUT}According to opposition")
    assert changes(built(edition)) == before


def test_a_paragraph_at_the_top_changes_no_other_id(edition):
    before = ids(built(edition)["battle.html"])
    change(edition, "battle", "On 6 February 2013", "This page is about the battle.\n\nOn 6 February 2013")
    after = ids(built(edition)["battle.html"])
    assert [name for name in after if name in before] == before
    assert set(after) - set(before) == {"w50a", "change-w50-after"}


def test_a_cut_sentence_leaves_its_address(edition):
    sentence = (
        "The stalemate in al-Safira continued for almost two weeks with a war of attrition being waged between "
        "government troops still remaining in the city and rebel forces. "
    )
    assert '<p id="w220">' in built(edition)["battle.html"]
    change(edition, "battle", sentence, "")
    page = built(edition)["battle.html"]
    assert page.index('<p id="w248">') < page.index('id="w220"') < page.index("However, on 19 February")


@pytest.mark.parametrize("page", ["background", "battle", "aftermath"])
def test_a_page_without_its_text_keeps_every_address(edition, page):
    path = edition / "content" / f"{page}.md"
    before = built(edition)
    gaps = "".join(re.findall(r"\[gap \d+\]", path.read_text("utf-8")))
    path.write_text(path.read_text("utf-8").rpartition("---\n")[0] + f"---\n\n{gaps}\n", "utf-8")
    files = built(edition)
    texts = "background.html", "battle.html", "aftermath.html"
    addresses = [name for text in texts for name in ids(before[text]) if re.fullmatch(r"w\d+", name)]
    found = [name for text in texts for name in ids(files[text])]
    assert [found.count(name) for name in addresses] == [1] * len(addresses)


def test_marks_in_the_text_can_be_turned_off(edition):
    settings = edition / "content" / "site.yaml"
    settings.write_text(settings.read_text("utf-8") + "\nshow_changes: false\n", "utf-8")
    four_edits(edition)
    files = built(edition)
    assert "change-sign" not in files["battle.html"]
    assert len(changes(files)) == 5
    for entry in changes(files):
        page, _, name = entry["address"].partition("#")
        assert name in ids(files[page])


def test_a_loss_that_the_editor_mends_is_no_longer_warned_of(tmp_path):
    (tmp_path / "content" / "source").mkdir(parents=True)
    (tmp_path / "content" / "source" / "1.txt").write_text("@@1 The war ( 15101568 ) went on .", "utf-8")
    (tmp_path / "content" / "site.yaml").write_text("title: War\nsource: {id: '1'}\n", "utf-8")
    page = tmp_path / "content" / "battle.md"
    page.write_text("---\ntitle: Battle\n---\n\nThe war (15101568) went on.\n", "utf-8")
    assert [problem.code for problem in make_site(load_project(tmp_path)).problems] == ["S122"]
    page.write_text(page.read_text("utf-8").replace("15101568", "1510–1568"), "utf-8")
    assert make_site(load_project(tmp_path)).problems == ()


def test_an_entry_whose_change_is_undone_is_named(edition):
    change(edition, "background", "rebel forces", "rebels forces")
    (problem,) = make_site(load_project(edition)).problems
    assert (problem.code, str(problem.where)) == ("X010", "content/changes.yaml:4:3")
    with pytest.raises(GapmarkError):
        make_site(load_project(edition), strict=True)


def test_the_received_text_can_be_read_off_its_page(edition):
    page = built(edition)["source.html"]
    text = page.partition('class="received-text"')[2].partition("</div>")[0]
    words = re.sub(r'<a class="address".*?</a>|<[^>]*>', "", text.partition(">")[2])
    assert html.unescape(words.replace("\n", "")) + "\n" == (edition / "content" / "source" / "38601514.txt").read_text(
        "utf-8"
    )
