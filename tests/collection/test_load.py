import pytest

from gapmark.collection.load import load_collection
from gapmark.problems.errors import GapmarkError


def write(root, files):
    for path, text in files.items():
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_bytes(text.encode())
    return root


FILES = {
    "collection.yaml": "title: Battles\n",
    "events.csv": "id,title,include\n2,Bari,\n1,Ulm,no\nplain,Plain,yes\n",
    "corpus/a.txt": "@@1 One .\n@@2 Two .\n",
    "corpus/students/plain.txt": "Plain words.\n",
}


def test_all_files_are_read(tmp_path):
    collection = load_collection(write(tmp_path, FILES))
    assert not collection.problems
    corpus = collection.corpus
    texts = {name: corpus.read(document) for name, document in corpus.documents.items()}
    assert texts == {"1": b"@@1 One .\n", "2": b"@@2 Two .\n", "plain": b"Plain words.\n"}
    assert [row.id for row in collection.table.rows.values() if row.included] == ["2", "plain"]


def test_a_folder_without_settings_is_no_collection(tmp_path):
    with pytest.raises(GapmarkError, match="no collection"):
        load_collection(tmp_path)


def test_a_row_needs_a_text(tmp_path):
    collection = load_collection(write(tmp_path, {**FILES, "events.csv": "id\n9\n1\n"}))
    (problem,) = collection.problems
    assert (problem.code, str(problem.where), problem.event) == ("X052", "events.csv:2:1", "9")


def test_an_id_that_stands_twice_is_named_once(tmp_path):
    files = {**FILES, "corpus/b.txt": "@@2 Again .\n"}
    assert [problem.code for problem in load_collection(write(tmp_path, files)).problems] == ["S020"]
