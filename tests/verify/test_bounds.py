"""What takes too long or too much memory is stopped, and the limits are taken away afterwards."""

import subprocess
import sys

import pytest

from gapmark.problems.errors import GapmarkError
from gapmark.verify import bounds

LIMITED = """
from gapmark.problems.errors import GapmarkError
from gapmark.verify.bounds import bounded
try:
    with bounded("x"):
        print(len(bytes(600_000_000)))
except GapmarkError as error:
    print(error)
print(len(bytes(600_000_000)))
"""


def test_too_long(monkeypatch):
    monkeypatch.setattr(bounds, "SECONDS", 0.05)
    with pytest.raises(GapmarkError, match="takes more than"), bounds.bounded("x"):
        sum(1 for _ in iter(int, 1))  # without end


def test_too_much_memory():
    if not bounds.IN_USE.is_file():
        pytest.skip("this system does not say how much memory is in use")
    said = subprocess.run([sys.executable, "-c", LIMITED], capture_output=True, text=True, check=True).stdout
    assert said == "takes more than 400 MB to check\n600000000\n"
