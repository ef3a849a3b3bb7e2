import pytest

from gapmark.problems.errors import DONE, FAILED, USAGE

TEXT = (
    "@@11 It was won in 1805 near Ulm . # Battle # They fought .\n@@12 The Siege of Bari began .\n@@13 a .\n@@13 b .\n"
)


@pytest.fixture
def collection(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    (tmp_path / "corpus").mkdir()
    (tmp_path / "corpus" / "a.txt").write_text(TEXT, "utf-8")
    (tmp_path / "corpus" / "plain one.txt").write_text("The gate fell. [...] Nobody saw it.\n", "utf-8")
    (tmp_path / "collection.yaml").write_text("title: Battles\n", "utf-8")
    (tmp_path / "events.csv").write_text("id,title,title_from\n11,Ulm,given\n12,,\nplain-one,The gate,given\n", "utf-8")
    return tmp_path


def test_an_event_becomes_a_project_with_the_title_of_the_table(collection, gapmark):
    code, out, _ = gapmark("collection", "edit", "11")
    assert code == DONE
    assert "events/11/content" in out
    content = collection / "events" / "11" / "content"
    assert "\ntitle: Ulm" in (content / "site.yaml").read_text("utf-8")
    assert (content / "source" / "11.txt").read_text("utf-8").startswith("@@11 It was won")
    assert "@@12" not in (content / "source" / "11.txt").read_text("utf-8")
    assert gapmark("build", "--project", "events/11")[0] == DONE
    assert gapmark("verify", "events/11/_site")[0] == DONE


def test_a_title_that_the_table_has_not_is_guessed(collection, gapmark):
    assert gapmark("collection", "edit", "12")[0] == DONE
    site = (collection / "events" / "12" / "content" / "site.yaml").read_text("utf-8")
    assert "\ntitle: Siege of Bari" in site


def test_a_plain_text_has_the_name_of_its_file(collection, gapmark):
    assert gapmark("collection", "edit", "plain-one")[0] == DONE
    assert gapmark("build", "--project", "events/plain-one")[0] == DONE


def test_what_an_editor_wrote_stays(collection, gapmark):
    gapmark("collection", "edit", "11")
    page = next((collection / "events" / "11" / "content").glob("*.md"))
    page.write_text(page.read_text("utf-8") + "\nMore.\n", "utf-8")
    before = page.read_bytes()
    assert gapmark("collection", "edit", "11")[0] == DONE
    assert page.read_bytes() == before


def test_an_id_without_one_text_is_refused(collection, gapmark):
    code, _, err = gapmark("collection", "edit", "111")
    assert (code, "did you mean 11?" in err) == (USAGE, True)
    assert gapmark("collection", "edit", "13")[0] == FAILED
    assert gapmark("collection", "edit", "../11")[0] == USAGE
    assert not (collection / "events").exists()
