"""import: nothing that an editor wrote is ever lost."""

import pytest

from gapmark.errors import GapmarkError
from gapmark.project.files import list_files
from gapmark.receive.importing import import_source, source_name

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


def test_into_an_empty_folder(root, gapmark):
    receipt = receive(root)
    assert receipt.written == (
        "content/source/7.txt",
        "content/background.md",
        "content/battle.md",
        "content/aftermath.md",
        "content/site.yaml",
    )
    assert (receipt.kept, receipt.replaced, receipt.title) == ((), (), "Battle of Ulm")
    assert gapmark("build", "--strict")[0] == 0


def test_again_writes_nothing(root):
    receive(root)
    before = tree(root)
    receipt = receive(root)
    assert (receipt.written, receipt.kept, receipt.replaced, tree(root)) == ((), (), (), before)


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
    assert receive(root).written == ()
    assert gapmark("build")[0] == 0


def test_edited_pages_get_a_fresh_version_beside_them(root):
    receive(root)
    page = root / "content" / "battle.md"
    page.write_text("edited", "utf-8")
    fresh = receive(root).kept
    assert fresh == (("content/battle.md", "content/battle.md.new"),)
    assert receive(root).kept == fresh
    assert page.read_text("utf-8") == "edited"
    (root / "content" / "battle.md.new").write_text("edited too", "utf-8")
    assert receive(root).kept == (("content/battle.md", "content/battle.md.new2"),)
    assert set(tree(root).values()) >= {b"edited", b"edited too"}


def test_force_keeps_every_old_version(root):
    receive(root)
    edited = [f"edited {n}" for n in range(4)]
    for n, text in enumerate(edited):
        (root / "content" / "battle.md").write_text(text, "utf-8")
        (root / "content" / "site.yaml").open("a", encoding="utf-8").write(f"# {text}\n")
        old = f"content/battle.md.old{n + 1 if n else ''}"
        assert receive(root, force=True).replaced == (("content/battle.md", old),)
    assert set(tree(root).values()) >= {text.encode() for text in edited}


def test_another_text_without_force(root):
    receive(root)
    before = tree(root)
    receipt = receive(root, TEXT.replace("@@7", "@@8").replace("They", "We"))
    assert receipt.other_source == "7"
    assert tree(root).items() >= before.items()
    assert (root / "content" / "battle.md.new").is_file()


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
    assert "replaced content/site.yaml; what it was is now content/site.yaml.old" in out
    after = tree(sample)
    kept = {"source/38601514.txt", "headings.yaml", "language.yaml"}
    for name, data in before.items():
        assert after[name if name in kept else f"{name}.old"] == data
    assert {name for name in after if name.endswith((".md", ".yaml"))} == {
        "background.md", "battle.md", "aftermath.md", "site.yaml", "headings.yaml", "language.yaml",
    }  # fmt: skip
    assert gapmark("build", "--strict")[0] == 0


def test_one_document_of_several(root):
    text = "preamble @@1 One . @@2 The Siege of Ulm was long . ##3 Three ."
    found = problem(root, text)
    assert (found.code, found.message) == ("C004", "holds 3 documents")
    assert found.hint.split("\n")[1:] == ["1", "2", "3"]
    assert problem(root, text, doc="9").message == 'has no document "9"'
    assert not (root / "content").exists()
    assert receive(root, text, doc="2").title == "Siege of Ulm"
    assert tree(root)["source/2.txt"] == b"@@2 The Siege of Ulm was long . "
    assert receive(root, text, doc="2").written == ()


def test_a_long_list_of_documents_is_cut(root):
    hint = problem(root, " ".join(f"@@{n} a" for n in range(1000))).hint
    assert hint.endswith("199\n... and 800 more")


@pytest.mark.parametrize(
    ("data", "code"), [(b"", "S002"), (b" \r\n", "S002"), (b"\xef\xbb\xbf", "S002"), (b"\xff", "X001")]
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


def test_a_folder_stands_where_a_page_should(root):
    (root / "content" / "battle.md" / "x").mkdir(parents=True)
    assert receive(root).kept == (("content/battle.md", "content/battle.md.new"),)
    assert problem(root, force=True).code == "O001"


@pytest.mark.parametrize(
    ("stem", "name"),
    [
        ("siege", "siege"),
        ('my "te: xt', "my-te-xt"),
        ("Krako\u0301w", "Kraków"),
        ("..", "text"),
        ("#1", "1"),
        ("\udcff", "text"),
        ("a.b_c-d", "a.b_c-d"),
    ],
)
def test_names_of_texts_without_a_header(stem, name):
    assert source_name(stem) == name


def test_a_file_name_of_any_kind(root, gapmark):
    path = root / "my 'text' #1: x.txt"
    try:
        path.write_text("Words , words .", "utf-8")
    except OSError:
        pytest.skip("this system has no such names")
    assert gapmark("import", path)[0] == 0
    assert gapmark("build", "--strict")[0] == 0
