"""`python -m gapmark` is the command `gapmark`."""

import sys

from gapmark.cli import run

sys.exit(run())
