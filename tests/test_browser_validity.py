"""The sample site as the Nu checker (validator.w3.org/nu) sees it, on a host."""

import json
import os
import shutil
import subprocess

import pytest
from conftest import REPOSITORY

from gapmark.pipeline import build

pytestmark = pytest.mark.browser


def test_the_nu_checker_finds_nothing(tmp_path, host):
    jar = os.environ.get("GAPMARK_VNU", "")
    if not jar or not shutil.which("java"):
        pytest.skip("needs Java, and the path of vnu.jar in GAPMARK_VNU: npm install vnu-jar")
    build(REPOSITORY, tmp_path)
    pages = (host(tmp_path) + path.name for path in sorted(tmp_path.glob("*.html")))
    # Pages come from a host: of a file on a disk the checker can't tell what 'self' is.
    local = "-Dnu.validator.servlet.allow-forbidden-hosts=true"
    command = ["java", local, "-jar", jar, "--format", "json", *pages]
    run = subprocess.run(command, capture_output=True, text=True, check=False)
    found = [message for message in json.loads(run.stdout or run.stderr)["messages"] if not _is_data(message)]
    assert found == []


def _is_data(message):
    """The checker takes data for a script, which no browser runs: HTML leaves it before it asks the page's policy.

    https://html.spec.whatwg.org/multipage/scripting.html#prepare-the-script-element
    """
    blocked = message["message"].startswith("Inline script violates Content Security Policy")
    return blocked and '<script type="application/ld+json">' in message["extract"]
