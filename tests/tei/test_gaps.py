from types import SimpleNamespace

import pytest

from gapmark.tei.gaps import dimensions_of


@pytest.mark.parametrize(
    ("stated", "attributes"),
    [
        ((0, "", ""), {"extent": "unknown"}),
        ((2, "line", "exact"), {"unit": "lines", "quantity": "2"}),
        ((10, "letter", "about"), {"unit": "chars", "quantity": "10", "precision": "low"}),
        ((1, "line", "less than"), {"unit": "lines", "atMost": "1", "precision": "low"}),
        ((1, "leaf", "at least"), {"unit": "leaves", "atLeast": "1"}),
        ((1.5, "line", "exact"), {"unit": "lines", "quantity": "1.5"}),
    ],
)
def test_dimensions(stated, attributes):
    assert (
        dimensions_of(SimpleNamespace(**dict(zip(("quantity", "unit", "precision"), stated, strict=True))))
        == attributes
    )
