"""A few of the random inputs that tests/judge/fuzz.py tries by the thousand."""

import random
import signal

import pytest
from judge import fuzz


@pytest.mark.parametrize("target", [target for target, _ in fuzz.TARGETS], ids=lambda target: target.__name__)
def test_random_input(target):
    if not hasattr(signal, "SIGALRM"):
        pytest.skip("this system can't stop what takes too long")
    signal.signal(signal.SIGALRM, fuzz.stop)
    choose = random.Random(1)
    assert [wrong for wrong, _ in (fuzz.attempt(target, choose) for _ in range(60)) if wrong] == []
