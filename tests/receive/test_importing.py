"""import: nothing that an editor wrote is ever lost."""

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.project.files import list_files
from gapmark.receive.import_plan import RECORD
from gapmark.receive.importing import import_source

TEXT = "@@7 The Battle of Ulm was fought in 1805 . # Battle # They fought . # Aftermath # They left ."


@pytest.fixture
def root(tmp_path, monkeypatch):
    """An empty folder beside a text to import."""
    (tmp_path / "text.txt").write_text(TEXT, "utf-8")
    (tmp_path / "project").mkdir()
    monkeypatch.chdir(tmp_path / "project")
    return tmp_path / "project"


def receive(root, text=None, **options):
    if text is not None:
        (root.parent / "text.txt").write_bytes(text if isinstance(text, bytes) else text.encode())
    return import_source(root, root.parent / "text.txt", **options)


def tree(root):
    return {path.relative_to(root / "content").as_posix(): path.read_bytes() for path in list_files(root / "content")}


def problem(root, text=None, **options):
    with pytest.raises(GapmarkError) as caught:
        receive(root, text, **options)
    return caught.value.problems[0]


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbf" + TEXT.encode(),
        TEXT.encode() + b"\r\n",
        b"preamble\r\n\r\n" + TEXT.encode(),
        TEXT.replace("Ulm", "Łódź\u2028").encode(),
    ],
)
def test_the_received_bytes_are_kept(root, gapmark, data):
    receive(root, data)
    assert tree(root)["source/7.txt"] == data
    assert receive(root).plan.files == {}
    assert gapmark("build")[0] == 0


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "S002"), (b" \r\n", "S002"), (b"\xef\xbb\xbf", "S002"), (b"\xff", "S006")]
)
def test_no_text(root, data, code):
    assert problem(root, data).code == code
    assert not (root / "content").exists()


def test_a_link_to_a_text_is_read(root):
    try:
        (root / "link.txt").symlink_to(root.parent / "text.txt")
    except OSError:
        pytest.skip("this system makes no links")
    assert import_source(root, root / "link.txt").title == "Battle of Ulm"


def test_a_file_stands_where_content_should(root):
    (root / "content").write_text("mine", "utf-8")
    assert problem(root).code == "O001"
    assert (root / "content").read_text("utf-8") == "mine"


