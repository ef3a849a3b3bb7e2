"""Whether a value is an address of the web."""

import pytest

from gapmark.yamltext.web_address import is_address


@pytest.mark.parametrize("text", ["https://example.org/", "HTTP://example.org/a?b#c", "http://[::1]/"])
def test_an_address(text):
    assert is_address(text)


@pytest.mark.parametrize(
    "text", ["", "example.org", "ftp://example.org/", "https://", "https://a b/", "http://[", 'http://a/"']
)
def test_no_address(text):
    assert not is_address(text)
