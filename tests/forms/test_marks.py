import pytest
from helpers.plain import outline, read

from gapmark.forms.marks import pattern_of
from gapmark.project.notation import load_notation


def gaps(text, *marks):
    return [line.split("] ", 1)[1] for line in outline(read(text, marks=marks)) if line.startswith("[gap")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a [illegible] b", ["[illegible] = not stated; illegible"]),
        ("a [ILLEGIBLE]b", ["[ILLEGIBLE] = not stated; illegible"]),
        ("a (two words illegible) b (lost) c", ["(two words illegible) = 2 word; illegible"]),
        ("a {{lacuna|2 lines}} b", ["{{lacuna|2 lines}} = 2 line; lacuna"]),
        ("of ███ ████ men", ["███ ████ = not stated; blacked out"]),
        (
            "a [--- c. 12 ---] b [-3-] [..5..]",
            [
                "[--- c. 12 ---] = about 12 letter; no reason",
                "[-3-] = 3 letter; no reason",
                "[..5..] = 5 letter; no reason",
            ],
        ),
        (
            "a [- - -] b [—] c Imp[--- Caes]ar",
            ["[- - -] = not stated; no reason", "[—] = not stated; no reason", "[--- = not stated; no reason"],
        ),
        (
            "〈◊〉 and 〈◊◊〉, 〈1 page missing〉",
            ["〈◊〉 = not stated; no reason", "〈◊◊〉 = not stated; no reason", "〈1 page missing〉 = 1 page; missing"],
        ),
        ("the [(b)(1)] said [b(7)(C)]", ["[(b)(1)] = not stated; exemption", "[b(7)(C)] = not stated; exemption"]),
        ("the [2 lines\r\nillegible] end", ["[2 lines illegible] = 2 line; illegible"]),
        ("No [sic] mark [Sands] [1] (b) here [^1].", []),
    ],
)
def test_marks(text, expected):
    assert gaps(text) == expected


def test_what_is_doubtful_is_asked():
    document = read("He said ... that [?] was, [...] and so... on. (b)(1) says [?].")
    assert outline(document)[1:] == [
        "asked: ... at 3",
        "asked: [?] at 7, 31",
        "asked: [...] at 12",
        "asked: (b)({n}) at 24",
    ]
    assert not document.gaps


def test_beside_a_mark_that_is_sure_some_are_gaps():
    assert gaps("[torn] and [...] and [?]") == ["[torn] = not stated; torn", "[...] = not stated; no reason"]


def test_a_sites_own_marks_come_first():
    text = "It was [?] and [torn] and <Verlust: 3 Zeilen> so"
    own = ({"mark": "[?]", "reason": "doubtful"}, {"mark": "[torn]", "gap": False}, {"mark": "<Verlust: {n} {unit}>"})
    assert gaps(text, *own) == ["[?] = not stated; doubtful", "<Verlust: 3 Zeilen> = 3 line; no reason"]
    assert not read(text, marks=own).asked


def test_marks_do_not_move_numbers():
    text = "One [?] two [torn] ███ three"
    own = ({"mark": "[?]"}, {"mark": "two"}, {"mark": "███", "gap": False})
    assert [t[:3] for t in read(text).tokens] == [t[:3] for t in read(text, marks=own).tokens]
    assert [gap.id for gap in read(text, marks=own).gaps] == [2, 5, 6]
    assert [gap.id for gap in read(text).gaps] == [6, 9]


def test_every_example_is_a_pattern_that_fits_itself():
    for mark in load_notation().marks:
        if "{" not in mark.mark.replace("{{...}}", "").replace("{...}", ""):
            assert pattern_of(mark).fullmatch(mark.mark), mark