def test_a_file_name_of_any_kind(root, gapmark):
    path = root / "my 'text' #1: x.txt"
    try:
        path.write_text("Words , words .", "utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    assert gapmark("import", path)[0] == 0
    assert gapmark("build", "--strict")[0] == 0


def test_into_an_empty_folder(root, gapmark):
    receipt = receive(root)
    assert receipt.plan.written == (
        "source/7.txt",
        "background.md",
        "battle.md",
        "aftermath.md",
        "site.yaml",
        "LICENSE.txt",
    )
    assert receipt.title == "Battle of Ulm"
    assert gapmark("build", "--strict")[0] == 0


@pytest.mark.parametrize("force", [False, True])
def test_again_writes_nothing(root, force):
    receive(root)
    before = tree(root)
    receipt = receive(root, force=force)
    assert (receipt.plan.files, receipt.plan.gone, tree(root)) == ({}, (), before)


def test_a_dry_run_writes_nothing(root, gapmark):
    code, out, _ = gapmark("import", root.parent / "text.txt", "--dry-run")
    assert code == 0
    assert "content/battle.md: would be written" in out
    assert not (root / "content").exists()


def test_other_headings_between_two_imports(root, gapmark):
    receive(root)
    (root / "content" / "headings.yaml").write_text("battle:\n  exact: [Aftermath]\n", "utf-8")
    receipt = receive(root)
    assert receipt.plan.removed == ("aftermath.md",)
    assert "They left" in (root / "content" / "battle.md").read_text("utf-8")
    assert gapmark("build", "--strict")[0] == 0


def test_other_headings_when_a_page_was_edited(root, gapmark):
    receive(root)
    edit(root, "aftermath.md")
    (root / "content" / "headings.yaml").write_text("battle:\n  exact: [Aftermath]\n", "utf-8")
    before = tree(root)
    receipt = receive(root)
    assert receipt.plan.kept == (("battle.md", "battle.md.new"),)
    assert tree(root).items() >= {name: data for name, data in before.items() if name != RECORD}.items()
    assert gapmark("build")[0] == 0
    receive(root, force=True)
    assert tree(root)["old/aftermath.md"] == before["aftermath.md"]
    assert gapmark("build", "--strict")[0] == 0


def edit(root, name):
    path = root / "content" / name
    path.write_text(path.read_text("utf-8").replace("They", "Those"), "utf-8")


def test_a_renamed_page_is_not_written_again(root, gapmark):
    receive(root)
    (root / "content" / "battle.md").rename(root / "content" / "fight.md")
    code, out, _ = gapmark("import", root.parent / "text.txt")
    assert code == 0
    assert "content/battle.md: was renamed or deleted" in out
    assert gapmark("build", "--strict")[0] == 0
    code, out, _ = gapmark("import", root.parent / "text.txt", "--force")
    assert "content/fight.md: replaced; what it was is kept as content/old/fight.md" in out
    assert gapmark("build", "--strict")[0] == 0


def test_force_leaves_the_own_pages(root, gapmark):
    receive(root)
    (root / "content" / "own.md").write_text("---\ntitle: x\nrole: own\n---\n\nOwn.\n", "utf-8")
    receive(root, force=True)
    assert (root / "content" / "own.md").is_file()


def test_another_text_without_force(root, gapmark):
    receive(root)
    before = tree(root)
    receipt = receive(root, TEXT.replace("@@7", "@@8").replace("They", "We"))
    assert receipt.other_source == "7"
    assert tree(root).items() >= {name: data for name, data in before.items() if name != RECORD}.items()
    assert (root / "content" / "battle.md.new").is_file()
    assert gapmark("build")[0] == 0


def test_another_text_with_force(sample, tmp_path, gapmark):
    (tmp_path / "other.txt").write_text(TEXT, "utf-8")
    own = {
        "own.md": "---\ntitle: x\nrole: own\n---\n\nOwn.\n",
        "changes.yaml": "- a",
        "headings.yaml": "",
        "language.yaml": "",
    }
    for name, text in own.items():
        (sample / "content" / name).write_text(text, "utf-8")
    before = tree(sample)
    code, out, _ = gapmark("import", tmp_path / "other.txt", "--force")
    assert code == 0
    assert "content/site.yaml: replaced; what it was is kept as content/old/site.yaml" in out
    after = tree(sample)
    kept = {"source/38601514.txt", "headings.yaml", "language.yaml"}
    for name, data in before.items():
        assert after[name if name in kept else f"old/{name}"] == data
    assert {name for name in after if name.endswith((".md", ".yaml")) and "/" not in name} == {
        "background.md", "battle.md", "aftermath.md", "site.yaml", "headings.yaml", "language.yaml",
    }  # fmt: skip
    assert gapmark("build", "--strict")[0] == 0


def test_a_folder_stands_where_a_page_should(root):
    (root / "content" / "battle.md" / "x").mkdir(parents=True)
    assert problem(root).message == "is a folder, and a file is to be written here"


def test_the_received_text_is_held_to_its_sum(root, gapmark):
    receive(root)
    (root / "content" / "source" / "7.txt").write_text(TEXT.replace("1805", "1806"), "utf-8")
    code, _, err = gapmark("build")
    assert (code, "error S004" in err) == (3, True)


def test_a_guess_is_called_a_guess_until_it_is_confirmed(root, gapmark):
    receive(root)
    assert gapmark("build")[0] == 0
    for name in ("index.html", "battle.html", "about.html", "edition.html", "404.html"):
        assert "a guess, not confirmed" in (root / "_site" / name).read_text("utf-8"), name
    site = root / "content" / "site.yaml"
    site.write_text(site.read_text("utf-8").replace("confirmed: false", "confirmed: true"), "utf-8")
    assert gapmark("build")[0] == 0
    assert "not confirmed" not in (root / "_site" / "battle.html").read_text("utf-8")


def test_what_is_no_fight_gets_its_page_and_its_fields_once(project, gapmark):
    text, root = project / "fire.txt", project / "fire"
    lead = "The Great Fire of Ulm began in 1805 ."
    text.write_text(f"@@7 {lead} # Background # Wood . # Spread # It spread . # Aftermath # It fell .", "utf-8")
    assert gapmark("import", str(text), project=root)[0] == 0
    content = root / "content"
    assert "role: events\norder: 2\n" in (content / "events.md").read_text("utf-8")
    assert "deaths" in (content / "fields.yaml").read_text("utf-8")
    code, _, err = gapmark("build", project=root)
    assert (code, err) == (0, "")
    (content / "fields.yaml").write_text("- {name: date}\n", "utf-8")
    assert gapmark("import", str(text), project=root)[0] == 0
    assert (content / "fields.yaml").read_text("utf-8") == "- {name: date}\n"


def test_a_project_with_a_battle_keeps_it(project, gapmark):
    text, root = project / "fire.txt", project / "fire"
    text.write_text("@@7 The siege of Ulm . # Battle # They fought . # Aftermath # They left .", "utf-8")
    assert gapmark("import", str(text), project=root)[0] == 0
    text.write_text("@@7 The fire of Ulm . # Battle # They fought . # Aftermath # They left .", "utf-8")
    assert gapmark("import", str(text), project=root)[0] == 0
    assert (root / "content" / "battle.md").exists()
    assert not (root / "content" / "events.md").exists()
