from gapmark.collection.load import parse_collection
from gapmark.collection.status import in_numbers, list_events
from gapmark.project.folder import Folder

FILES = {
    "collection.yaml": b"title: Battles\n",
    "events.csv": b"id,title,title_from,date,include\n1,Ulm,given,1805,\n2,Bari,,08/02/1943,\n3,Graz,,,no\n9,Lost,,,\n",
    "corpus/a.txt": b"@@1 One @ @ @ @ @ @ @ @ @ @ .\n@@2 Two .\n@@3 Three .\n@@4 Four .\n",
}


def test_a_line_for_each_row():
    collection = parse_collection(Folder(None, FILES))
    assert [str(line) for line in list_events(collection)] == [
        "1: Ulm; 1805, no place, title given; 13 tokens, 1 gaps",
        "2: Bari; no date, no place, title given; 3 tokens, 0 gaps; 1 wrong",
        "3: Graz; no date, no place, title given; 3 tokens, 0 gaps; left out",
        "9: Lost; no date, no place, title given; 0 tokens, 0 gaps; 1 wrong",
    ]
    assert in_numbers(collection).startswith("3 events, 2 with no date, 3 with no place, 0 with a title")
    assert in_numbers(collection).endswith("1 texts of corpus/ are in no row: gapmark collection add")
