#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["jinja2>=3.1.4", "markdown>=3.10", "pyyaml>=6.0.1"]
# ///
"""The door: `python build.py` builds the site, `python build.py --help` lists the other commands."""

import sys
from importlib.util import find_spec
from pathlib import Path

here = Path(__file__).resolve().parent
missing = [package for module, package in (("jinja2", "jinja2"), ("markdown", "markdown"), ("yaml", "pyyaml"))
           if not find_spec(module)]  # fmt: skip

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - who has an older one should read why it fails
        sys.exit("gapmark needs Python 3.11 or newer: https://www.python.org/downloads/")
    if missing:
        sys.stderr.write(
            f'{", ".join(missing)} not installed; run: "{sys.executable}" -m pip install {" ".join(missing)}\n'
        )
        sys.exit(3)
    from gapmark.cli import run

    sys.exit(run(project=here))
