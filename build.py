#!/usr/bin/env python3
# /// script
# requires-python = ">=3.11"
# dependencies = ["jinja2>=3.1.4,<4", "markdown>=3.10,<4", "pyyaml>=6.0.1,<7"]
# ///
"""The door: `python build.py` builds the site, `python build.py --help` lists the other commands."""

import os.path
import sys

if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - who has an older one should read why it fails
        sys.exit("gapmark needs Python 3.11 or newer: https://www.python.org/downloads/")
    from gapmark.__main__ import run

    sys.exit(run(project=os.path.dirname(os.path.abspath(__file__))))
