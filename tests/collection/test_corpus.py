from gapmark.collection.corpus import find_received, opening_of, read_corpus


def test_each_document_goes_from_its_header_to_the_next():
    data = b"@@1 One .\n@@22 Two @@x and a@@3 .\n##3 Three"
    found = list(find_received(data, "a.txt", "a"))
    assert [(each.id, data[each.start : each.end]) for each in found] == [
        ("1", b"@@1 One .\n"),
        ("22", b"@@22 Two @@x and a@@3 .\n"),
        ("3", b"##3 Three"),
    ]


def test_a_file_without_a_header_is_one_document():
    assert [each.id for each in find_received(b"Plain words.", "a.txt", "a")] == ["a"]


def test_a_byte_order_mark_is_no_preamble():
    corpus = read_corpus({"a.txt": b"\xef\xbb\xbf@@1 One ."}, {"a.txt": "a"})
    assert (*corpus.documents,) == ("1",)
    assert not corpus.problems


def test_an_id_that_stands_twice_is_named_with_both_places_and_not_published():
    corpus = read_corpus({"a.txt": b"@@1 One .\n@@2 Two .", "b.txt": b"\n@@1 Again ."}, {"a.txt": "a", "b.txt": "b"})
    assert (*corpus.documents,) == ("2",)
    (problem,) = corpus.problems
    assert (problem.code, str(problem.where), problem.event) == ("S020", "a.txt:1", "1")
    assert "b.txt:2" in problem.message
    assert str(corpus.locate(corpus.documents["2"])) == "a.txt:2"


def test_what_stands_before_the_first_header_belongs_to_no_event():
    (problem,) = read_corpus({"a.txt": b"Words @@1 One ."}, {"a.txt": "a"}).problems
    assert (problem.code, problem.level) == ("S021", "warning")


def test_the_opening_ends_at_the_first_heading():
    assert opening_of(b"@@1 The town , he said , fell @ @ @ @ @ @ @ @ @ @ . # Battle # More .") == (
        "The town, he said, fell [gap 1]."
    )
    assert opening_of(b"@@1") == ""
    assert opening_of(b"@@1 # Notes # One .") == ""
    assert opening_of("Plain wörds stay.".encode()) == "Plain wörds stay."
    assert len(opening_of(b"@@1 " + b"word " * 1000)) < 1200
