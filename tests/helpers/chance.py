"""How often a slow test tries something at random: a hundred times, or as the variable GAPMARK_TIMES says."""

import os

TIMES = int(os.environ.get("GAPMARK_TIMES", "100"))
