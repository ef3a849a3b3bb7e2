"""What a file that anybody may have written is understood to hold."""

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.verify.reading import rows_of, understand

ROWS = rows_of("gaps", {"number": int})


def test_a_list():
    assert understand(ROWS, {"x": b'{"gaps": [{"number": 1, "more": 2}]}'}, "x") == [{"number": 1, "more": 2}]


@pytest.mark.parametrize(
    "data",
    [
        *(b"", b"1", b"[]", b"{}", b'{"gaps": 1}', b'{"gaps": [1]}', b'{"gaps": [{}]}', b'{"gaps": [{"number": ""}]}'),
        *(b"[" * 100_000, b'{"gaps": [{"number": ' + b"9" * 5_000 + b"}]}", b"\xff"),
    ],
)
def test_what_is_no_such_list(data):
    with pytest.raises(GapmarkError) as caught:
        understand(ROWS, {"x": data}, "x")
    (problem,) = caught.value.problems
    assert (problem.code, problem.where.path) == ("O022", "x")
    assert problem.message.startswith("can't be read: ")
