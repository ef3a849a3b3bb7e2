"""Where a problem is, what it is, and what stops a run. Knows nothing of the rest of the program."""
