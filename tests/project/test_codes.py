"""What `explain` says of codes; that each is explained, and with an example: tests/test_problems.py."""

from gapmark.project.codes import describe_codes, load_codes


def test_one_code_has_its_meaning_its_remedy_and_its_example():
    first, second, third, *example = describe_codes("G002")
    entry = load_codes()["G002"]
    assert (first, second, third) == (f"G002: {entry['meaning']}", f"What to do: {entry['remedy']}", "Example:")
    assert "\n".join(line.removeprefix("  ") for line in example) == entry["example"].rstrip("\n")


def test_all_codes_have_a_line_each():
    lines = [*describe_codes(None)]
    assert [line[:4] for line in lines] == [*load_codes()]
    assert lines[0] == f"C001  {load_codes()['C001']['meaning']}"
