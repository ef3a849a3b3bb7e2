"""Parts that use parts: what a browser would never end to draw is refused."""

import pytest

from gapmark.markup.drawing import ImageError, measure_drawing
from gapmark.markup.drawing_size import DrawingSize

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9">'


def nested(levels, times, use='<use href="#{}"/>'):
    parts = "".join(f'<g id="p{n + 1}">{use.format(f"p{n}") * times}</g>' for n in range(levels))
    return f'{HEAD}<g id="p0"><rect/></g>{parts}{use.format(f"p{levels}")}</svg>'.encode()


def read(events):
    size = DrawingSize()
    for attributes in events:
        size.start(attributes) if attributes is not None else size.end()
    return size


@pytest.mark.parametrize("use", ['<use href="#{}"/>', '<rect fill="url(#{})"/>', "<rect style='fill: url(\"#{}\")'/>"])
def test_parts_that_use_parts_without_end(use):
    with pytest.raises(ImageError, match="a browser hangs"):
        measure_drawing(nested(9, 10, use))


def test_a_symbol_that_is_used_often_is_fine():
    assert measure_drawing(nested(2, 30)) == (9, 9)
    many = "<rect/>" * 200_000
    assert measure_drawing(f"{HEAD}{many}</svg>".encode()) == (9, 9)


def test_each_use_is_drawn():
    size = read([{"id": "a"}, {}, None, None, {"href": "#a"}, None, {"href": "#a"}, None])
    assert size._drawn() == 2 + 2 + 2 * 2


def test_a_part_that_uses_itself_is_drawn_once():
    assert not read([{"id": "a"}, {"href": "#a"}, None, None]).is_too_much()
    assert not read([{"id": "a", "href": "#b"}, None, {"id": "b", "href": "#a"}, None]).is_too_much()
