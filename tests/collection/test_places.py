from gapmark.collection.places import find_place, read_places

TABLE = b"""name,country,latitude,longitude,source
Ulm,Germany,48.4,9.99,GeoNames 1
Bari,Italy,41.1,16.9,GeoNames 2
York,United Kingdom,53.96,-1.08,GeoNames 3
New York,United States,40.7,-74,GeoNames 4
Santa Fe,Spain,37.2,-3.7,GeoNames 5
Santa Fe,Argentina,-31.6,-60.7,GeoNames 6
"""
PLACES, _ = read_places(TABLE)


def found(sentence, title=""):
    place = find_place(sentence, title, PLACES)
    return place and (place.name, place.country)


def test_the_place_of_the_sentence():
    assert found("It was fought near Ulm in 1805.") == ("Ulm", "Germany")
    assert found("The 1805 Ulm uprising was short.", "1805 Ulm uprising") == ("Ulm", "Germany")
    assert found("A fleet was seen at New York.") == ("New York", "United States")


def test_the_title_comes_first():
    assert found("The Siege of Ulm ended when help from Bari came to Bari.", "Siege of Ulm") == ("Ulm", "Germany")


def test_what_can_be_two_is_none():
    assert found("They went to Ulm and to Bari.") is None
    assert found("It was fought near Santa Fe.") is None
    assert found("It was fought near Santa Fe in Argentina.") == ("Santa Fe", "Argentina")


def test_a_person_is_no_place():
    assert found("General Ulm led them.") is None


def test_a_place_needs_degrees_and_a_source():
    places, problems = read_places(b"name;country;latitude;longitude;source\nUlm;Germany;95;10;x\nBari;Italy;41;17;\n")
    assert not places
    assert [(problem.code, problem.where.line) for problem in problems] == [("X051", 2), ("X051", 3)]
