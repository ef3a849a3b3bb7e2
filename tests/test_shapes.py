"""No input takes a time that grows with the square of its length; tests/judge/shapes.py tries longer ones."""

import pytest
from judge.shapes import SHAPES, SHORT, growth

SIZE = 4_000


@pytest.mark.slow
@pytest.mark.parametrize("kind", sorted({read.__name__ for read, _ in SHAPES}))
def test_time_grows_with_the_length(kind):
    times = {shape: growth(read, shape, SIZE) for read, shape in SHAPES if read.__name__ == kind}
    assert not {shape: pair for shape, pair in times.items() if pair[1] > max(3 * pair[0], SHORT)}
